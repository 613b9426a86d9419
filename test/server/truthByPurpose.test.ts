// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { ItemFacts, PurposeKind, UpdateModeHandlerOptions } from 'react-plaid-update-mode/server';
import { CARD, CHECKING, plaidAccounts, SAVINGS } from './support/accounts.js';
import { ACCESS_TOKEN } from './support/secrets.js';
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
  type Answer,
  type User,
  type World,
} from './support/world.js';

const GET_AUTH = 'POST /auth/get';
const GET_IDENTITY = 'POST /identity/get';
const GET_UPLOADS = 'POST /identity/documents/uploads/get';
const EARLIER = '2026-05-10T00:00:00Z';
const LATER = '2027-05-10T00:00:00Z';

const purposes: UpdateModeHandlerOptions<User>['purposes'] = {
  add_product: { products: ['assets'] },
  validate_products: { products: ['auth', 'identity'] },
  add_consented_products: { additional_consented_products: ['identity', 'auth'] },
  add_use_cases: { link_customization_name: 'more' },
  verify_micro_deposits: {},
  collect_documents: { account: () => CHECKING.account_id },
};

interface Case {
  facts?: ItemFacts;
  before?: object;
  item?: object;
  error?: object;
  /** What Plaid's other calls answer. */
  calls?: Record<string, Reply>;
}

/** A connection that works at Plaid and at Heron, so that nothing but the purpose decides. */
function createHealthyWorld(purpose: string, { facts, before, item = {}, error, calls = {} }: Case): World {
  const world = createWorld({ purposes });
  world.upstream.script(LIST_LINKS, heronList(heronLink({ status: 'active' })));
  world.upstream.script(GET_ITEM, plaidItem(ITEM, error, item));
  for (const [route, reply] of Object.entries(calls)) world.upstream.script(route, reply);
  const asked = { asked_at: '2026-05-01T11:58:00Z', purpose };
  rememberFacts(world, { ...facts, before: before && { ...asked, ...before } });
  return world;
}

/** Reports a success until the answer is final. */
async function reportSuccess(world: World, purpose: string) {
  let attempts = 1;
  let answer = await world.send('/repairs', report(world, { purpose }));
  for (; answer.status === 202; attempts += 1) {
    world.advance(15_000);
    answer = await world.send('/repairs', report(world, { purpose }));
  }
  return { ...answer, attempts };
}

const denied = (code: string): Reply => json(plaidError('ITEM_ERROR', code), 400);
const answered = json({ accounts: [], request_id: 'x' });
const upload = (uploaded_at?: string): Reply =>
  json({ accounts: [{ account_id: 'a', documents: [{ document_id: 'd', metadata: { uploaded_at } }] }] });
const verification = (verification_status: string): Record<string, Reply> => ({
  [GET_ACCOUNTS]: plaidAccounts({ ...CHECKING, verification_status }),
});

type Row = [kind: PurposeKind, what: string, given: Case, result: string];

/** What is so at once. */
const SETTLED: Row[] = [
  ['repair', 'no login error', {}, 'repaired'],
  [
    'renew_consent',
    'a consent that ends later',
    { before: { consent_expiration_time: EARLIER }, item: { consent_expiration_time: LATER } },
    'repaired',
  ],
  [
    'renew_consent',
    'a consent that ends later than Plaid said last, without a look before the visit',
    { facts: { consent_expiration_time: EARLIER }, item: { consent_expiration_time: LATER } },
    'repaired',
  ],
  ['renew_consent', 'no end known before', { item: { consent_expiration_time: LATER } }, 'unverifiable'],
  [
    'renew_consent',
    'a consent that does not end',
    { before: { consent_expiration_time: EARLIER }, item: { consent_expiration_time: null } },
    'unverifiable',
  ],
  [
    'renew_consent',
    'a look that was taken after the visit, and can tell nothing',
    {
      before: { consent_expiration_time: LATER, asked_at: '2026-05-01T12:00:00Z' },
      item: { consent_expiration_time: LATER },
    },
    'unverifiable',
  ],
  ['select_accounts', 'a choice that changed nothing', { facts: { accounts: [CHECKING] } }, 'repaired'],
  ['add_product', 'the product on the Item', { item: { products: ['transactions', 'assets'] } }, 'repaired'],
  ['add_product', 'the product billed', { item: { billed_products: ['assets'] } }, 'repaired'],
  ['add_product', 'an Item without `products`, which may hold what is not billed yet', {}, 'unverifiable'],
  [
    'validate_products',
    'both calls answering',
    { calls: { [GET_AUTH]: answered, [GET_IDENTITY]: answered } },
    'repaired',
  ],
  [
    'validate_products',
    'one product that was not granted',
    { calls: { [GET_AUTH]: answered, [GET_IDENTITY]: denied('ACCESS_NOT_GRANTED') } },
    'still_broken',
  ],
  [
    'validate_products',
    'no account for Auth',
    { calls: { [GET_AUTH]: denied('NO_AUTH_ACCOUNTS'), [GET_IDENTITY]: answered } },
    'still_broken',
  ],
  [
    'validate_products',
    'no depository account for Auth, which Plaid spells in small letters',
    { calls: { [GET_AUTH]: denied('no-depository-accounts'), [GET_IDENTITY]: answered } },
    'still_broken',
  ],
  [
    'validate_products',
    'one product that is not ready and one that was not granted',
    { calls: { [GET_AUTH]: denied('PRODUCT_NOT_READY'), [GET_IDENTITY]: denied('ACCESS_NOT_GRANTED') } },
    'still_broken',
  ],
  [
    'validate_products',
    'a bank without the product',
    { calls: { [GET_AUTH]: denied('PRODUCTS_NOT_SUPPORTED'), [GET_IDENTITY]: answered } },
    'unverifiable',
  ],
  [
    'add_consented_products',
    'all products consented to',
    { item: { consented_products: ['identity', 'transactions', 'auth'] } },
    'repaired',
  ],
  ['add_consented_products', 'an Item without Data Transparency Messaging', {}, 'unverifiable'],
  [
    'add_use_cases',
    'a use case more than before',
    { before: { consented_use_cases: ['a'] }, item: { consented_use_cases: ['a', 'b'] } },
    'repaired',
  ],
  [
    'add_use_cases',
    'the same use cases as before',
    { before: { consented_use_cases: ['a'] }, item: { consented_use_cases: ['a'] } },
    'unverifiable',
  ],
  ['add_use_cases', 'none known before', { item: { consented_use_cases: ['a'] } }, 'unverifiable'],
  ['restore_permissions', 'nothing known to be missing', {}, 'unverifiable'],
  [
    'restore_permissions',
    'a login error that is gone',
    { facts: { error: { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED' } } },
    'repaired',
  ],
  [
    'restore_permissions',
    'a login error that an outage hides',
    {
      facts: { error: { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED' } },
      error: plaidError('INSTITUTION_ERROR', 'INSTITUTION_DOWN'),
    },
    'unverifiable',
  ],
  [
    'restore_permissions',
    'a login error that an outage hides, with which Plaid refuses to tell of the Item',
    {
      facts: { error: { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED' } },
      calls: { [GET_ITEM]: json(plaidError('INSTITUTION_ERROR', 'INSTITUTION_DOWN'), 400) },
    },
    'unverifiable',
  ],
  [
    'repair',
    'a login error that an outage hides, with which Plaid refuses to tell of the Item',
    {
      facts: { error: { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED' } },
      calls: { [GET_ITEM]: json(plaidError('INSTITUTION_ERROR', 'INSTITUTION_DOWN'), 400) },
    },
    'repaired',
  ],
  ['verify_micro_deposits', 'a code that was right', { calls: verification('manually_verified') }, 'repaired'],
  ['verify_micro_deposits', 'three wrong codes', { calls: verification('verification_failed') }, 'still_broken'],
  ['verify_micro_deposits', 'an account that waits for none', { calls: verification('') }, 'unverifiable'],
  ['verify_micro_deposits', 'accounts that Plaid does not tell', {}, 'unverifiable'],
  [
    'collect_documents',
    'an upload during the visit',
    { calls: { [GET_UPLOADS]: upload('2026-05-01T11:59:30Z') } },
    'repaired',
  ],
  [
    'collect_documents',
    'an upload after the look before the visit, by a browser whose clock is ahead',
    { before: {}, calls: { [GET_UPLOADS]: upload('2026-05-01T11:58:10Z') } },
    'repaired',
  ],
  ['collect_documents', 'an upload of an unknown time', { calls: { [GET_UPLOADS]: upload() } }, 'unverifiable'],
  [
    'collect_documents',
    'an app without Identity Document Upload',
    { calls: { [GET_UPLOADS]: json(plaidError('INVALID_INPUT', 'INVALID_PRODUCT'), 400) } },
    'unverifiable',
  ],
];

/** What Plaid may be late with. */
const MISSING: Row[] = [
  [
    'renew_consent',
    'a consent that ends when it did',
    { before: { consent_expiration_time: EARLIER }, item: { consent_expiration_time: EARLIER } },
    'still_broken',
  ],
  ['add_product', 'an Item without the product', { item: { products: ['transactions'] } }, 'still_broken'],
  [
    'add_product',
    'a product that the user has consented to alone',
    { item: { products: ['transactions'], consented_products: ['assets'] } },
    'still_broken',
  ],
  [
    'add_consented_products',
    'one product consented to of two',
    { item: { consented_products: ['identity'] } },
    'still_broken',
  ],
  [
    'validate_products',
    'a product that is not ready',
    { calls: { [GET_AUTH]: denied('PRODUCT_NOT_READY'), [GET_IDENTITY]: answered } },
    'unverifiable',
  ],
  [
    'validate_products',
    'a call that names a login error',
    { calls: { [GET_AUTH]: denied('ITEM_LOGIN_REQUIRED'), [GET_IDENTITY]: answered } },
    'still_broken',
  ],
  [
    'verify_micro_deposits',
    'a code that still has to be entered',
    { calls: verification('pending_manual_verification') },
    'unchanged',
  ],
  [
    'collect_documents',
    'an upload from before the visit',
    { calls: { [GET_UPLOADS]: upload('2026-05-01T11:00:00Z') } },
    'still_broken',
  ],
];

describe('a success for', () => {
  it.each(SETTLED)('%s, with %s', async (purpose, _what, given, result) => {
    const world = createHealthyWorld(purpose, given);
    const answer = await reportSuccess(world, purpose);
    expect(answer).toMatchObject({ status: 200, attempts: 1, body: { result } });
  });

  it.each(MISSING)('%s, with %s, is asked about for its minute', async (purpose, _what, given, result) => {
    const world = createHealthyWorld(purpose, given);
    const answer = await reportSuccess(world, purpose);
    expect(answer).toMatchObject({ status: 200, body: { result } });
    expect(answer.attempts).toBeGreaterThan(2);
    expect(world.facts()).not.toHaveProperty('checking');
  });

  it.each([...SETTLED, ...MISSING])('%s, with %s, has Heron sync', async (purpose, _what, given) => {
    const world = createHealthyWorld(purpose, given);
    await reportSuccess(world, purpose);
    const puts = world.upstream.sent(UPDATE_LINK);
    expect(puts.map(({ body }) => body)).toEqual([{ end_user: { access_token: ACCESS_TOKEN } }]);
  });

  it.each([...SETTLED, ...MISSING])(
    'S12: %s, with %s, tells the app of a repair exactly when it is none that is missing',
    async (purpose, _what, given, result) => {
      const world = createHealthyWorld(purpose, given);
      await reportSuccess(world, purpose);
      const isVerified = result === 'repaired';
      const isTold = isVerified || result === 'unverifiable';
      expect(world.repaired).toMatchObject(isTold ? [{ itemId: ITEM, purpose, isVerified }] : []);
      expect('repaired_at' in world.facts()).toBe(isTold);
    },
  );

  it('renew_consent is repaired when Plaid comes round, and remembers the new end', async () => {
    const world = createHealthyWorld('renew_consent', { before: { consent_expiration_time: EARLIER } });
    const first = plaidItem(ITEM, null, { consent_expiration_time: EARLIER });
    world.upstream.script(GET_ITEM, first, plaidItem(ITEM, null, { consent_expiration_time: LATER }));
    const answer = await reportSuccess(world, 'renew_consent');
    expect(answer.attempts).toBe(2);
    expect(answer.body).toMatchObject({
      result: 'repaired',
      integration_links: [{ consent_expiration_time: LATER }],
    });
    expect(world.facts()).toMatchObject({ consent_expiration_time: LATER });
  });

  it('renew_consent sees the new end also when a login error was there at first', async () => {
    const world = createHealthyWorld('renew_consent', { facts: { consent_expiration_time: EARLIER } });
    const renewed = { consent_expiration_time: LATER };
    const error = plaidError('ITEM_ERROR', 'ITEM_LOGIN_REQUIRED');
    world.upstream.script(GET_ITEM, plaidItem(ITEM, error, renewed), plaidItem(ITEM, null, renewed));
    expect((await reportSuccess(world, 'renew_consent')).body).toMatchObject({ result: 'repaired' });
  });

  it('add_product knows Income under the other of its two names', async () => {
    const world = createWorld({ purposes: { add_product: { products: ['income'] } } });
    world.upstream.script(GET_ITEM, plaidItem(ITEM, null, { products: ['income_verification'] }));
    expect((await reportSuccess(world, 'add_product')).body).toMatchObject({ result: 'repaired' });
  });

  it('any purpose waits while a login error is there', async () => {
    for (const purpose of ['select_accounts', 'add_product', 'restore_permissions']) {
      const world = createHealthyWorld(purpose, {});
      world.upstream.script(GET_ITEM, plaidItem(ITEM, plaidError('ITEM_ERROR', 'ITEM_LOGIN_REQUIRED')));
      const answer = await reportSuccess(world, purpose);
      expect(answer.body).toMatchObject({ result: 'still_broken' });
      expect(answer.attempts).toBeGreaterThan(2);
      expect(world.upstream.sent(UPDATE_LINK)).toEqual([]);
    }
  });

  it('validate_products names what is not granted, remembers it, and asks with the stored token alone', async () => {
    const calls = { [GET_AUTH]: denied('NO_AUTH_ACCOUNTS'), [GET_IDENTITY]: answered };
    const world = createHealthyWorld('validate_products', { calls });
    const { body } = await reportSuccess(world, 'validate_products');
    expect(body).toMatchObject({ integration_links: [{ access_error: { code: 'NO_AUTH_ACCOUNTS' } }] });
    expect(world.facts().access_error).toEqual({
      code: 'NO_AUTH_ACCOUNTS',
      products: ['auth'],
      received_at: '2026-05-01T12:00:00.000Z',
    });
    expect(world.upstream.sent(GET_AUTH).map((sent) => sent.body)).toEqual([{ access_token: ACCESS_TOKEN }]);
  });

  it('validate_products is asked about later when Plaid is away', async () => {
    const calls = { [GET_AUTH]: json({}, 500), [GET_IDENTITY]: answered };
    const world = createHealthyWorld('validate_products', { calls });
    expect(await world.send('/repairs', report(world, { purpose: 'validate_products' }))).toMatchObject({
      status: 503,
      body: { code: 'plaid_unavailable' },
    });
  });

  it('what is missing still repairs the login that was broken, and the app hears of that', async () => {
    const world = createHealthyWorld('add_product', { item: { products: [] } });
    world.upstream.script(LIST_LINKS, heronList(heronLink()));
    const { body } = await reportSuccess(world, 'add_product');
    expect(body).toMatchObject({ result: 'still_broken' });
    expect(world.repaired).toMatchObject([{ purpose: 'repair', isVerified: true }]);
    expect(world.facts()).toHaveProperty('repaired_at');
  });

  it('restore_permissions is still broken where the Item names a permission that nobody knew to be missing', async () => {
    const facts = { error: { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED' } };
    const error = plaidError('ITEM_ERROR', 'ACCESS_NOT_GRANTED');
    const world = createHealthyWorld('restore_permissions', { facts, error });
    expect(await reportSuccess(world, 'restore_permissions')).toMatchObject({
      attempts: 1,
      body: { result: 'still_broken', integration_links: [{ access_error: { code: 'ACCESS_NOT_GRANTED' } }] },
    });
    expect(world.repaired).toMatchObject([{ purpose: 'repair' }]);
  });

  it.each([
    ['repair', {}, 'unchanged', 0],
    ['add_product', { products: ['assets'] }, 'repaired', 1],
  ])('%s, of a link that Heron serves no more, is what Plaid says and no sync', async (purpose, item, result, told) => {
    const world = createHealthyWorld(purpose, { item });
    world.upstream.script(LIST_LINKS, heronList(heronLink({ status: 'sync_disabled' })));
    expect((await reportSuccess(world, purpose)).body).toMatchObject({ result });
    expect(world.upstream.sent(UPDATE_LINK)).toEqual([]);
    expect(world.repaired).toHaveLength(told);
  });
});

describe('the same report again, its answer lost,', () => {
  it.each([
    ['add_use_cases', 'unverifiable'],
    ['select_accounts', 'repaired'],
  ])('of %s is answered alike, and nothing is done again', async (purpose, result) => {
    const world = createHealthyWorld(purpose, { facts: { accounts: [CHECKING] } });
    world.upstream.script(GET_ACCOUNTS, plaidAccounts(CHECKING, SAVINGS));
    const expected = { result, accounts: { added: 1, removed: 0 } };
    expect((await reportSuccess(world, purpose)).body).toMatchObject(expected);
    expect((await reportSuccess(world, purpose)).body).toMatchObject(expected);
    expect(world.upstream.sent(UPDATE_LINK)).toHaveLength(1);
    expect(world.repaired).toHaveLength(1);
  });
});

/** The last answer, where Plaid is asked for a minute. */
async function reportToTheEnd(world: World, changes: Record<string, unknown>): Promise<Answer> {
  const answer = await world.send('/repairs', report(world, changes));
  if (answer.status !== 202) return answer;
  world.advance(60_000);
  return world.send('/repairs', report(world, changes));
}

describe.each(['exit', 'unknown'])('a visit with the outcome %s', (outcome) => {
  const kinds: PurposeKind[] = [
    'renew_consent',
    'select_accounts',
    'add_product',
    'validate_products',
    'add_consented_products',
    'add_use_cases',
    'restore_permissions',
    'verify_micro_deposits',
    'collect_documents',
  ];

  it.each(kinds)('for %s is a cancelled one', async (purpose) => {
    const calls = { [GET_UPLOADS]: upload('2026-05-01T11:00:00Z') };
    const world = createHealthyWorld(purpose, { before: { consent_expiration_time: EARLIER }, calls });
    const { body } = await world.send('/repairs', report(world, { purpose, outcome }));
    expect(body).toMatchObject({ result: 'unchanged' });
    expect(world.upstream.sent(UPDATE_LINK)).toEqual([]);
    expect(world.repaired).toEqual([]);
  });

  it.each(kinds)('for %s is a cancelled one also where the Item was broken and is', async (purpose) => {
    const world = createHealthyWorld(purpose, {});
    world.upstream.script(LIST_LINKS, heronList(heronLink()));
    world.upstream.script(GET_ITEM, plaidItem(ITEM, plaidError('ITEM_ERROR', 'ITEM_LOGIN_REQUIRED')));
    const { body } = await reportToTheEnd(world, { purpose, outcome });
    expect(body).toMatchObject({ result: 'unchanged' });
    expect(world.upstream.sent(UPDATE_LINK)).toEqual([]);
  });

  it.each([
    ['select_accounts', 'unchanged'],
    ['add_product', 'unchanged'],
    ['restore_permissions', 'repaired'],
  ])('for %s at a connection that healed meanwhile is %s, and the app hears of it', async (purpose, result) => {
    const world = createHealthyWorld(purpose, {});
    world.upstream.script(LIST_LINKS, heronList(heronLink()));
    const { body } = await world.send('/repairs', report(world, { purpose, outcome }));
    expect(body).toMatchObject({ result });
    expect(world.upstream.sent(UPDATE_LINK)).toHaveLength(1);
    expect(world.repaired).toMatchObject([{ purpose: result === 'repaired' ? purpose : 'repair' }]);
    expect((await world.send('/repairs', report(world, { purpose, outcome }))).body).toMatchObject({ result });
    expect(world.repaired).toHaveLength(1);
  });

  it('refreshes when the consent ends, whether or not the login works', async () => {
    for (const error of [null, plaidError('ITEM_ERROR', 'ITEM_LOGIN_REQUIRED')]) {
      const world = createHealthyWorld('repair', { facts: { consent_expiration_time: EARLIER } });
      world.upstream.script(GET_ITEM, plaidItem(ITEM, error, { consent_expiration_time: LATER }));
      const { body } = await reportToTheEnd(world, { outcome });
      expect(body).toMatchObject({ integration_links: [{ consent_expiration_time: LATER }] });
      expect(world.facts()).toMatchObject({ consent_expiration_time: LATER });
    }
  });
});

describe('a visit whose end nobody saw', () => {
  const access_error = {
    code: 'USER_ACCOUNT_REVOKED',
    received_at: '2026-05-01T11:00:00Z',
    account_id: 'account-lost',
  };
  const CHANGED: [purpose: PurposeKind, given: Case][] = [
    ['renew_consent', { before: { consent_expiration_time: EARLIER }, item: { consent_expiration_time: LATER } }],
    [
      'select_accounts',
      { before: { accounts: [CHECKING] }, calls: { [GET_ACCOUNTS]: plaidAccounts(CHECKING, SAVINGS) } },
    ],
    ['add_product', { before: { products: ['transactions'] }, item: { products: ['transactions', 'assets'] } }],
    [
      'add_consented_products',
      { before: { consented_products: [] }, item: { consented_products: ['identity', 'auth'] } },
    ],
    ['add_use_cases', { before: { consented_use_cases: ['a'] }, item: { consented_use_cases: ['a', 'b'] } }],
    [
      'verify_micro_deposits',
      {
        before: { accounts: [{ ...CHECKING, verification_status: 'pending_manual_verification' }] },
        calls: verification('manually_verified'),
      },
    ],
    ['collect_documents', { before: {}, calls: { [GET_UPLOADS]: upload('2026-05-01T11:59:00Z') } }],
    [
      'restore_permissions',
      {
        facts: { access_error, accounts: [CHECKING] },
        calls: { [GET_ACCOUNTS]: plaidAccounts(CHECKING, { ...SAVINGS, account_id: 'account-lost' }) },
      },
    ],
  ];

  it.each(CHANGED)('for %s did what it was for where the Item has changed since', async (purpose, given) => {
    const world = createHealthyWorld(purpose, given);
    const { body } = await world.send('/repairs', report(world, { purpose, outcome: 'unknown' }));
    expect(body).toMatchObject({ result: 'repaired' });
    expect(world.upstream.sent(UPDATE_LINK)).toHaveLength(1);
    expect(world.repaired).toMatchObject([{ purpose }]);
  });

  it.each(CHANGED)(
    'for %s is a cancelled one all the same where the user was seen to leave',
    async (purpose, given) => {
      const world = createHealthyWorld(purpose, given);
      const { body } = await world.send('/repairs', report(world, { purpose, outcome: 'exit' }));
      expect(body).toMatchObject({ result: 'unchanged' });
    },
  );

  const SAME: [purpose: PurposeKind, given: Case][] = [
    ['renew_consent', { facts: { consent_expiration_time: EARLIER }, item: { consent_expiration_time: LATER } }],
    ['select_accounts', { facts: { accounts: [CHECKING] }, calls: { [GET_ACCOUNTS]: plaidAccounts(CHECKING) } }],
    [
      'select_accounts',
      {
        facts: { accounts: [CHECKING, CARD] },
        before: { accounts: [CHECKING] },
        calls: { [GET_ACCOUNTS]: plaidAccounts(CHECKING) },
      },
    ],
    ['select_accounts', { facts: { accounts: [CHECKING, CARD] }, calls: { [GET_ACCOUNTS]: plaidAccounts(CHECKING) } }],
    [
      'verify_micro_deposits',
      {
        facts: { accounts: [{ ...CHECKING, verification_status: 'pending_automatic_verification' }] },
        before: { accounts: [{ ...CHECKING, verification_status: 'automatically_verified' }] },
        calls: verification('automatically_verified'),
      },
    ],
    ['add_product', { before: { products: ['assets'] }, item: { products: ['assets'] } }],
    ['add_product', { before: { products: ['assets'] }, item: { products: ['assets', 'transactions'] } }],
    [
      'add_consented_products',
      {
        before: { consented_products: ['identity', 'auth'] },
        item: { consented_products: ['identity', 'auth', 'transactions'] },
      },
    ],
    ['add_product', { item: { products: ['assets'] } }],
    ['add_consented_products', { item: { consented_products: ['identity', 'auth'] } }],
    ['validate_products', { before: {}, calls: { [GET_AUTH]: answered, [GET_IDENTITY]: answered } }],
    ['verify_micro_deposits', { facts: { accounts: [CHECKING] }, calls: verification('manually_verified') }],
    ['collect_documents', { calls: { [GET_UPLOADS]: upload('2026-05-01T11:59:00Z') } }],
  ];

  it.each(SAME)('for %s changed nothing where it may have been so all along', async (purpose, given) => {
    const world = createHealthyWorld(purpose, given);
    const { body } = await world.send('/repairs', report(world, { purpose, outcome: 'unknown' }));
    expect(body).toMatchObject({ result: 'unchanged' });
    expect(world.repaired).toEqual([]);
  });
});

describe('the facts after a success', () => {
  it('S4: know no new accounts any more once the user has chosen, even nothing', async () => {
    const facts = { new_accounts_available: { received_at: '2026-05-01T11:00:00Z' }, accounts: [CHECKING] };
    const world = createHealthyWorld('select_accounts', { facts });
    world.upstream.script(GET_ACCOUNTS, plaidAccounts(CHECKING));
    await reportSuccess(world, 'select_accounts');
    expect(world.facts()).not.toHaveProperty('new_accounts_available');
  });

  it.each([
    ['repair', 'success', '2026-05-01T11:00:00Z'],
    ['select_accounts', 'exit', '2026-05-01T11:00:00Z'],
    ['select_accounts', 'success', '2026-05-01T12:00:00Z'],
  ])('still know of new accounts after %s, %s, noticed at %s', async (purpose, outcome, received_at) => {
    const world = createHealthyWorld(purpose, { facts: { new_accounts_available: { received_at } } });
    const { body } = await world.send('/repairs', report(world, { purpose, outcome }));
    expect(body).toMatchObject({ integration_links: [{ new_accounts_available: true }] });
  });

  const RENEWED = { before: { consent_expiration_time: EARLIER }, item: { consent_expiration_time: LATER } };
  const NOT_RENEWED = { before: { consent_expiration_time: EARLIER }, item: { consent_expiration_time: EARLIER } };

  it.each<[PurposeKind, string, Case, boolean]>([
    ['renew_consent', 'that moved the end', RENEWED, false],
    ['renew_consent', 'of an unknown end', {}, false],
    ['renew_consent', 'that Plaid denies', NOT_RENEWED, true],
    ['add_use_cases', 'that signs nobody in', {}, true],
  ])('after %s, %s, expect the announced disconnect, or not: %#', async (purpose, _what, given, isExpected) => {
    const pending_disconnect = { reason: 'INSTITUTION_MIGRATION', disconnect_time: '2026-05-08T00:00:00Z' };
    const world = createHealthyWorld(purpose, { ...given, facts: { pending_disconnect } });
    await reportSuccess(world, purpose);
    expect('pending_disconnect' in world.facts()).toBe(isExpected);
  });
});

describe('a purpose that the app has not defined', () => {
  it('is refused in a report, and Plaid is not asked', async () => {
    const world = createWorld();
    const answer = await world.send('/repairs', report(world, { purpose: 'add_product' }));
    expect(answer).toMatchObject({ status: 422, body: { code: 'purpose_not_defined' } });
    expect(world.upstream.requests).toEqual([]);
  });
});

it('S18: nothing is exchanged and the token stays as it is, whatever the visit was for', async () => {
  const world = createHealthyWorld('select_accounts', {});
  world.upstream.script(GET_ACCOUNTS, plaidAccounts(CHECKING, CARD));
  await reportSuccess(world, 'select_accounts');
  expect(world.upstream.requests.map(({ route }) => route)).toEqual([GET_ITEM, LIST_LINKS, GET_ACCOUNTS, UPDATE_LINK]);
  expect(world.items.find({ id: 'user-1' }, ITEM)).toMatchObject({ accessToken: ACCESS_TOKEN });
});
