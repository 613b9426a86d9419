// @vitest-environment node
import {
  createMemoryItems,
  type ChangedAccounts,
  type ItemsPort,
  type RepairedItem,
} from 'react-plaid-update-mode/server';
import { describe, expect, it } from 'vitest';
import { CARD, CHECKING, plaidAccounts, SAVINGS } from './support/accounts.js';
import { createGate } from './support/gate.js';
import { ACCESS_TOKEN } from './support/secrets.js';
import { json } from './support/upstream.js';
import {
  createWorld,
  GET_ACCOUNTS,
  GET_ITEM,
  heronLink,
  heronList,
  heronUpdate,
  ITEM,
  LIST_LINKS,
  report,
  UPDATE_LINK,
  USER,
  type User,
} from './support/world.js';

type Death = 'after Plaid' | 'after the PUT' | 'after saveFacts' | 'in onAccountsChanged' | 'in onRepaired';

/** What outlives a server's process: its database, and what the app has heard. */
function createSurvivors() {
  const items = createMemoryItems<User>((user) => user.id);
  items.add(USER, { itemId: ITEM, accessToken: ACCESS_TOKEN, facts: { accounts: [CHECKING, CARD] } });
  const repaired: RepairedItem<User>[] = [];
  const changed: ChangedAccounts<User>[] = [];
  return { items, repaired, changed };
}

/** One process on that database, which dies at one point. */
function createProcess({ items, repaired, changed }: ReturnType<typeof createSurvivors>, death?: Death) {
  const point = createGate();
  // A gate that nobody opens: nothing after it happens.
  const dies = (): Promise<void> => point.wait();
  // Each process takes turns by itself.
  const port: ItemsPort<User> = {
    ...items,
    exclusively: (_itemId, run) => run(),
    async saveFacts(itemId, facts) {
      if (death === 'after the PUT') return dies();
      await items.saveFacts(itemId, facts);
      if (death === 'after saveFacts') return dies();
    },
  };
  const world = createWorld({
    items: port,
    // Whoever asked a server that died is not answered either.
    answerWithinMs: death === undefined ? undefined : 50,
    onRepaired: (item) => (death === 'in onRepaired' ? dies() : void repaired.push(item)),
    onAccountsChanged: (change) => (death === 'in onAccountsChanged' ? dies() : void changed.push(change)),
  });
  world.upstream.script(GET_ACCOUNTS, plaidAccounts(CHECKING, SAVINGS));
  if (death === 'after Plaid') {
    world.upstream.script(LIST_LINKS, async () => {
      await dies();
      return Response.error();
    });
  }
  return { ...world, died: point.reached };
}

describe('a server that dies', () => {
  it.each<Death>(['after Plaid', 'after the PUT', 'after saveFacts', 'in onAccountsChanged', 'in onRepaired'])(
    '%s leaves to the next what nobody has heard',
    async (death) => {
      const survivors = createSurvivors();
      const first = createProcess(survivors, death);
      const [answer] = await Promise.all([first.send('/repairs', report(first)), first.died]);
      expect(answer.body).not.toHaveProperty('integration_links');
      const second = createProcess(survivors);
      const { body } = await second.send('/repairs', report(second));
      expect(body).toMatchObject({ result: 'repaired', accounts: { added: 1, removed: 1 } });
      const told = [first, second].flatMap(({ upstream }) => upstream.sent(UPDATE_LINK));
      expect(told.length).toBe(death === 'after the PUT' ? 2 : 1);
      expect(survivors.repaired).toMatchObject([{ itemId: ITEM, purpose: 'repair', isVerified: true }]);
      expect(survivors.changed).toMatchObject([
        { added: [{ account_id: SAVINGS.account_id }], removed: [{ account_id: CARD.account_id }] },
      ]);
      expect(second.items.find({ id: USER }, ITEM)).not.toHaveProperty('facts.untold');
    },
  );

  it('leaves it to another visit as well', async () => {
    const survivors = createSurvivors();
    const first = createProcess(survivors, 'after saveFacts');
    await Promise.all([first.send('/repairs', report(first, {}, 'tab-1')), first.died]);
    const second = createProcess(survivors);
    second.upstream.script(LIST_LINKS, heronList(heronLink({ status: 'active' })));
    await second.send('/repairs', report(second, { outcome: 'exit' }, 'tab-2'));
    expect(survivors.repaired).toHaveLength(1);
    expect(survivors.changed).toHaveLength(1);
  });
});

describe('an app whose database is down', () => {
  it.each(['find', 'saveFacts'] as const)('for %s is told of the repair when the report comes again', async (name) => {
    const { items, repaired, changed } = createSurvivors();
    const down = (): Promise<never> => Promise.reject(new Error('connection refused'));
    const broken = createWorld({ items: { ...items, [name]: down } });
    expect(await broken.send('/repairs', report(broken))).toMatchObject({ status: 500, body: { code: 'internal' } });
    const mended = createProcess({ items, repaired, changed });
    expect((await mended.send('/repairs', report(mended))).body).toMatchObject({ result: 'repaired' });
    expect(mended.upstream.sent(UPDATE_LINK)).toHaveLength(1);
    expect(repaired).toHaveLength(1);
  });

  it('while it notes that the app was told, tells it once more rather than never', async () => {
    const { items, repaired, changed } = createSurvivors();
    let count = 0;
    const failing: ItemsPort<User> = {
      ...items,
      saveFacts(itemId, facts) {
        count += 1;
        if (count === 2) throw new Error('connection lost');
        return items.saveFacts(itemId, facts);
      },
    };
    const world = createWorld({ items: failing, onRepaired: (item) => void repaired.push(item) });
    expect((await world.send('/repairs', report(world))).body).toMatchObject({ result: 'repaired' });
    const next = createProcess({ items, repaired, changed });
    expect((await next.send('/repairs', report(next))).body).toMatchObject({ result: 'repaired' });
    expect(repaired).toHaveLength(2);
    expect(next.upstream.sent(UPDATE_LINK)).toEqual([]);
  });
});

describe('a report for the whole user that breaks off between two Items', () => {
  it('goes on with the second when it comes again, and repairs the first no second time', async () => {
    const { items } = createWorld();
    items.add(USER, { itemId: 'Second', accessToken: ACCESS_TOKEN });
    const world = createWorld({ items: { ...items, findUser: () => ({ userId: 'usr_1' }) } });
    const ids = [ITEM, 'Second'];
    world.upstream.script('POST /user/items/get', json({ items: ids.map((item_id) => ({ item_id, error: null })) }));
    world.upstream.script(LIST_LINKS, heronList(...ids.map((item_id) => heronLink({ item_id }))));
    world.upstream.script('PUT /api/integration_links/Second', json({}, 503));
    const body = { target: { user: true } };
    expect(await world.send('/repairs', report(world, body))).toMatchObject({
      status: 503,
      body: { code: 'heron_unavailable' },
    });
    expect(world.repaired).toMatchObject([{ itemId: ITEM }]);
    world.upstream.script('PUT /api/integration_links/Second', heronUpdate(heronLink({ item_id: 'Second' })));
    expect((await world.send('/repairs', report(world, body))).body).toMatchObject({
      result: 'repaired',
      progress: { repaired: 2, remaining: 0 },
    });
    expect(world.upstream.sent(UPDATE_LINK)).toHaveLength(1);
    expect(world.repaired.map(({ itemId }) => itemId)).toEqual(ids);
    expect(world.upstream.sent(GET_ITEM)).toEqual([]);
  });
});

describe('a cancelled visit', () => {
  it('leaves an error that the app knows from a product’s own call', async () => {
    const world = createWorld();
    const error = { error_type: 'ITEM_ERROR', error_code: 'NO_INVESTMENT_ACCOUNTS' };
    await world.items.saveFacts(ITEM, { error });
    world.upstream.script(LIST_LINKS, heronList(heronLink({ status: 'active' })));
    const { body } = await world.send('/repairs', report(world, { outcome: 'exit' }));
    expect(body).toMatchObject({ result: 'unchanged', integration_links: [{ error }] });
    expect(world.facts()).toEqual({ error });
  });
});
