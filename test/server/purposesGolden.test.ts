// @vitest-environment node
import { CountryCode } from 'plaid';
import type { ItemsPort, LinkTokenOptions, PurposeDefinition } from 'react-plaid-update-mode/server';
import { describe, expect, it } from 'vitest';
import { listGoldenBodies, readGoldenBody } from './support/goldenBody.js';
import { USER_TOKEN } from './support/secrets.js';
import { json } from './support/upstream.js';
import { CREATE_LINK_TOKEN, createWorld, GET_ACCOUNTS, ITEM, type User } from './support/world.js';

interface Request {
  purpose?: PurposeDefinition<User>;
  target?: object;
  linkToken?: Partial<LinkTokenOptions>;
  items?: Partial<ItemsPort<User>>;
  /** What the app has noticed about its Item. */
  error?: { error_type: string; error_code: string };
}

const ACCOUNT = 'ZXEbW7Rkr9iv1qj8abebU1KDJlkexgSgrLAod';
const AUTHORIZATION = '460cbe92-2dcc-8eae-5ad6-b37d0ec90fd9';
const LOGIN_ERROR = { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED' };

const findUserByToken: Partial<ItemsPort<User>> = { findUser: () => ({ userToken: USER_TOKEN }) };
const user = { user: true };

const REQUESTS: Record<string, Request> = {
  repair: {},
  repair_with_redirect: { linkToken: { redirect_uri: 'https://app.test/plaid' } },
  repair_with_hosted_link: {
    linkToken: { hosted_link: { completion_redirect_uri: 'https://app.test/back', url_lifetime_seconds: 900 } },
  },
  repair_user_token: { target: user, items: findUserByToken },
  repair_user_token_items: { target: user, items: findUserByToken, error: LOGIN_ERROR },
  repair_user_id: { target: user, items: { findUser: () => ({ userId: 'usr_9nSp2KuZ2x4JDw' }) }, error: LOGIN_ERROR },
  repair_authorization: {
    target: { authorization_id: AUTHORIZATION },
    items: { findAuthorization: (_caller, authorizationId) => ({ authorizationId }) },
  },
  renew_consent: { purpose: { kind: 'renew_consent' } },
  renew_consent_enabled: { purpose: { kind: 'renew_consent', reauthorization_enabled: true } },
  renew_consent_disabled: { purpose: { kind: 'renew_consent', reauthorization_enabled: false } },
  select_accounts: { purpose: { kind: 'select_accounts' } },
  select_accounts_filtered: {
    purpose: {
      kind: 'select_accounts',
      account_filters: {
        depository: { account_subtypes: ['checking', 'savings'] },
        credit: { account_subtypes: ['all'] },
      },
      link_customization_name: 'accounts',
    },
    linkToken: { link_customization_name: 'default-of-the-app' },
  },
  add_assets: { purpose: { kind: 'add_product', products: ['assets'] } },
  add_statements: {
    purpose: {
      kind: 'add_product',
      products: ['statements'],
      statements: { start_date: '2024-05-01', end_date: '2026-05-01' },
    },
  },
  add_income: { purpose: { kind: 'add_product', products: ['income'] }, items: findUserByToken },
  add_income_verification: {
    purpose: { kind: 'add_product', products: ['income_verification'], bank_income: { days_requested: 365 } },
    items: findUserByToken,
  },
  validate_products: { purpose: { kind: 'validate_products', products: ['auth', 'identity'] } },
  add_consented_products: {
    purpose: { kind: 'add_consented_products', additional_consented_products: ['identity', 'liabilities'] },
    linkToken: { link_customization_name: 'transparency' },
  },
  add_use_cases: { purpose: { kind: 'add_use_cases', link_customization_name: 'more-use-cases' } },
  restore_permissions: {
    purpose: { kind: 'restore_permissions' },
    linkToken: { link_customization_name: 'default-of-the-app' },
  },
  verify_micro_deposits: { purpose: { kind: 'verify_micro_deposits' } },
  collect_documents: { purpose: { kind: 'collect_documents', account: () => ACCOUNT } },
  collect_documents_fraud_risk: {
    purpose: { kind: 'collect_documents', account: async () => ACCOUNT, parsing_configs: ['ocr', 'risk_signals'] },
  },
};

/** Sends one request through the real SDK; what arrives at Plaid. */
async function capture({ purpose, target = { item_id: ITEM }, linkToken, items, error }: Request): Promise<unknown> {
  const own = createWorld().items;
  if (error) await own.saveFacts(ITEM, { error });
  const world = createWorld<string>({
    items: { ...own, ...items },
    linkToken: { client_name: 'Acme', language: 'en', country_codes: [CountryCode.Us], ...linkToken },
    ...(purpose && { purposes: { under_test: purpose } }),
  });
  world.upstream.script(GET_ACCOUNTS, json({ accounts: [{ account_id: ACCOUNT }] }));
  const body = JSON.stringify({ target, purpose: purpose ? 'under_test' : 'repair' });
  expect(await world.send('/link-token', { method: 'POST', body })).toMatchObject({ status: 200 });
  const [request, ...others] = world.upstream.sent(CREATE_LINK_TOKEN);
  expect(others).toEqual([]);
  return request?.body;
}

describe('a request for a link token stands field by field as on the page of Plaid', () => {
  const cases = Object.entries(REQUESTS).map(([name, request]) => {
    const golden = readGoldenBody(name);
    return { rows: golden.rows.join(', '), name, golden, request };
  });

  it.each(cases)('$rows: $name ($golden.page, read $golden.read)', async ({ golden, request }) => {
    expect(await capture(request)).toEqual(golden.body);
  });

  it('for each golden body', () => {
    expect(listGoldenBodies().sort()).toEqual(Object.keys(REQUESTS).sort());
  });
});

describe('S16: a golden body', () => {
  const withProducts = /^(add_(assets|statements|income|income_verification)|validate_products|collect_documents)/;

  it.each(listGoldenBodies())('of %s holds products where a page names them, and a webhook nowhere', (name) => {
    const { body } = readGoldenBody(name);
    expect('products' in body).toBe(withProducts.test(name));
    expect(JSON.stringify(body)).not.toMatch(/webhook|required_if_supported|optional_products/);
    expect('account_filters' in body).toBe(name === 'select_accounts_filtered');
  });

  it.each(['repair_user_token', 'repair_user_token_items', 'repair_user_id', 'repair_authorization'])(
    'of %s names no access token',
    (name) => {
      expect(readGoldenBody(name).body).not.toHaveProperty('access_token');
    },
  );
});
