import { repairOf } from '../support/links.js';
import { describe, expect, it } from 'vitest';
import { UpdateModeError } from '../../src/core/errors.js';
import { createLinkWorld } from '../support/linkWorld.js';
import { createVisitRecorder } from '../support/visitRecorder.js';

describe('launching', () => {
  it('goes from the click to an open Link', async () => {
    const { launch, giveTokens, host, ports } = createLinkWorld();
    const visit = await launch('item-1');
    expect(host.isEmpty).toBe(true);
    await giveTokens();
    expect(host.link.opens).toBe(0);
    await host.link.ready();
    expect(host.link.opens).toBe(1);
    expect(visit.told).toEqual([]);
    expect(ports.linkLock.isOpen()).toBe(true);
    await host.link.speak();
    await host.link.speak();
    expect(visit.told).toEqual(['opened']);
  });

  it('opens a handler once, however often it says that it is ready', async () => {
    const { launch, giveTokens, host } = createLinkWorld();
    await launch('item-1');
    await giveTokens();
    await host.link.ready();
    await host.link.ready();
    expect(host.link.opens).toBe(1);
  });

  it('tells of a Link that was alive before it was opened', async () => {
    const { launch, giveTokens, host } = createLinkWorld();
    const visit = await launch('item-1');
    await giveTokens();
    await host.link.speak();
    expect(visit.told).toEqual([]);
    await host.link.ready();
    expect(visit.told).toEqual(['opened']);
  });

  it('opens while the page’s scroll is locked: the user has asked', async () => {
    const { launch, giveTokens, host, ports } = createLinkWorld();
    ports.scrollLock.locked = true;
    await launch('item-1');
    await giveTokens();
    await host.link.ready();
    expect(host.link.opens).toBe(1);
  });

  it('lets the newest click win before Link is open', async () => {
    const { launch, giveTokens, host } = createLinkWorld();
    const first = await launch('item-1');
    const second = await launch('item-2');
    expect(first.told).toEqual(['superseded']);
    await giveTokens();
    expect(host.link.itemId).toBe('item-2');
    const third = await launch('item-3');
    expect(second.told).toEqual(['superseded']);
    await giveTokens();
    await host.link.ready();
    await host.link.speak();
    expect(third.told).toEqual(['opened']);
    expect(first.told).toEqual(['superseded']);
    expect(host.count.most).toBe(1);
  });

  it('does nothing while Link is open', async () => {
    const { open, coordinator, endpoint, host } = createLinkWorld();
    const visit = await open('item-1');
    for (const itemId of ['item-1', 'item-2']) {
      const other = createVisitRecorder();
      expect(coordinator.canLaunch()).toBe(false);
      coordinator.launch(repairOf(itemId), other);
      expect(other.told).toEqual(['superseded']);
    }
    expect(visit.told).toEqual(['opened']);
    expect([endpoint.tokenRequests.length, host.links.length]).toEqual([1, 1]);
  });

  it('uses a token once: the next visit asks for another', async () => {
    const { open, endpoint, host } = createLinkWorld();
    await open('item-1');
    await host.link.succeed();
    await open('item-1');
    expect(host.link.token).toBe('link-2');
    expect(endpoint.tokenRequests).toHaveLength(2);
  });

  it('tells why no token came', async () => {
    const { launch, failToken, host } = createLinkWorld();
    const visit = await launch('item-1');
    await failToken(new UpdateModeError('link_token_failed', 'No', { httpStatus: 403 }));
    expect(visit.told).toEqual(['failed link_token_failed']);
    expect(visit.errors[0]).toMatchObject({ httpStatus: 403 });
    expect(host.links).toEqual([]);
  });

  it('tells of a token that never comes', async () => {
    const { launch, ports } = createLinkWorld();
    const visit = await launch('item-1');
    await ports.clock.pass(20_000);
    expect(visit.told).toEqual(['failed link_token_failed']);
  });

  it('tells of a script that failed, and waits for the token no longer than a moment', async () => {
    const { launch, giveTokens, host, ports } = createLinkWorld();
    ports.linkScript.isSlow = true;
    const visit = await launch('item-1');
    await ports.linkScript.fail(new UpdateModeError('script_failed', 'No', { isRetryable: true }));
    await ports.clock.pass(3_000);
    expect(visit.told).toEqual(['failed script_failed']);
    await giveTokens();
    expect(host.links).toEqual([]);
  });

  it('tells of a script port that fails in a way of its own', async () => {
    const { launch, ports } = createLinkWorld();
    ports.linkScript.isSlow = true;
    const visit = await launch('item-1');
    await ports.linkScript.fail(new Error('boom'));
    expect(visit.told).toEqual(['failed link_failed']);
  });

  it.each([
    ['no handler ever comes', async () => {}],
    ['the handler shows nothing', async ({ host }: ReturnType<typeof createLinkWorld>) => host.link.ready()],
  ])('gives up after half a minute when %s', async (_what, happen) => {
    const world = createLinkWorld();
    const visit = await world.launch('item-1');
    await world.giveTokens();
    await happen(world);
    await world.ports.clock.pass(29_999);
    expect(visit.told).toEqual([]);
    await world.ports.clock.pass(1);
    expect(visit.told).toEqual(['failed link_timeout']);
    expect(world.host.isEmpty).toBe(true);
    expect(world.ports.linkLock.isOpen()).toBe(false);
    expect(world.ports.clock.waiting).toEqual([]);
  });

  it('gives up as well where the Link before does not go away', async () => {
    const { prepare, launch, giveTokens, host, ports } = createLinkWorld();
    await prepare('item-1');
    await giveTokens();
    host.holdUnmounting();
    const visit = await launch('item-2');
    await giveTokens();
    await ports.clock.pass(30_000);
    expect(visit.told).toEqual(['failed link_timeout']);
  });

  it('counts the half minute of a prepared Link from the click', async () => {
    const { prepare, launch, giveTokens, host, ports } = createLinkWorld();
    await prepare('item-1');
    await giveTokens();
    await host.link.ready();
    await ports.clock.pass(60_000);
    const visit = await launch('item-1');
    await ports.clock.pass(29_999);
    expect(visit.told).toEqual([]);
    await ports.clock.pass(1);
    expect(visit.told).toEqual(['failed link_timeout']);
  });

  it('waits as long as it takes for a user who is in Link', async () => {
    const { open, host, ports } = createLinkWorld();
    const visit = await open('item-1');
    expect(ports.clock.waiting).toEqual([]);
    await ports.clock.pass(3_600_000);
    await host.link.succeed();
    expect(visit.told).toEqual(['opened', 'succeeded']);
  });

  it('tells of a Link that crashes on the way, and asks for a new token next time', async () => {
    const { launch, giveTokens, host, ports } = createLinkWorld();
    const visit = await launch('item-1');
    await giveTokens();
    const cause = new Error('Plaid.create threw');
    await host.link.crash(cause);
    expect(visit.told).toEqual(['failed link_failed']);
    expect(visit.errors[0]).toMatchObject({ cause, isRetryable: true });
    expect(ports.linkLock.isOpen()).toBe(false);
    await launch('item-1');
    await giveTokens();
    expect(host.link.token).toBe('link-2');
  });

  it('tells of an open() that throws', async () => {
    const { launch, giveTokens, host, ports } = createLinkWorld();
    const visit = await launch('item-1');
    await giveTokens();
    host.onOpen = () => {
      throw new Error('not now');
    };
    await host.link.ready();
    expect(visit.told).toEqual(['failed link_failed']);
    expect(ports.linkLock.isOpen()).toBe(false);
  });
});

describe('cancelling', () => {
  it('ends a launch that waits for its token; the token is kept for the next', async () => {
    const { launch, coordinator, giveTokens, endpoint, host } = createLinkWorld();
    const visit = await launch('item-1');
    coordinator.cancel(repairOf('item-1'));
    expect(visit.told).toEqual(['superseded']);
    await giveTokens();
    expect(host.links).toEqual([]);
    await launch('item-1');
    expect(host.link.token).toBe('link-1');
    expect(endpoint.tokenRequests).toHaveLength(1);
  });

  it('ends a launch whose Link is mounted; a handler that comes late is not opened', async () => {
    const { launch, coordinator, giveTokens, host, ports } = createLinkWorld();
    const visit = await launch('item-1');
    await giveTokens();
    const { link } = host;
    coordinator.cancel(repairOf('item-1'));
    await link.ready();
    await link.speak();
    expect(link.opens).toBe(0);
    expect(visit.told).toEqual(['superseded']);
    expect(host.isEmpty).toBe(true);
    expect(ports.linkLock.isOpen()).toBe(false);
    expect(ports.clock.waiting).toEqual([]);
  });

  it('opens no handler that is ready before the host has heard of the end', async () => {
    const { launch, coordinator, giveTokens, host, ports } = createLinkWorld();
    await launch('item-1');
    await giveTokens();
    const letGo = host.holdUnmounting();
    coordinator.cancel(repairOf('item-1'));
    await host.link.ready();
    expect(host.link.opens).toBe(0);
    expect(ports.linkLock.isOpen()).toBe(false);
    await letGo();
  });

  it('counts a Link that was opened and never seen as abandoned, not as left', async () => {
    const { launch, coordinator, giveTokens, host, ports } = createLinkWorld();
    const visit = await launch('item-1');
    await giveTokens();
    await host.link.ready();
    const { link } = host;
    coordinator.cancel(repairOf('item-1'));
    await link.exit();
    expect(visit.told).toEqual(['superseded']);
    expect(ports.linkLock.isOpen()).toBe(false);
  });

  it('closes an open Link, and the visit counts as left', async () => {
    const { open, coordinator, host, ports } = createLinkWorld();
    const visit = await open('item-1');
    const { link } = host;
    coordinator.cancel(repairOf('item-1'));
    expect(visit.told).toEqual(['opened', 'exited']);
    await link.exit();
    await link.succeed();
    expect(visit.told).toEqual(['opened', 'exited']);
    expect(host.isEmpty).toBe(true);
    expect(ports.linkLock.isOpen()).toBe(false);
  });

  it('is nothing for another Item, for a preparation and after the end', async () => {
    const { prepare, launch, coordinator, giveTokens, host } = createLinkWorld();
    await prepare('item-1');
    await giveTokens();
    coordinator.cancel(repairOf('item-1'));
    await host.link.ready();
    const visit = await launch('item-1');
    coordinator.cancel(repairOf('item-2'));
    await host.link.speak();
    await host.link.succeed();
    coordinator.cancel(repairOf('item-1'));
    expect(visit.told).toEqual(['opened', 'succeeded']);
  });
});
