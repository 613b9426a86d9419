import { ITEM } from './names.js';

/** Everything that an integration link can hold. */
export const FULL_LINK = {
  item_id: ITEM,
  status: 'erroring',
  status_message: '[ITEM_LOGIN_REQUIRED] the login details of this item have changed',
  type: 'plaid_integration',
  created: '2026-01-01T00:00:00Z',
  last_updated: '2026-04-30T00:00:00Z',
  last_successful_sync: '2026-04-29T00:00:00Z',
  institution_name: 'First Platypus Bank',
  institution_logo: 'data:image/png;base64,AAAA',
  institution_url: 'https://platypus.test',
  country_code: 'US',
  owner: 'you',
  consent_expiration_time: '2026-12-01T00:00:00Z',
  pending_disconnect: { reason: 'INSTITUTION_MIGRATION', disconnect_time: '2026-05-08T00:00:00Z' },
  new_accounts_available: true,
  access_error: { code: 'USER_PERMISSION_REVOKED' },
  purposes: ['repair', 'renew_consent'],
  purpose_names: { select_accounts: 'choose' },
  error: { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED', error_code_reason: null },
  repaired_at: '2026-04-01T00:00:00Z',
};

export const LINK_LIST = { integration_links: [FULL_LINK, { item_id: 'second', status: 'active' }] };

export const LINK_TOKEN = {
  link_token: 'link-sandbox-1',
  expiration: '2026-05-01T12:30:00Z',
  hosted_link_url: 'https://secure.plaid.com/hl/1',
};

export const REPAIR_ANSWER = {
  result: 'repaired',
  integration_links: [FULL_LINK],
  accounts: { added: 1, removed: 0 },
  progress: { repaired: 1, remaining: 2 },
};

export const REPORT = {
  target: { item_id: ITEM },
  purpose: 'repair',
  outcome: 'success',
  link_session_id: 'session-1',
  started_at: '2026-05-01T11:59:00.000Z',
  finished_at: '2026-05-01T11:59:59.000Z',
} as const;
