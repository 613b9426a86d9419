import { describe, expect, it } from 'vitest';
import { UpdateModeError } from '../../src/core/errors.js';
import { IDLE } from '../../src/core/session.js';
import { createClientWorld } from '../support/clientWorld.js';
import { platypusLink, PLATYPUS, tartanLink, TARTAN } from '../support/links.js';

describe('a client', () => {
  it('knows nothing before the list is read, and an Item by its id alone', () => {
    const { client, snapshot } = createClientWorld();
    expect(client.list.getSnapshot()).toEqual({ status: 'pending', links: [], error: null });
    expect(snapshot(PLATYPUS)).toEqual({
      itemId: PLATYPUS,
      link: null,
      purpose: 'repair',
      failedVisits: 0,
      accounts: null,
      session: IDLE,
      recovery: 'none',
    });
    expect(client.item(PLATYPUS)).toBe(client.item(PLATYPUS));
  });

  it('starts from a list that was prefetched, and goes on saying what a server would have rendered', () => {
    const { client, list, snapshot } = createClientWorld({ initialLinks: [platypusLink()] });
    expect(client.list.getSnapshot()).toMatchObject({ status: 'success', links: [platypusLink()] });
    expect(snapshot(PLATYPUS).link).toEqual(platypusLink());
    list(platypusLink({ status: 'active' }));
    expect(snapshot(PLATYPUS).link).toMatchObject({ status: 'active' });
    expect(client.item(PLATYPUS).getServerSnapshot().link).toEqual(platypusLink());
    expect(client.getServerList().links).toEqual([platypusLink()]);
  });

  it('knows of an Item what the newest list says, however late it is asked for', () => {
    const { list, snapshot } = createClientWorld({ initialLinks: [platypusLink(), tartanLink()] });
    list(tartanLink({ status: 'syncing' }));
    expect(snapshot(PLATYPUS).link).toBeNull();
    expect(snapshot(TARTAN).link).toMatchObject({ status: 'syncing' });
  });

  it('hands the list to the Items, and takes it from those that are gone', () => {
    const { client, list, snapshot } = createClientWorld({ links: [platypusLink(), tartanLink()] });
    expect(snapshot(PLATYPUS).link).toEqual(platypusLink());
    list(tartanLink());
    expect(snapshot(PLATYPUS).link).toBeNull();
    expect(snapshot(TARTAN).link).toEqual(tartanLink());
    expect(client.list.getSnapshot().links).toEqual([tartanLink()]);
  });

  it('keeps the list before where reading it failed', () => {
    const { client, snapshot } = createClientWorld({ links: [platypusLink()] });
    const { links } = client.list.getSnapshot();
    const error = new UpdateModeError('list_failed', 'No', { isRetryable: true });
    client.setList({ status: 'error', links, error });
    expect(client.list.getSnapshot()).toEqual({ status: 'error', links, error });
    expect(snapshot(PLATYPUS).link).toEqual(platypusLink());
  });

  it('keeps each Item’s snapshot where a list read anew says the same', () => {
    const { list, snapshot } = createClientWorld({ links: [platypusLink(), tartanLink()] });
    const before = [snapshot(PLATYPUS), snapshot(TARTAN)];
    list(platypusLink(), tartanLink({ status: 'syncing' }));
    expect(snapshot(PLATYPUS)).toBe(before[0]);
    expect(snapshot(TARTAN)).not.toBe(before[1]);
  });

  it('tells nobody who has stopped listening, not even in the midst of it', async () => {
    const { client, launch } = createClientWorld();
    const heard: (string | null)[] = [];
    const stopOther = client.onEvent(() => stopOwn());
    const stopOwn = client.onEvent(({ itemId }) => heard.push(itemId));
    await launch(PLATYPUS);
    stopOther();
    await launch(TARTAN);
    expect(heard).toEqual([PLATYPUS]);
  });

  it('gives up a launch and all timers when it is stopped, and can be started again', async () => {
    const world = createClientWorld({ links: [platypusLink()] });
    world.client.item(PLATYPUS).session('repair').prepare();
    await world.clock.pass(0);
    world.client.stop();
    await world.endpoint.tokenRequests[0]?.answer({ link_token: 'link-1', expiration: '2026-11-20T10:30:00Z' });
    expect(world.host.links).toEqual([]);
    expect(world.clock.waiting).toEqual([]);
    world.client.start();
    await world.launch(PLATYPUS);
    expect(world.host.link.token).toBe('link-1');
    world.client.stop();
    await world.clock.pass(0);
    expect(world.snapshot(PLATYPUS).session).toEqual(IDLE);
    expect(world.host.isEmpty).toBe(true);
    expect(world.clock.waiting).toEqual([]);
    expect(world.ports.connectivity.listeners).toBe(0);
  });
});

describe('a link that a banner was given', () => {
  it('counts until the list knows better', () => {
    const { client, list, snapshot } = createClientWorld();
    client.item(PLATYPUS).setLink(platypusLink(), 'given');
    expect(snapshot(PLATYPUS).link).toEqual(platypusLink());
    list(platypusLink({ status: 'active' }));
    client.item(PLATYPUS).setLink(platypusLink({ status: 'syncing' }), 'given');
    expect(snapshot(PLATYPUS).link).toMatchObject({ status: 'active' });
  });

  it('counts against a list only where it is newer', () => {
    const { client, list, snapshot } = createClientWorld();
    const item = client.item(PLATYPUS);
    list(platypusLink({ status: 'syncing', last_updated: '2026-11-20T09:00:00Z' }));
    for (const last_updated of ['2026-11-20T08:59:59Z', '2026-11-20T09:00:00Z', null]) {
      item.setLink(platypusLink({ status: 'active', last_updated }), 'given');
      expect(snapshot(PLATYPUS).link).toMatchObject({ status: 'syncing' });
    }
    item.setLink(platypusLink({ status: 'active', last_updated: '2026-11-20T09:00:01Z' }), 'given');
    expect(snapshot(PLATYPUS).link).toMatchObject({ status: 'active' });
  });

  it('counts against a list that nobody follows any longer where it has changed', () => {
    const { client, list, snapshot } = createClientWorld();
    const item = client.item(PLATYPUS);
    item.setLink(platypusLink(), 'given');
    list(platypusLink({ status: 'active' }));
    client.leaveList();
    item.setLink(platypusLink(), 'given');
    expect(snapshot(PLATYPUS).link).toMatchObject({ status: 'active' });
    item.setLink(platypusLink({ status: 'syncing' }), 'given');
    expect(snapshot(PLATYPUS).link).toMatchObject({ status: 'syncing' });
  });

  it('counts again for an Item that the list has let go', () => {
    const { client, list, snapshot } = createClientWorld({ links: [platypusLink()] });
    list();
    client.item(PLATYPUS).setLink(platypusLink({ status: 'syncing' }), 'given');
    expect(snapshot(PLATYPUS).link).toMatchObject({ status: 'syncing' });
  });

  it('stays when a list does not name its Item', () => {
    const { client, list, snapshot } = createClientWorld();
    client.item(PLATYPUS).setLink(platypusLink(), 'given');
    list(tartanLink());
    list(tartanLink({ status: 'syncing' }));
    expect(snapshot(PLATYPUS).link).toEqual(platypusLink());
  });

  it('is replaced by a repair’s answer, and does not come back with the banner', async () => {
    const world = createClientWorld();
    const item = world.client.item(PLATYPUS);
    item.setLink(platypusLink(), 'given');
    await world.repair(PLATYPUS, 'repaired', platypusLink({ status: 'active' }));
    item.setLink(platypusLink(), 'given');
    expect(world.snapshot(PLATYPUS)).toMatchObject({ link: { status: 'active' }, recovery: 'connected' });
  });

  it('is news after a repair where it says something else than before', async () => {
    const world = createClientWorld();
    const item = world.client.item(PLATYPUS);
    item.setLink(platypusLink(), 'given');
    await world.repair(PLATYPUS, 'repaired', platypusLink({ status: 'pending' }));
    item.setLink(platypusLink({ status: 'active' }), 'given');
    expect(world.snapshot(PLATYPUS)).toMatchObject({ link: { status: 'active' }, recovery: 'connected' });
    await world.clock.pass(6_000);
    item.setLink(platypusLink(), 'given');
    expect(world.snapshot(PLATYPUS)).toMatchObject({ link: { status: 'erroring' }, session: IDLE });
  });
});
