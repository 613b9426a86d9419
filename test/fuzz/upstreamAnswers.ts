import { FOREIGN_ITEM, FORWARD_TO, ITEM, KEY_ID, QUOTE, SECRETS, USER } from './names.js';
import { publicJwk } from './signatures.js';

const REQUEST_ID = 'HNTDNrA8F1shFEW';

/** Plaid's answer about a key that is none of its own; null for any other request. */
export function refuseKey(route: string, sent: string): unknown {
  if (route !== 'POST /webhook_verification_key/get' || sent.includes(`"${KEY_ID}"`)) return null;
  return { ...plaidError('INVALID_WEBHOOK_VERIFICATION_KEY_ID'), error_type: 'INVALID_INPUT' };
}

/** How Plaid and Heron answer when nothing is wrong with them. Each body quotes secrets where nobody is to read. */
export function answerValidly(route: string, isBroken: boolean): unknown {
  const itemRoute = /^PUT \/api\/integration_links\/|^POST \/api\/integrations\//;
  if (itemRoute.test(route)) {
    const link = heronLink(isBroken ? 'erroring' : 'pending');
    return { integration_link: link, link, debug: QUOTE };
  }
  switch (route) {
    case `GET /api/end_users/${USER}/integration_links`:
      return {
        links: [heronLink('erroring'), { ...heronLink('active'), item_id: FOREIGN_ITEM }],
        debug: QUOTE,
      };
    case 'POST /item/get':
      return { item: plaidItem(isBroken), status: { last_webhook: QUOTE }, request_id: REQUEST_ID };
    case 'POST /user/items/get':
      return { items: [plaidItem(isBroken)], request_id: REQUEST_ID };
    case 'POST /accounts/get':
    case 'POST /auth/get':
    case 'POST /identity/get':
      return { accounts: [ACCOUNT], item: plaidItem(isBroken), request_id: REQUEST_ID };
    case 'POST /identity/documents/uploads/get':
      return {
        accounts: [{ ...ACCOUNT, documents: [{ metadata: { uploaded_at: '2026-05-01T11:59:00Z' } }] }],
        request_id: REQUEST_ID,
      };
    case 'POST /link/token/create':
      return { link_token: 'link-sandbox-1', expiration: '2026-05-01T12:30:00Z', request_id: REQUEST_ID };
    case 'POST /webhook_verification_key/get':
      return {
        key: { ...publicJwk, alg: 'ES256', use: 'sig', kid: KEY_ID, created_at: 1_560_466_143, expired_at: null },
        request_id: REQUEST_ID,
      };
    default:
      return { debug: QUOTE };
  }
}

/** Whether a route is known here: another one is a request that no handler should send. */
export function isKnownRoute(route: string): boolean {
  return ROUTES.test(route) || route === `POST ${new URL(FORWARD_TO).pathname}`;
}

const ROUTES =
  /^(POST \/(item|accounts|auth|identity|user\/items|webhook_verification_key|identity\/documents\/uploads)\/get|POST \/link\/token\/create|GET \/api\/end_users\/[\w-]+\/integration_links|PUT \/api\/integration_links\/[\w-]+|POST \/api\/integrations\/[\w-]+\/links\/[\w-]+\/refresh)$/;

export function plaidError(code = 'ITEM_LOGIN_REQUIRED'): Record<string, unknown> {
  return {
    error_type: 'ITEM_ERROR',
    error_code: code,
    error_code_reason: null,
    error_message: `a message that quotes ${QUOTE}`,
    display_message: QUOTE,
    documentation_url: QUOTE,
    request_id: REQUEST_ID,
    status: null,
  };
}

function plaidItem(isBroken: boolean): Record<string, unknown> {
  return {
    item_id: ITEM,
    institution_id: 'ins_1',
    webhook: `https://hooks.test/?${SECRETS.plaidSecret}`,
    error: isBroken ? plaidError() : null,
    available_products: [],
    billed_products: ['auth'],
    products: ['auth', 'identity'],
    consented_products: ['auth'],
    consented_use_cases: ['Track and manage your finances'],
    consent_expiration_time: '2026-12-01T00:00:00Z',
    access_token: SECRETS.accessToken,
  };
}

function heronLink(status: string): Record<string, unknown> {
  return {
    item_id: ITEM,
    status,
    status_message: '[ITEM_LOGIN_REQUIRED] the login details of this item have changed',
    type: 'plaid_integration',
    created: '2026-01-01T00:00:00Z',
    last_updated: '2026-04-30T00:00:00Z',
    last_successful_sync: null,
    access_token: SECRETS.accessToken,
    asset_report_token: SECRETS.accessToken,
  };
}

const ACCOUNT = {
  account_id: 'acc-checking',
  persistent_account_id: null,
  mask: '0000',
  name: 'Everyday Checking',
  official_name: QUOTE,
  type: 'depository',
  subtype: 'checking',
  verification_status: null,
  balances: { available: 100, current: 110, limit: null, iso_currency_code: 'USD' },
};
