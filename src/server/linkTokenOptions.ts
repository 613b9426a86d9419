import type { LinkTokenCreateHostedLink, LinkTokenCreateRequest } from 'plaid';
import { configurationError } from './configurationError.js';

/**
 * What of `/link/token/create` is the app's own. Whose token it is, and for which Item, the handler adds;
 * `products` and `webhook` have no place in update mode.
 */
export type LinkTokenOptions = Pick<LinkTokenCreateRequest, 'client_name' | 'language' | 'country_codes'> & {
  /** Only for apps that use OAuth by redirect: https, without a query, and registered in Plaid's dashboard. */
  redirect_uri?: string | undefined;
  /** A Link customization for the purposes that take one and name none of their own. */
  link_customization_name?: string | undefined;
  /**
   * With it, `{}` as well, each visit can also be made on a page of Plaid's own, where Link's script can't load. The
   * link token then lives as long as that page (at most 21 days), and the browser waits for its end for half an hour. Nothing is delivered by mail or message: a link token is also asked
   * for by a user who never clicks.
   */
  hosted_link?: Omit<LinkTokenCreateHostedLink, 'delivery_method'> | undefined;
};

const LONGEST_HOSTED_LINK_SECONDS = 21 * 24 * 60 * 60;

/** Throws for what Plaid would refuse in every request: https://plaid.com/docs/api/link/#linktokencreate */
export function assertLinkTokenOptions(options: LinkTokenOptions): void {
  const { client_name, language, country_codes, redirect_uri, link_customization_name, hosted_link } = options;
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
  if (link_customization_name?.trim() === '') {
    throw configurationError(
      'linkToken.link_customization_name is empty.',
      'Plaid refuses a customization that it does not know, so nobody could open Link.',
      "Leave it out, or give the customization's name in Plaid's dashboard.",
    );
  }
  if (hosted_link !== undefined) assertHostedLink(hosted_link);
}

/** https://plaid.com/docs/api/link/#link-token-create-request-hosted-link */
function assertHostedLink(options: NonNullable<LinkTokenOptions['hosted_link']>): void {
  if ('delivery_method' in options && options.delivery_method !== undefined) {
    throw configurationError(
      'linkToken.hosted_link holds a delivery_method.',
      'A link token is asked for as soon as a user may click, so Plaid would send mails or messages that nobody wanted.',
      'Take it out: the page offers the way to Plaid itself.',
    );
  }
  const { url_lifetime_seconds: seconds } = options;
  if (seconds !== undefined && !(Number.isInteger(seconds) && seconds > 0 && seconds <= LONGEST_HOSTED_LINK_SECONDS)) {
    throw configurationError(
      'linkToken.hosted_link.url_lifetime_seconds is not a whole number of seconds of at most 21 days.',
      'Plaid refuses every link token with it, so nobody could open Link.',
      'Leave it out for 30 minutes, or give a number between 1 and 1814400.',
    );
  }
}

function isRedirectUri(value: string): boolean {
  if (!URL.canParse(value) || /[?#]/.test(value)) return false;
  const { protocol, hostname } = new URL(value);
  return protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost');
}
