import { configurationError } from '../configurationError.js';
import { isHttpUrl } from '../isHttpUrl.js';
import type { HeronWebhookHandlerOptions } from './heronWebhookHandler.js';
import type { PlaidWebhookHandlerOptions } from './plaidWebhookHandler.js';
import type { WebhookOptions } from './webhookOptions.js';

/** Throws for what would make every webhook fail. */
function assertWebhookOptions({ plaid, heron, items }: WebhookOptions): void {
  if (typeof plaid?.itemGet !== 'function') {
    throw configurationError(
      'plaid is not a PlaidApi.',
      'Plaid could not be asked whether a webhook is right.',
      "Give a `new PlaidApi(new Configuration(…))` of the package 'plaid'.",
    );
  }
  if (heron.apiKey.trim() === '') {
    throw configurationError(
      'heron.apiKey is empty.',
      'Heron refuses every request without it, so it could not be told of a repair.',
      'Give the API key of your Heron account; is its environment variable set?',
    );
  }
  if (typeof items?.findByPlaidId !== 'function') {
    throw configurationError(
      'items.findByPlaidId is missing.',
      'A webhook names an Item and no user, so its Item could not be found.',
      "Give a function that finds an Item by Plaid's item_id, with its endUserId.",
    );
  }
}

export function assertPlaidWebhookOptions(options: PlaidWebhookHandlerOptions): void {
  assertWebhookOptions(options);
  const { plaid, environment, forwardTo } = options;
  if (typeof plaid.webhookVerificationKeyGet !== 'function') {
    throw configurationError(
      'plaid has no webhookVerificationKeyGet.',
      "Plaid's signature could not be verified, so every webhook would be refused.",
      "Give a `new PlaidApi(new Configuration(…))` of the package 'plaid'.",
    );
  }
  if (environment !== 'sandbox' && environment !== 'production') {
    throw configurationError(
      "environment is neither 'sandbox' nor 'production'.",
      'It could match no webhook, so every one would be refused.',
      "Give the environment that `plaid` points to, as Plaid's webhooks name it.",
    );
  }
  if (forwardTo !== undefined && !isHttpUrl(forwardTo)) {
    throw configurationError(
      'forwardTo is not an absolute http or https URL.',
      'No webhook could be forwarded, so Plaid would send each of them for a day.',
      "Give Heron's whole address for Plaid's webhooks, or leave it out.",
    );
  }
}

export function assertHeronWebhookOptions(options: HeronWebhookHandlerOptions): void {
  assertWebhookOptions(options);
  const secrets = typeof options.secret === 'string' ? [options.secret] : options.secret;
  if (secrets.length === 0 || secrets.some((secret) => secret.trim() === '')) {
    throw configurationError(
      'secret is empty.',
      'Anybody could sign a webhook with it.',
      "Give the shared secret of Heron's webhooks; is its environment variable set?",
    );
  }
}
