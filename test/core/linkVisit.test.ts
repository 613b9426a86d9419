import { repairOf } from '../support/links.js';
import { describe, expect, it } from 'vitest';
import { UpdateModeError } from '../../src/core/errors.js';
import { createLinkWorld } from '../support/linkWorld.js';

const tokenRefused = new UpdateModeError('link_exit', 'No', {
  plaidErrorType: 'INVALID_INPUT',
  plaidErrorCode: 'INVALID_LINK_TOKEN',
  requestId: 'request-1',
});
const bankDown = new UpdateModeError('link_exit', 'No', { plaidErrorCode: 'INSTITUTION_DOWN' });

describe('a visit', () => {
  it('ends with a success, and lets go of Link', async () => {
    const { open, host, ports, coordinator } = createLinkWorld();
    const visit = await open('item-1');
    await host.link.succeed('session-1');
    expect(visit.told).toEqual(['opened', 'succeeded session-1']);
    expect(coordinator.mountedLink.getSnapshot()).toBeNull();
    expect(coordinator.canLaunch()).toBe(true);
    expect(ports.clock.waiting).toEqual([]);
  });

  it.each([
    ['without an error', null],
    ['with the error that Plaid showed', bankDown],
  ])('ends with an exit %s', async (_what, error) => {
    const { open, host, coordinator } = createLinkWorld();
    const visit = await open('item-1');
    await host.link.exit({ error, linkSessionId: 'session-1' });
    expect(visit.told).toEqual(['opened', 'exited session-1']);
    expect(visit.errors).toEqual([error]);
    expect(coordinator.canLaunch()).toBe(true);
  });

  it('ends once: the first terminal callback wins', async () => {
    const { open, host } = createLinkWorld();
    const first = await open('item-1');
    const { link } = host;
    await link.succeed();
    await link.exit({ error: bankDown });
    await link.succeed();
    await link.crash(new Error('late'));
    expect(first.told).toEqual(['opened', 'succeeded']);

    const second = await open('item-1');
    const next = host.link;
    await next.exit();
    await next.succeed();
    expect(second.told).toEqual(['opened', 'exited']);
  });

  it('can end before Link has given a sign of life', async () => {
    const { launch, giveTokens, host } = createLinkWorld();
    const visit = await launch('item-1');
    await giveTokens();
    await host.link.ready();
    await host.link.exit({ error: bankDown });
    expect(visit.told).toEqual(['exited']);
    await host.unmount();
    expect(visit.told).toEqual(['exited']);
  });

  it('hears nothing of the Link of another', async () => {
    const { open, host } = createLinkWorld();
    const first = await open('item-1');
    const old = host.link;
    await old.exit();
    const second = await open('item-1');
    await old.ready();
    await old.speak();
    await old.succeed();
    await old.exit({ error: tokenRefused });
    await old.crash(new Error('late'));
    expect([first.told, second.told]).toEqual([['opened', 'exited'], ['opened']]);
    expect(host.link.opens).toBe(1);
    expect(old.opens).toBe(1);
  });

  it('is lost when the page lets go of an open Link', async () => {
    const { open, host, coordinator, ports } = createLinkWorld();
    const visit = await open('item-1');
    await host.unmount();
    expect(visit.told).toEqual(['opened', 'lost']);
    expect(coordinator.canLaunch()).toBe(true);
    expect(coordinator.mountedLink.getSnapshot()).toBeNull();
    expect(ports.clock.waiting).toEqual([]);
  });

  it('is merely abandoned when the page lets go of Link before it is open', async () => {
    const { launch, giveTokens, host, coordinator, ports } = createLinkWorld();
    const visit = await launch('item-1');
    await giveTokens();
    await host.unmount();
    expect(visit.told).toEqual(['superseded']);
    expect(coordinator.canLaunch()).toBe(true);
    expect(ports.clock.waiting).toEqual([]);
  });

  it('goes on through effects that are taken down and put up at once', async () => {
    const { open, host } = createLinkWorld();
    const visit = await open('item-1');
    await host.remountAtOnce();
    await host.link.succeed();
    expect(visit.told).toEqual(['opened', 'succeeded']);
  });

  it('is lost once also where the unmounting Link says its last word late', async () => {
    const { open, host } = createLinkWorld();
    const visit = await open('item-1');
    const { link } = host;
    await host.unmount();
    await link.exit();
    await link.succeed();
    expect(visit.told).toEqual(['opened', 'lost']);
  });
});

describe('a link token that Plaid refuses', () => {
  it('is replaced by a fresh one without a word but one', async () => {
    const { open, giveTokens, host, ports } = createLinkWorld();
    const visit = await open('item-1');
    await host.link.exit({ error: tokenRefused });
    expect(visit.told).toEqual(['opened', 'tokenRefused']);
    expect(host.isEmpty).toBe(true);
    await giveTokens();
    expect(host.link.token).toBe('link-2');
    await host.link.ready();
    await host.link.speak();
    expect(host.link.opens).toBe(1);
    await host.link.succeed('session-2');
    expect(visit.told).toEqual(['opened', 'tokenRefused', 'opened', 'succeeded session-2']);
    expect(host.count).toEqual({ alive: 0, most: 1 });
    expect(ports.clock.waiting).toEqual([]);
  });

  it('is replaced once: a second refusal is told', async () => {
    const { open, giveTokens, endpoint, host, coordinator } = createLinkWorld();
    const visit = await open('item-1');
    await host.link.exit({ error: tokenRefused });
    await giveTokens();
    await host.link.ready();
    await host.link.exit({ error: tokenRefused, linkSessionId: 'session-2' });
    expect(visit.told).toEqual(['opened', 'tokenRefused', 'failed link_token_expired']);
    expect(visit.errors[0]).toMatchObject({
      isRetryable: true,
      linkSessionId: 'session-2',
      requestId: 'request-1',
      plaidErrorType: 'INVALID_INPUT',
      plaidErrorCode: 'INVALID_LINK_TOKEN',
    });
    expect(endpoint.tokenRequests).toHaveLength(2);
    expect(coordinator.canLaunch()).toBe(true);
  });

  it('may be refused twice again by the next visit', async () => {
    const { open, giveTokens, host } = createLinkWorld();
    for (const _visit of [1, 2]) {
      const visit = await open('item-1');
      await host.link.exit({ error: tokenRefused });
      await giveTokens();
      expect(host.isEmpty).toBe(false);
      await host.link.exit({ error: tokenRefused });
      expect(visit.told.at(-1)).toBe('failed link_token_expired');
    }
  });

  it('is replaced only once its Link is gone', async () => {
    const { open, giveTokens, endpoint, host } = createLinkWorld();
    await open('item-1');
    const letGo = host.holdUnmounting();
    await host.link.exit({ error: tokenRefused });
    await giveTokens();
    expect(host.links).toHaveLength(1);
    await letGo();
    await giveTokens();
    expect(endpoint.tokenRequests).toHaveLength(2);
    expect(host.link.token).toBe('link-2');
    expect(host.count.most).toBe(1);
  });

  it('is heard of once, whatever its Link goes on saying', async () => {
    const { open, giveTokens, host } = createLinkWorld();
    const visit = await open('item-1');
    const refused = host.link;
    await refused.exit({ error: tokenRefused });
    await refused.exit({ error: tokenRefused });
    await refused.exit();
    await refused.crash(new Error('late'));
    await giveTokens();
    await host.link.ready();
    expect(visit.told).toEqual(['opened', 'tokenRefused']);
    expect(host.link).toMatchObject({ token: 'link-2', opens: 1 });
  });

  it('is told when no fresh one comes', async () => {
    const { open, failToken, host, coordinator } = createLinkWorld();
    const visit = await open('item-1');
    await host.link.exit({ error: tokenRefused });
    await failToken(new TypeError('Failed to fetch'));
    expect(visit.told).toEqual(['opened', 'tokenRefused', 'failed link_token_failed']);
    expect(coordinator.canLaunch()).toBe(true);
  });

  it('is told when the fresh one’s Link never opens', async () => {
    const { open, giveTokens, host, ports } = createLinkWorld();
    const visit = await open('item-1');
    await host.link.exit({ error: tokenRefused });
    await giveTokens();
    await host.link.ready();
    await ports.clock.pass(30_000);
    expect(visit.told).toEqual(['opened', 'tokenRefused', 'failed link_timeout']);
  });

  it('can be cancelled while the fresh one is on its way', async () => {
    const { open, giveTokens, host, coordinator } = createLinkWorld();
    const visit = await open('item-1');
    await host.link.exit({ error: tokenRefused });
    coordinator.cancel(repairOf('item-1'));
    await giveTokens();
    expect(visit.told).toEqual(['opened', 'tokenRefused', 'superseded']);
    expect(host.isEmpty).toBe(true);
    expect(coordinator.canLaunch()).toBe(true);
  });

  it('leaves the place to a newer click: its Link is not open any more', async () => {
    const { open, launch, giveTokens, host } = createLinkWorld();
    const first = await open('item-1');
    await host.link.exit({ error: tokenRefused });
    const second = await launch('item-2');
    await giveTokens();
    await host.link.ready();
    await host.link.speak();
    expect(first.told).toEqual(['opened', 'tokenRefused', 'superseded']);
    expect(second.told).toEqual(['opened']);
    expect(host.link.itemId).toBe('item-2');
    expect(host.count.most).toBe(1);
  });
});

describe('stopping', () => {
  it('ends a launch and a preparation, and leaves nothing behind', async () => {
    for (const begin of ['prepare', 'launch'] as const) {
      const world = createLinkWorld();
      const visit = await world[begin]('item-1');
      world.coordinator.stop();
      await world.giveTokens();
      expect(world.host.links).toEqual([]);
      expect(world.ports.clock.waiting).toEqual([]);
      if (visit) expect(visit.told).toEqual(['stopped']);
    }
  });

  it('leaves an open Link to its host', async () => {
    const { open, coordinator, host } = createLinkWorld();
    const visit = await open('item-1');
    coordinator.stop();
    expect(visit.told).toEqual(['opened']);
    await host.link.succeed();
    expect(visit.told).toEqual(['opened', 'succeeded']);
  });

  it('is no end: the next click launches', async () => {
    const { coordinator, open } = createLinkWorld();
    coordinator.stop();
    expect((await open('item-1')).told).toEqual(['opened']);
  });
});
