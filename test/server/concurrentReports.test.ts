// @vitest-environment node
import { createMemoryItems, type ChangedAccounts, type ItemsPort } from 'react-plaid-update-mode/server';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { CHECKING, plaidAccounts, SAVINGS } from './support/accounts.js';
import { createGate } from './support/gate.js';
import { ACCESS_TOKEN } from './support/secrets.js';
import { plaidError, plaidItem } from './support/upstream.js';
import {
  createWorld,
  GET_ACCOUNTS,
  GET_ITEM,
  heronLink,
  heronList,
  heronUpdate,
  ITEM,
  LIST_LINKS,
  rememberFacts,
  report,
  UPDATE_LINK,
  USER,
  type User,
  type World,
} from './support/world.js';

const PENDING = heronLink({ status: 'pending', status_message: null });
const puts = ({ upstream }: World): number => upstream.sent(UPDATE_LINK).length;

/** Time goes by with each question to Plaid; Heron's list follows its PUT. */
function letTimePass(world: World): void {
  world.upstream.script(GET_ITEM, () => {
    world.advance(1000);
    return Response.json({ item: { item_id: ITEM, error: null } });
  });
  world.upstream.script(UPDATE_LINK, () => {
    world.upstream.script(LIST_LINKS, heronList(PENDING));
    return Response.json({ integration_link: PENDING });
  });
}

function sendAtOnce(world: World, ...reports: RequestInit[]) {
  return Promise.all(reports.map((init) => world.send('/repairs', init)));
}

describe('reports of one Item that come at once', () => {
  it('under one key are answered alike, and done once', async () => {
    const world = createWorld();
    const [first, second] = await sendAtOnce(world, report(world), report(world));
    expect(first?.body).toMatchObject({ result: 'repaired', integration_links: [{ item_id: ITEM }] });
    expect(second?.body).toMatchObject({ result: 'repaired', integration_links: [{ item_id: ITEM }] });
    expect(puts(world)).toBe(1);
    expect(world.repaired).toHaveLength(1);
  });

  it('of two tabs are both repaired by one PUT, of which the app hears once', async () => {
    const changes: ChangedAccounts<User>[] = [];
    const world = createWorld({ onAccountsChanged: (change) => void changes.push(change) });
    letTimePass(world);
    rememberFacts(world, { accounts: [CHECKING] });
    world.upstream.script(GET_ACCOUNTS, plaidAccounts(CHECKING, SAVINGS));
    const answers = await sendAtOnce(world, report(world, {}, 'tab-1'), report(world, {}, 'tab-2'));
    for (const { body } of answers) {
      expect(body).toMatchObject({ result: 'repaired', integration_links: [{ status: 'pending' }] });
    }
    expect(puts(world)).toBe(1);
    expect(world.repaired).toHaveLength(1);
    expect(changes).toMatchObject([{ added: [{ account_id: SAVINGS.account_id }], removed: [] }]);
  });

  it('tell the app of each purpose that they have achieved', async () => {
    const world = createWorld();
    letTimePass(world);
    const choice = report(world, { purpose: 'select_accounts' }, 'tab-2');
    await sendAtOnce(world, report(world, {}, 'tab-1'), choice, report(world, {}, 'tab-3'));
    expect(puts(world)).toBe(1);
    expect(world.repaired.map(({ purpose }) => purpose)).toEqual(['repair', 'select_accounts']);
  });

  it('are each told to Heron where one came after Heron was told of the other', async () => {
    const world = createWorld();
    letTimePass(world);
    const gate = createGate();
    world.upstream.script(UPDATE_LINK, async () => {
      await gate.wait();
      return Response.json({ integration_link: PENDING });
    });
    const first = world.send('/repairs', report(world, {}, 'tab-1'));
    await gate.reached;
    world.advance(1000);
    const second = world.send('/repairs', report(world, {}, 'tab-2'));
    gate.open();
    expect((await first).status).toBe(200);
    expect((await second).body).toMatchObject({ result: 'repaired' });
    expect(puts(world)).toBe(2);
  });

  it('do not go by the browser’s clock', async () => {
    const world = createWorld();
    letTimePass(world);
    const early = { started_at: '2020-01-01T00:00:00Z', finished_at: '2020-01-01T00:01:00Z' };
    await world.send('/repairs', report(world, early, 'tab-1'));
    await world.send('/repairs', report(world, early, 'tab-2'));
    expect(puts(world)).toBe(2);
  });

  it('do not trust a time from a server whose clock is ahead', async () => {
    const world = createWorld();
    rememberFacts(world, { told_heron_at: new Date(world.now() + 60_000).toISOString() });
    await world.send('/repairs', report(world));
    expect(puts(world)).toBe(1);
    expect(world.told()).toEqual({ told_heron_at: new Date(world.now()).toISOString(), told_purposes: ['repair'] });
  });

  it('are all remembered, whichever is repeated', async () => {
    const world = createWorld();
    for (const key of ['tab-1', 'tab-2', 'tab-3']) await world.send('/repairs', report(world, {}, key));
    expect(puts(world)).toBe(3);
    for (const key of ['tab-1', 'tab-3', 'tab-2']) {
      expect((await world.send('/repairs', report(world, {}, key))).body).toMatchObject({ result: 'repaired' });
    }
    expect(puts(world)).toBe(3);
    expect(world.repaired).toHaveLength(3);
  });

  it('and to the proxy share a PUT as well', async () => {
    const world = createWorld();
    letTimePass(world);
    const put: RequestInit = { method: 'PUT', body: '{}' };
    const path = `/api/integration_links/${ITEM}`;
    const answers = await Promise.all([
      world.send('/repairs', report(world)),
      world.sendToProxy(path, put),
      world.sendToProxy(path, { ...put, headers: { 'idempotency-key': 'visit-1' } }),
    ]);
    expect(answers.map(({ body }) => body['result'])).toEqual(['repaired', 'repaired', 'repaired']);
    expect(puts(world)).toBe(1);
  });

  it('for the whole user share a PUT for each Item', async () => {
    const { items } = createWorld();
    const world = createWorld({ items: { ...items, findUser: () => ({ userId: 'usr_1' }) } });
    letTimePass(world);
    world.upstream.script('POST /user/items/get', () => {
      world.advance(1000);
      return Response.json({ items: [{ item_id: ITEM, error: null }] });
    });
    const target = { user: true };
    const answers = await sendAtOnce(
      world,
      report(world, { target }, 'tab-1'),
      report(world, { target }, 'tab-2'),
      report(world, {}, 'tab-3'),
    );
    expect(answers.map(({ body }) => body['result'])).toEqual(['repaired', 'repaired', 'repaired']);
    expect(puts(world)).toBe(1);
    expect(world.repaired).toHaveLength(1);
  });

  it('do not call repaired what broke while one of them waited', async () => {
    const { items } = createWorld();
    const world = createWorld({ items: { ...items, findUser: () => ({ userId: 'usr_1' }) } });
    const broken = { item_id: ITEM, error: plaidError('ITEM_ERROR', 'ITEM_LOGIN_REQUIRED') };
    world.upstream.script(
      'POST /user/items/get',
      () => Response.json({ items: [{ item_id: ITEM, error: null }] }),
      () => Response.json({ items: [broken] }),
    );
    const gate = createGate();
    world.upstream.script(UPDATE_LINK, async () => {
      await gate.wait();
      return Response.json({ integration_link: PENDING });
    });
    const first = world.send('/repairs', report(world, {}, 'tab-1'));
    await gate.reached;
    const second = world.send('/repairs', report(world, { target: { user: true }, outcome: 'exit' }, 'tab-2'));
    await world.upstream.arrival('POST /user/items/get');
    gate.open();
    expect((await first).body).toMatchObject({ result: 'repaired' });
    expect((await second).body).toMatchObject({ result: 'unchanged', progress: { repaired: 0, remaining: 1 } });
  });
});

describe('a report of an Item that is busy', () => {
  it('is answered with 202 after a while, asks nobody, and is not done behind its sender’s back', async () => {
    const world = createWorld({ itemWaitLimitMs: 20 });
    const gate = createGate();
    world.upstream.script(UPDATE_LINK, async () => {
      await gate.wait();
      return Response.json({ integration_link: PENDING });
    });
    const first = world.send('/repairs', report(world, {}, 'tab-1'));
    await gate.reached;
    const before = world.upstream.requests.length;
    const second = await world.send('/repairs', report(world, {}, 'tab-2'));
    expect(second).toMatchObject({ status: 202, body: { result: 'checking' } });
    expect(second.headers.get('retry-after')).toBe('2');
    gate.open();
    await first;
    expect(world.upstream.requests).toHaveLength(before);
    expect((await world.send('/repairs', report(world, {}, 'tab-2'))).body).toMatchObject({ result: 'repaired' });
    expect(world.log).toEqual([]);
  });

  it('does not wait for another Item’s', async () => {
    const world = createWorld();
    const gate = createGate();
    world.items.add(USER, { itemId: 'Other', accessToken: ACCESS_TOKEN });
    world.upstream.script(GET_ITEM, plaidItem(ITEM), plaidItem('Other'));
    world.upstream.script(LIST_LINKS, heronList(heronLink(), heronLink({ item_id: 'Other' })));
    world.upstream.script('PUT /api/integration_links/Other', heronUpdate(heronLink({ item_id: 'Other' })));
    world.upstream.script(UPDATE_LINK, async () => {
      await gate.wait();
      return Response.json({ integration_link: PENDING });
    });
    const first = world.send('/repairs', report(world));
    await gate.reached;
    expect((await world.send('/repairs', report(world, { target: { item_id: 'Other' } }))).status).toBe(200);
    gate.open();
    await first;
  });

  it('lets a stranger wait for nothing: to them there is no such Item', async () => {
    const world = createWorld();
    const gate = createGate();
    world.upstream.script(UPDATE_LINK, async () => {
      await gate.wait();
      return Response.json({ integration_link: PENDING });
    });
    const first = world.send('/repairs', report(world));
    await gate.reached;
    const foreign = report(world);
    const headers = new Headers(foreign.headers);
    headers.set('x-user', 'user-2');
    expect((await world.send('/repairs', { ...foreign, headers })).status).toBe(404);
    gate.open();
    await first;
  });
});

/** An app whose own port is watched, as one on a database that several processes share. */
function createSharedItems(exclusively: NonNullable<ItemsPort<User>['exclusively']>) {
  const items = createMemoryItems<User>((user) => user.id);
  items.add(USER, { itemId: ITEM, accessToken: ACCESS_TOKEN });
  return { ...items, exclusively };
}

/** Second by second, so that what is neither a timer nor a promise keeps up. */
async function passSeconds(seconds: number): Promise<void> {
  for (let passed = 0; passed < seconds; passed += 1) {
    await vi.advanceTimersByTimeAsync(1000);
    await new Promise((resolve) => void setImmediate(resolve));
  }
}

describe('a function of the app’s that never ends', () => {
  it.each<[string, seconds: number, (items: ItemsPort<User>, hang: () => Promise<void>) => Partial<ItemsPort<User>>]>([
    ['saveFacts', 60, ({ saveFacts }, hang) => ({ saveFacts: (id, facts) => hang().then(() => saveFacts(id, facts)) })],
    [
      'saveFacts, in one process,',
      60,
      ({ saveFacts }, hang) => ({
        exclusively: undefined,
        saveFacts: (id, facts) => hang().then(() => saveFacts(id, facts)),
      }),
    ],
    ['exclusively', 120, (_items, hang) => ({ exclusively: (_id, run) => hang().then(run) })],
  ])(
    '%s keeps its Item for %i seconds, and then the next report has its turn',
    async (_name, seconds, createHanging) => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      onTestFinished(() => void vi.useRealTimers());
      const gate = createGate();
      let calls = 0;
      const hang = () => (calls++ === 0 ? gate.wait() : Promise.resolve());
      const { items } = createWorld();
      const world = createWorld({ items: { ...items, ...createHanging(items, hang) } });
      const tooLong = { code: 'internal', operation: 'items.exclusively', itemId: ITEM, errorName: 'TimeLimitReached' };

      const first = world.send('/repairs', report(world, {}, 'tab-1'));
      await gate.reached;
      await passSeconds(30);
      expect((await first).status).toBe(202);
      const second = world.send('/repairs', report(world, {}, 'tab-2'));
      await passSeconds(seconds - 40);
      expect((await second).status).toBe(202);
      expect(world.log).not.toContainEqual(tooLong);
      await passSeconds(12);
      expect(world.log).toContainEqual(tooLong);
      for (const tab of ['tab-2', 'tab-1']) {
        expect((await world.send('/repairs', report(world, {}, tab))).body).toMatchObject({ result: 'repaired' });
      }
    },
  );
});

describe('items.exclusively', () => {
  it('is held while the facts are read, Plaid and Heron are asked and the facts are written', async () => {
    const steps: string[] = [];
    const shared = createSharedItems(async (itemId, run) => {
      steps.push(`lock ${itemId}`);
      const value = await run();
      steps.push('unlock');
      return value;
    });
    const watched: ItemsPort<User> = {
      ...shared,
      find(caller, itemId) {
        steps.push('find');
        return shared.find(caller, itemId);
      },
      saveFacts(itemId, facts) {
        steps.push('save');
        return shared.saveFacts(itemId, facts);
      },
    };
    const world = createWorld({ items: watched, onRepaired: () => void steps.push('tell') });
    world.upstream.script(UPDATE_LINK, () => {
      steps.push('PUT');
      return Response.json({ integration_link: PENDING });
    });
    await world.send('/repairs', report(world));
    const inside = ['find', 'PUT', 'find', 'save', 'tell', 'find', 'save'];
    expect(steps).toEqual(['find', `lock ${ITEM}`, ...inside, 'unlock']);
  });

  it('is asked once at a time for each Item of a process', async () => {
    let running = 0;
    const shared = createSharedItems(async (_itemId, run) => {
      running += 1;
      expect(running).toBe(1);
      const value = await run();
      running -= 1;
      return value;
    });
    const world = createWorld({ items: shared });
    const answers = await sendAtOnce(world, report(world, {}, 'tab-1'), report(world, {}, 'tab-2'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  it.each<[string, NonNullable<ItemsPort<User>['exclusively']>]>([
    ['can’t take the lock', async () => Promise.reject(new Error(`no ${ACCESS_TOKEN}`))],
    [
      'can’t keep what was written',
      async (_itemId, run) => run().then(() => Promise.reject(new Error('commit failed'))),
    ],
  ])('that %s ends a report as internal, which is right when it comes again', async (_what, exclusively) => {
    const world = createWorld({ items: createSharedItems(exclusively) });
    expect(await world.send('/repairs', report(world))).toMatchObject({ status: 500, body: { code: 'internal' } });
    expect(world.log).toMatchObject([{ code: 'internal', operation: 'items.exclusively', itemId: ITEM }]);
  });

  it('may begin again, as a transaction that is repeated', async () => {
    const world = createWorld({ items: createSharedItems(async (_itemId, run) => run().then(run)) });
    expect((await world.send('/repairs', report(world))).body).toMatchObject({ result: 'repaired' });
    expect(puts(world)).toBe(1);
  });

  it('that rejects as it likes takes nothing from what went wrong', async () => {
    const wrap: NonNullable<ItemsPort<User>['exclusively']> = async (_itemId, run) =>
      run().catch(() => Promise.reject(new Error('rolled back')));
    const world = createWorld({ items: createSharedItems(wrap) });
    world.upstream.script(GET_ITEM, 'network error');
    expect(await world.send('/repairs', report(world))).toMatchObject({
      status: 503,
      body: { code: 'plaid_unavailable' },
    });
  });

  it('keeps a link token’s snapshot from writing over a repair', async () => {
    const gate = createGate();
    const { items } = createWorld();
    const slow: ItemsPort<User> = {
      ...items,
      async saveFacts(itemId, facts) {
        if (facts.before && !facts.repaired_at) await gate.wait();
        return items.saveFacts(itemId, facts);
      },
    };
    const world = createWorld({ items: slow, itemWaitLimitMs: 20 });
    const body = JSON.stringify({ target: { item_id: ITEM }, purpose: 'select_accounts' });
    const token = world.send('/link-token', { method: 'POST', body });
    await gate.reached;
    expect((await world.send('/repairs', report(world))).status).toBe(202);
    gate.open();
    await token;
    expect((await world.send('/repairs', report(world))).status).toBe(200);
    const item = await items.find({ id: USER }, ITEM);
    expect(item?.facts).toMatchObject({ repaired_under: 'visit-1', before: { purpose: 'select_accounts' } });
  });
});
