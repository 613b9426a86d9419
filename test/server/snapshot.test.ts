// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { UpdateModeHandlerOptions } from 'react-plaid-update-mode/server';
import { CHECKING, plaidAccounts, SAVINGS } from './support/accounts.js';
import { ACCESS_TOKEN } from './support/secrets.js';
import { json, plaidError, plaidItem, type Reply } from './support/upstream.js';
import {
  CREATE_LINK_TOKEN,
  createWorld,
  GET_ACCOUNTS,
  GET_ITEM,
  ITEM,
  rememberFacts,
  type User,
  type World,
} from './support/world.js';

const ITEM_BEFORE = {
  consent_expiration_time: '2026-05-10T00:00:00Z',
  products: ['assets'],
  consented_products: ['auth'],
  consented_use_cases: ['a'],
};

const BEFORE = { ...ITEM_BEFORE, asked_at: '2026-05-01T12:00:00.000Z', purpose: 'renew_consent' };

function createSeenWorld(options: Partial<UpdateModeHandlerOptions<User>> = {}): World {
  const world = createWorld(options);
  world.upstream.script(GET_ITEM, plaidItem(ITEM, null, ITEM_BEFORE));
  world.upstream.script(GET_ACCOUNTS, plaidAccounts(CHECKING));
  return world;
}

const askForToken = (world: World, purpose: string) =>
  world.send('/link-token', { method: 'POST', body: JSON.stringify({ target: { item_id: ITEM }, purpose }) });

describe('a look at the Item while its link token is made', () => {
  it('remembers what only a comparison can tell', async () => {
    const world = createSeenWorld();
    expect((await askForToken(world, 'renew_consent')).status).toBe(200);
    expect(world.facts()).toEqual({ before: { ...BEFORE, accounts: [CHECKING] }, accounts: [CHECKING] });
    expect(world.upstream.sent(GET_ITEM)[0]?.body).toEqual({ access_token: ACCESS_TOKEN });
  });

  it('asks before a repair for the accounts alone, and only where none are known', async () => {
    const world = createSeenWorld();
    await askForToken(world, 'repair');
    expect(world.upstream.sent(GET_ITEM)).toEqual([]);
    expect(world.facts()).toEqual({ accounts: [CHECKING] });
    await askForToken(world, 'repair');
    expect(world.upstream.sent(GET_ACCOUNTS)).toHaveLength(1);
  });

  it('leaves the known accounts as they are: a change since then is to be told', async () => {
    const world = createSeenWorld();
    rememberFacts(world, { accounts: [SAVINGS] });
    await askForToken(world, 'select_accounts');
    expect(world.facts()).toMatchObject({ accounts: [SAVINGS], before: { purpose: 'select_accounts' } });
  });

  it.each(['select_accounts', 'verify_micro_deposits'])(
    'remembers the accounts right before %s besides, which a visit of an unseen end is compared with',
    async (purpose) => {
      const world = createSeenWorld({ purposes: { verify_micro_deposits: {} } });
      rememberFacts(world, { accounts: [SAVINGS] });
      await askForToken(world, purpose);
      expect(world.facts()).toMatchObject({ accounts: [SAVINGS], before: { purpose, accounts: [CHECKING] } });
    },
  );

  it('asks for known accounts again for no other purpose', async () => {
    const world = createSeenWorld();
    rememberFacts(world, { accounts: [SAVINGS] });
    await askForToken(world, 'renew_consent');
    expect(world.upstream.sent(GET_ACCOUNTS)).toEqual([]);
  });

  it('leaves accounts that somebody else has stored meanwhile', async () => {
    const world = createSeenWorld();
    world.upstream.script(GET_ACCOUNTS, () => {
      rememberFacts(world, { accounts: [SAVINGS] });
      return Response.json({ accounts: [CHECKING] });
    });
    await askForToken(world, 'repair');
    expect(world.facts()).toEqual({ accounts: [SAVINGS] });
  });

  it('takes the billed products where Plaid names no others', async () => {
    const world = createSeenWorld();
    world.upstream.script(GET_ITEM, plaidItem(ITEM, null, { billed_products: ['assets'] }));
    await askForToken(world, 'select_accounts');
    expect(world.facts().before).toMatchObject({ products: ['assets'] });
  });

  it.each<[string, Reply]>([
    ['a refusal', json(plaidError('ITEM_ERROR', 'ITEM_LOGIN_REQUIRED'), 400)],
    ['a failure', json({}, 500)],
    ['silence', 'silence'],
    ['another Item', plaidItem('AnotherItem')],
  ])('that ends with %s costs nobody a link token', async (_what, reply) => {
    const world = createSeenWorld({ upstreamTimeLimitMs: 20 });
    world.upstream.script(GET_ITEM, reply);
    world.upstream.script(GET_ACCOUNTS, reply);
    const answer = await askForToken(world, 'renew_consent');
    expect(answer).toMatchObject({ status: 200, body: { link_token: 'link-sandbox-1' } });
    expect(world.facts()).not.toHaveProperty('before');
  });

  it('that can’t be stored costs nobody a link token', async () => {
    const { items } = createWorld();
    const saveFacts = () => {
      throw new TypeError('no');
    };
    const world = createSeenWorld({ items: { ...items, saveFacts } });
    expect((await askForToken(world, 'renew_consent')).status).toBe(200);
    expect(world.log).toMatchObject([{ operation: 'items.saveFacts' }]);
  });

  it('goes on beside the request for the token', async () => {
    const world = createSeenWorld();
    await askForToken(world, 'renew_consent');
    const routes = world.upstream.requests.map(({ route }) => route);
    expect(routes.toSorted()).toEqual([GET_ACCOUNTS, GET_ITEM, CREATE_LINK_TOKEN].toSorted());
  });
});
