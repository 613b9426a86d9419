// @vitest-environment node
import { Products, type LinkTokenCreateRequest, type PlaidApi } from 'plaid';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  createSandbox,
  type CreateItemOptions,
  type LinkChoices,
  type LinkSessionAnswer,
  type Sandbox,
} from '../../src/testing/index.js';
import { createLinkToken } from './createLinkToken.js';
import { createPlaidClient, refusal } from './createPlaidClient.js';

const NOW = Date.parse('2026-11-20T10:00:00Z');

let now: number;
let sandbox: Sandbox;
let plaid: PlaidApi;
let itemId: string;
let accessToken: string;

function give(options?: CreateItemOptions): void {
  ({ itemId, accessToken } = sandbox.createItem(options));
}

beforeEach(() => {
  now = NOW;
  sandbox = createSandbox({ now: () => now });
  plaid = createPlaidClient(sandbox);
});

const createToken = (changes?: Partial<LinkTokenCreateRequest>) => createLinkToken(sandbox, accessToken, changes);

interface Visit {
  opened: LinkSessionAnswer;
  publicToken: string | null;
}

async function visit(
  linkToken: string,
  choices?: LinkChoices,
  outcome: 'success' | 'exit' = 'success',
): Promise<Visit> {
  const opened = await sandbox.link.openSession(linkToken);
  const { linkSessionId } = opened;
  const { publicToken } = await sandbox.link.finishSession({ linkToken, linkSessionId, outcome, choices });
  return { opened, publicToken };
}

const readItem = async () => (await plaid.itemGet({ access_token: accessToken })).data.item;
const idOf = (name: string): string =>
  sandbox.readAccounts(itemId).find((account) => account.name === name)?.account_id ?? 'none';
const listShared = async (): Promise<string[]> =>
  (await plaid.accountsGet({ access_token: accessToken })).data.accounts.map(({ name }) => name);

describe('a visit that repairs', () => {
  it('heals and leaves the rest', async () => {
    give({ error: 'ITEM_LOGIN_REQUIRED' });
    const before = await readItem();
    const { opened, publicToken } = await visit(await createToken());
    expect(opened).toMatchObject({ ok: true, steps: ['sign_in'] });
    expect(publicToken).toMatch(/^public-sandbox-/);
    expect(await readItem()).toEqual({ ...before, error: null });
  });

  it('changes nothing when the user leaves', async () => {
    give({ error: 'ITEM_LOGIN_REQUIRED' });
    const before = await readItem();
    expect((await visit(await createToken(), {}, 'exit')).publicToken).toBeNull();
    expect(await readItem()).toEqual(before);
  });

  it.each(['ITEM_NO_ERROR', 'item-no-error'] as const)('can end with %s where the Item is healthy', async (code) => {
    give();
    sandbox.plaid.whenHealthy = code;
    const plain = await sandbox.link.openSession(await createToken());
    expect(plain).toMatchObject({ ok: false, error: { error_type: 'ITEM_ERROR', error_code: code } });
    const more = await sandbox.link.openSession(await createToken({ products: [Products.Assets] }));
    expect(more.ok).toBe(true);
    sandbox.breakItem(itemId);
    expect((await sandbox.link.openSession(await createToken())).ok).toBe(true);
  });

  it('S27: can give the accounts new ids', async () => {
    give({ institutionId: 'ins_56', sharedAccounts: ['Everyday Checking'] });
    const [before] = (await plaid.accountsGet({ access_token: accessToken })).data.accounts;
    sandbox.plaid.changesAccountIds = true;
    await visit(await createToken());
    const [after, ...others] = (await plaid.accountsGet({ access_token: accessToken })).data.accounts;
    expect(others).toEqual([]);
    expect(after?.account_id).not.toBe(before?.account_id);
    expect(after).toMatchObject({ mask: before?.mask, persistent_account_id: before?.persistent_account_id });
  });

  it('shows its effect as late as the profile says, and not after a new break', async () => {
    sandbox.plaid.healsAfter = 5_000;
    give({ error: 'ITEM_LOGIN_REQUIRED' });
    await visit(await createToken());
    now += 4_999;
    expect(sandbox.readItem(itemId).error).toBe('ITEM_LOGIN_REQUIRED');
    now += 1;
    expect(sandbox.readItem(itemId).error).toBeNull();

    sandbox.breakItem(itemId);
    await visit(await createToken());
    sandbox.breakItem(itemId, 'ITEM_LOCKED');
    now += 5_000;
    expect(sandbox.readItem(itemId).error).toBe('ITEM_LOCKED');
  });
});

describe('a consent', () => {
  const consentExpirationTime = '2026-12-01T00:00:00.000Z';
  const renewed = '2027-11-20T10:00:00.000Z';

  it('S10: is asked for within six months of its end, and moves by twelve months', async () => {
    give({ consentExpirationTime });
    const { opened } = await visit(await createToken());
    expect(opened).toMatchObject({ steps: ['consent'] });
    expect((await readItem()).consent_expiration_time).toBe(renewed);
  });

  it('S10: is asked for, or not, as the request says', async () => {
    give({ consentExpirationTime });
    await visit(await createToken({ update: { reauthorization_enabled: false } }));
    expect((await readItem()).consent_expiration_time).toBe(consentExpirationTime);
    give({ consentExpirationTime: '2027-10-01T00:00:00.000Z' });
    await visit(await createToken());
    expect((await readItem()).consent_expiration_time).toBe('2027-10-01T00:00:00.000Z');
    await visit(await createToken({ update: { reauthorization_enabled: true } }));
    expect((await readItem()).consent_expiration_time).toBe(renewed);
  });

  it('S11: breaks the Item when the clock passes its end, and a repair renews it', async () => {
    give({ consentExpirationTime, endUserId: 'user-1' });
    now = Date.parse(consentExpirationTime) - 1;
    expect(sandbox.readItem(itemId)).toMatchObject({ error: null, heron: { status: 'active' } });
    now += 1;
    expect(sandbox.readItem(itemId).heron).toMatchObject({ status: 'erroring', last_updated: consentExpirationTime });
    expect((await readItem()).error).toMatchObject({
      error_code: 'ITEM_LOGIN_REQUIRED',
      error_code_reason: 'OAUTH_CONSENT_EXPIRED',
    });
    await visit(await createToken({ update: { reauthorization_enabled: false } }));
    expect(await readItem()).toMatchObject({ error: null, consent_expiration_time: '2027-12-01T00:00:00.000Z' });
  });
});

describe('account selection', () => {
  const select = { update: { account_selection_enabled: true } };

  it('S20: offers all accounts at the bank, and shares what the user chooses', async () => {
    give({ sharedAccounts: ['Everyday Checking'] });
    sandbox.openAccount(itemId);
    const { opened } = await visit(await createToken(select), { accounts: [idOf('New Savings 4')] });
    expect(opened).toMatchObject({ steps: ['accounts'], accounts: [{ name: 'Everyday Checking' }] });
    const shares = opened.ok ? opened.choices?.map(({ name, isShared }) => [name, isShared]) : [];
    expect(shares).toEqual([
      ['Everyday Checking', true],
      ['Rainy Day Savings', false],
      ['Platypus Visa', false],
      ['New Savings 4', false],
    ]);
    expect(await listShared()).toEqual(['New Savings 4']);
  });

  it('S20: offers those alone that the filters let through, and leaves the others as they are', async () => {
    give();
    const account_filters = { depository: { account_subtypes: ['savings'] } };
    const token = await createToken(JSON.parse(JSON.stringify({ ...select, account_filters })));
    const { opened } = await visit(token, { accounts: [] });
    expect(opened).toMatchObject({ choices: [{ name: 'Rainy Day Savings' }] });
    expect(await listShared()).toEqual(['Everyday Checking', 'Platypus Visa']);
  });

  it('S23: takes no account away at Chase', async () => {
    give({ institutionId: 'ins_56', sharedAccounts: ['Everyday Checking'] });
    await visit(await createToken(select), { accounts: [idOf('Platypus Visa')] });
    expect(await listShared()).toEqual(['Everyday Checking', 'Platypus Visa']);
  });

  it('S24: costs the Item its Assets where accounts were added and the visit not finished', async () => {
    give({ products: ['transactions', 'assets'], sharedAccounts: ['Everyday Checking'] });
    await visit(await createToken(select), { accounts: [idOf('Everyday Checking')] }, 'exit');
    expect((await readItem()).products).toContain('assets');
    const more = [idOf('Everyday Checking'), idOf('Platypus Visa')];
    await visit(await createToken(select), { accounts: more }, 'exit');
    expect((await readItem()).products).toEqual(['transactions']);
    expect(await listShared()).toEqual(['Everyday Checking']);
  });
});

describe('products and consents', () => {
  it.each([Products.Assets, Products.Income, Products.IncomeVerification])('S5: a visit adds %s', async (product) => {
    give();
    const { opened } = await visit(await createToken({ products: [product] }));
    expect(opened).toMatchObject({ steps: ['consent'], asks: [product.replace('_', ' ')] });
    expect((await readItem()).products).toEqual(['transactions', product]);
  });

  it('S8: a visit adds consented products, and no product', async () => {
    give();
    await visit(await createToken({ additional_consented_products: [Products.Identity] }));
    expect(await readItem()).toMatchObject({
      products: ['transactions'],
      consented_products: ['transactions', 'identity'],
    });
  });

  it('S9: a visit adds the use cases of its customization', async () => {
    sandbox = createSandbox({ linkCustomizations: { lending: { useCases: ['Lend money', 'Track spending'] } } });
    plaid = createPlaidClient(sandbox);
    give({ consentedUseCases: ['Track spending'] });
    const { opened } = await visit(await createToken({ link_customization_name: 'lending' }));
    expect(opened).toMatchObject({ asks: ['Lend money'] });
    expect((await readItem()).consented_use_cases).toEqual(['Track spending', 'Lend money']);
  });

  it('S6: validation ends with what Auth and Identity need', async () => {
    give({ sharedAccounts: ['Platypus Visa'], withheldProducts: ['identity'] });
    const request = { access_token: accessToken };
    expect((await refusal(plaid.authGet(request))).data['error_code']).toBe('NO_AUTH_ACCOUNTS');
    expect((await refusal(plaid.identityGet(request))).data['error_code']).toBe('ACCESS_NOT_GRANTED');
    const products = [Products.Auth, Products.Identity];
    const { opened } = await visit(await createToken({ products }), { accounts: [], withhold: ['identity'] });
    expect(opened).toMatchObject({ steps: ['accounts'] });
    expect((await plaid.authGet(request)).data.numbers.ach).toHaveLength(1);
    expect((await plaid.identityGet(request)).status).toBe(200);
    expect((await readItem()).products).toEqual(['transactions', 'auth', 'identity']);
  });

  it('S6: validation outside of the beta is a visit like any other', async () => {
    sandbox.plaid.validatesProducts = false;
    give({ sharedAccounts: ['Platypus Visa'] });
    await visit(await createToken({ products: [Products.Auth] }), { withhold: ['identity'] });
    const request = { access_token: accessToken };
    expect((await refusal(plaid.authGet(request))).data['error_code']).toBe('NO_AUTH_ACCOUNTS');
    expect((await refusal(plaid.identityGet(request))).data['error_code']).toBe('ACCESS_NOT_GRANTED');
  });

  it('S11: a plain visit gives back what the user had not permitted', async () => {
    give({ withheldProducts: ['auth'] });
    await visit(await createToken());
    expect((await plaid.authGet({ access_token: accessToken })).status).toBe(200);
  });

  it('S26: a visit verifies the micro-deposits', async () => {
    give();
    const [first] = sandbox.readAccounts(itemId);
    if (first === undefined) throw new Error('The Item has no account.');
    give({ accounts: [{ ...first, verification_status: 'pending_manual_verification' }] });
    const { opened } = await visit(await createToken());
    expect(opened).toMatchObject({ steps: ['code'] });
    const [account] = (await plaid.accountsGet({ access_token: accessToken })).data.accounts;
    expect(account?.verification_status).toBe('manually_verified');
  });

  it('S26: a visit uploads a document for its account', async () => {
    give();
    const account_ids = [idOf('Rainy Day Savings')];
    const request = { products: [Products.Identity], identity: { is_document_upload: true, account_ids } };
    const { opened } = await visit(await createToken(request));
    expect(opened).toMatchObject({ steps: ['upload'] });
    const { accounts } = (await plaid.identityDocumentsUploadsGet({ access_token: accessToken })).data;
    expect(accounts.map(({ name, documents }) => [name, documents?.length])).toEqual([
      ['Everyday Checking', 0],
      ['Rainy Day Savings', 1],
      ['Platypus Visa', 0],
    ]);
  });
});

describe("S14: a user's link token", () => {
  it('repairs the most recently broken Item, one visit after the other', async () => {
    const { userId, userToken } = sandbox.createUser();
    const items = ['Bank A', 'Bank B', 'Bank C'].map((institutionName) =>
      sandbox.createItem({ userId, institutionName }),
    );
    const [a, b] = items;
    sandbox.breakItem(b?.itemId ?? '');
    sandbox.breakItem(a?.itemId ?? '');
    sandbox.createItem({ error: 'ITEM_LOGIN_REQUIRED' });

    const token = await createToken({ access_token: null, user_token: userToken, update: { user: true } });
    expect((await visit(token)).opened).toMatchObject({ institution: { name: 'Bank A' } });
    const { data } = await plaid.userItemsGet({ user_id: userId });
    expect(data.items.map((item) => [item.institution_name, item.error?.error_code ?? null])).toEqual([
      ['Bank A', null],
      ['Bank B', 'ITEM_LOGIN_REQUIRED'],
      ['Bank C', null],
    ]);
    expect((await visit(token)).opened).toMatchObject({ institution: { name: 'Bank B' } });
    expect((await visit(token)).opened).toMatchObject({ ok: false, error: { error_code: 'ITEM_NO_ERROR' } });
    now += 30 * 60_000;
    expect((await visit(token)).opened).toMatchObject({ error: { error_code: 'INVALID_LINK_TOKEN' } });
  });

  it('repairs the Item that it names', async () => {
    const { userId, userToken } = sandbox.createUser();
    const named = sandbox.createItem({ userId, institutionName: 'Bank A', error: 'ITEM_LOGIN_REQUIRED' });
    sandbox.createItem({ userId, institutionName: 'Bank B', error: 'ITEM_LOGIN_REQUIRED' });
    const update = { user: true, item_ids: [named.itemId] };
    const token = await createToken({ access_token: null, user_token: userToken, update });
    expect((await visit(token)).opened).toMatchObject({ institution: { name: 'Bank A' } });
  });

  it("S28: has a reset of Plaid's own", async () => {
    const { userId } = sandbox.createUser();
    const items = [sandbox.createItem({ userId }), sandbox.createItem({ userId }), sandbox.createItem()];
    await plaid.sandboxUserResetLogin({ user_id: userId });
    expect(items.map((item) => sandbox.readItem(item.itemId).error)).toEqual([
      'ITEM_LOGIN_REQUIRED',
      'ITEM_LOGIN_REQUIRED',
      null,
    ]);
  });
});

describe('POST /item/remove', () => {
  it('takes the Item from Plaid, and Heron sees it', async () => {
    give({ endUserId: 'user-1' });
    await plaid.itemRemove({ access_token: accessToken });
    expect(sandbox.readItem(itemId).heron?.status).toBe('deleted_in_plaid');
    const { data } = await refusal(plaid.itemGet({ access_token: accessToken }));
    expect(data['error_code']).toBe('ITEM_NOT_FOUND');
  });
});
