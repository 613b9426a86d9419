import { repairOf } from '../support/links.js';
import { describe, expect, it } from 'vitest';
import { createPageState } from '../../src/browser/pageState.js';
import { UpdateModeError } from '../../src/core/errors.js';
import { createClockByHand, settled } from '../support/clockByHand.js';
import { createLinkWorld } from '../support/linkWorld.js';

/** Two copies of the library on one page, or two providers. */
function createTwoWorlds() {
  const page = createPageState();
  const clock = createClockByHand();
  const count = { alive: 0, most: 0 };
  const one = createLinkWorld({ page, clock, count });
  const other = createLinkWorld({ page, clock, count });
  return { one, other, count, page };
}

describe('two coordinators on one page', () => {
  it('have one hidden Link between them, that of the newest intent', async () => {
    const { one, other, count } = createTwoWorlds();
    for (const world of [one, other, one, other]) {
      await world.prepare('item-1');
      await world.giveTokens();
      expect(world.host.isEmpty).toBe(false);
    }
    expect(one.host.isEmpty).toBe(true);
    expect(count).toEqual({ alive: 1, most: 1 });
  });

  it('wait for each other’s Link to be gone', async () => {
    const { one, other, count } = createTwoWorlds();
    await one.prepare('item-1');
    await one.giveTokens();
    const letGo = one.host.holdUnmounting();
    await other.prepare('item-2');
    await other.giveTokens();
    expect(other.host.links).toEqual([]);
    await letGo();
    expect(other.host.link.itemId).toBe('item-2');
    expect(count.most).toBe(1);
  });

  it('wait for a Link to be gone also where its visit is over', async () => {
    const { one, other, count } = createTwoWorlds();
    await one.open('item-1');
    const letGo = one.host.holdUnmounting();
    await one.host.link.succeed();
    await other.prepare('item-2');
    expect(other.endpoint.tokenRequests).toEqual([]);
    await letGo();
    const visit = await other.launch('item-2');
    await other.giveTokens();
    await other.host.link.ready();
    await other.host.link.speak();
    expect(visit.told).toEqual(['opened']);
    expect(count.most).toBe(1);
  });

  it('give the place back where the click was cancelled while it waited', async () => {
    const { one, other, page } = createTwoWorlds();
    await one.prepare('item-1');
    await one.giveTokens();
    const letGo = one.host.holdUnmounting();
    const visit = await other.launch('item-2');
    await other.giveTokens();
    other.coordinator.cancel(repairOf('item-2'));
    await letGo();
    expect(visit.told).toEqual(['superseded']);
    expect(page).toEqual(createPageState());
    expect((await one.open('item-3')).told).toEqual(['opened']);
  });

  it('open one Link: while it is open the other neither launches nor prepares', async () => {
    const { one, other, count } = createTwoWorlds();
    const visit = await one.open('item-1');
    expect(other.coordinator.canLaunch()).toBe(false);
    await other.prepare('item-2');
    expect(other.endpoint.tokenRequests).toEqual([]);
    await one.host.link.succeed();
    expect(other.coordinator.canLaunch()).toBe(true);
    expect((await other.open('item-2')).told).toEqual(['opened']);
    expect(visit.told).toEqual(['opened', 'succeeded']);
    expect(count.most).toBe(1);
  });

  it('let the newest click win before any Link is open', async () => {
    const { one, other, count } = createTwoWorlds();
    const first = await one.launch('item-1');
    await one.giveTokens();
    const second = await other.launch('item-2');
    await other.giveTokens();
    await other.host.link.ready();
    expect(first.told).toEqual(['superseded']);
    await other.host.link.speak();
    expect(second.told).toEqual(['opened']);
    expect(count.most).toBe(1);
  });

  it('give up a click whose token comes when the other has opened its Link', async () => {
    const { one, other, count } = createTwoWorlds();
    const first = await one.launch('item-1');
    const second = await other.open('item-2');
    await one.giveTokens();
    expect(first.told).toEqual(['superseded']);
    expect(second.told).toEqual(['opened']);
    expect(count.most).toBe(1);
  });

  it('never take a Link that was clicked for one that is merely prepared', async () => {
    const { one, other, count } = createTwoWorlds();
    const visit = await one.launch('item-1');
    await one.giveTokens();
    await other.prepare('item-2');
    await other.giveTokens();
    await one.host.link.ready();
    await one.host.link.speak();
    expect(visit.told).toEqual(['opened']);
    expect(other.host.links).toEqual([]);
    expect(count.most).toBe(1);
  });

  it('never take the turn of a click that waits for the other’s Link to be gone', async () => {
    const { one, other, count } = createTwoWorlds();
    await one.prepare('item-1');
    await one.giveTokens();
    const letGo = one.host.holdUnmounting();
    const visit = await other.launch('item-2');
    await other.giveTokens();
    await one.prepare('item-3');
    await one.giveTokens();
    await letGo();
    await other.host.link.ready();
    await other.host.link.speak();
    expect(visit.told).toEqual(['opened']);
    expect(count.most).toBe(1);
  });

  it('grant a click on what is being prepared, though the other prepares meanwhile', async () => {
    const { one, other, count } = createTwoWorlds();
    await one.prepare('item-1');
    await one.giveTokens();
    const letGo = one.host.holdUnmounting();
    await other.prepare('item-2');
    await other.giveTokens();
    const visit = await other.launch('item-2');
    await one.prepare('item-1');
    await letGo();
    await other.host.link.ready();
    await other.host.link.speak();
    expect(visit.told).toEqual(['opened']);
    expect(count.most).toBe(1);
  });

  it('wait for a Link to be gone also where its token was refused', async () => {
    const { one, other } = createTwoWorlds();
    await one.open('item-1');
    const letGo = one.host.holdUnmounting();
    const error = new UpdateModeError('link_exit', 'No', { plaidErrorCode: 'INVALID_LINK_TOKEN' });
    await one.host.link.exit({ error });
    expect(other.coordinator.canLaunch()).toBe(false);
    await letGo();
    expect(other.coordinator.canLaunch()).toBe(true);
  });

  it('leave the place to the other while a refused token is replaced', async () => {
    const { one, other, count } = createTwoWorlds();
    const first = await one.open('item-1');
    const error = new UpdateModeError('link_exit', 'No', { plaidErrorCode: 'INVALID_LINK_TOKEN' });
    await one.host.link.exit({ error });
    const second = await other.open('item-2');
    await one.giveTokens();
    expect(second.told).toEqual(['opened']);
    expect(first.told).toEqual(['opened', 'tokenRefused', 'superseded']);
    expect(count.most).toBe(1);
  });

  it.each(['succeed', 'exit', 'unmount'] as const)(
    'give the place back on %s, whatever was asked meanwhile',
    async (end) => {
      const { one, other, page } = createTwoWorlds();
      await one.open('item-1');
      await other.prepare('item-2');
      await other.launch('item-2');
      await other.giveTokens();
      await (end === 'unmount' ? one.host.unmount() : one.host.link[end]());
      await settled();
      expect(page).toEqual(createPageState());
      expect((await other.open('item-2')).told).toEqual(['opened']);
    },
  );

  it('give the place back when cancelled in each stage', async () => {
    const { one, other, page, count } = createTwoWorlds();
    const stages = [
      async () => one.launch('item-1'),
      async () => one.launch('item-1').then(one.giveTokens),
      async () => one.open('item-1'),
    ];
    for (const reach of stages) {
      await reach();
      one.coordinator.cancel(repairOf('item-1'));
      await settled();
      await one.giveTokens();
      expect(page.lease).toBeNull();
      expect((await other.open('item-2')).told).toEqual(['opened']);
      await other.host.link.exit();
    }
    expect(count).toEqual({ alive: 0, most: 1 });
  });
});
