// @vitest-environment node
import type { Item, ItemsPort, UpdateModeHandlerOptions } from 'react-plaid-update-mode/server';
import { describe, expect, it } from 'vitest';
import { ACCESS_TOKEN, FOREIGN_ACCESS_TOKEN, USER_TOKEN } from './support/secrets.js';
import { createWorld, FOREIGN_ITEM, ITEM, report, USER, type User, type World } from './support/world.js';

const AUTHORIZATION = '460cbe92-2dcc-8eae-5ad6-b37d0ec90fd9';
const FOREIGN_AUTHORIZATION = 'c9c2a4f6-0000-8eae-5ad6-b37d0ec90fd9';
const FOREIGN = 'user-2';

/** An app that looks everything up by id and then compares the owner, as many do; and what it was asked. */
function createWatchedWorld(options: Partial<UpdateModeHandlerOptions<User>> = {}) {
  const asked: unknown[][] = [];
  const owners = new Map([
    [ITEM, USER],
    [FOREIGN_ITEM, FOREIGN],
    [AUTHORIZATION, USER],
    [FOREIGN_AUTHORIZATION, FOREIGN],
  ]);
  const owned: Item[] = [{ itemId: ITEM, accessToken: ACCESS_TOKEN }];
  const foreign: Item = { itemId: FOREIGN_ITEM, accessToken: FOREIGN_ACCESS_TOKEN };
  const watch = <Answer>(name: string, { id: caller }: User, id: string | null, answer: Answer): Answer => {
    // What was asked for is the request's own; all else has to be alike.
    asked.push([name, caller, id === null ? null : 'the id']);
    return answer;
  };
  const items: ItemsPort<User> = {
    list: (user) => watch('list', user, null, owned),
    find: (user, id) =>
      watch(
        'find',
        user,
        id,
        owners.get(id) === user.id ? [...owned, foreign].find(({ itemId }) => itemId === id) : null,
      ),
    saveFacts: (id) => void asked.push(['saveFacts', id]),
    findUser: (user) => watch('findUser', user, null, user.id === USER ? { userToken: USER_TOKEN } : null),
    findAuthorization: (user, authorizationId) =>
      watch(
        'findAuthorization',
        user,
        authorizationId,
        owners.get(authorizationId) === user.id ? { authorizationId } : null,
      ),
  };
  const world = createWorld({
    items,
    endUserId: (user) => watch('endUserId', user, null, user.id),
    rateLimit: ({ caller, route }) => watch(route, caller, null, null),
    onAuthorizationReady: () => void asked.push(['onAuthorizationReady']),
    ...options,
  });
  return { world, asked };
}

/** Everything that a caller, Plaid, Heron, the log and the app's database could see of requests for one target. */
async function trace(target: object, path: string | null): Promise<unknown[]> {
  const { world, asked } = createWatchedWorld();
  const seen: unknown[] = [];
  const purposes = ['repair', 'select_accounts', 'unheard_of'];
  for (const purpose of purposes) {
    const answers = [
      await world.send('/link-token', { method: 'POST', body: JSON.stringify({ target, purpose }) }),
      await world.send('/repairs', report(world, { target, purpose })),
      await world.send('/repairs', report(world, { target, purpose, outcome: 'exit' })),
    ];
    if (path !== null) answers.push(await world.sendToProxy(`${path}?purpose=${purpose}`, { method: 'PUT' }));
    seen.push(answers.map(({ status, headers, text }) => ({ status, headers: [...headers], text })));
  }
  return [...seen, asked, world.upstream.requests, world.log, world.repaired];
}

const traceItem = (itemId: string) => trace({ item_id: itemId }, `/api/integration_links/${itemId}`);

const callsUpstream = ({ upstream }: World): number => upstream.requests.length;

describe('an Item of somebody else and one that does not exist', () => {
  it('can not be told apart by anything that can be seen, at any route and for any purpose', async () => {
    const foreign = await traceItem(FOREIGN_ITEM);
    expect(foreign).toEqual(await traceItem('Unknown'));
    expect(foreign).toEqual(await traceItem('constructor'));
    const [first, , , asked, requests] = foreign;
    expect(first).toMatchObject([{ status: 404 }, { status: 404 }, { status: 404 }, { status: 404 }]);
    expect(asked).not.toEqual([]);
    expect(requests).toEqual([]);
  });

  it('are told from one’s own', async () => {
    expect(await traceItem(ITEM)).not.toEqual(await traceItem('Unknown'));
  });
});

describe('an authorization of somebody else and one that does not exist', () => {
  it('can not be told apart, and nobody is asked to transfer anything', async () => {
    const foreign = await trace({ authorization_id: FOREIGN_AUTHORIZATION }, null);
    expect(foreign).toEqual(await trace({ authorization_id: 'unknown' }, null));
    expect(JSON.stringify(foreign)).not.toContain('onAuthorizationReady');
    expect(JSON.stringify(await trace({ authorization_id: AUTHORIZATION }, null))).toContain('onAuthorizationReady');
  });
});

describe('a visit for the whole user', () => {
  it('is the caller’s own by construction: nothing in the request names whose', async () => {
    const { world } = createWatchedWorld();
    const headers = { 'x-user': FOREIGN };
    const init = { method: 'POST', headers, body: JSON.stringify({ target: { user: true }, purpose: 'repair' }) };
    expect(await world.send('/link-token', init)).toMatchObject({ status: 404, body: { code: 'target_not_found' } });
    const { body = null } = report(world, { target: { user: true } });
    const reported = { method: 'POST', body, headers: { ...headers, 'idempotency-key': 'visit-1' } };
    expect(await world.send('/repairs', reported)).toMatchObject({ status: 404, body: { code: 'target_not_found' } });
    expect(callsUpstream(world)).toBe(0);
    for (const user of ['user-1', FOREIGN, 1, false, null, {}, { id: USER }]) {
      const asked = { method: 'POST', body: JSON.stringify({ target: { user }, purpose: 'repair' }) };
      expect((await world.send('/link-token', asked)).status).toBe(400);
    }
  });
});

describe('an id that is a trick', () => {
  /** An app that keeps its Items in an object, where each object has names of its own. */
  const inAnObject = (): Partial<UpdateModeHandlerOptions<User>> => {
    const byId: Record<string, Item> = { [ITEM]: { itemId: ITEM, accessToken: ACCESS_TOKEN } };
    return { items: { list: () => Object.values(byId), find: (_user, id) => byId[id], saveFacts: () => {} } };
  };

  it.each(['constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__'])(
    'finds nothing in an app that keeps its Items in an object: %s',
    async (itemId) => {
      const world = createWorld(inAnObject());
      const target = { item_id: itemId };
      const body = JSON.stringify({ target, purpose: 'repair' });
      expect(await world.send('/link-token', { method: 'POST', body })).toMatchObject({ status: 404 });
      expect(await world.send('/repairs', report(world, { target }))).toMatchObject({ status: 404 });
      const put = await world.sendToProxy(`/api/integration_links/${itemId}`, { method: 'PUT' });
      expect(put).toMatchObject({ status: 404, body: { code: 'item_not_found' } });
      expect(callsUpstream(world)).toBe(0);
    },
  );

  it.each([
    '__proto__',
    '..',
    '../end_users',
    `..%2F${ITEM}`,
    `${ITEM}/../${FOREIGN_ITEM}`,
    `${ITEM}%2f..%2f${FOREIGN_ITEM}`,
    `${ITEM}%252F`,
    `${ITEM}\\..\\${FOREIGN_ITEM}`,
    `${ITEM};admin`,
    `${ITEM}?purpose=add_assets`,
    `${ITEM}#fragment`,
    `${ITEM}.json`,
    `${ITEM}\u0000`,
    `${ITEM}\n`,
    `${ITEM}\u200b`,
    `\ufeff${ITEM}`,
    ` ${ITEM}`,
    ITEM.replace('M', 'Ｍ'),
    ITEM.replace('5', '٥'),
    ITEM.normalize('NFD') + '\u0301',
    'ｆoreign',
    `${'a'.repeat(129)}`,
    '',
  ])('is refused in a body before the app is asked: %j', async (itemId) => {
    const { world, asked } = createWatchedWorld();
    for (const target of [{ item_id: itemId }, { authorization_id: itemId }]) {
      const body = JSON.stringify({ target, purpose: 'repair' });
      expect(await world.send('/link-token', { method: 'POST', body })).toMatchObject({ status: 400 });
      expect(await world.send('/repairs', report(world, { target }))).toMatchObject({ status: 400 });
    }
    expect(asked.map(([name]) => name)).toEqual(['createLinkToken', 'reportRepair', 'createLinkToken', 'reportRepair']);
    expect(callsUpstream(world)).toBe(0);
  });

  it.each([
    '%2e%2e',
    '..%2f..%2fitems',
    `..%2F${ITEM}`,
    `%2e%2e%2f${ITEM}`,
    `${ITEM}%2F`,
    `${ITEM}%2frefresh`,
    `${ITEM}%5c..`,
    `${ITEM}%00`,
    `${ITEM}%0d%0ax-api-key:%20a`,
    `${ITEM}%20`,
    `${ITEM}%E2%80%8B`,
    `${ITEM};admin=1`,
    `${ITEM}.json`,
    `%4d${ITEM.slice(1)}`,
    `/${ITEM}`,
    `x/../${FOREIGN_ITEM}`,
    './constructor',
    '__proto__',
    '%ff',
    '%',
    'a'.repeat(129),
    '',
  ])('finds nothing in a path: %s', async (tail) => {
    const world = createWorld();
    const answer = await world.sendToProxy(`/api/integration_links/${tail}`, { method: 'PUT' });
    expect(answer.status).toBe(404);
    expect(['item_not_found', 'not_found']).toContain(answer.body['code']);
    expect(callsUpstream(world)).toBe(0);
  });

  it.each([
    '//integration-links',
    '/./x/..//integration-links',
    '/integration-links/',
    '/Integration-Links',
    '/integration%2Dlinks',
    '/repairs/..;/integration-links',
  ])('leads to no route: %s', async (path) => {
    expect((await createWorld().send(path)).status).toBe(404);
  });
});
