// @vitest-environment node
import {
  createMemoryItems,
  createReportDelivery,
  type HandlerOptions,
  type RepairedItem,
  type RepairReport,
  type UndeliveredReport,
} from 'react-plaid-update-mode/server';
import { describe, expect, it } from 'vitest';
import { createGate } from './support/gate.js';
import { ACCESS_TOKEN, expectNoSecret, HERON_KEY, PLAID_SECRET } from './support/secrets.js';
import { createPlaid, json, plaidError, plaidItem } from './support/upstream.js';
import {
  createWorld,
  FOREIGN_ITEM,
  GET_ITEM,
  ITEM,
  LIST_LINKS,
  report,
  UPDATE_LINK,
  USER,
  type User,
} from './support/world.js';

const REPORT: RepairReport = {
  target: { item_id: ITEM },
  purpose: 'repair',
  outcome: 'success',
  started_at: '2026-05-01T11:58:00.000Z',
  finished_at: '2026-05-01T11:59:00.000Z',
};
const waiting = { caller: { id: USER }, report: REPORT, idempotencyKey: 'visit-1' };

/** An app with an endpoint for its pages, and a worker with the same options. */
function createApp(options: Partial<HandlerOptions<User>> = {}) {
  const items = createMemoryItems<User>((user) => user.id);
  items.add(USER, { itemId: ITEM, accessToken: ACCESS_TOKEN });
  items.add('user-2', { itemId: FOREIGN_ITEM, accessToken: ACCESS_TOKEN });
  const repaired: RepairedItem<User>[] = [];
  const undelivered: UndeliveredReport<User>[] = [];
  const shared = {
    items,
    onRepaired: (item: RepairedItem<User>) => void repaired.push(item),
    onUndelivered: (report: UndeliveredReport<User>) => void undelivered.push(report),
    ...options,
  };
  const world = createWorld(shared);
  const deliver = createReportDelivery<User>({
    basePath: '/api/update-mode',
    plaid: createPlaid(world.upstream, PLAID_SECRET),
    heron: { apiKey: HERON_KEY, fetch: world.upstream.fetch },
    authenticate: () => null,
    endUserId: (user) => user.id,
    clock: world.now,
    pause: async (ms) => world.advance(ms),
    log: (entry) => void world.log.push(entry),
    ...shared,
  });
  return { world, items, repaired, undelivered, deliver };
}

describe('onUndelivered', () => {
  it.each([
    ['plaid_unavailable', GET_ITEM, 10],
    ['heron_unavailable', LIST_LINKS, 15],
    ['heron_unavailable', UPDATE_LINK, 15],
  ])('hears of a report that ends with %s at %s, before the browser does', async (code, route, retryAfter) => {
    const { world, undelivered } = createApp();
    world.upstream.script(route, 'network error');
    const answer = await world.send('/repairs', report(world));
    expect(answer).toMatchObject({ status: 503, body: { code } });
    const sent = {
      ...REPORT,
      link_session_id: 'session-1',
      started_at: expect.any(String),
      finished_at: expect.any(String),
    };
    expect(undelivered).toEqual([{ caller: { id: USER }, report: sent, idempotencyKey: 'visit-1', code, retryAfter }]);
    expectNoSecret([JSON.stringify(undelivered)]);
  });

  it('hears of a rate limit with the pause that was asked for', async () => {
    const { world, undelivered } = createApp();
    world.upstream.script(UPDATE_LINK, json({}, 429, { 'retry-after': '90' }));
    await world.send('/repairs', report(world));
    expect(undelivered).toMatchObject([{ code: 'heron_unavailable', retryAfter: 90 }]);
  });

  it('is awaited', async () => {
    const gate = createGate();
    const { world } = createApp({ onUndelivered: () => gate.wait() });
    world.upstream.script(GET_ITEM, 'network error');
    let isAnswered = false;
    const answer = world.send('/repairs', report(world)).then(() => {
      isAnswered = true;
    });
    await gate.reached;
    expect(isAnswered).toBe(false);
    gate.open();
    await answer;
  });

  it.each([
    ['throws', () => Promise.reject(new Error('no queue'))],
    [
      'throws at once',
      () => {
        throw new Error('no queue');
      },
    ],
  ])('that %s changes nothing for the browser', async (_what, onUndelivered: () => Promise<void>) => {
    const { world } = createApp({ onUndelivered });
    world.upstream.script(GET_ITEM, 'network error');
    expect(await world.send('/repairs', report(world))).toMatchObject({
      status: 503,
      body: { code: 'plaid_unavailable' },
    });
    expect(world.log).toMatchObject([
      { code: 'plaid_unavailable' },
      { code: 'internal', operation: 'onUndelivered', errorName: 'Error' },
    ]);
  });

  it('hears nothing of what is confirmed, still being checked, final, or this server’s own fault', async () => {
    const { world, undelivered } = createApp();
    const broken = plaidItem(ITEM, plaidError('ITEM_ERROR', 'ITEM_LOGIN_REQUIRED'));
    for (const [reply, status] of [
      [plaidItem(ITEM), 200],
      [broken, 202],
      [json({}, 401), 500],
    ] as const) {
      world.upstream.script(GET_ITEM, reply);
      expect((await world.send('/repairs', report(world, {}, `visit-${status}`))).status).toBe(status);
    }
    const foreign = { target: { item_id: FOREIGN_ITEM } };
    expect((await world.send('/repairs', report(world, foreign))).status).toBe(404);
    expect(undelivered).toEqual([]);
  });
});

describe('createReportDelivery', () => {
  it('answers as the browser would be', async () => {
    const { deliver, world, repaired } = createApp();
    expect(await deliver(waiting)).toMatchObject({
      status: 'delivered',
      answer: { result: 'repaired', integration_links: [{ item_id: ITEM, status: 'pending' }] },
    });
    expect(world.upstream.sent(UPDATE_LINK)).toHaveLength(1);
    expect(repaired).toHaveLength(1);
  });

  it('and the browser deliver once in effect, whoever is first', async () => {
    const { deliver, world, repaired } = createApp();
    const [byBrowser, byWorker] = await Promise.all([world.send('/repairs', report(world)), deliver(waiting)]);
    expect(byBrowser.body).toMatchObject({ result: 'repaired' });
    expect(byWorker).toMatchObject({ status: 'delivered', answer: { result: 'repaired' } });
    expect(await deliver(waiting)).toMatchObject({ status: 'delivered', answer: { result: 'repaired' } });
    expect(world.upstream.sent(UPDATE_LINK)).toHaveLength(1);
    expect(repaired).toHaveLength(1);
  });

  it('comes again where the others are away, and hands nothing over anew', async () => {
    const { deliver, world, undelivered } = createApp();
    world.upstream.script(GET_ITEM, 'network error');
    expect(await deliver(waiting)).toEqual({ status: 'later', code: 'plaid_unavailable', retryAfter: 10 });
    world.upstream.script(GET_ITEM, json({}, 401));
    expect(await deliver(waiting)).toEqual({ status: 'later', code: 'misconfigured', retryAfter: 60 });
    world.upstream.script(GET_ITEM, plaidItem(ITEM, plaidError('ITEM_ERROR', 'ITEM_LOGIN_REQUIRED')));
    expect(await deliver(waiting)).toEqual({ status: 'later', code: 'checking', retryAfter: 2 });
    expect(undelivered).toEqual([]);
  });

  it('comes again where the app’s own database is down', async () => {
    const { items } = createApp();
    const { deliver } = createApp({ items: { ...items, find: () => Promise.reject(new Error('down')) } });
    expect(await deliver(waiting)).toEqual({ status: 'later', code: 'internal', retryAfter: 60 });
  });

  it.each([
    ['an Item that is not the caller’s any more', { caller: { id: 'user-3' } }, 'item_not_found'],
    ['a foreign Item', { report: { ...REPORT, target: { item_id: FOREIGN_ITEM } } }, 'item_not_found'],
    ['a purpose that is not there any more', { report: { ...REPORT, purpose: 'gone' } }, 'purpose_not_defined'],
    ['a report that was damaged', { report: { ...REPORT, started_at: 'once' } }, 'invalid_request'],
    ['a report without its key', { idempotencyKey: '' }, 'invalid_request'],
  ])('refuses %s, and asks nobody', async (_what, changes, code) => {
    const { deliver, world } = createApp();
    expect(await deliver({ ...waiting, ...changes })).toEqual({ status: 'refused', code });
    expect(world.upstream.requests).toEqual([]);
  });

  it('refuses what Heron does not know', async () => {
    const { deliver, world } = createApp();
    world.upstream.script(LIST_LINKS, json({ links: [] }));
    expect(await deliver(waiting)).toEqual({ status: 'refused', code: 'heron_link_not_found' });
  });

  it('is not made with options that no handler takes', () => {
    expect(() => createApp({ heron: { apiKey: '' } })).toThrow(/heron\.apiKey is empty/);
  });
});

describe('a queue of the app’s own', () => {
  it('brings a repair to Heron whose browser never came back', async () => {
    const jobs = new Map<string, string>();
    const { deliver, world, repaired } = createApp({
      onUndelivered: ({ caller, report: undelivered, idempotencyKey }) =>
        void jobs.set(idempotencyKey, JSON.stringify({ userId: caller.id, report: undelivered, idempotencyKey })),
    });
    world.upstream.script(UPDATE_LINK, json({}, 503));
    await world.send('/repairs', report(world));
    await world.send('/repairs', report(world));
    expect(jobs.size).toBe(1);
    expectNoSecret([...jobs.values()]);

    async function work(): Promise<void> {
      for (const [key, text] of jobs) {
        const { userId, report: stored, idempotencyKey } = JSON.parse(text);
        const delivery = await deliver({ caller: { id: userId }, report: stored, idempotencyKey });
        if (delivery.status !== 'later') jobs.delete(key);
      }
    }
    await work();
    expect(jobs.size).toBe(1);
    world.upstream.script(UPDATE_LINK, () => Response.json({ integration_link: { item_id: ITEM, status: 'pending' } }));
    await work();
    expect(jobs.size).toBe(0);
    expect(repaired).toMatchObject([{ itemId: ITEM, caller: { id: USER } }]);
    await work();
    expect(repaired).toHaveLength(1);
  });
});
