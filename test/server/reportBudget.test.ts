// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { createGate } from './support/gate.js';
import { json, plaidItem } from './support/upstream.js';
import {
  createWorld,
  GET_ACCOUNTS,
  GET_ITEM,
  heronLink,
  ITEM,
  LIST_LINKS,
  report,
  UPDATE_LINK,
} from './support/world.js';

describe('a report, however slow the others are', () => {
  it('asks nobody any more when its time is up, and comes again', async () => {
    const world = createWorld();
    const begin = world.now();
    world.upstream.script(GET_ITEM, () => {
      world.advance(9000);
      return Response.json({ item: { item_id: ITEM, error: null } });
    });
    world.upstream.script(LIST_LINKS, () => {
      world.advance(14_000);
      return Response.json({ links: [heronLink()] });
    });
    const answer = await world.send('/repairs', report(world));
    expect(answer).toMatchObject({ status: 503, body: { code: 'heron_unavailable' } });
    expect(answer.headers.get('retry-after')).toBe('15');
    expect(world.now() - begin).toBeLessThan(25_000);
    expect(world.upstream.sent(UPDATE_LINK)).toEqual([]);
    expect(world.repaired).toEqual([]);
    world.upstream.script(GET_ITEM, plaidItem(ITEM));
    world.upstream.script(LIST_LINKS, json({ links: [heronLink()] }));
    expect((await world.send('/repairs', report(world))).body).toMatchObject({ result: 'repaired' });
  });

  it('begins no pause that would outlast it', async () => {
    const world = createWorld();
    const begin = world.now();
    world.upstream.script(GET_ITEM, () => {
      world.advance(21_000);
      return Response.json({ item: { item_id: ITEM, error: null } });
    });
    world.upstream.script(LIST_LINKS, json({}, 429, { 'retry-after': '2' }));
    expect(await world.send('/repairs', report(world))).toMatchObject({ status: 503 });
    expect(world.now() - begin).toBe(21_000);
  });

  it('gives the last request no more time than it has itself', async () => {
    const world = createWorld();
    world.upstream.script(GET_ITEM, () => {
      world.advance(22_480);
      return Response.json({ item: { item_id: ITEM, error: null } });
    });
    world.upstream.script(LIST_LINKS, json({ links: [heronLink()] }));
    world.upstream.script(UPDATE_LINK, 'silence');
    expect(await world.send('/repairs', report(world))).toMatchObject({
      status: 503,
      body: { code: 'heron_unavailable' },
    });
  });

  it('is answered with 202 where the app’s own function hangs, and is not done twice by the next', async () => {
    const gate = createGate();
    const world = createWorld({ answerWithinMs: 50, itemWaitLimitMs: 20, onRepaired: () => gate.wait() });
    const hanging = gate.reached;
    const first = await world.send('/repairs', report(world));
    expect(first).toMatchObject({ status: 202, body: { result: 'checking' } });
    expect(world.log).toEqual([
      { code: 'internal', operation: 'handler', itemId: ITEM, errorName: 'TimeLimitReached' },
    ]);
    await hanging;
    expect((await world.send('/repairs', report(world))).status).toBe(202);
    gate.open();
    const patient = createWorld({ items: world.items });
    expect((await patient.send('/repairs', report(patient))).body).toMatchObject({ result: 'repaired' });
    expect([world, patient].flatMap(({ upstream }) => upstream.sent(UPDATE_LINK))).toHaveLength(1);
  });

  it('leaves the time of a list and of a link token alone', async () => {
    const world = createWorld({ answerWithinMs: 1 });
    world.upstream.script(GET_ACCOUNTS, 'network error');
    expect((await world.send('/integration-links')).status).toBe(200);
    const body = JSON.stringify({ target: { item_id: ITEM }, purpose: 'repair' });
    expect((await world.send('/link-token', { method: 'POST', body })).status).toBe(200);
  });
});
