// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { AccessFact, ItemFacts } from 'react-plaid-update-mode/server';
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
  type World,
} from './support/world.js';

const GET_AUTH = 'POST /auth/get';
const GET_IDENTITY = 'POST /identity/get';
const RECEIVED = { received_at: '2026-05-01T11:00:00Z' };

const denied = (code: string): Reply => json(plaidError('ITEM_ERROR', code), 400);

interface Given {
  accounts?: Reply;
  known?: ItemFacts['accounts'];
  item?: object;
  error?: object;
  calls?: Record<string, Reply>;
}

/** A connection whose login works and which lacks what `access` says. */
function createLackingWorld(access: Partial<AccessFact>, { accounts, known, item, error, calls = {} }: Given): World {
  const world = createWorld({ purposes: { validate_products: { products: ['auth'] } } });
  world.upstream.script(LIST_LINKS, heronList(heronLink({ status: 'active' })));
  world.upstream.script(GET_ITEM, plaidItem(ITEM, error, item));
  if (accounts) world.upstream.script(GET_ACCOUNTS, accounts);
  for (const [route, reply] of Object.entries(calls)) world.upstream.script(route, reply);
  rememberFacts(world, { access_error: { code: 'ACCESS_NOT_GRANTED', ...RECEIVED, ...access }, accounts: known });
  return world;
}

async function reportSuccess(world: World, purpose = 'restore_permissions') {
  let answer = await world.send('/repairs', report(world, { purpose }));
  while (answer.status === 202) {
    world.advance(15_000);
    answer = await world.send('/repairs', report(world, { purpose }));
  }
  return answer;
}

const BOTH = { billed_products: ['auth', 'identity', 'transactions'] };
const ACCOUNT = { account_id: CHECKING.account_id };

type Row = [code: string, what: string, access: Partial<AccessFact>, given: Given];

const RESTORED: Row[] = [
  [
    'ACCESS_NOT_GRANTED',
    'both products answer',
    {},
    { item: BOTH, calls: { [GET_AUTH]: json({}), [GET_IDENTITY]: json({}) } },
  ],
  ['NO_AUTH_ACCOUNTS', 'Auth answers', {}, { item: { billed_products: ['auth'] }, calls: { [GET_AUTH]: json({}) } }],
  [
    'PRODUCT_PERMISSIONS_REQUIRED',
    'Identity answers',
    {},
    { item: { billed_products: ['identity'] }, calls: { [GET_IDENTITY]: json({}) } },
  ],
  [
    'PRODUCT_PERMISSIONS_REQUIRED',
    'the product that it names answers',
    { products: ['identity'] },
    { item: BOTH, calls: { [GET_AUTH]: denied('NO_AUTH_ACCOUNTS'), [GET_IDENTITY]: json({}) } },
  ],
  ['USER_ACCOUNT_REVOKED', 'the account is there again', ACCOUNT, { accounts: plaidAccounts(CHECKING, CARD) }],
  [
    'USER_ACCOUNT_REVOKED',
    'the account is there again under another id',
    ACCOUNT,
    { known: [CHECKING], accounts: plaidAccounts({ ...CHECKING, account_id: 'acc-new' }) },
  ],
  [
    'USER_ACCOUNT_REVOKED',
    'an account came, which one was lost is not known',
    {},
    { known: [CARD], accounts: plaidAccounts(CARD, CHECKING) },
  ],
  ['ACCOUNTS_REMOVED', 'there are accounts', {}, { known: [], accounts: plaidAccounts(CHECKING) }],
  ['ASSETS_REVOKED', 'Assets is on the Item', {}, { item: { products: ['assets'] } }],
];

const NOT_RESTORED: Row[] = [
  [
    'ACCESS_NOT_GRANTED',
    'one product is still denied',
    {},
    { item: BOTH, calls: { [GET_AUTH]: json({}), [GET_IDENTITY]: denied('ACCESS_NOT_GRANTED') } },
  ],
  [
    'PRODUCT_PERMISSIONS_REQUIRED',
    'the product that it names is denied',
    { products: ['identity'] },
    { item: BOTH, calls: { [GET_AUTH]: json({}), [GET_IDENTITY]: denied('ACCESS_NOT_GRANTED') } },
  ],
  ['ACCESS_NOT_GRANTED', 'the Item itself names it', {}, { error: plaidError('ITEM_ERROR', 'ACCESS_NOT_GRANTED') }],
  [
    'USER_ACCOUNT_REVOKED',
    'the account is not there',
    ACCOUNT,
    { known: [CHECKING, CARD], accounts: plaidAccounts(CARD) },
  ],
  ['USER_ACCOUNT_REVOKED', 'an account went', {}, { known: [CHECKING, CARD], accounts: plaidAccounts(CARD) }],
  ['ACCOUNTS_REMOVED', 'there is no account', {}, { known: [], accounts: plaidAccounts() }],
  [
    'ACCOUNTS_REMOVED',
    'a product still has no account',
    {},
    {
      known: [CARD],
      accounts: plaidAccounts(CARD),
      item: BOTH,
      calls: { [GET_AUTH]: denied('NO_AUTH_ACCOUNTS'), [GET_IDENTITY]: json({}) },
    },
  ],
  ['ASSETS_REVOKED', 'Assets is not on the Item', {}, { item: { products: ['auth'] } }],
];

const UNKNOWN: Row[] = [
  ['ACCESS_NOT_GRANTED', 'no product of the Item is billed', {}, { item: { products: ['auth'], billed_products: [] } }],
  [
    'PRODUCT_PERMISSIONS_REQUIRED',
    'another product answers, and the one that it names is not billed yet',
    { products: ['identity'] },
    { item: { billed_products: ['auth'] }, calls: { [GET_AUTH]: json({}) } },
  ],
  [
    'ACCESS_NOT_GRANTED',
    'one product answers, and the other is not billed yet',
    {},
    { item: { products: ['auth', 'identity'], billed_products: ['auth'] }, calls: { [GET_AUTH]: json({}) } },
  ],
  [
    'ACCESS_NOT_GRANTED',
    'Plaid is away',
    {},
    { item: { billed_products: ['auth'] }, calls: { [GET_AUTH]: json({}, 500) } },
  ],
  [
    'USER_ACCOUNT_REVOKED',
    'the bank is away and Plaid goes by what it knew',
    ACCOUNT,
    { accounts: plaidAccounts(CHECKING), error: plaidError('INSTITUTION_ERROR', 'INSTITUTION_DOWN') },
  ],
  ['USER_ACCOUNT_REVOKED', 'the accounts are as they were', {}, { known: [CARD], accounts: plaidAccounts(CARD) }],
  [
    'USER_ACCOUNT_REVOKED',
    'the account can’t be known again',
    ACCOUNT,
    { known: [CARD], accounts: plaidAccounts(CARD, SAVINGS) },
  ],
  ['USER_ACCOUNT_REVOKED', 'Plaid does not tell the accounts', ACCOUNT, {}],
  ['USER_PERMISSION_REVOKED', 'the Item works', {}, { accounts: plaidAccounts(CARD) }],
  ['ACCOUNTS_REMOVED', 'Plaid does not tell the accounts', {}, {}],
  ['ASSETS_REVOKED', 'Plaid does not tell the products', {}, { item: { billed_products: undefined } }],
];

describe('S11: restore_permissions', () => {
  it.each(RESTORED)('after %s is repaired when %s', async (code, _what, access, given) => {
    const world = createLackingWorld({ ...access, code }, given);
    expect((await reportSuccess(world)).body).toMatchObject({ result: 'repaired' });
    expect(world.facts()).not.toHaveProperty('access_error');
    expect(world.repaired).toMatchObject([{ purpose: 'restore_permissions', isVerified: true }]);
  });

  it.each(NOT_RESTORED)('S12: after %s is still broken when %s', async (code, _what, access, given) => {
    const world = createLackingWorld({ ...access, code }, given);
    const { body } = await reportSuccess(world);
    expect(body).toMatchObject({ result: 'still_broken', integration_links: [{ access_error: {} }] });
    expect(world.facts()).toHaveProperty('access_error');
    expect(world.repaired).toEqual([]);
  });

  it.each(UNKNOWN)('after %s counts as done, unverified, when %s', async (code, _what, access, given) => {
    const world = createLackingWorld({ ...access, code }, given);
    expect((await reportSuccess(world)).body).toMatchObject({ result: 'unverifiable' });
    expect(world.facts()).not.toHaveProperty('access_error');
    expect(world.repaired).toMatchObject([{ isVerified: false }]);
  });

  it('asks no product that the Item is not billed for', async () => {
    const world = createLackingWorld({}, { item: { products: ['auth', 'identity'] } });
    await reportSuccess(world);
    expect(world.upstream.sent(GET_AUTH)).toEqual([]);
    expect(world.upstream.sent(GET_IDENTITY)).toEqual([]);
  });

  it('keeps an error that came after the visit', async () => {
    const world = createLackingWorld({ received_at: '2026-05-01T12:00:00Z' }, {});
    await reportSuccess(world);
    expect(world.facts()).toMatchObject({ access_error: { code: 'ACCESS_NOT_GRANTED' } });
  });
});

describe('an access error, after a success for something else,', () => {
  it.each(RESTORED)('of %s is gone when %s', async (code, _what, access, given) => {
    const world = createLackingWorld({ ...access, code }, given);
    expect((await reportSuccess(world, 'repair')).body).toMatchObject({ result: 'repaired' });
    expect(world.facts()).not.toHaveProperty('access_error');
  });

  it.each([...NOT_RESTORED, ...UNKNOWN])('of %s stays when %s', async (code, _what, access, given) => {
    const world = createLackingWorld({ ...access, code }, given);
    await reportSuccess(world, 'repair');
    expect(world.facts()).toHaveProperty('access_error');
  });

  it('S6: is gone once the products are validated', async () => {
    const world = createLackingWorld({ code: 'PRODUCT_PERMISSIONS_REQUIRED' }, { calls: { [GET_AUTH]: json({}) } });
    expect((await reportSuccess(world, 'validate_products')).body).toMatchObject({ result: 'repaired' });
    expect(world.facts()).not.toHaveProperty('access_error');
  });

  it.each(['PRODUCT_PERMISSIONS_REQUIRED', 'ACCESS_NOT_GRANTED'])(
    'S6: stays when %s is about another product than those that were validated',
    async (code) => {
      const given = { item: { billed_products: ['auth'] }, calls: { [GET_AUTH]: json({}) } };
      const world = createLackingWorld({ code, products: ['identity'] }, given);
      expect((await reportSuccess(world, 'validate_products')).body).toMatchObject({ result: 'repaired' });
      expect(world.facts()).toMatchObject({ access_error: { code, products: ['identity'] } });
    },
  );

  it('stays after an exit', async () => {
    const world = createLackingWorld({}, { item: BOTH, calls: { [GET_AUTH]: json({}), [GET_IDENTITY]: json({}) } });
    await world.send('/repairs', report(world, { purpose: 'restore_permissions', outcome: 'exit' }));
    expect(world.facts()).toHaveProperty('access_error');
  });
});
