// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { HERON_KEY } from './support/secrets.js';
import { createUpstream, json, text, type Reply } from './support/upstream.js';
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
  type World,
} from './support/world.js';

const repaired = heronUpdate(heronLink({ status: 'pending' }));
const limited = (headers: Record<string, string>): Reply => json({ description: '100 per 1 minute' }, 429, headers);

async function repairWith(...replies: Reply[]) {
  const world = createWorld({ upstreamTimeLimitMs: 20 });
  world.upstream.script(UPDATE_LINK, ...replies);
  const answer = await world.send('/repairs', report(world));
  return { world, answer, puts: world.upstream.sent(UPDATE_LINK).length };
}

/** Growing, and never the same for two processes: each is of the second half of 250, 500 and 1000 milliseconds. */
function expectGrowingPauses({ pauses }: World, count: number): void {
  expect(pauses).toHaveLength(count);
  for (const [index, pause] of pauses.entries()) {
    expect(pause).toBeGreaterThanOrEqual(125 * 2 ** index);
    expect(pause).toBeLessThanOrEqual(250 * 2 ** index);
  }
}

function expectNothingDone(world: World): void {
  expect(world.facts()).toEqual({});
  expect(world.repaired).toEqual([]);
}

describe("Heron's PUT is tried again", () => {
  const passing: [string, Reply][] = [
    ['a network error', 'network error'],
    ['silence', 'silence'],
    ['a 500', text('', 500)],
    ['a 502', text('<html>', 502)],
    ['a 503', json({}, 503)],
    ['a 429', limited({})],
  ];

  it.each(passing)('after %s', async (_what, reply) => {
    const { answer, puts, world } = await repairWith(reply, repaired);
    expect(answer.body).toMatchObject({ result: 'repaired' });
    expect(puts).toBe(2);
    expectGrowingPauses(world, 1);
    expect(world.log).toEqual([]);
  });

  it('with growing pauses, a few times in all', async () => {
    const { world, answer, puts } = await repairWith(json({}, 503));
    expect(answer).toMatchObject({ status: 503, body: { code: 'heron_unavailable' } });
    expect(answer.headers.get('retry-after')).toBe('15');
    expect(puts).toBe(4);
    expectGrowingPauses(world, 3);
    expect(world.log).toEqual([
      { code: 'heron_unavailable', operation: 'heron.updateLink', itemId: ITEM, httpStatus: 503 },
    ]);
    expectNothingDone(world);
  });

  it.each([
    ['Retry-After in seconds', { 'retry-after': '2' }],
    ['Retry-After as a date', { 'retry-after': 'Fri, 01 May 2026 12:00:02 GMT' }],
    ['x-ratelimit-reset in seconds', { 'x-ratelimit-reset': '2' }],
    ['x-ratelimit-reset as a time', { 'x-ratelimit-reset': String(Date.parse('2026-05-01T12:00:02Z') / 1000) }],
    [
      'x-ratelimit-reset as a time in milliseconds',
      { 'x-ratelimit-reset': String(Date.parse('2026-05-01T12:00:02Z')) },
    ],
    ['Retry-After before x-ratelimit-reset', { 'retry-after': '2', 'x-ratelimit-reset': '40' }],
  ])('after the pause that it asks for: %s', async (_what, headers) => {
    const { world, answer } = await repairWith(limited(headers), repaired);
    expect(answer.body).toMatchObject({ result: 'repaired' });
    expect(world.pauses).toHaveLength(1);
    expect(world.pauses[0]).toBeGreaterThanOrEqual(2000);
    expect(world.pauses[0]).toBeLessThanOrEqual(2250);
  });

  it('no more when the pause is longer than a request may last', async () => {
    const { world, answer, puts } = await repairWith(limited({ 'x-ratelimit-reset': '40' }), repaired);
    expect(answer).toMatchObject({ status: 503, body: { code: 'heron_unavailable' } });
    expect(answer.headers.get('retry-after')).toBe('40');
    expect(puts).toBe(1);
    expect(world.pauses).toEqual([]);
    expectNothingDone(world);
  });
});

describe("Heron's PUT ends at once", () => {
  const final: [string, Reply, number, string][] = [
    ['as not found for a 404', json({ description: 'no such link' }, 404), 404, 'heron_link_not_found'],
    ['as misconfigured for a 401', json({}, 401), 500, 'misconfigured'],
    ['as misconfigured for a 403', json({}, 403), 500, 'misconfigured'],
    ['as misconfigured for a 422', json({}, 422), 500, 'misconfigured'],
    ['as misconfigured for a redirect', () => Response.redirect('https://evil.test/'), 500, 'misconfigured'],
    ['as away for an answer that is no JSON', text('<html>'), 503, 'heron_unavailable'],
    ['as away for half an answer', json({ integration_link: { item_id: ITEM } }), 503, 'heron_unavailable'],
    ['as away for another envelope', json({ link: heronLink() }), 503, 'heron_unavailable'],
    [
      'as away for an answer about another Item',
      heronUpdate(heronLink({ item_id: 'Another' })),
      503,
      'heron_unavailable',
    ],
  ];

  it.each(final)('%s', async (_what, reply, status, code) => {
    const { world, answer, puts } = await repairWith(reply);
    expect(answer).toMatchObject({ status, body: { code, status } });
    expect(answer.headers.get('retry-after')).toBe(status === 503 ? '15' : null);
    expect(puts).toBe(1);
    expect(world.log).toMatchObject([{ code, operation: 'heron.updateLink', itemId: ITEM }]);
    expectNothingDone(world);
  });

  it('and keeps the key from where a redirect leads', async () => {
    const { world } = await repairWith(() => Response.redirect('https://evil.test/'));
    expect(world.upstream.requests.filter(({ url }) => url.includes('evil'))).toEqual([]);
    const redirects: (RequestRedirect | undefined)[] = [];
    const watching = createWorld({
      heron: {
        apiKey: 'key',
        fetch: async (input, init) => {
          redirects.push(init?.redirect);
          return world.upstream.fetch(input, init);
        },
      },
    });
    await watching.send('/repairs', report(watching));
    expect(redirects).toEqual(['manual', 'manual']);
  });
});

describe("Heron's list", () => {
  it('is tried again like the PUT', async () => {
    const world = createWorld();
    world.upstream.script(LIST_LINKS, json({}, 503), heronList(heronLink()));
    expect((await world.send('/integration-links')).status).toBe(200);
    expectGrowingPauses(world, 1);
  });

  it.each([
    ['list', '/integration-links'],
    ['report', '/repairs'],
  ])('that stays away ends a %s', async (_what, path) => {
    const world = createWorld();
    world.upstream.script(LIST_LINKS, 'network error');
    const answer = await world.send(path, path === '/repairs' ? report(world) : {});
    expect(answer).toMatchObject({ status: 503, body: { code: 'heron_unavailable' } });
    expect(world.upstream.sent(UPDATE_LINK)).toEqual([]);
  });

  it('that refuses the key is a misconfiguration', async () => {
    const world = createWorld();
    world.upstream.script(LIST_LINKS, json({}, 401));
    expect(await world.send('/integration-links')).toMatchObject({ status: 500, body: { code: 'misconfigured' } });
  });

  it('without the Item ends a report as not found', async () => {
    const world = createWorld();
    world.upstream.script(LIST_LINKS, heronList());
    expect(await world.send('/repairs', report(world))).toMatchObject({
      status: 404,
      body: { code: 'heron_link_not_found' },
    });
    expect(world.upstream.requests.map(({ route }) => route)).toEqual([GET_ITEM, LIST_LINKS, GET_ACCOUNTS]);
  });
});

describe('a link of Heron’s that can’t be read', () => {
  it('may be the one of the report: it comes back later', async () => {
    const world = createWorld();
    world.upstream.script(LIST_LINKS, json({ links: [{ ...heronLink(), created: 'once' }] }));
    const answer = await world.send('/repairs', report(world));
    expect(answer).toMatchObject({ status: 503, body: { code: 'heron_unavailable' } });
    expect(answer.headers.get('retry-after')).toBe('15');
  });

  it('does not stand in the way of the others', async () => {
    const world = createWorld();
    world.upstream.script(LIST_LINKS, json({ links: [{ status: 'active' }, heronLink()] }));
    expect((await world.send('/repairs', report(world))).body).toMatchObject({ result: 'repaired' });
  });
});

describe('a link that Heron still calls erroring', () => {
  const REFRESH_LINK = `POST /api/integrations/int_1/links/${ITEM}/refresh`;

  function createStaleWorld(integrationId: string | undefined, ...refreshed: Reply[]): World {
    const upstream = createUpstream();
    const world = createWorld({ heron: { apiKey: HERON_KEY, fetch: upstream.fetch, integrationId } });
    upstream.script(LIST_LINKS, heronList(heronLink()));
    upstream.script(UPDATE_LINK, heronUpdate(heronLink()));
    upstream.script(REFRESH_LINK, ...refreshed);
    return { ...world, upstream: { ...world.upstream, script: upstream.script, sent: upstream.sent } };
  }

  it('is refreshed once where the app has named its integration', async () => {
    const world = createStaleWorld('int_1', json({ link: heronLink({ status: 'syncing' }) }));
    const { body } = await world.send('/repairs', report(world));
    expect(body).toMatchObject({ result: 'repaired', integration_links: [{ status: 'syncing' }] });
    expect(world.upstream.sent(REFRESH_LINK)).toMatchObject([{ text: '', headers: { 'x-api-key': HERON_KEY } }]);
  });

  it('is the only one that is refreshed', async () => {
    const world = createStaleWorld('int_1', json({ link: heronLink({ status: 'syncing' }) }));
    world.upstream.script(UPDATE_LINK, repaired);
    const { body } = await world.send('/repairs', report(world));
    expect(body).toMatchObject({ integration_links: [{ status: 'pending' }] });
    expect(world.upstream.sent(REFRESH_LINK)).toEqual([]);
  });

  it('is left as it is where the app has not', async () => {
    const world = createStaleWorld(undefined);
    const { body } = await world.send('/repairs', report(world));
    expect(body).toMatchObject({ result: 'repaired', integration_links: [{ status: 'erroring' }] });
  });

  it.each<[string, Reply]>([
    ['is not known', json({}, 404)],
    ['fails', json({}, 500)],
    ['answers about another Item', json({ link: heronLink({ item_id: 'AnotherItem' }) })],
  ])('is repaired all the same where the refresh %s', async (_what, reply) => {
    const world = createStaleWorld('int_1', reply);
    const { body } = await world.send('/repairs', report(world));
    expect(body).toMatchObject({ result: 'repaired', integration_links: [{ status: 'erroring' }] });
  });
});

describe('a report that Heron could not take', () => {
  it('is repaired when it is sent again', async () => {
    const world = createWorld();
    world.upstream.script(UPDATE_LINK, json({}, 503));
    expect((await world.send('/repairs', report(world))).status).toBe(503);
    world.upstream.script(UPDATE_LINK, repaired);
    expect((await world.send('/repairs', report(world))).body).toMatchObject({ result: 'repaired' });
    expect(world.repaired).toHaveLength(1);
  });
});
