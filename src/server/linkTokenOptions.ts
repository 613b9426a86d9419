import type { LinkTokenCreateRequest } from 'plaid';
import { configurationError } from './configurationError.js';

/**
 * What of `/link/token/create` is the app's own. Whose token it is, and for which Item, the handler adds;
 * `products` and `webhook` have no place in update mode.
 */
export type LinkTokenOptions = Pick<LinkTokenCreateRequest, 'client_name' | 'language' | 'country_codes'> & {
  /** Only for apps that use OAuth by redirect: https, without a query, and registered in Plaid's dashboard. */
  redirect_uri?: string | undefined;
};

/** Throws for what Plaid would refuse in every request: https://plaid.com/docs/api/link/#linktokencreate */
export function assertLinkTokenOptions({ client_name, language, country_codes, redirect_uri }: LinkTokenOptions): void {
  if (client_name.length === 0 || client_name.length > 30) {
    throw configurationError(
      'linkToken.client_name is empty or longer than 30 characters.',
      'Plaid refuses every link token with it, so nobody could open Link.',
      'Give the name of your app as its users know it, in 1 to 30 characters.',
    );
  }
  if (language.length === 0) {
    throw configurationError(
      'linkToken.language is empty.',
      'Plaid refuses every link token without it, so nobody could open Link.',
      "Give one of Plaid's language codes, such as 'en'.",
    );
  }
  if (country_codes.length === 0) {
    throw configurationError(
      'linkToken.country_codes is empty.',
      'Plaid refuses every link token without it, so nobody could open Link.',
      "Give the countries that you use with Plaid, such as ['US'].",
    );
  }
  if (redirect_uri !== undefined && !isRedirectUri(redirect_uri)) {
    throw configurationError(
      'linkToken.redirect_uri is not a https URL without query and fragment.',
      'Plaid refuses every link token with it, so nobody could open Link.',
      "Give the page's plain address, as it stands in Plaid's dashboard; http is for localhost only.",
    );
  }
}

function isRedirectUri(value: string): boolean {
  if (!URL.canParse(value) || /[?#]/.test(value)) return false;
  const { protocol, hostname } = new URL(value);
  return protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost');
}
