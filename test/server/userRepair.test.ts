// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { ItemFacts, UpdateModeHandlerOptions } from 'react-plaid-update-mode/server';
import { CHECKING, plaidAccounts, SAVINGS } from './support/accounts.js';
import { ACCESS_TOKEN } from './support/secrets.js';
import { json, plaidError, type Reply } from './support/upstream.js';
import {
  createWorld,
  FOREIGN_ITEM,
  GET_ACCOUNTS,
  heronLink,
  heronList,
  heronUpdate,
  ITEM,
  LIST_LINKS,
  report,
  USER,
  type User,
  type World,
} from './support/world.js';

const GET_USER_ITEMS = 'POST /user/items/get';
const SECOND = 'SecondItem';
const THIRD = 'ThirdItem';
const LOGIN_REQUIRED = plaidError('ITEM_ERROR', 'ITEM_LOGIN_REQUIRED');
const IN_OUTAGE = plaidError('INSTITUTION_ERROR', 'INSTITUTION_DOWN');

/** What Plaid says of each Item of the user; null for one that works. */
function userItems(errors: Record<string, object | null>): Reply {
  const items = Object.entries(errors).map(([item_id, error]) => ({ item_id, error, consent_expiration_time: null }));
  return json({ items, request_id: 'HNTDNrA8F1shFEW' });
}

/** A user with three Items, of which Heron says that none works. */
function createUserWorld(options: Partial<UpdateModeHandlerOptions<User>> = {}): World {
  const { items } = createWorld();
  const world = createWorld({ items: { ...items, findUser: () => ({ userId: 'usr_1' }) }, ...options });
  for (const itemId of [SECOND, THIRD]) items.add(USER, { itemId, accessToken: ACCESS_TOKEN });
  world.upstream.script(LIST_LINKS, heronList(...[ITEM, SECOND, THIRD].map((item_id) => heronLink({ item_id }))));
  for (const item_id of [ITEM, SECOND, THIRD]) {
    const pending = heronUpdate(heronLink({ item_id, status: 'pending' }));
    world.upstream.script(`PUT /api/integration_links/${item_id}`, pending);
  }
  return { ...world, items };
}

const send = (world: World, changes: Record<string, unknown> = {}, key?: string) =>
  world.send('/repairs', report(world, { target: { user: true }, ...changes }, key));

function facts({ items }: World, itemId: string): ItemFacts {
  const item = items.find({ id: USER }, itemId);
  return item instanceof Promise ? {} : JSON.parse(JSON.stringify(item?.facts ?? {}));
}

const puts = ({ upstream }: World): string[] =>
  upstream.requests.filter(({ route }) => route.startsWith('PUT')).map(({ route }) => route);

describe('S14: a visit for the whole user', () => {
  it('repairs the Item that works again, and says how many are left', async () => {
    const world = createUserWorld();
    world.upstream.script(
      GET_USER_ITEMS,
      userItems({ [ITEM]: null, [SECOND]: LOGIN_REQUIRED, [THIRD]: LOGIN_REQUIRED }),
    );
    const { body } = await send(world);
    expect(body).toMatchObject({ result: 'repaired', progress: { repaired: 1, remaining: 2 } });
    expect(body['integration_links']).toMatchObject([
      { item_id: ITEM, status: 'pending', repaired_at: '2026-05-01T12:00:00.000Z' },
      { item_id: SECOND, error: { error_code: 'ITEM_LOGIN_REQUIRED' } },
      { item_id: THIRD, error: { error_code: 'ITEM_LOGIN_REQUIRED' } },
    ]);
    expect(puts(world)).toEqual([`PUT /api/integration_links/${ITEM}`]);
    expect(world.repaired).toMatchObject([{ itemId: ITEM, purpose: 'repair', isVerified: true }]);
    expect(world.upstream.sent(GET_USER_ITEMS).map((sent) => sent.body)).toEqual([{ user_id: 'usr_1' }]);
  });

  it('goes on where it stopped, one Item a visit, until all work', async () => {
    const world = createUserWorld();
    world.upstream.script(GET_USER_ITEMS, userItems({ [ITEM]: null, [SECOND]: LOGIN_REQUIRED }));
    await send(world, {}, 'visit-1');
    const links = [heronLink({ status: 'active' }), heronLink({ item_id: SECOND })];
    world.upstream.script(LIST_LINKS, heronList(...links));
    world.upstream.script(GET_USER_ITEMS, userItems({ [ITEM]: null, [SECOND]: null }));
    const { body } = await send(world, {}, 'visit-2');
    expect(body).toMatchObject({
      result: 'repaired',
      progress: { repaired: 1, remaining: 0 },
      integration_links: [{ item_id: SECOND, status: 'pending' }],
    });
    expect(world.repaired.map(({ itemId }) => itemId)).toEqual([ITEM, SECOND]);
  });

  it('asks with a user token where the app has one', async () => {
    const { items } = createWorld();
    const world = createUserWorld({ items: { ...items, findUser: () => ({ userToken: 'user-sandbox-1' }) } });
    world.upstream.script(GET_USER_ITEMS, userItems({}));
    await send(world);
    expect(world.upstream.sent(GET_USER_ITEMS).map((sent) => sent.body)).toEqual([{ user_token: 'user-sandbox-1' }]);
  });

  it('knows a login error from the facts as well, and compares the accounts', async () => {
    const world = createUserWorld();
    const links = [heronLink({ status: 'active' }), heronLink({ item_id: SECOND, status: 'active' })];
    world.upstream.script(LIST_LINKS, heronList(...links));
    world.upstream.script(GET_ACCOUNTS, plaidAccounts(CHECKING, SAVINGS));
    const error = { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED' };
    await world.items.saveFacts(ITEM, { error, accounts: [CHECKING] });
    world.upstream.script(GET_USER_ITEMS, userItems({ [ITEM]: null, [SECOND]: null }));
    const { body } = await send(world);
    expect(body).toMatchObject({ result: 'repaired', accounts: { added: 1, removed: 0 } });
    expect(puts(world)).toEqual([`PUT /api/integration_links/${ITEM}`]);
    expect(facts(world, ITEM)).not.toHaveProperty('error');
  });

  it('that repaired nothing is asked about for a minute, then it is still broken', async () => {
    const world = createUserWorld();
    world.upstream.script(GET_USER_ITEMS, userItems({ [ITEM]: LOGIN_REQUIRED, [SECOND]: LOGIN_REQUIRED }));
    let answer = await send(world);
    expect(answer).toMatchObject({ status: 202, body: { result: 'checking' } });
    expect(answer.headers.get('retry-after')).toBe('2');
    const begin = world.now();
    while (answer.status === 202) {
      world.advance(15_000);
      answer = await send(world);
    }
    expect(world.now() - begin).toBe(60_000);
    expect(answer.body).toMatchObject({
      result: 'still_broken',
      progress: { repaired: 0, remaining: 2 },
      integration_links: [{ item_id: ITEM }, { item_id: SECOND }],
    });
    expect(facts(world, ITEM)).toEqual({});
    expect(puts(world)).toEqual([]);
  });

  it('has one minute for all Items, whatever becomes of the first', async () => {
    const world = createUserWorld();
    const lost = plaidError('ITEM_ERROR', 'ITEM_NOT_FOUND');
    const first = userItems({ [ITEM]: LOGIN_REQUIRED, [SECOND]: LOGIN_REQUIRED });
    world.upstream.script(GET_USER_ITEMS, first, userItems({ [ITEM]: lost, [SECOND]: LOGIN_REQUIRED }));
    expect((await send(world)).status).toBe(202);
    world.advance(60_000);
    expect((await send(world)).body).toMatchObject({ result: 'still_broken', progress: { remaining: 1 } });
    expect(facts(world, ITEM)).toEqual({});
  });

  it('is repaired when Plaid comes round within the minute', async () => {
    const world = createUserWorld();
    const late = userItems({ [ITEM]: null, [SECOND]: LOGIN_REQUIRED });
    world.upstream.script(GET_USER_ITEMS, userItems({ [ITEM]: LOGIN_REQUIRED, [SECOND]: LOGIN_REQUIRED }), late);
    expect((await send(world)).status).toBe(202);
    expect((await send(world)).body).toMatchObject({ result: 'repaired', progress: { repaired: 1, remaining: 1 } });
    expect(facts(world, ITEM)).not.toHaveProperty('checking');
  });

  it.each<[string, Reply, Record<string, object | null>]>([
    ['no Item of the user’s was known to be broken', heronList(heronLink({ status: 'active' })), { [ITEM]: null }],
    ['Plaid names no Item', heronList(heronLink()), {}],
    ['Heron knows no Item', heronList(), { [ITEM]: null }],
    ['the Items are another user’s', heronList(heronLink()), { Stranger: null }],
    ['a bank is away, of which nobody knew more', heronList(heronLink({ status: 'active' })), { [ITEM]: IN_OUTAGE }],
  ])('S12: claims no repair where %s', async (_what, links, items) => {
    const world = createUserWorld();
    world.upstream.script(LIST_LINKS, links);
    world.upstream.script(GET_USER_ITEMS, userItems(items));
    expect((await send(world)).body).toMatchObject({
      result: 'unverifiable',
      progress: { repaired: 0, remaining: 0 },
    });
    expect(world.repaired).toEqual([]);
    expect(puts(world)).toEqual([]);
  });

  it('S12: that leaves an error which nobody has listed is still broken in the end', async () => {
    const world = createUserWorld();
    world.upstream.script(GET_USER_ITEMS, userItems({ [ITEM]: plaidError('ITEM_ERROR', 'ERROR_OF_TOMORROW') }));
    expect((await send(world)).status).toBe(202);
    world.advance(60_000);
    expect((await send(world)).body).toMatchObject({ result: 'still_broken', progress: { repaired: 0, remaining: 1 } });
    expect(puts(world)).toEqual([]);
  });

  it.each(['success', 'exit'])(
    'has Heron sync an Item that works and Heron calls erroring, after %s',
    async (outcome) => {
      const world = createUserWorld();
      const status_message = '[INSTITUTION_DOWN] down';
      world.upstream.script(LIST_LINKS, heronList(heronLink({ status_message }), heronLink({ item_id: SECOND })));
      world.upstream.script(GET_USER_ITEMS, userItems({ [ITEM]: null, [SECOND]: LOGIN_REQUIRED }));
      const answer = await send(world, { outcome });
      if (answer.status === 202) world.advance(60_000);
      const { body } = answer.status === 202 ? await send(world, { outcome }) : answer;
      expect(body).toMatchObject({
        result: outcome === 'success' ? 'still_broken' : 'unchanged',
        progress: { repaired: 0, remaining: 1 },
        integration_links: [{ item_id: ITEM, status: 'pending' }, { item_id: SECOND }],
      });
      expect(puts(world)).toEqual([`PUT /api/integration_links/${ITEM}`]);
      expect(world.repaired).toEqual([]);
    },
  );

  it('takes no Item for repaired again that Heron still calls erroring', async () => {
    const world = createUserWorld();
    world.upstream.script(GET_USER_ITEMS, userItems({ [ITEM]: null, [SECOND]: LOGIN_REQUIRED }));
    await send(world, {}, 'visit-1');
    world.advance(60_000);
    expect((await send(world, {}, 'visit-2')).status).toBe(202);
    expect(world.repaired).toHaveLength(1);
    expect((await send(world, { outcome: 'exit' }, 'visit-3')).body).toMatchObject({ result: 'unchanged' });
  });

  it('is repaired during an outage of the bank, which its link names', async () => {
    const world = createUserWorld();
    world.upstream.script(GET_USER_ITEMS, userItems({ [ITEM]: IN_OUTAGE }));
    const { body } = await send(world);
    expect(body).toMatchObject({ result: 'repaired', progress: { repaired: 1, remaining: 0 } });
    expect(body['integration_links']).toMatchObject([{ item_id: ITEM, error: { error_code: 'INSTITUTION_DOWN' } }]);
    expect(puts(world)).toHaveLength(1);
  });

  it.each<[string, object | null]>([
    ['lost', plaidError('ITEM_ERROR', 'ITEM_NOT_FOUND')],
    ['without any account', null],
  ])('S12: is no repair where the Item is %s', async (_what, error) => {
    const world = createUserWorld();
    await world.items.saveFacts(ITEM, { accounts: [CHECKING] });
    world.upstream.script(GET_ACCOUNTS, plaidAccounts());
    world.upstream.script(GET_USER_ITEMS, userItems({ [ITEM]: error }));
    expect((await send(world)).body).toMatchObject({ result: 'still_broken', progress: { repaired: 0, remaining: 0 } });
    expect(world.repaired).toEqual([]);
  });

  it('leaves a link that Heron serves no more as it is', async () => {
    const world = createUserWorld();
    const status_message = '[ITEM_LOGIN_REQUIRED] the login details of this item have changed';
    world.upstream.script(LIST_LINKS, heronList(heronLink({ status: 'sync_disabled', status_message })));
    await world.items.saveFacts(ITEM, { error: { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED' } });
    world.upstream.script(GET_USER_ITEMS, userItems({ [ITEM]: null }));
    expect((await send(world)).body).toMatchObject({ result: 'unchanged', progress: { repaired: 0, remaining: 0 } });
    expect(puts(world)).toEqual([]);
  });

  it.each([
    ['exit', 'at once'],
    ['unknown', 'after a minute, as Plaid may be late'],
  ])('changes nothing after %s, and says what is broken %s', async (outcome) => {
    const world = createUserWorld();
    world.upstream.script(GET_USER_ITEMS, userItems({ [ITEM]: LOGIN_REQUIRED, [SECOND]: IN_OUTAGE }));
    if (outcome === 'unknown') {
      expect(await send(world, { outcome })).toMatchObject({ status: 202, body: { result: 'checking' } });
      world.advance(60_000);
    }
    expect((await send(world, { outcome })).body).toMatchObject({
      result: 'unchanged',
      progress: { repaired: 0, remaining: 1 },
      integration_links: [{ item_id: ITEM }, { item_id: SECOND, error: { error_code: 'INSTITUTION_DOWN' } }],
    });
    expect(facts(world, ITEM)).toEqual({});
    expect(puts(world)).toEqual([]);
  });

  it('finds, where nobody saw the end, what Plaid says a moment later', async () => {
    const world = createUserWorld();
    const late = userItems({ [ITEM]: null, [SECOND]: LOGIN_REQUIRED });
    world.upstream.script(GET_USER_ITEMS, userItems({ [ITEM]: LOGIN_REQUIRED, [SECOND]: LOGIN_REQUIRED }), late);
    expect((await send(world, { outcome: 'unknown' })).status).toBe(202);
    const { body } = await send(world, { outcome: 'unknown' });
    expect(body).toMatchObject({ result: 'repaired', progress: { repaired: 1, remaining: 1 } });
    expect(facts(world, ITEM)).not.toHaveProperty('checking');
  });

  it('finds a connection that healed elsewhere after an exit', async () => {
    const world = createUserWorld();
    world.upstream.script(GET_USER_ITEMS, userItems({ [ITEM]: null, [SECOND]: LOGIN_REQUIRED }));
    expect((await send(world, { outcome: 'exit' })).body).toMatchObject({ result: 'repaired' });
    expect(world.repaired).toMatchObject([{ itemId: ITEM }]);
  });

  it('gives the same answer to the same report, and repairs nothing again', async () => {
    const world = createUserWorld();
    world.upstream.script(GET_USER_ITEMS, userItems({ [ITEM]: null, [SECOND]: LOGIN_REQUIRED }));
    const first = await send(world);
    const links = [heronLink({ status: 'pending' }), heronLink({ item_id: SECOND })];
    world.upstream.script(LIST_LINKS, heronList(...links));
    const second = await send(world);
    expect(second.body).toMatchObject({ result: 'repaired', progress: { repaired: 1, remaining: 1 } });
    expect(JSON.parse(second.text)['integration_links']).toHaveLength(2);
    expect(first.body).toMatchObject({ progress: { repaired: 1, remaining: 1 } });
    expect(puts(world)).toHaveLength(1);
    expect(world.repaired).toHaveLength(1);
  });

  it('looks at no Item that the app, Plaid or Heron alone knows', async () => {
    const world = createUserWorld();
    world.upstream.script(LIST_LINKS, heronList(heronLink(), heronLink({ item_id: THIRD })));
    world.upstream.script(
      GET_USER_ITEMS,
      userItems({ [ITEM]: null, [SECOND]: LOGIN_REQUIRED, [FOREIGN_ITEM]: LOGIN_REQUIRED, Stranger: LOGIN_REQUIRED }),
    );
    const { body, text } = await send(world);
    expect(body).toMatchObject({ progress: { repaired: 1, remaining: 0 }, integration_links: [{ item_id: ITEM }] });
    expect(text).not.toContain('Stranger');
    expect(text).not.toContain(FOREIGN_ITEM);
  });

  it('of nobody that Plaid knows is not found, without a question', async () => {
    const { items } = createWorld();
    for (const findUser of [undefined, () => null]) {
      const world = createUserWorld({ items: { ...items, findUser } });
      expect(await send(world)).toMatchObject({ status: 404, body: { code: 'target_not_found' } });
      expect(world.upstream.requests).toEqual([]);
    }
  });

  it('is not found where Plaid refuses the user, with its words for support', async () => {
    const world = createUserWorld();
    world.upstream.script(GET_USER_ITEMS, json(plaidError('INVALID_INPUT', 'INVALID_USER_TOKEN'), 400));
    expect(await send(world)).toMatchObject({
      status: 404,
      body: { code: 'target_not_found', error_code: 'INVALID_USER_TOKEN', request_id: 'HNTDNrA8F1shFEW' },
    });
    expect(world.log).toMatchObject([{ operation: 'plaid.userItemsGet', errorCode: 'INVALID_USER_TOKEN' }]);
  });

  it('is asked about later when Plaid is away', async () => {
    const world = createUserWorld();
    world.upstream.script(GET_USER_ITEMS, json({}, 500));
    expect(await send(world)).toMatchObject({ status: 503, body: { code: 'plaid_unavailable' } });
  });

  it('is for repairs alone', async () => {
    const world = createUserWorld();
    expect(await send(world, { purpose: 'select_accounts' })).toMatchObject({
      status: 422,
      body: { code: 'purpose_not_defined' },
    });
  });
});
