// @vitest-environment node
import { CountryCode, Products, type LinkTokenCreateRequest, type PlaidApi } from 'plaid';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSandbox, SANDBOX_INSTITUTIONS, type Sandbox } from '../../src/testing/index.js';
import { createPlaidClient, refusal } from './createPlaidClient.js';

const NOW = Date.parse('2026-11-20T10:00:00Z');

let sandbox: Sandbox;
let plaid: PlaidApi;
let itemId: string;
let accessToken: string;

beforeEach(() => {
  sandbox = createSandbox({ now: () => NOW });
  plaid = createPlaidClient(sandbox);
  ({ itemId, accessToken } = sandbox.createItem());
});

describe('POST /link/token/create', () => {
  const request = (): LinkTokenCreateRequest => ({
    client_name: 'Fern',
    language: 'en',
    country_codes: [CountryCode.Us],
    user: { client_user_id: 'user-1' },
    access_token: accessToken,
  });

  it('gives a link token that lives half an hour', async () => {
    const { data } = await plaid.linkTokenCreate(request());
    expect(data).toEqual({
      link_token: expect.stringMatching(/^link-sandbox-[0-9a-f-]{36}$/),
      expiration: '2026-11-20T10:30:00.000Z',
      request_id: expect.stringMatching(/^\w{15}$/),
    });
  });

  it.each([
    ['no name', { client_name: '' }, 'INVALID_FIELD'],
    ['a name of more than 30 characters', { client_name: 'x'.repeat(31) }, 'INVALID_FIELD'],
    ['an unknown language', { language: 'xx' }, 'INVALID_FIELD'],
    ['no country', { country_codes: [] }, 'INVALID_FIELD'],
    ['no user', { user: undefined }, 'MISSING_FIELDS'],
    ['no language', { language: undefined }, 'MISSING_FIELDS'],
    ['a field that Plaid does not know', { item_id: 'item' }, 'UNKNOWN_FIELDS'],
    ['products for an Item that exists', { products: [Products.Transactions] }, 'INVALID_FIELD'],
    ['a redirect URI without TLS', { redirect_uri: 'http://app.example/return' }, 'INVALID_FIELD'],
    ['a redirect URI with a query', { redirect_uri: 'https://app.example/return?a=1' }, 'INVALID_FIELD'],
    ['a redirect URI with a fragment', { redirect_uri: 'https://app.example/return#a' }, 'INVALID_FIELD'],
  ])('refuses %s', async (_, changes, code) => {
    const changed: Record<string, unknown> = { ...request(), ...changes };
    const call = sandbox.fetch(
      new Request('https://sandbox.plaid.com/link/token/create', {
        method: 'POST',
        body: JSON.stringify({ client_id: 'id', secret: 'secret', ...changed }),
      }),
    );
    const response = await call;
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error_type: 'INVALID_REQUEST',
      error_code: code,
      error_message: expect.any(String),
      display_message: null,
      request_id: expect.any(String),
    });
  });

  it('takes an empty list of products, a redirect URI with TLS and one of localhost', async () => {
    for (const redirect_uri of ['https://app.example/return', 'http://localhost:3000/return']) {
      const { status } = await plaid.linkTokenCreate({ ...request(), products: [], redirect_uri });
      expect(status).toBe(200);
    }
  });

  it('refuses a redirect URI that is not on the allow-list', async () => {
    sandbox = createSandbox({ redirectUris: ['https://app.example/return'] });
    ({ accessToken } = sandbox.createItem());
    plaid = createPlaidClient(sandbox);
    const call = plaid.linkTokenCreate({ ...request(), redirect_uri: 'https://app.example/elsewhere' });
    expect((await refusal(call)).data['error_code']).toBe('INVALID_FIELD');
  });

  it('refuses an unknown access token', async () => {
    const { status, data } = await refusal(plaid.linkTokenCreate({ ...request(), access_token: 'access-sandbox-x' }));
    expect(status).toBe(400);
    expect(data).toMatchObject({ error_type: 'INVALID_INPUT', error_code: 'INVALID_ACCESS_TOKEN' });
  });

  it('does not find a removed Item', async () => {
    sandbox.removeItem(itemId);
    expect((await refusal(plaid.linkTokenCreate(request()))).data['error_code']).toBe('ITEM_NOT_FOUND');
  });
});

describe('an Item', () => {
  it('is healthy until it is broken, and then really is', async () => {
    expect((await plaid.itemGet({ access_token: accessToken })).data.item).toMatchObject({
      item_id: itemId,
      institution_id: 'ins_109508',
      institution_name: 'First Platypus Bank',
      error: null,
    });
    const { data } = await plaid.sandboxItemResetLogin({ access_token: accessToken });
    expect(data.reset_login).toBe(true);
    expect((await plaid.itemGet({ access_token: accessToken })).data.item.error).toMatchObject({
      error_type: 'ITEM_ERROR',
      error_code: 'ITEM_LOGIN_REQUIRED',
    });
    const { status, data: error } = await refusal(plaid.accountsGet({ access_token: accessToken }));
    expect(status).toBe(400);
    expect(error).toMatchObject({ error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED' });
  });

  it('can be broken by any code', async () => {
    sandbox.breakItem(itemId, 'INSTITUTION_DOWN');
    expect((await plaid.itemGet({ access_token: accessToken })).data.item.error?.error_type).toBe('INSTITUTION_ERROR');
  });

  it.each(Object.values(SANDBOX_INSTITUTIONS))('has accounts with balances at $name', async ({ institution_id }) => {
    const item = sandbox.createItem({ institutionId: institution_id });
    const { accounts } = (await plaid.accountsGet({ access_token: item.accessToken })).data;
    expect([2, 3]).toContain(accounts.length);
    expect(accounts[0]).toMatchObject({ type: 'depository', balances: { iso_currency_code: 'USD' } });
    expect(new Set(accounts.map((account) => account.account_id)).size).toBe(accounts.length);
  });

  it('shows shared accounts alone, and of them those that are asked for', async () => {
    const item = sandbox.createItem({ sharedAccounts: ['Everyday Checking', '3333'] });
    const read = async (account_ids?: string[]) => {
      const options = account_ids === undefined ? {} : { options: { account_ids } };
      const { data } = await plaid.accountsGet({ access_token: item.accessToken, ...options });
      return data.accounts.map(({ name }) => name);
    };
    expect(await read()).toEqual(['Everyday Checking', 'Platypus Visa']);
    const ids = sandbox.readAccounts(item.itemId).map((account) => account.account_id);
    expect(await read(ids.slice(1))).toEqual(['Platypus Visa']);
  });

  it('says what account the bank has where a test names none of them', () => {
    expect(() => sandbox.createItem({ sharedAccounts: ['Gold'] })).toThrow('has no account "Gold" at its bank');
  });

  it('keeps the ids that it was given', () => {
    const given = { itemId: 'item-1', accessToken: 'access-sandbox-1' };
    expect(sandbox.createItem(given)).toEqual(given);
    expect(sandbox.readItem('item-1')).toEqual({ ...given, error: null, heron: null });
  });

  it('is made from a public token', async () => {
    const { institution_id } = SANDBOX_INSTITUTIONS.tartanBank;
    const created = await plaid.sandboxPublicTokenCreate({ institution_id, initial_products: [Products.Transactions] });
    const { data } = await plaid.itemPublicTokenExchange({ public_token: created.data.public_token });
    expect(sandbox.readItem(data.item_id).accessToken).toBe(data.access_token);
    const unknown = await refusal(plaid.itemPublicTokenExchange({ public_token: 'public-sandbox-x' }));
    expect(unknown.data['error_code']).toBe('INVALID_PUBLIC_TOKEN');
  });
});

describe('POST /institutions/get_by_id', () => {
  it('knows the fictional banks, with their colours when asked', async () => {
    const request = { institution_id: 'ins_109511', country_codes: [CountryCode.Us] };
    const { institution } = (await plaid.institutionsGetById(request)).data;
    expect(institution).toMatchObject({ name: 'Tattersall Federal Credit Union', oauth: false });
    expect(institution.primary_color).toBeUndefined();
    const more = await plaid.institutionsGetById({ ...request, options: { include_optional_metadata: true } });
    expect(more.data.institution.primary_color).toMatch(/^#[0-9a-f]{6}$/);
  });

  it('refuses an unknown one', async () => {
    const call = plaid.institutionsGetById({ institution_id: 'ins_0', country_codes: [CountryCode.Us] });
    expect((await refusal(call)).data['error_code']).toBe('INVALID_INSTITUTION');
  });
});

describe("Plaid's credentials", () => {
  it('have to be there', async () => {
    const call = createPlaidClient(sandbox, { clientId: '', secret: '' }).itemGet({ access_token: accessToken });
    expect((await refusal(call)).data['error_code']).toBe('MISSING_FIELDS');
  });

  it('have to be the right ones where the sandbox knows them', async () => {
    sandbox = createSandbox({ clientId: 'client-id', secret: 'right' });
    ({ accessToken } = sandbox.createItem());
    const wrong = createPlaidClient(sandbox).itemGet({ access_token: accessToken });
    expect((await refusal(wrong)).data['error_code']).toBe('INVALID_API_KEYS');
    const right = createPlaidClient(sandbox, { clientId: 'client-id', secret: 'right' });
    expect((await right.itemGet({ access_token: accessToken })).status).toBe(200);
  });
});

describe('a request that fits no route', () => {
  it('is not found', async () => {
    const response = await sandbox.fetch(new Request('https://sandbox.plaid.com/item/get'));
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error_code: 'NOT_FOUND' });
  });

  it('is refused when its body is no JSON object', async () => {
    const request = new Request('https://sandbox.plaid.com/item/get', { method: 'POST', body: 'access_token=x' });
    const response = await sandbox.fetch(request);
    expect(await response.json()).toMatchObject({ error_code: 'INVALID_BODY' });
  });
});
