// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import { createSandbox, SANDBOX_INSTITUTIONS, type Sandbox, type SandboxOptions } from '../../src/testing/index.js';

const NOW = Date.parse('2026-11-20T10:00:00Z');
const STATEMENTS = { start_date: '2026-01-01', end_date: '2026-06-30' };

let sandbox: Sandbox;
let itemId: string;
let accessToken: string;

function start(options: SandboxOptions = {}, institutionId?: string): void {
  sandbox = createSandbox({ now: () => NOW, ...options });
  ({ itemId, accessToken } = sandbox.createItem({ institutionId, unsupportedProducts: ['liabilities'] }));
}

beforeEach(() => start());

/** Without the SDK: what its types forbid has to be refused, too. */
async function create(changes: Record<string, unknown>, path = '/link/token/create'): Promise<Record<string, unknown>> {
  const body = {
    client_id: 'id',
    secret: 'secret',
    client_name: 'Fern',
    language: 'en',
    country_codes: ['US'],
    user: { client_user_id: 'user-1' },
    access_token: accessToken,
    ...changes,
  };
  const response = await sandbox.fetch(`https://sandbox.plaid.com${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  const answer: Record<string, unknown> = await response.json();
  return { status: response.status, ...answer };
}

const sharedAccountId = () => sandbox.readAccounts(itemId)[0]?.account_id;

describe('POST /link/token/create', () => {
  it.each<[string, () => Record<string, unknown>]>([
    ['S13: with nothing but the access token', () => ({})],
    ['with a webhook, which has no effect', () => ({ webhook: 'https://app.example/webhooks' })],
    ['S10: with reauthorization on', () => ({ update: { reauthorization_enabled: true } })],
    ['S10: with reauthorization off', () => ({ update: { reauthorization_enabled: false } })],
    ['S20: for account selection', () => ({ update: { account_selection_enabled: true } })],
    [
      'S20: for account selection with filters and a customization',
      () => ({
        update: { account_selection_enabled: true },
        account_filters: { depository: { account_subtypes: ['checking', 'savings'] } },
        link_customization_name: 'accounts',
      }),
    ],
    ['S5: to add assets', () => ({ products: ['assets'] })],
    ['S5: to add statements', () => ({ products: ['statements'], statements: STATEMENTS })],
    ['S5: to add income', () => ({ products: ['income'] })],
    ['S5: to add income in its other spelling', () => ({ products: ['income_verification'] })],
    ['S6: to validate auth and identity', () => ({ products: ['auth', 'identity'] })],
    ['S8: for consented products', () => ({ additional_consented_products: ['identity'] })],
    ['S9: for use cases', () => ({ link_customization_name: 'lending' })],
    [
      'S26: for a document',
      () => ({ products: ['identity'], identity: { is_document_upload: true, account_ids: [sharedAccountId()] } }),
    ],
  ])('takes a request %s', async (_, changes) => {
    expect(await create(changes())).toMatchObject({
      status: 200,
      link_token: expect.stringContaining('link-sandbox-'),
    });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['S16: a product that needs no update mode', { products: ['transactions'] }, 'INVALID_FIELD'],
    ['a product that does not exist', { products: ['gold'] }, 'INVALID_FIELD'],
    ['S7: validation together with an added product', { products: ['auth', 'assets'] }, 'INVALID_FIELD'],
    ['optional products', { optional_products: ['identity'] }, 'INVALID_FIELD'],
    ["S16: a product's own options", { transactions: { days_requested: 730 } }, 'INVALID_FIELD'],
    ['statements without their dates', { products: ['statements'] }, 'MISSING_FIELDS'],
    ['dates without statements', { statements: STATEMENTS }, 'INVALID_FIELD'],
    [
      'statements whose end is before their start',
      { products: ['statements'], statements: { start_date: '2026-06-30', end_date: '2026-01-01' } },
      'INVALID_FIELD',
    ],
    [
      'statements of more than two years',
      { products: ['statements'], statements: { start_date: '2023-01-01', end_date: '2026-01-01' } },
      'INVALID_FIELD',
    ],
    ['income options without the product', { income_verification: {} }, 'INVALID_FIELD'],
    ['balance as a consented product', { additional_consented_products: ['balance'] }, 'INVALID_FIELD'],
    [
      'a product that is added and consented to',
      { products: ['assets'], additional_consented_products: ['assets'] },
      'INVALID_FIELD',
    ],
    [
      'S20: filters without account selection',
      { account_filters: { credit: { account_subtypes: ['credit card'] } } },
      'INVALID_FIELD',
    ],
    [
      'a filter of a type that does not exist',
      { update: { account_selection_enabled: true }, account_filters: { gold: { account_subtypes: ['bar'] } } },
      'UNKNOWN_FIELDS',
    ],
    ['an unknown field of update', { update: { account_select: true } }, 'UNKNOWN_FIELDS'],
    ['identity options without the product', { identity: { is_document_upload: true } }, 'INVALID_FIELD'],
    ['a document for no account', { products: ['identity'], identity: { is_document_upload: true } }, 'INVALID_FIELD'],
    [
      'a document for an account of someone else',
      { products: ['identity'], identity: { is_document_upload: true, account_ids: ['other'] } },
      'INVALID_ACCOUNT_ID',
    ],
    [
      'a product that the bank does not offer',
      { additional_consented_products: ['liabilities'] },
      'PRODUCTS_NOT_SUPPORTED',
    ],
    ['no Item at all', { access_token: undefined }, 'MISSING_FIELDS'],
    ['S14: a user without a token', { access_token: undefined, update: { user: true } }, 'MISSING_FIELDS'],
    [
      'S14: a user that is unknown',
      { access_token: undefined, update: { user: true }, user_token: 'user-sandbox-x' },
      'USER_NOT_FOUND',
    ],
    ['S14: Items by id without a user', { update: { item_ids: ['item'] } }, 'INVALID_FIELD'],
    [
      'an authorization that is unknown',
      { access_token: undefined, transfer: { authorization_id: 'x' } },
      'INVALID_FIELD',
    ],
    ['a hosted link that lives a month', { hosted_link: { url_lifetime_seconds: 2_678_400 } }, 'INVALID_FIELD'],
  ])('refuses %s', async (_, changes, code) => {
    expect(await create(changes)).toMatchObject({ status: 400, error_code: code });
  });

  it.each(['royalBankOfPlaid', 'platypusBankOfEurope'] as const)(
    'S22: refuses account selection at %s',
    async (name) => {
      start({}, SANDBOX_INSTITUTIONS[name].institution_id);
      expect(await create({ update: { account_selection_enabled: true } })).toMatchObject({
        error_code: 'INVALID_FIELD',
      });
      expect(await create({})).toMatchObject({ status: 200 });
    },
  );

  it('knows the Link customizations that it was told of', async () => {
    start({ linkCustomizations: { accounts: {}, plain: { accountSelect: false }, silent: { useCases: [] } } });
    const select = { update: { account_selection_enabled: true } };
    expect(await create({ ...select, link_customization_name: 'accounts' })).toMatchObject({ status: 200 });
    const refusal = { error_type: 'INVALID_INPUT', error_code: 'INVALID_LINK_CUSTOMIZATION' };
    expect(await create({ ...select, link_customization_name: 'plain' })).toMatchObject(refusal);
    expect(await create({ link_customization_name: 'plain' })).toMatchObject({ status: 200 });
    expect(await create({ link_customization_name: 'silent' })).toMatchObject(refusal);
    expect(await create({ link_customization_name: 'unknown' })).toMatchObject({ error_code: 'INVALID_FIELD' });
  });

  it('refuses an Item whose permission was revoked where update mode can not give it back', async () => {
    sandbox.breakItem(itemId, 'USER_PERMISSION_REVOKED');
    expect(await create({})).toMatchObject({ status: 200 });
    sandbox.plaid.afterPermissionRevoked = 'new_link';
    expect(await create({})).toMatchObject({ error_type: 'ITEM_ERROR', error_code: 'USER_PERMISSION_REVOKED' });
  });

  it('S14: takes a user by either name, and Items by id with a user token alone', async () => {
    const { userId, userToken } = sandbox.createUser();
    const own = sandbox.createItem({ userId });
    const user = { access_token: undefined, update: { user: true } };
    expect(await create({ ...user, user_token: userToken })).toMatchObject({ status: 200 });
    expect(await create({ ...user, user: undefined, user_id: userId })).toMatchObject({ status: 200, user_id: userId });
    const named = { access_token: undefined, update: { user: true, item_ids: [own.itemId] } };
    expect(await create({ ...named, user_token: userToken })).toMatchObject({ status: 200 });
    expect(await create({ ...named, user_id: userId })).toMatchObject({ error_code: 'INVALID_FIELD' });
    const foreign = { access_token: undefined, update: { user: true, item_ids: [itemId] }, user_token: userToken };
    expect(await create(foreign)).toMatchObject({ error_code: 'INVALID_FIELD' });
    expect(await create({ ...user, access_token: accessToken, user_token: userToken })).toMatchObject({ status: 400 });
  });

  it('S15: takes a Transfer authorization without an access token', async () => {
    const { authorizationId } = sandbox.createTransferAuthorization(itemId);
    const request = { access_token: undefined, transfer: { authorization_id: authorizationId } };
    const { link_token: linkToken } = await create(request);
    const opened = await sandbox.link.openSession(String(linkToken));
    expect(sandbox.isUserActionDone(authorizationId)).toBe(false);
    await sandbox.link.finishSession({
      linkToken: String(linkToken),
      linkSessionId: opened.linkSessionId,
      outcome: 'success',
    });
    expect(sandbox.isUserActionDone(authorizationId)).toBe(true);
  });

  it('gives a hosted link its address and its life', async () => {
    start({ publicUrl: 'https://bank.example/sandbox/' });
    expect(await create({})).not.toHaveProperty('hosted_link_url');
    expect(await create({ hosted_link: {} })).toMatchObject({
      hosted_link_url: expect.stringMatching(/^https:\/\/bank\.example\/sandbox\/link\/hosted\/[0-9a-f-]+$/),
      expiration: '2026-11-20T10:30:00.000Z',
    });
    const long = await create({ hosted_link: { url_lifetime_seconds: 86_400 } });
    expect(long).toMatchObject({ expiration: '2026-11-21T10:00:00.000Z' });
  });
});

describe('POST /link/token/get', () => {
  it('tells of each session whether and how it ended', async () => {
    const linkToken = String((await create({ hosted_link: {} }))['link_token']);
    const read = () => create({ ...nothing, link_token: linkToken }, '/link/token/get');
    expect(await read()).toMatchObject({ link_token: linkToken, link_sessions: [] });
    const { linkSessionId } = await sandbox.link.openSession(linkToken);
    const session = { link_session_id: linkSessionId, started_at: '2026-11-20T10:00:00.000Z' };
    expect(await read()).toMatchObject({ link_sessions: [{ ...session, finished_at: null, exit: null }] });
    await sandbox.link.finishSession({ linkToken, linkSessionId, outcome: 'success' });
    expect(await read()).toMatchObject({
      link_sessions: [{ ...session, finished_at: '2026-11-20T10:00:00.000Z', events: [{ event_name: 'HANDOFF' }] }],
    });
  });

  it('knows no other tokens', async () => {
    const answer = await create({ ...nothing, link_token: 'link-sandbox-x' }, '/link/token/get');
    expect(answer).toMatchObject({ error_type: 'INVALID_INPUT', error_code: 'INVALID_LINK_TOKEN' });
  });
});

const nothing = {
  client_name: undefined,
  language: undefined,
  country_codes: undefined,
  user: undefined,
  access_token: undefined,
};
