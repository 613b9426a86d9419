import { assertAccessOptions } from './assertAccessOptions.js';
import { configurationError } from './configurationError.js';
import { isHttpUrl } from './isHttpUrl.js';
import type { ItemsPort } from './itemsPort.js';
import type { Purposes } from './purposes.js';
import type { HandlerOptions } from './services.js';

/** Throws for what would make every request fail. */
export function assertHandlerOptions<Caller, Name extends string>({
  basePath,
  plaid,
  heron,
  ...access
}: HandlerOptions<Caller, Name>): void {
  if (!basePath.startsWith('/')) {
    throw configurationError(
      'basePath does not start with a slash.',
      "No request's path could match it, so every request would be answered with 404.",
      "Give the path where the handler is mounted, such as '/api/update-mode'.",
    );
  }
  if (typeof plaid?.itemGet !== 'function') {
    throw configurationError(
      'plaid is not a PlaidApi.',
      'Plaid could not be asked about any Item.',
      "Give a `new PlaidApi(new Configuration(…))` of the package 'plaid'.",
    );
  }
  if (heron.apiKey.trim() === '') {
    throw configurationError(
      'heron.apiKey is empty.',
      'Heron refuses every request without it, so no connection could be shown or repaired.',
      'Give the API key of your Heron account; is its environment variable set?',
    );
  }
  if (heron.baseUrl !== undefined && !isHttpUrl(heron.baseUrl)) {
    throw configurationError(
      'heron.baseUrl is not an absolute http or https URL.',
      'No request could be sent to Heron.',
      "Leave it out for Heron's own address, or give the address of your stand-in.",
    );
  }
  assertAccessOptions(access);
}

/** Throws for purposes that need a function which the app has not given. */
export function assertPurposePorts<Caller>(purposes: Purposes<Caller>, items: ItemsPort<Caller>): void {
  if (items.findUser !== undefined) return;
  for (const purpose of purposes.values()) {
    if (purpose.kind !== 'add_product' || purpose.bank_income === undefined) continue;
    throw configurationError(
      `purposes.${purpose.name} asks for bank_income, and items.findUser is missing.`,
      'Plaid keeps Income by user, so it wants their user_token or user_id.',
      'Give items.findUser, which answers what /user/create has given for the caller.',
    );
  }
}
