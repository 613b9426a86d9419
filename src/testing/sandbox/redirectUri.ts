import { PlaidFailure } from './plaidFailure.js';

function isRedirectUri(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash } = new URL(text);
  const isSecure = protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost');
  return isSecure && search === '' && hash === '';
}

/** Plaid's rules for a `redirect_uri`, and the allow-list of its dashboard. */
export function checkRedirectUri(allowed: readonly string[] | undefined, redirectUri: string): void {
  if (!isRedirectUri(redirectUri)) {
    const message = 'redirect_uri must use HTTPS and have neither a query nor a fragment';
    throw new PlaidFailure('INVALID_REQUEST', 'INVALID_FIELD', message);
  }
  if (allowed?.includes(redirectUri) === false) {
    const message = 'OAuth redirect URI must be configured in the developer dashboard';
    throw new PlaidFailure('INVALID_REQUEST', 'INVALID_FIELD', message);
  }
}
