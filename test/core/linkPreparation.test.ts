import { describe, expect, it } from 'vitest';
import { UpdateModeError } from '../../src/core/errors.js';
import { createLinkWorld } from '../support/linkWorld.js';

const MINUTE = 60_000;

describe('preparing', () => {
  it('fetches token and script side by side, then mounts one Link and leaves it closed', async () => {
    const { prepare, endpoint, giveTokens, host, ports } = createLinkWorld();
    ports.linkScript.isSlow = true;
    await prepare('item-1');
    expect([endpoint.tokenRequests.length, ports.linkScript.loads]).toEqual([1, 1]);
    await giveTokens();
    expect(host.isEmpty).toBe(true);
    await ports.linkScript.arrive();
    expect(host.link).toMatchObject({ itemId: 'item-1', token: 'link-1' });
    await host.link.ready();
    await host.link.speak();
    expect(host.link.opens).toBe(0);
    expect(ports.linkLock.isOpen()).toBe(false);
  });

  it('again and again costs nothing more', async () => {
    const { prepare, endpoint, giveTokens, host, ports } = createLinkWorld();
    await prepare('item-1');
    await prepare('item-1');
    await giveTokens();
    await prepare('item-1');
    await host.link.ready();
    await prepare('item-1');
    expect([endpoint.tokenRequests.length, ports.linkScript.loads, host.links.length]).toEqual([1, 1, 1]);
  });

  it('opens at once on a click when all is there', async () => {
    const { prepare, launch, endpoint, giveTokens, host } = createLinkWorld();
    await prepare('item-1');
    await giveTokens();
    await host.link.ready();
    await host.link.speak();
    const visit = await launch('item-1');
    expect(host.link.opens).toBe(1);
    expect(visit.told).toEqual(['opened']);
    expect(endpoint.tokenRequests).toHaveLength(1);
  });

  it.each([
    ['the token', async ({ giveTokens }: ReturnType<typeof createLinkWorld>) => giveTokens(), false],
    ['the script', async ({ ports }: ReturnType<typeof createLinkWorld>) => ports.linkScript.arrive(), true],
  ])('is taken over by a click that comes while %s is still missing', async (_what, arrive, hasToken) => {
    const world = createLinkWorld();
    world.ports.linkScript.isSlow = hasToken;
    await world.prepare('item-1');
    if (hasToken) await world.giveTokens();
    const visit = await world.launch('item-1');
    expect(visit.told).toEqual([]);
    await arrive(world);
    await world.host.link.ready();
    await world.host.link.speak();
    expect(visit.told).toEqual(['opened']);
    expect([world.endpoint.tokenRequests.length, world.host.links.length]).toEqual([1, 1]);
  });

  it('says nothing of a token that failed; the click asks for another', async () => {
    const { prepare, launch, failToken, giveTokens, host } = createLinkWorld();
    await prepare('item-1');
    await failToken(new TypeError('Failed to fetch'));
    expect(host.isEmpty).toBe(true);
    const visit = await launch('item-1');
    await giveTokens();
    await host.link.ready();
    expect([visit.told, host.link.opens]).toEqual([[], 1]);
  });

  it('says nothing of a script that failed; the click loads it anew and keeps the token', async () => {
    const { prepare, launch, giveTokens, endpoint, host, ports } = createLinkWorld();
    ports.linkScript.isSlow = true;
    await prepare('item-1');
    await giveTokens();
    await ports.linkScript.fail(new UpdateModeError('script_failed', 'No'));
    await launch('item-1');
    await ports.linkScript.arrive();
    await host.link.ready();
    expect(host.link.opens).toBe(1);
    expect([endpoint.tokenRequests.length, ports.linkScript.loads]).toEqual([1, 2]);
  });

  it.each([
    ['ends without a word', null],
    ['refuses its token', new UpdateModeError('link_exit', 'No', { plaidErrorCode: 'INVALID_LINK_TOKEN' })],
  ])('gives up a hidden Link that %s; the click begins afresh', async (_what, error) => {
    const { prepare, launch, giveTokens, endpoint, host } = createLinkWorld();
    await prepare('item-1');
    await giveTokens();
    await host.link.exit({ error });
    expect(host.isEmpty).toBe(true);
    const visit = await launch('item-1');
    await giveTokens();
    await host.link.ready();
    expect([visit.told, host.link.opens, endpoint.tokenRequests.length]).toEqual([[], 1, 2]);
  });

  it('gives up a hidden Link that crashes, with its token', async () => {
    const { prepare, launch, giveTokens, host } = createLinkWorld();
    await prepare('item-1');
    await giveTokens();
    await host.link.crash(new Error('Plaid.create threw'));
    expect(host.isEmpty).toBe(true);
    await launch('item-1');
    await giveTokens();
    expect(host.link.token).toBe('link-2');
  });

  it('lets go of the Link when its token is about to end', async () => {
    const { prepare, giveTokens, host, ports } = createLinkWorld();
    await prepare('item-1');
    await giveTokens();
    await ports.clock.pass(28 * MINUTE - 1);
    expect(host.isEmpty).toBe(false);
    await ports.clock.pass(1);
    expect(host.isEmpty).toBe(true);
    expect(ports.clock.waiting).toEqual([]);
  });

  it('is done again on a click where the device slept past the end of the token', async () => {
    const { prepare, launch, giveTokens, endpoint, host, ports } = createLinkWorld();
    await prepare('item-1');
    await giveTokens();
    ports.clock.set(ports.clock.now() + 40 * MINUTE);
    await launch('item-1');
    await giveTokens();
    await host.link.ready();
    expect(host.link).toMatchObject({ token: 'link-2', opens: 1 });
    expect(endpoint.tokenRequests).toHaveLength(2);
    expect(host.count).toEqual({ alive: 1, most: 1 });
  });

  it('goes on for a Link that was clicked before its token ended', async () => {
    const { prepare, launch, giveTokens, host, ports } = createLinkWorld();
    await prepare('item-1');
    await giveTokens();
    await host.link.ready();
    await host.link.speak();
    await launch('item-1');
    await ports.clock.pass(60 * MINUTE);
    expect(host.link.opens).toBe(1);
  });

  it('another Item gives the one hidden Link to that, and keeps the token of the first', async () => {
    const { prepare, giveTokens, endpoint, host } = createLinkWorld();
    await prepare('item-1');
    await giveTokens();
    await prepare('item-2');
    await giveTokens();
    expect(host.link.itemId).toBe('item-2');
    await prepare('item-1');
    expect(host.link).toMatchObject({ itemId: 'item-1', token: 'link-1' });
    expect(endpoint.tokenRequests).toHaveLength(2);
    expect(host.count).toEqual({ alive: 1, most: 1 });
  });

  it('waits for the Link before to be gone', async () => {
    const { prepare, giveTokens, host } = createLinkWorld();
    await prepare('item-1');
    await giveTokens();
    const letGo = host.holdUnmounting();
    await prepare('item-2');
    await giveTokens();
    expect(host.links).toHaveLength(1);
    await letGo();
    expect(host.link.itemId).toBe('item-2');
    expect(host.count.most).toBe(1);
  });

  it('never takes the place of a launch under way', async () => {
    const { prepare, launch, giveTokens, endpoint, host } = createLinkWorld();
    const visit = await launch('item-1');
    await prepare('item-2');
    await giveTokens();
    await prepare('item-2');
    await host.link.ready();
    await prepare('item-2');
    expect(endpoint.tokenRequests).toHaveLength(1);
    expect(host.link).toMatchObject({ itemId: 'item-1', opens: 1 });
    expect(visit.told).toEqual([]);
  });

  it('does nothing while Link is open', async () => {
    const { open, prepare, endpoint, host } = createLinkWorld();
    await open('item-1');
    await prepare('item-2');
    await prepare('item-1');
    expect([endpoint.tokenRequests.length, host.links.length]).toEqual([1, 1]);
  });

  it('makes no Link while the page’s scroll is locked; the click does, with the token at hand', async () => {
    const { prepare, launch, giveTokens, endpoint, host, ports } = createLinkWorld();
    ports.scrollLock.locked = true;
    await prepare('item-1');
    await giveTokens();
    expect(host.links).toEqual([]);
    await launch('item-1');
    await host.link.ready();
    expect(host.link.opens).toBe(1);
    expect(endpoint.tokenRequests).toHaveLength(1);
  });

  it('makes no Link where the page’s scroll is locked by the time that all is there', async () => {
    const { prepare, giveTokens, host, ports } = createLinkWorld();
    await prepare('item-1');
    ports.scrollLock.locked = true;
    await giveTokens();
    expect(host.links).toEqual([]);
    ports.scrollLock.locked = false;
    await prepare('item-1');
    expect(host.link.token).toBe('link-1');
  });

  it('is given up with the host, and leaves no timer', async () => {
    const { prepare, giveTokens, host, ports, coordinator } = createLinkWorld();
    await prepare('item-1');
    await giveTokens();
    await host.unmount();
    expect(coordinator.mountedLink.getSnapshot()).toBeNull();
    expect(ports.clock.waiting).toEqual([]);
  });

  it('survives effects that are taken down and put up at once, as in StrictMode', async () => {
    const { prepare, launch, giveTokens, host } = createLinkWorld();
    await prepare('item-1');
    await giveTokens();
    await host.remountAtOnce();
    await launch('item-1');
    await host.link.ready();
    expect(host.link.opens).toBe(1);
    expect(host.links).toHaveLength(1);
  });
});
