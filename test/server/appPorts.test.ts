// @vitest-environment node
import { CountryCode } from 'plaid';
import { describe, expect, it } from 'vitest';
import {
  createUpdateModeHandler,
  type Item,
  type ItemFacts,
  type LogOperation,
  type UpdateModeHandlerOptions,
} from 'react-plaid-update-mode/server';
import { ACCESS_TOKEN, HERON_KEY, PLAID_SECRET } from './support/secrets.js';
import { createPlaid } from './support/upstream.js';
import {
  BANNER_PURPOSES,
  createWorld,
  heronLink,
  heronList,
  ITEM,
  LIST_LINKS,
  report,
  type User,
} from './support/world.js';

class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
}

/** What a database driver may say. */
const boom = (): never => {
  throw new DatabaseError(`could not read ${ACCESS_TOKEN}`);
};

const { items } = createWorld();

describe("an app's function that throws", () => {
  const cases: [LogOperation, Partial<UpdateModeHandlerOptions<User>>][] = [
    ['authenticate', { authenticate: boom }],
    ['authenticate', { authenticate: async () => boom() }],
    ['endUserId', { endUserId: boom }],
    ['items.find', { items: { ...items, find: boom } }],
    ['items.find', { items: { ...items, find: async () => boom() } }],
    ['items.saveFacts', { items: { ...items, saveFacts: boom } }],
  ];

  it.each(cases)('ends a report as internal and is logged without its words: %s', async (operation, options) => {
    const world = createWorld(options);
    const answer = await world.send('/repairs', report(world));
    expect(answer.status).toBe(500);
    expect(answer.body).toEqual({ title: 'The server failed.', status: 500, code: 'internal' });
    expect(world.log).toMatchObject([{ code: 'internal', operation, errorName: 'DatabaseError' }]);
  });

  it('ends a list as internal', async () => {
    const world = createWorld({ items: { ...items, list: boom } });
    expect(await world.send('/integration-links')).toMatchObject({ status: 500, body: { code: 'internal' } });
    expect(world.log).toMatchObject([{ operation: 'items.list', errorName: 'DatabaseError' }]);
  });

  it('ends a link token as misconfigured', async () => {
    const world = createWorld({ linkToken: boom });
    const body = JSON.stringify({ target: { item_id: ITEM }, purpose: 'repair' });
    expect(await world.send('/link-token', { method: 'POST', body })).toMatchObject({
      body: { code: 'misconfigured' },
    });
    expect(world.log).toMatchObject([{ operation: 'linkToken', errorName: 'DatabaseError' }]);
  });

  it.each([boom, async () => boom()])('harms no repair when it is onRepaired', async (onRepaired) => {
    const world = createWorld({ onRepaired });
    expect((await world.send('/repairs', report(world))).body).toMatchObject({ result: 'repaired' });
    expect(world.log).toEqual([
      { code: 'internal', operation: 'onRepaired', itemId: ITEM, errorName: 'DatabaseError' },
    ]);
    expect(world.facts()).toHaveProperty('repaired_at');
  });

  it.each([boom, async () => boom()])('harms nothing when it is the log', async (log) => {
    const world = createWorld({ log, onRepaired: boom });
    expect((await world.send('/repairs', report(world))).status).toBe(200);
    expect(await createWorld({ log, endUserId: boom }).send('/integration-links')).toMatchObject({ status: 500 });
  });

  it('may throw anything', async () => {
    const world = createWorld({
      authenticate: () => {
        throw ACCESS_TOKEN;
      },
    });
    expect(await world.send('/integration-links')).toMatchObject({ status: 500, body: { code: 'internal' } });
    expect(world.log).toMatchObject([{ operation: 'authenticate' }]);
  });
});

describe('an app without a log and without callbacks', () => {
  it('is served', async () => {
    const world = createWorld({ log: undefined, onRepaired: undefined });
    expect((await world.send('/repairs', report(world))).body).toMatchObject({ result: 'repaired' });
  });
});

describe('authenticate', () => {
  it('that reads the body leaves the route without one', async () => {
    const world = createWorld({
      authenticate: async (request) => {
        await request.text();
        return { id: 'user-1' };
      },
    });
    expect(await world.send('/repairs', report(world))).toMatchObject({ status: 500, body: { code: 'internal' } });
    expect(world.log).toMatchObject([{ operation: 'handler', errorName: 'TypeError' }]);
  });
});

describe("an app's own store", () => {
  it.each([null, undefined])('may hold %s for the facts of an Item from before', async (facts) => {
    const item: Item = { itemId: ITEM, accessToken: ACCESS_TOKEN, facts };
    const saved: ItemFacts[] = [];
    const world = createWorld({
      items: { list: () => [item], find: () => item, saveFacts: (_itemId, newest) => void saved.push(newest) },
    });
    expect((await world.send('/integration-links')).body).toEqual({
      integration_links: [{ ...heronLink(), purposes: BANNER_PURPOSES }],
    });
    expect((await world.send('/repairs', report(world))).body).toMatchObject({ result: 'repaired' });
    expect(saved[0]).toMatchObject({ repaired_under: 'visit-1' });
  });

  it('may answer with objects of its own classes', async () => {
    class Row {
      #row = { itemId: ITEM, accessToken: ACCESS_TOKEN, institutionName: 'First Platypus Bank' };
      get itemId() {
        return this.#row.itemId;
      }
      get accessToken() {
        return this.#row.accessToken;
      }
      get institutionName() {
        return this.#row.institutionName;
      }
    }
    const world = createWorld({ items: { list: () => [new Row()], find: () => new Row(), saveFacts: () => {} } });
    expect((await world.send('/integration-links')).body).toEqual({
      integration_links: [{ ...heronLink(), institution_name: 'First Platypus Bank', purposes: BANNER_PURPOSES }],
    });
    expect((await world.send('/repairs', report(world))).body).toMatchObject({
      result: 'repaired',
      integration_links: [{ institution_name: 'First Platypus Bank' }],
    });
  });

  it('may be a Map for the sessions and an array for the Items', async () => {
    const { upstream } = createWorld();
    upstream.script(LIST_LINKS, heronList());
    const sessions = new Map([['session-1', { id: 'user-1', name: 'Ada' }]]);
    const rows: Item[] = [];
    const handler = createUpdateModeHandler({
      basePath: '/',
      plaid: createPlaid(upstream, PLAID_SECRET),
      heron: { apiKey: HERON_KEY, fetch: upstream.fetch },
      authenticate: (request) => sessions.get(request.headers.get('cookie') ?? ''),
      endUserId: (user) => user.id,
      items: {
        list: () => rows,
        find: (user, itemId) => rows.find((row) => row.itemId === `${user.name} ${itemId}`),
        saveFacts: () => {},
      },
      linkToken: { client_name: 'Acme', language: 'en', country_codes: [CountryCode.Us] },
    });
    const ask = async (cookie: string) => {
      const headers = { cookie, 'content-type': 'application/json' };
      const body = JSON.stringify({ target: { item_id: ITEM }, purpose: 'repair' });
      return (await handler(new Request('https://app.test/link-token', { method: 'POST', headers, body }))).status;
    };
    expect(await ask('nobody')).toBe(401);
    expect(await ask('session-1')).toBe(404);
  });

  it('may keep the facts in a column of plain JSON', async () => {
    const column = new Map<string, JsonObject>();
    const item: Item = { itemId: ITEM, accessToken: ACCESS_TOKEN };
    const find = (): Item => ({ ...item, facts: parseFacts(column.get(ITEM)) });
    const world = createWorld({
      items: { list: () => [find()], find, saveFacts: (itemId, facts) => void column.set(itemId, facts) },
    });
    await world.send('/repairs', report(world));
    expect(column.get(ITEM)).toMatchObject({ repaired_under: 'visit-1' });
  });
});

/** As a driver reads such a column. */
function parseFacts(column: JsonObject | undefined): ItemFacts {
  return JSON.parse(JSON.stringify(column ?? {}));
}

/** As an ORM types such a column. */
type JsonObject = { readonly [key: string]: JsonValue | undefined };
type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
