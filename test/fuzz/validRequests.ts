import fc from 'fast-check';
import type { ValidRequest } from './arbitraries/malformedRequest.js';
import { ITEM, NOW, USER } from './names.js';

const PURPOSES = [
  'repair',
  'repair',
  'renew_consent',
  'select_accounts',
  'restore_permissions',
  'add_assets',
  'validate_products',
  'add_consented_products',
  'add_use_cases',
  'verify_micro_deposits',
  'collect_documents',
];

const target = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ item_id: ITEM }) },
  { weight: 1, arbitrary: fc.constant({ user: true }) },
  { weight: 1, arbitrary: fc.constant({ authorization_id: 'c7a1f1f0-4b2e-4f0e-9a51-1c2d3e4f5a6b' }) },
);

const headers = { 'x-user': USER, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };

const list: ValidRequest = { method: 'GET', path: '/api/update-mode/integration-links', headers };

const linkToken = fc
  .record({ target, purpose: fc.constantFrom(...PURPOSES) })
  .map((body): ValidRequest => ({ method: 'POST', path: '/api/update-mode/link-token', headers, body }));

const report = fc
  .record({
    target,
    purpose: fc.constantFrom(...PURPOSES),
    outcome: fc.constantFrom('success', 'success', 'exit', 'unknown'),
  })
  .map((body): ValidRequest => ({
    method: 'POST',
    path: '/api/update-mode/repairs',
    headers: { ...headers, 'idempotency-key': 'visit-1' },
    body: {
      ...body,
      link_session_id: 'session-1',
      started_at: new Date(NOW - 60_000).toISOString(),
      finished_at: new Date(NOW - 1_000).toISOString(),
    },
  }));

/** Of the browser, to the endpoint. */
export const endpointRequest: fc.Arbitrary<ValidRequest> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(list) },
  { weight: 2, arbitrary: linkToken },
  { weight: 4, arbitrary: report },
);

/** Of the browser, to the proxy in Heron's shape. */
export const proxyRequest: fc.Arbitrary<ValidRequest> = fc
  .tuple(fc.constantFrom({}, { end_user: {} }), fc.constantFrom('', '?purpose=repair', '?purpose=renew_consent'))
  .map(([body, query]) => ({
    method: 'PUT',
    path: `/heron/api/integration_links/${ITEM}${query}`,
    headers: { ...headers, 'idempotency-key': 'visit-1' },
    body,
  }));

const item = { item_id: ITEM, environment: 'sandbox' };
const error = {
  error_type: 'ITEM_ERROR',
  error_code: 'ITEM_LOGIN_REQUIRED',
  error_code_reason: null,
  error_message: 'the login details of this item have changed',
};

const PLAID_WEBHOOKS = [
  { webhook_type: 'ITEM', webhook_code: 'ERROR', error, ...item },
  { webhook_type: 'ITEM', webhook_code: 'LOGIN_REPAIRED', ...item },
  {
    webhook_type: 'ITEM',
    webhook_code: 'PENDING_EXPIRATION',
    consent_expiration_time: '2026-06-01T00:00:00Z',
    ...item,
  },
  {
    webhook_type: 'ITEM',
    webhook_code: 'PENDING_DISCONNECT',
    reason: 'INSTITUTION_MIGRATION',
    disconnect_time: '2026-05-08T00:00:00Z',
    ...item,
  },
  { webhook_type: 'ITEM', webhook_code: 'NEW_ACCOUNTS_AVAILABLE', ...item },
  { webhook_type: 'ITEM', webhook_code: 'USER_PERMISSION_REVOKED', error, ...item },
  { webhook_type: 'ITEM', webhook_code: 'USER_ACCOUNT_REVOKED', account_id: 'acc-checking', ...item },
  { webhook_type: 'AUTH', webhook_code: 'PRODUCT_PERMISSIONS_REQUIRED', ...item },
  { webhook_type: 'ITEM', webhook_code: 'WEBHOOK_UPDATE_ACKNOWLEDGED', new_webhook_url: 'https://app.test', ...item },
  { webhook_type: 'TRANSACTIONS', webhook_code: 'SYNC_UPDATES_AVAILABLE', initial_update_complete: true, ...item },
];

export const plaidWebhook: fc.Arbitrary<ValidRequest> = fc.constantFrom(...PLAID_WEBHOOKS).map((body) => ({
  method: 'POST',
  path: '/webhooks/plaid',
  headers: { 'content-type': 'application/json' },
  body,
}));

export const heronWebhook: fc.Arbitrary<ValidRequest> = fc
  .constantFrom({ item_id: ITEM }, { integration_link: { item_id: ITEM } }, { link: { item_id: ITEM } })
  .map((data) => ({
    method: 'POST',
    path: '/webhooks/heron',
    headers: { 'content-type': 'application/json' },
    body: { topic: 'integration_link.erroring', created: '2026-05-01T11:59:58+00:00', data, meta: null },
  }));
