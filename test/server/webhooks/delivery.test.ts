// @vitest-environment node
import type { FailedForward, HeronOptions } from 'react-plaid-update-mode/server';
import { describe, expect, it } from 'vitest';
import { json, plaidError, plaidItem, text } from '../support/upstream.js';
import { GET_ITEM, heronLink, heronList, heronUpdate, ITEM, LIST_LINKS, UPDATE_LINK } from '../support/world.js';
import { createWebhookWorld, FORWARD, FORWARD_TO, itemWebhook } from './support.js';

const REPAIRED = itemWebhook('LOGIN_REPAIRED');
const SYNC = { ...itemWebhook('SYNC_UPDATES_AVAILABLE'), webhook_type: 'TRANSACTIONS' };

describe('a webhook that is sent again', () => {
  it('is acknowledged and done nothing about, when its answer was lost', async () => {
    const world = createWebhookWorld({ forwardTo: FORWARD_TO });
    const body = JSON.stringify(REPAIRED);
    const header = await world.sign(body);
    await world.post(body, header);
    const requests = world.upstream.requests.length;
    expect((await world.post(body, header)).status).toBe(200);
    expect(world.upstream.requests).toHaveLength(requests);
    expect(world.news).toHaveLength(1);
  });

  it('is done once, when it comes while the first is under way', async () => {
    let begun = 0;
    const world = createWebhookWorld({
      answerWithinMs: 20,
      onItemEvent: () => {
        begun += 1;
        return new Promise(() => {});
      },
    });
    const body = JSON.stringify(REPAIRED);
    const header = await world.sign(body);
    expect((await world.post(body, header)).status).toBe(503);
    expect((await world.post(body, header)).status).toBe(503);
    expect(begun).toBe(1);
    expect(world.upstream.sent(UPDATE_LINK)).toHaveLength(1);
  });

  it('fails like the first, when it comes while that is under way and fails', async () => {
    const world = createWebhookWorld();
    world.upstream.script(GET_ITEM, 'network error');
    const body = JSON.stringify(REPAIRED);
    const header = await world.sign(body);
    const answers = await Promise.all([world.post(body, header), world.post(body, header)]);
    expect(answers.map(({ status }) => status)).toEqual([503, 503]);
  });

  it('is another one, when it says the same at another time', async () => {
    const world = createWebhookWorld();
    await world.send(REPAIRED, { age: 60 });
    await world.send(REPAIRED);
    expect(world.upstream.sent(UPDATE_LINK)).toHaveLength(2);
    expect(world.news).toHaveLength(2);
  });

  it.each([
    ['Plaid can not be asked', GET_ITEM, 'network error' as const, 'plaid_unavailable'],
    [
      'Plaid limits the rate',
      GET_ITEM,
      json(plaidError('RATE_LIMIT_EXCEEDED', 'RATE_LIMIT'), 429),
      'plaid_unavailable',
    ],
    [
      "Plaid refuses the app's keys",
      GET_ITEM,
      json(plaidError('INVALID_INPUT', 'INVALID_API_KEYS'), 400),
      'misconfigured',
    ],
    ['Heron can not be asked', LIST_LINKS, text('down', 500), 'heron_unavailable'],
    ['Heron does not take the token', UPDATE_LINK, text('down', 503), 'heron_unavailable'],
    ['Heron refuses the key', UPDATE_LINK, text('no', 403), 'misconfigured'],
  ])('is taken then, where %s at first', async (_name, route, reply, code) => {
    const world = createWebhookWorld();
    const body = JSON.stringify(REPAIRED);
    const header = await world.sign(body);
    world.upstream.script(route, reply);
    const failed = await world.post(body, header);
    expect(failed.status).toBe(503);
    expect(await failed.json()).toMatchObject({ status: 503, code });
    expect(world.facts()).toEqual({});
    expect(world.news).toEqual([]);

    world.upstream.script(GET_ITEM, plaidItem(ITEM));
    world.upstream.script(LIST_LINKS, heronList(heronLink()));
    world.upstream.script(UPDATE_LINK, heronUpdate(heronLink({ status: 'pending' })));
    expect((await world.post(body, header)).status).toBe(200);
    expect(world.facts()).toHaveProperty('repaired_at');
    expect(world.news).toHaveLength(1);
  });
});

describe("the app's own functions", () => {
  it('are asked again, where facts can not be saved', async () => {
    let isDown = true;
    const world = createWebhookWorld({
      items: {
        findByPlaidId: () => ({ itemId: ITEM, accessToken: 'a', endUserId: 'user-1' }),
        saveFacts: () => {
          if (isDown) throw new RangeError('the database is away');
        },
      },
    });
    const response = await world.send(itemWebhook('NEW_ACCOUNTS_AVAILABLE'));
    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain('database');
    expect(world.news).toEqual([]);
    expect(world.log).toEqual([
      { code: 'internal', operation: 'items.saveFacts', itemId: ITEM, errorName: 'RangeError' },
    ]);
    isDown = false;
    expect((await world.send(itemWebhook('NEW_ACCOUNTS_AVAILABLE'))).status).toBe(200);
    expect(world.news).toHaveLength(1);
  });

  it('keep what was written while Plaid was asked', async () => {
    const world = createWebhookWorld();
    const known = { new_accounts_available: { received_at: '2026-05-01T11:59:59.000Z' } };
    world.upstream.script(GET_ITEM, () => {
      world.setFacts(known);
      return Response.json({ item: { item_id: ITEM, error: plaidError('ITEM_ERROR', 'ITEM_LOGIN_REQUIRED') } });
    });
    await world.send(itemWebhook('ERROR'));
    expect(world.facts()).toMatchObject({ ...known, error: { error_code: 'ITEM_LOGIN_REQUIRED' } });
  });

  it('are given no facts to save that they have already', async () => {
    const saved: unknown[] = [];
    const item = {
      itemId: ITEM,
      accessToken: 'a',
      endUserId: 'user-1',
      facts: { repaired_at: '2026-05-01T11:59:59Z' },
    };
    const world = createWebhookWorld({
      items: { findByPlaidId: () => item, saveFacts: (_itemId, facts) => void saved.push(facts) },
    });
    expect((await world.send(itemWebhook('USER_PERMISSION_REVOKED'), { age: 60 })).status).toBe(200);
    expect(saved).toEqual([]);
  });

  it('are not believed an Item that was not asked for', async () => {
    const item = { itemId: 'AnotherItem', accessToken: 'a', endUserId: 'user-1' };
    const world = createWebhookWorld({ items: { findByPlaidId: () => item, saveFacts: () => {} } });
    expect((await world.send(REPAIRED)).status).toBe(200);
    expect(world.log).toMatchObject([{ code: 'item_not_found', itemId: ITEM }]);
    expect(world.upstream.sent(GET_ITEM)).toEqual([]);
  });

  it('are asked again, where the Item can not be found for a fault', async () => {
    const world = createWebhookWorld({
      items: { findByPlaidId: () => Promise.reject(new Error('away')), saveFacts: () => {} },
    });
    expect((await world.send(REPAIRED)).status).toBe(503);
    expect(world.log).toMatchObject([{ code: 'internal', operation: 'items.findByPlaidId' }]);
  });

  it('hear the news again, where they failed to take it', async () => {
    const heard: string[] = [];
    const world = createWebhookWorld({
      onItemEvent: ({ event }) => {
        heard.push(event.code);
        if (heard.length === 1) throw new Error('the mail server is away');
      },
    });
    expect((await world.send(itemWebhook('NEW_ACCOUNTS_AVAILABLE'))).status).toBe(503);
    expect(world.log).toMatchObject([{ code: 'internal', operation: 'onItemEvent', itemId: ITEM }]);
    expect((await world.send(itemWebhook('NEW_ACCOUNTS_AVAILABLE'))).status).toBe(200);
    expect(heard).toEqual(['NEW_ACCOUNTS_AVAILABLE', 'NEW_ACCOUNTS_AVAILABLE']);
  });

  it('are given the time to take the news before it is acknowledged', async () => {
    const steps: string[] = [];
    const world = createWebhookWorld({
      onItemEvent: async () => {
        await new Promise((resolve) => {
          setImmediate(resolve);
        });
        steps.push('taken');
      },
    });
    await world.send(itemWebhook('NEW_ACCOUNTS_AVAILABLE'));
    steps.push('acknowledged');
    expect(steps).toEqual(['taken', 'acknowledged']);
  });

  it('may remember webhooks in a Set, by hash and time', async () => {
    const dedupe = new Set<string>();
    const world = createWebhookWorld({ dedupe });
    await world.send(REPAIRED);
    const [key = ''] = dedupe;
    expect(key).toMatch(/^plaid:[\da-f]{64}:\d{10}$/);
    expect(key.length).toBeLessThanOrEqual(100);
  });

  it('may fail to remember a webhook that is done', async () => {
    const world = createWebhookWorld({ dedupe: { has: () => false, add: () => Promise.reject(new Error('away')) } });
    expect((await world.send(REPAIRED)).status).toBe(200);
    expect(world.log).toMatchObject([{ code: 'internal', operation: 'dedupe' }]);
  });

  it('are asked again, where nobody knows whether the webhook is done', async () => {
    const world = createWebhookWorld({ dedupe: { has: () => Promise.reject(new Error('away')), add: () => {} } });
    expect((await world.send(REPAIRED)).status).toBe(503);
    expect(world.facts()).toEqual({});
  });
});

describe('the forward to Heron', () => {
  it('holds the very bytes and what Heron needs to verify them, and nothing else', async () => {
    const world = createWebhookWorld({ forwardTo: FORWARD_TO });
    const body = `${JSON.stringify(SYNC, null, 3)} \n`;
    const header = await world.sign(body);
    await world.post(body, header, {
      'user-agent': 'Plaid-Webhook/1',
      cookie: 'session=secret',
      authorization: 'Basic eHh4',
      'x-forwarded-for': '10.0.0.1',
    });
    const [sent] = world.upstream.sent(FORWARD);
    expect(sent?.text).toBe(body);
    expect(sent?.url).toBe(FORWARD_TO);
    expect(sent?.headers).toEqual({
      'plaid-verification': header,
      'content-type': 'application/json',
      'user-agent': 'Plaid-Webhook/1',
    });
  });

  it.each([
    ['an event of the Item', itemWebhook('NEW_ACCOUNTS_AVAILABLE'), 1],
    ['data of the Item', SYNC, 1],
    ['what is about no Item', { webhook_type: 'LINK', webhook_code: 'SESSION_FINISHED', environment: 'sandbox' }, 1],
    ['the acknowledgement of our own address', itemWebhook('WEBHOOK_UPDATE_ACKNOWLEDGED'), 0],
    ["a stranger's Item", { ...SYNC, item_id: 'AnotherItem' }, 0],
  ])('is made of %s', async (_name, webhook, count) => {
    const world = createWebhookWorld({ forwardTo: FORWARD_TO });
    expect((await world.send(webhook)).status).toBe(200);
    expect(world.upstream.sent(FORWARD)).toHaveLength(count);
  });

  it.each([
    ['an error', text('down', 500), 500],
    ['a redirect', () => new Response(null, { status: 302, headers: { location: 'https://elsewhere.test/' } }), 302],
    ['nothing', 'network error' as const, undefined],
  ])('has Plaid send the webhook again, where it is answered with %s', async (_name, reply, httpStatus) => {
    const world = createWebhookWorld({ forwardTo: FORWARD_TO });
    world.upstream.script(FORWARD, reply, json({}));
    const body = JSON.stringify(SYNC);
    const header = await world.sign(body);
    expect((await world.post(body, header)).status).toBe(503);
    expect(world.log).toEqual([{ code: 'heron_unavailable', operation: 'forwardTo', httpStatus }]);
    expect((await world.post(body, header)).status).toBe(200);
    expect(world.upstream.sent(FORWARD)).toHaveLength(2);
  });

  it('follows no redirect with what it holds', async () => {
    const modes: unknown[] = [];
    const heron: HeronOptions = {
      apiKey: 'key',
      fetch: async (_input, init) => {
        modes.push(init?.redirect);
        return new Response();
      },
    };
    const world = createWebhookWorld({ forwardTo: FORWARD_TO, heron });
    await world.send(SYNC);
    expect(modes).toEqual(['manual']);
  });

  it('is given up after its time', async () => {
    const world = createWebhookWorld({ forwardTo: FORWARD_TO, upstreamTimeLimitMs: 5 });
    world.upstream.script(FORWARD, 'silence');
    expect((await world.send(SYNC)).status).toBe(503);
  });

  it('is left to the app where it fails and the app takes it', async () => {
    const failed: FailedForward[] = [];
    const world = createWebhookWorld({ forwardTo: FORWARD_TO, onForwardFailed: (each) => void failed.push(each) });
    world.upstream.script(FORWARD, text('down', 502));
    const body = JSON.stringify(SYNC);
    const header = await world.sign(body);
    expect((await world.post(body, header)).status).toBe(200);
    expect(failed).toMatchObject([{ headers: { 'plaid-verification': header }, httpStatus: 502 }]);
    expect(new TextDecoder().decode(failed[0]?.body)).toBe(body);
    await world.post(body, header);
    expect(failed).toHaveLength(1);
  });

  it('has Plaid send the webhook again, where the app can not take it either', async () => {
    const world = createWebhookWorld({
      forwardTo: FORWARD_TO,
      onForwardFailed: () => Promise.reject(new TypeError('the queue is full')),
    });
    world.upstream.script(FORWARD, text('down', 502));
    expect((await world.send(SYNC)).status).toBe(503);
    expect(world.log.at(-1)).toEqual({ code: 'internal', operation: 'onForwardFailed', errorName: 'TypeError' });
  });

  it('keeps no fact and no news waiting', async () => {
    const world = createWebhookWorld({ forwardTo: FORWARD_TO });
    world.upstream.script(FORWARD, text('down', 502));
    expect((await world.send(itemWebhook('NEW_ACCOUNTS_AVAILABLE'))).status).toBe(503);
    expect(world.facts()).toHaveProperty('new_accounts_available');
    expect(world.news).toHaveLength(1);
  });
});

it('answers before Plaid gives up waiting, and goes on: sent again, the webhook counts as taken', async () => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let finish = (): void => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const dedupe = new Set<string>();
  const world = createWebhookWorld({
    answerWithinMs: 20,
    onItemEvent: () => held,
    dedupe: {
      has: (key) => dedupe.has(key),
      add(key) {
        dedupe.add(key);
        finish();
      },
    },
  });
  const body = JSON.stringify(itemWebhook('NEW_ACCOUNTS_AVAILABLE'));
  const header = await world.sign(body);
  expect((await world.post(body, header)).status).toBe(503);
  release();
  await finished;
  expect((await world.post(body, header)).status).toBe(200);
});
