// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type {
  ChangedAccounts,
  ItemFacts,
  KnownAccount,
  UpdateModeHandlerOptions,
} from 'react-plaid-update-mode/server';
import { CARD, CHECKING, plaidAccounts, SAVINGS } from './support/accounts.js';
import { json, plaidError, plaidItem, type Reply } from './support/upstream.js';
import {
  createWorld,
  GET_ACCOUNTS,
  GET_ITEM,
  heronLink,
  heronList,
  ITEM,
  LIST_LINKS,
  rememberFacts,
  report,
  UPDATE_LINK,
  USER,
  type User,
  type World,
} from './support/world.js';

const GET_AUTH = 'POST /auth/get';
const GET_IDENTITY = 'POST /identity/get';

interface WatchedWorld extends World {
  changes: ChangedAccounts<User>[];
}

/** A connection that works, whose user shared `known` when Plaid last told. */
function createSharingWorld(
  known: KnownAccount[] | undefined,
  answer: Reply,
  options: Partial<UpdateModeHandlerOptions<User>> = {},
): WatchedWorld {
  const changes: ChangedAccounts<User>[] = [];
  const world = createWorld({ onAccountsChanged: (changed) => void changes.push(changed), ...options });
  world.upstream.script(LIST_LINKS, heronList(heronLink({ status: 'active' })));
  world.upstream.script(GET_ACCOUNTS, answer);
  rememberFacts(world, { accounts: known });
  return { ...world, changes };
}

const send = (world: World, changes: Record<string, unknown> = {}) => world.send('/repairs', report(world, changes));
const withId = (account: KnownAccount, account_id: string): KnownAccount => ({ ...account, account_id });
const TOO_LITTLE = { code: 'ACCOUNTS_REMOVED', received_at: '2026-05-01T12:00:00.000Z' };

describe.each(['repair', 'select_accounts', 'renew_consent'])('after a success for %s', (purpose) => {
  it('S21: the app is told which accounts came and went, and the browser how many', async () => {
    const world = createSharingWorld([CHECKING, CARD], plaidAccounts(CHECKING, SAVINGS));
    const { text, body } = await send(world, { purpose });
    expect(world.changes).toEqual([{ caller: { id: USER }, itemId: ITEM, added: [SAVINGS], removed: [CARD] }]);
    expect(body).toMatchObject({ accounts: { added: 1, removed: 1 } });
    expect(text).not.toContain('acc-');
    expect(text).not.toContain('Savings');
    expect(world.facts().accounts).toEqual([CHECKING, SAVINGS]);
  });

  it('nobody is told of accounts that are the same', async () => {
    const world = createSharingWorld([CHECKING, CARD], plaidAccounts(CARD, CHECKING));
    expect((await send(world, { purpose })).body).toMatchObject({ accounts: { added: 0, removed: 0 } });
    expect(world.changes).toEqual([]);
  });
});

describe('the comparison of accounts', () => {
  it.each<[string, KnownAccount, KnownAccount]>([
    [
      'persistent_account_id',
      { ...CHECKING, persistent_account_id: 'tan-1' },
      { ...withId(CHECKING, 'acc-new'), persistent_account_id: 'tan-1', mask: '9999', name: 'Renamed' },
    ],
    ['mask, type, subtype and name', CHECKING, withId(CHECKING, 'acc-new')],
  ])('knows an account with a new id again by its %s', async (_what, before, after) => {
    const world = createSharingWorld([before, CARD], plaidAccounts(after, CARD));
    expect((await send(world)).body).toMatchObject({ accounts: { added: 0, removed: 0 } });
    expect(world.changes).toEqual([]);
    expect(world.facts().accounts).toEqual([after, CARD]);
  });

  it.each<[string, KnownAccount]>([
    ['another mask', { ...CHECKING, mask: '4444' }],
    ['no mask', { ...CHECKING, mask: undefined }],
    ['another subtype', { ...CHECKING, subtype: 'savings' }],
  ])('takes an account with a new id and %s for another one', async (_what, account) => {
    const world = createSharingWorld([CHECKING], plaidAccounts(withId(account, 'acc-new')));
    expect((await send(world)).body).toMatchObject({ accounts: { added: 1, removed: 1 } });
  });

  it('knows no account without a mask again by its name', async () => {
    const nameless = { ...CHECKING, mask: undefined };
    const world = createSharingWorld([nameless], plaidAccounts(withId(nameless, 'acc-new')));
    expect((await send(world)).body).toMatchObject({ accounts: { added: 1, removed: 1 } });
  });

  it('pairs two accounts that look alike one by one', async () => {
    const twin = withId(CHECKING, 'acc-twin');
    const world = createSharingWorld([CHECKING, twin], plaidAccounts(withId(CHECKING, 'acc-new')));
    expect((await send(world)).body).toMatchObject({ accounts: { added: 0, removed: 1 } });
  });

  it('S27: has no result where nothing was known before, and begins to know', async () => {
    const world = createSharingWorld(undefined, plaidAccounts(CHECKING, SAVINGS));
    const { body } = await send(world);
    expect(body).toMatchObject({ result: 'repaired' });
    expect(body).not.toHaveProperty('accounts');
    expect(world.changes).toEqual([]);
    expect(world.facts().accounts).toEqual([CHECKING, SAVINGS]);
  });

  it('S27: of an Item that shares all of its accounts without a choice is no failure', async () => {
    const world = createSharingWorld([CHECKING], plaidAccounts(CHECKING, SAVINGS, CARD));
    expect((await send(world)).body).toMatchObject({ result: 'repaired', accounts: { added: 2, removed: 0 } });
  });

  it.each<[string, Reply]>([
    ['refuses', json(plaidError('ITEM_ERROR', 'PRODUCTS_NOT_SUPPORTED'), 400)],
    ['is away', json({}, 500)],
    ['says nothing', 'silence'],
    ['answers without accounts', json({})],
  ])('S27: is left out where Plaid %s, and the visit is what it is', async (_what, reply) => {
    const world = createSharingWorld([CHECKING], reply, { upstreamTimeLimitMs: 20 });
    const { body } = await send(world);
    expect(body).toMatchObject({ result: 'repaired' });
    expect(body).not.toHaveProperty('accounts');
    expect(world.changes).toEqual([]);
    expect(world.facts()).toMatchObject({ accounts: [CHECKING] });
  });

  it('remembers neither balances nor what Plaid leaves empty', async () => {
    const world = createSharingWorld(undefined, plaidAccounts(CHECKING));
    await send(world);
    expect(world.facts().accounts).toEqual([CHECKING]);
  });
});

describe('onAccountsChanged', () => {
  it('is awaited, with the new accounts in the facts already', async () => {
    const seen: ItemFacts['accounts'][] = [];
    const world = createSharingWorld([CHECKING], plaidAccounts(CHECKING, SAVINGS), {
      onAccountsChanged: async () => {
        await Promise.resolve();
        seen.push(world.facts().accounts);
      },
    });
    await send(world);
    expect(seen).toEqual([[CHECKING, SAVINGS]]);
  });

  it('is called once, also where the report is sent again', async () => {
    const world = createSharingWorld([CHECKING], plaidAccounts(CHECKING, SAVINGS));
    await send(world);
    await send(world);
    expect(world.changes).toHaveLength(1);
  });

  it('is not called for what another report has found meanwhile', async () => {
    const world = createSharingWorld([CHECKING], plaidAccounts(CHECKING, SAVINGS));
    world.upstream.script(UPDATE_LINK, () => {
      rememberFacts(world, { accounts: [CHECKING, SAVINGS] });
      return Response.json({ integration_link: heronLink({ status: 'pending' }) });
    });
    expect((await send(world)).body).toMatchObject({ result: 'repaired', accounts: { added: 0, removed: 0 } });
    expect(world.changes).toEqual([]);
  });

  it('harms nothing when it throws, and is logged', async () => {
    const world = createSharingWorld([CHECKING], plaidAccounts(SAVINGS), {
      onAccountsChanged: () => {
        throw new TypeError('could not delete');
      },
    });
    expect((await send(world)).body).toMatchObject({ result: 'repaired' });
    expect(world.log).toEqual([
      { code: 'internal', operation: 'onAccountsChanged', itemId: ITEM, errorName: 'TypeError' },
    ]);
  });

  it('S25: names the accounts whose recurring streams the app may refresh, before onRepaired, and refreshes nothing itself', async () => {
    const calls: string[] = [];
    const world = createSharingWorld([CHECKING], plaidAccounts(CHECKING, SAVINGS), {
      onAccountsChanged: ({ added }) => void calls.push(`added ${added.map(({ account_id }) => account_id).join()}`),
      onRepaired: ({ purpose }) => void calls.push(`repaired ${purpose}`),
    });
    await send(world, { purpose: 'select_accounts' });
    expect(calls).toEqual([`added ${SAVINGS.account_id}`, 'repaired select_accounts']);
    expect(world.upstream.requests.map(({ route }) => route).join()).not.toContain('/transactions/');
  });
});

describe.each(['exit', 'unknown'])('S21: after a visit with the outcome %s', (outcome) => {
  it('accounts that came and went are told all the same', async () => {
    const world = createSharingWorld([CHECKING, CARD], plaidAccounts(CHECKING, SAVINGS));
    const { body } = await send(world, { outcome });
    expect(body).toMatchObject({ result: 'unchanged', accounts: { added: 1, removed: 1 } });
    expect(world.changes).toMatchObject([{ added: [SAVINGS], removed: [CARD] }]);
    expect((await send(world, { outcome })).body).toMatchObject({ accounts: { added: 1, removed: 1 } });
    expect(world.changes).toHaveLength(1);
  });
});

describe('S12: a visit that took away too much', () => {
  const billed = plaidItem(ITEM, null, { billed_products: ['auth', 'transactions'] });
  const isDenied = json(plaidError('ITEM_ERROR', 'NO_AUTH_ACCOUNTS'), 400);

  it.each<[string, Reply]>([
    ['Plaid lists no account', plaidAccounts()],
    ['Plaid says NO_ACCOUNTS', json(plaidError('ITEM_ERROR', 'NO_ACCOUNTS'), 400)],
  ])('is no repair: %s', async (_what, reply) => {
    const world = createSharingWorld([CHECKING, CARD], reply);
    const { body } = await send(world);
    expect(body).toMatchObject({
      result: 'still_broken',
      integration_links: [{ access_error: { code: 'ACCOUNTS_REMOVED' } }],
    });
    expect(world.facts().access_error).toEqual(TOO_LITTLE);
    expect(world.repaired).toEqual([]);
    expect(world.upstream.sent(UPDATE_LINK)).toHaveLength(1);
    expect((await world.send('/integration-links')).body).toMatchObject({
      integration_links: [{ access_error: { code: 'ACCOUNTS_REMOVED' } }],
    });
  });

  it('is none either for a login that works again', async () => {
    const world = createSharingWorld([CHECKING], plaidAccounts());
    world.upstream.script(LIST_LINKS, heronList(heronLink()));
    expect((await send(world)).body).toMatchObject({ result: 'still_broken' });
    expect(world.repaired).toEqual([]);
  });

  it('has nobody delete anything because of NO_ACCOUNTS, which banks cause for a while as well', async () => {
    const world = createSharingWorld([CHECKING], json(plaidError('ITEM_ERROR', 'NO_ACCOUNTS'), 400));
    expect((await send(world)).body).not.toHaveProperty('accounts');
    expect(world.changes).toEqual([]);
    expect(world.facts().accounts).toEqual([CHECKING]);
  });

  it('is no repair where Plaid names NO_ACCOUNTS as the error of the Item', async () => {
    const world = createSharingWorld(undefined, json(plaidError('ITEM_ERROR', 'NO_ACCOUNTS'), 400));
    world.upstream.script(GET_ITEM, plaidItem(ITEM, plaidError('ITEM_ERROR', 'NO_ACCOUNTS')));
    expect((await send(world)).body).toMatchObject({ result: 'still_broken' });
  });

  it('is none either where a product of the Item is left without an account', async () => {
    const world = createSharingWorld([CHECKING, CARD], plaidAccounts(CARD));
    world.upstream.script(GET_ITEM, billed);
    world.upstream.script(GET_AUTH, isDenied);
    const { body } = await send(world, { purpose: 'select_accounts' });
    expect(body).toMatchObject({ result: 'still_broken', accounts: { added: 0, removed: 1 } });
    expect(world.facts().access_error).toEqual(TOO_LITTLE);
    expect(world.changes).toMatchObject([{ removed: [CHECKING] }]);
  });

  it('is remembered after an exit as well', async () => {
    const world = createSharingWorld([CHECKING], plaidAccounts());
    world.upstream.script(LIST_LINKS, heronList(heronLink()));
    expect((await send(world, { outcome: 'exit' })).body).toMatchObject({
      result: 'unchanged',
      integration_links: [{ access_error: { code: 'ACCOUNTS_REMOVED' } }],
    });
    expect(world.repaired).toEqual([]);
  });

  it('is not what it looks like while the product answers, or nobody pays for it yet', async () => {
    const answering = createSharingWorld([CHECKING, CARD], plaidAccounts(CHECKING));
    answering.upstream.script(GET_ITEM, billed);
    answering.upstream.script(GET_AUTH, json({}));
    expect((await send(answering)).body).toMatchObject({ result: 'repaired' });

    const unbilled = createSharingWorld([CHECKING, CARD], plaidAccounts(CHECKING));
    unbilled.upstream.script(GET_ITEM, plaidItem(ITEM, null, { products: ['auth', 'identity'] }));
    expect((await send(unbilled)).body).toMatchObject({ result: 'repaired' });
    expect(unbilled.upstream.sent(GET_AUTH)).toEqual([]);
  });

  it('is not one where a product is not ready', async () => {
    const world = createSharingWorld([CHECKING, CARD], plaidAccounts(CHECKING));
    world.upstream.script(GET_ITEM, billed);
    world.upstream.script(GET_AUTH, json(plaidError('ITEM_ERROR', 'PRODUCT_NOT_READY'), 400));
    expect((await send(world)).body).toMatchObject({ result: 'repaired' });
  });

  it('asks no product where no account went, and counts a product that is away as answering', async () => {
    const world = createSharingWorld([CHECKING], plaidAccounts(CHECKING, SAVINGS));
    world.upstream.script(GET_ITEM, plaidItem(ITEM, null, { billed_products: ['identity'] }));
    world.upstream.script(GET_IDENTITY, json({}, 500));
    expect((await send(world)).body).toMatchObject({ result: 'repaired' });
    expect(world.upstream.sent(GET_IDENTITY)).toEqual([]);
    world.upstream.script(GET_ACCOUNTS, plaidAccounts(CHECKING));
    expect((await world.send('/repairs', report(world, {}, 'visit-2'))).body).toMatchObject({ result: 'repaired' });
    expect(world.upstream.sent(GET_IDENTITY)).toHaveLength(1);
  });
});

describe('S24: Assets', () => {
  const before = { asked_at: '2026-05-01T11:58:00Z', purpose: 'select_accounts', products: ['assets', 'auth'] };

  function createAssetsWorld(products: string[] | undefined, facts: ItemFacts = {}): World {
    const world = createSharingWorld(undefined, plaidAccounts(CHECKING, SAVINGS));
    world.upstream.script(GET_ITEM, plaidItem(ITEM, null, { products, billed_products: undefined }));
    rememberFacts(world, { accounts: [CHECKING], before, ...facts });
    return world;
  }

  const sendExit = (world: World) => send(world, { purpose: 'select_accounts', outcome: 'exit' });

  it('are revoked by a visit that added accounts and was not finished: the list says so', async () => {
    const world = createAssetsWorld(['auth']);
    expect((await sendExit(world)).body).toMatchObject({
      result: 'unchanged',
      integration_links: [{ access_error: { code: 'ASSETS_REVOKED' } }],
    });
    expect(world.facts()).toMatchObject({ access_error: { code: 'ASSETS_REVOKED' } });
  });

  it.each<[string, string[] | undefined, ItemFacts]>([
    ['are still there', ['auth', 'assets'], {}],
    ['were not there before', ['auth'], { before: { ...before, products: ['auth'] } }],
    ['can’t be seen', undefined, {}],
    ['were there in a look for another visit', ['auth'], { before: { ...before, purpose: 'repair' } }],
    ['were there in a look of long ago', ['auth'], { before: { ...before, asked_at: '2026-04-01T00:00:00Z' } }],
  ])('are not called revoked where they %s', async (_what, products, facts) => {
    const world = createAssetsWorld(products, facts);
    await sendExit(world);
    expect(world.facts()).not.toHaveProperty('access_error');
  });

  it('are back after a visit that adds them again', async () => {
    const world = createSharingWorld([CHECKING], plaidAccounts(CHECKING), {
      purposes: { add_product: { products: ['assets'] } },
    });
    rememberFacts(world, { access_error: { code: 'ASSETS_REVOKED', received_at: '2026-05-01T11:00:00Z' } });
    world.upstream.script(GET_ITEM, plaidItem(ITEM, null, { products: ['assets'] }));
    expect((await send(world, { purpose: 'add_product' })).body).toMatchObject({ result: 'repaired' });
    expect(world.facts()).not.toHaveProperty('access_error');
  });
});
