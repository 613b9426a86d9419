// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { json, plaidError, plaidItem, type Reply } from './support/upstream.js';
import {
  createWorld,
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

const links = { links: [heronLink()] };
const listed = ({ upstream }: World): number => upstream.sent(LIST_LINKS).length;

/** Heron's answer to the last request that it takes for now. */
const lastOne = (reset: string): Reply =>
  json(links, 200, { 'x-ratelimit-limit': '100', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset });

describe('Heron, of whose requests none remains', () => {
  it.each([
    ['seconds', '40'],
    ['a time', String(Date.parse('2026-05-01T12:00:40Z') / 1000)],
    ['a time in milliseconds', String(Date.parse('2026-05-01T12:00:40Z'))],
  ])('is not asked in vain until its reset, told in %s', async (_what, reset) => {
    const world = createWorld();
    world.upstream.script(LIST_LINKS, lastOne(reset), heronList(heronLink()));
    expect((await world.send('/integration-links')).status).toBe(200);
    const second = await world.send('/integration-links');
    expect(second).toMatchObject({ status: 503, body: { code: 'heron_unavailable' } });
    expect(second.headers.get('retry-after')).toBe('40');
    expect(listed(world)).toBe(1);
    world.advance(40_000);
    expect((await world.send('/integration-links')).status).toBe(200);
    expect(listed(world)).toBe(2);
  });

  it('is asked again within the request where that is soon', async () => {
    const world = createWorld();
    world.upstream.script(LIST_LINKS, lastOne('3'), heronList(heronLink()));
    await world.send('/integration-links');
    expect((await world.send('/integration-links')).status).toBe(200);
    expect(world.pauses).toHaveLength(1);
    expect(world.pauses[0]).toBeGreaterThanOrEqual(3000);
  });

  it('goes on taking its other requests', async () => {
    const world = createWorld();
    world.upstream.script(LIST_LINKS, lastOne('40'));
    expect((await world.send('/repairs', report(world))).body).toMatchObject({ result: 'repaired' });
    expect(world.pauses).toEqual([]);
  });

  it.each([
    ['without a reset', { 'x-ratelimit-remaining': '0' }],
    ['with a reset of no sense', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': 'soon' }],
    ['with a reset that is over', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1000000001' }],
    ['with something else than a number', { 'x-ratelimit-remaining': 'none', 'x-ratelimit-reset': '40' }],
    ['where one remains', { 'x-ratelimit-remaining': '1', 'x-ratelimit-reset': '40' }],
  ])('is asked all the same %s', async (_what, headers: Record<string, string>) => {
    const world = createWorld();
    world.upstream.script(LIST_LINKS, json(links, 200, headers));
    for (const status of [200, 200]) expect((await world.send('/integration-links')).status).toBe(status);
  });

  it('is asked after five minutes at the latest, or when the clock was set back', async () => {
    const world = createWorld();
    world.upstream.script(LIST_LINKS, lastOne('86400'));
    await world.send('/integration-links');
    world.advance(5 * 60_000);
    expect((await world.send('/integration-links')).status).toBe(200);
    world.advance(-60_000);
    expect((await world.send('/integration-links')).status).toBe(200);
  });
});

describe('Heron, after a 429', () => {
  it('is not asked by the next report either, whoever sends it', async () => {
    const world = createWorld();
    world.upstream.script(UPDATE_LINK, json({}, 429, { 'retry-after': '30' }), heronUpdate(heronLink()));
    expect((await world.send('/repairs', report(world))).status).toBe(503);
    world.advance(10_000);
    const second = await world.send('/repairs', report(world, {}, 'visit-2'));
    expect(second.headers.get('retry-after')).toBe('20');
    expect(world.upstream.sent(UPDATE_LINK)).toHaveLength(1);
    world.advance(20_000);
    expect((await world.send('/repairs', report(world))).body).toMatchObject({ result: 'repaired' });
  });
});

describe('Plaid, after a rate limit', () => {
  const limited = json(plaidError('RATE_LIMIT_EXCEEDED', 'ITEM_GET_LIMIT'), 429, { 'retry-after': '30' });

  it('is not asked in vain about the same Item', async () => {
    const world = createWorld();
    world.upstream.script(GET_ITEM, limited, plaidItem(ITEM));
    await world.send('/repairs', report(world));
    world.advance(10_000);
    const second = await world.send('/repairs', report(world));
    expect(second).toMatchObject({ status: 503, body: { code: 'plaid_unavailable' } });
    expect(second.headers.get('retry-after')).toBe('20');
    expect(world.upstream.sent(GET_ITEM)).toHaveLength(1);
    world.advance(20_000);
    expect((await world.send('/repairs', report(world))).body).toMatchObject({ result: 'repaired' });
  });
});
