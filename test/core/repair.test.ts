import { describe, expect, it } from 'vitest';
import { UpdateModeError } from '../../src/core/errors.js';
import { IDLE } from '../../src/core/session.js';
import { createClientWorld } from '../support/clientWorld.js';
import { repairAnswer } from '../support/endpointByHand.js';
import {
  brokenLinks,
  platypusLink,
  PLATYPUS,
  tartanLink,
  TARTAN,
  tattersallLink,
  TATTERSALL,
} from '../support/links.js';

const links = () => [platypusLink(), tattersallLink(), tartanLink()];
const busy = () => new UpdateModeError('report_failed', 'No', { httpStatus: 503, isRetryable: true });
const refusal = new UpdateModeError('report_failed', 'No', { httpStatus: 403 });

describe('a repair', () => {
  it('goes from a broken link to a working one, and tells each step with whoever launched it', async () => {
    const world = createClientWorld({ links: links() });
    const { clock, client, endpoint, events, host, launcher, snapshot } = world;
    const startedAt = clock.now();
    await world.open(PLATYPUS);
    await clock.pass(40_000);
    await host.link.succeed('session-1');
    expect(snapshot(PLATYPUS).session).toMatchObject({ status: 'confirming', report: 'sending', error: null });
    expect(endpoint.reports.map(({ request }) => request)).toEqual([
      {
        target: { item_id: PLATYPUS },
        purpose: 'repair',
        outcome: 'success',
        link_session_id: 'session-1',
        started_at: new Date(startedAt).toISOString(),
        finished_at: new Date(startedAt + 40_000).toISOString(),
      },
    ]);

    const pending = platypusLink({ status: 'pending' });
    await world.answer('repaired', pending);
    expect(snapshot(PLATYPUS)).toEqual({
      itemId: PLATYPUS,
      link: pending,
      purpose: 'repair',
      failedVisits: 0,
      accounts: null,
      session: { status: 'repaired', by: 'user', isVerified: true, accounts: null },
      recovery: 'syncing',
    });
    expect(client.list.getSnapshot().links[0]).toBe(pending);

    world.list(platypusLink({ status: 'syncing' }), tattersallLink(), tartanLink());
    expect(snapshot(PLATYPUS).recovery).toBe('syncing');
    const active = platypusLink({ status: 'active' });
    world.list(active, tattersallLink(), tartanLink());
    expect(snapshot(PLATYPUS)).toMatchObject({ link: active, recovery: 'connected' });
    await clock.pass(6_000);
    expect(snapshot(PLATYPUS)).toMatchObject({ link: active, recovery: 'none', session: { status: 'repaired' } });

    expect(events).toEqual([
      ...['launching', 'open', 'confirming', 'repaired'].map((status) =>
        expect.objectContaining({
          type: 'session',
          itemId: PLATYPUS,
          launcher,
          state: expect.objectContaining({ status }),
        }),
      ),
      { type: 'connected', itemId: PLATYPUS, link: active },
    ]);
    expect(clock.waiting).toEqual([]);
  });

  it('is connected at once where the server answers so', async () => {
    const world = createClientWorld({ links: links() });
    await world.repair(PLATYPUS, 'repaired', platypusLink({ status: 'active' }));
    expect(world.snapshot(PLATYPUS)).toMatchObject({ session: { status: 'repaired' }, recovery: 'connected' });
    expect(world.events.at(-1)).toMatchObject({ type: 'connected', link: { status: 'active' } });
  });

  it('gives the listeners of its end the link as the server answered it', async () => {
    const world = createClientWorld({ links: links() });
    const pending = platypusLink({ status: 'pending' });
    await world.repair(PLATYPUS, 'repaired', pending);
    const repaired = world.events.find((event) => event.type === 'session' && event.state.status === 'repaired');
    expect(repaired?.link).toBe(pending);
  });

  it('counts as unverified where nobody could ask Plaid, and is followed all the same', async () => {
    const world = createClientWorld({ links: links() });
    await world.repair(PLATYPUS, 'unverifiable', platypusLink({ status: 'syncing' }));
    expect(world.snapshot(PLATYPUS)).toMatchObject({
      session: { status: 'repaired', by: 'user', isVerified: false, accounts: null },
      recovery: 'syncing',
    });
  });

  it('fails where Plaid still names an error', async () => {
    const world = createClientWorld({ links: links() });
    await world.repair(PLATYPUS, 'still_broken', platypusLink());
    expect(world.snapshot(PLATYPUS)).toMatchObject({
      session: { status: 'failed', error: { code: 'still_broken' } },
      recovery: 'none',
    });
    await world.open(PLATYPUS);
    expect(world.snapshot(PLATYPUS).session).toEqual({ status: 'open' });
  });

  it('reads the list again where the answer lacks its Item, and recovers with that', async () => {
    const world = createClientWorld({ links: links() });
    await world.repair(PLATYPUS, 'repaired', tartanLink());
    expect(world.refetches).toBe(1);
    expect(world.snapshot(PLATYPUS)).toMatchObject({ session: { status: 'repaired' }, recovery: 'syncing' });
    world.list(platypusLink({ status: 'active' }), tattersallLink(), tartanLink());
    expect(world.snapshot(PLATYPUS).recovery).toBe('connected');
  });

  it('does not read the list again where the answer has its Item', async () => {
    const world = createClientWorld({ links: links() });
    await world.repair(PLATYPUS, 'repaired', platypusLink({ status: 'pending' }));
    expect(world.refetches).toBe(0);
  });

  it('works for an Item that no list has named', async () => {
    const world = createClientWorld();
    await world.repair('item-new', 'repaired', platypusLink({ item_id: 'item-new', status: 'active' }));
    expect(world.snapshot('item-new')).toMatchObject({ session: { status: 'repaired' }, recovery: 'connected' });
  });

  it('changes the snapshot of its own Item alone', async () => {
    const world = createClientWorld({ links: [...links(), ...brokenLinks(3)] });
    const others = [TATTERSALL, TARTAN, 'item-0', 'item-2'];
    const before = others.map(world.snapshot);
    const heard: string[] = [];
    for (const itemId of others) world.client.item(itemId).subscribe(() => heard.push(itemId));
    await world.repair(
      PLATYPUS,
      'repaired',
      platypusLink({ status: 'pending' }),
      tattersallLink(),
      tartanLink(),
      ...brokenLinks(3),
    );
    world.list(platypusLink({ status: 'active' }), tattersallLink(), tartanLink(), ...brokenLinks(3));
    for (const [index, itemId] of others.entries()) expect(world.snapshot(itemId)).toBe(before[index]);
    expect(heard).toEqual([]);
  });

  it('takes in what the answer says of other Items', async () => {
    const world = createClientWorld({ links: links() });
    const other = tartanLink({ status: 'erroring' });
    await world.repair(PLATYPUS, 'repaired', platypusLink({ status: 'pending' }), other);
    expect(world.snapshot(TARTAN).link).toEqual(other);
  });

  it('keeps its words about a second Item apart', async () => {
    const world = createClientWorld({ links: links() });
    await world.open(PLATYPUS);
    await world.host.link.succeed();
    await world.repair(TATTERSALL, 'repaired', tattersallLink({ pending_disconnect: null }));
    expect(world.snapshot(TATTERSALL)).toMatchObject({ session: { status: 'repaired' }, recovery: 'connected' });
    expect(world.snapshot(PLATYPUS).session).toMatchObject({ status: 'confirming' });
    await world.endpoint.reports[0]?.answer(repairAnswer('repaired', platypusLink({ status: 'active' })));
    expect(world.snapshot(PLATYPUS).session).toMatchObject({ status: 'repaired' });
  });
});

describe('leaving Link', () => {
  it('is told and asked about; nothing changed means nothing', async () => {
    const world = createClientWorld({ links: links() });
    const error = new UpdateModeError('link_exit', 'No', { plaidErrorCode: 'INSTITUTION_DOWN' });
    await world.open(PLATYPUS);
    await world.host.link.exit({ error, linkSessionId: 'session-1' });
    const exited = world.snapshot(PLATYPUS).session;
    expect(exited).toEqual({ status: 'exited', error, linkSessionId: 'session-1' });
    expect(world.endpoint.reports[0]?.request).toMatchObject({ outcome: 'exit', link_session_id: 'session-1' });
    await world.answer('unchanged', platypusLink());
    expect(world.snapshot(PLATYPUS).session).toBe(exited);
  });

  it('can turn out to be a repair from elsewhere', async () => {
    const world = createClientWorld({ links: links() });
    await world.open(PLATYPUS);
    await world.host.link.exit();
    await world.answer('repaired', platypusLink({ status: 'syncing' }));
    expect(world.snapshot(PLATYPUS)).toMatchObject({
      session: { status: 'repaired', by: 'elsewhere', isVerified: true, accounts: null },
      recovery: 'syncing',
    });
  });

  it('is asked about also where the page let go of Link', async () => {
    const world = createClientWorld({ links: links() });
    await world.open(PLATYPUS);
    await world.host.unmount();
    expect(world.snapshot(PLATYPUS).session).toMatchObject({ status: 'exited', error: null });
    expect(world.endpoint.reports[0]?.request).toMatchObject({ outcome: 'unknown' });
    expect(world.endpoint.reports[0]?.request).not.toHaveProperty('link_session_id');
  });

  it('lets the user try again while the question is still open; its answer comes too late for the session', async () => {
    const world = createClientWorld({ links: links() });
    await world.open(PLATYPUS);
    await world.host.link.exit();
    await world.open(PLATYPUS);
    const repaired = platypusLink({ status: 'syncing' });
    await world.endpoint.reports[0]?.answer(repairAnswer('repaired', repaired));
    expect(world.snapshot(PLATYPUS)).toMatchObject({ session: { status: 'open' }, link: repaired });
  });

  it('is a question whose late answer says nothing of the next visit', async () => {
    const world = createClientWorld({ links: links() });
    await world.open(PLATYPUS);
    await world.host.link.exit();
    await world.open(PLATYPUS);
    await world.host.link.succeed();
    const confirming = world.snapshot(PLATYPUS).session;
    await world.endpoint.reports[0]?.answer(repairAnswer('unchanged', platypusLink()));
    expect(world.snapshot(PLATYPUS).session).toBe(confirming);
    await world.endpoint.reports[1]?.answer(repairAnswer('repaired', platypusLink({ status: 'active' })));
    expect(world.snapshot(PLATYPUS).session).toMatchObject({ status: 'repaired', by: 'user' });
  });

  it('by cancelling counts as an exit once Link is open', async () => {
    const world = createClientWorld({ links: links() });
    const session = world.client.item(PLATYPUS).session('repair');
    await world.launch(PLATYPUS);
    session.cancel();
    expect(session.getSnapshot()).toEqual(IDLE);
    expect(world.endpoint.reports).toEqual([]);

    await world.open(PLATYPUS);
    session.cancel();
    expect(session.getSnapshot()).toEqual({ status: 'exited', error: null });
    await world.clock.pass(0);
    expect(world.endpoint.reports.map(({ request }) => request.outcome)).toEqual(['exit']);
  });

  it('can be forgotten; a report under way can’t', async () => {
    const world = createClientWorld({ links: links() });
    const session = world.client.item(PLATYPUS).session('repair');
    await world.open(PLATYPUS);
    await world.host.link.exit();
    session.reset();
    expect(session.getSnapshot()).toEqual(IDLE);
    await world.open(PLATYPUS);
    await world.host.link.succeed();
    session.reset();
    session.cancel();
    expect(session.getSnapshot()).toMatchObject({ status: 'confirming' });
    await world.answer('repaired', platypusLink({ status: 'active' }));
    expect(session.getSnapshot()).toMatchObject({ status: 'repaired' });
  });
});

describe('while the report is under way', () => {
  it('a click sends it at once instead of opening Link again', async () => {
    const world = createClientWorld({ links: links() });
    await world.open(PLATYPUS);
    await world.host.link.succeed();
    const error = busy();
    await world.endpoint.reports[0]?.fail(error);
    expect(world.snapshot(PLATYPUS).session).toEqual({ status: 'confirming', report: 'queued', error });
    await world.launch(PLATYPUS);
    expect(world.snapshot(PLATYPUS).session).toMatchObject({ status: 'confirming', report: 'sending', error: null });
    expect(world.endpoint.reports).toHaveLength(2);
    expect([world.host.links.length, world.endpoint.tokenRequests.length]).toEqual([1, 1]);
  });

  it('a click sends it again also when the server had refused it', async () => {
    const world = createClientWorld({ links: links() });
    await world.open(PLATYPUS);
    await world.host.link.succeed();
    await world.endpoint.reports[0]?.fail(refusal);
    expect(world.snapshot(PLATYPUS).session).toEqual({ status: 'confirming', report: 'undelivered', error: refusal });
    await world.launch(PLATYPUS);
    await world.answer('repaired', platypusLink({ status: 'active' }));
    expect(world.snapshot(PLATYPUS).session).toMatchObject({ status: 'repaired' });
  });

  it('nothing is prepared', async () => {
    const world = createClientWorld({ links: links() });
    await world.open(PLATYPUS);
    await world.host.link.succeed();
    world.client.item(PLATYPUS).session('repair').prepare();
    await world.clock.pass(0);
    expect(world.endpoint.tokenRequests).toHaveLength(1);
  });

  it('an offline device tells so once, however long it lasts', async () => {
    const world = createClientWorld({ links: links() });
    await world.open(PLATYPUS);
    world.ports.connectivity.online = false;
    await world.host.link.succeed();
    const { length } = world.events;
    await world.clock.pass(600_000);
    expect(world.events).toHaveLength(length);
    expect(world.snapshot(PLATYPUS).session).toEqual({ status: 'confirming', report: 'queued', error: null });
  });

  it('success followed by an exit is a success', async () => {
    const world = createClientWorld({ links: links() });
    await world.open(PLATYPUS);
    const { link } = world.host;
    await link.succeed();
    await link.exit();
    expect(world.snapshot(PLATYPUS).session).toMatchObject({ status: 'confirming' });
    expect(world.endpoint.reports.map(({ request }) => request.outcome)).toEqual(['success']);
  });
});

describe('a launch', () => {
  it('elsewhere means nothing while Link is open: not even to a question that is still open', async () => {
    const world = createClientWorld({ links: links() });
    await world.open(TATTERSALL);
    await world.host.link.exit();
    await world.open(PLATYPUS);
    const before = world.snapshot(TATTERSALL);
    const { length } = world.events;
    world.client.item(TATTERSALL).session('repair').launch({});
    await world.clock.pass(0);
    expect(world.snapshot(TATTERSALL)).toBe(before);
    expect(world.events).toHaveLength(length);
    await world.endpoint.reports[0]?.answer(repairAnswer('repaired', tattersallLink({ pending_disconnect: null })));
    expect(world.snapshot(TATTERSALL).session).toMatchObject({ status: 'repaired', by: 'elsewhere' });
    expect(world.events.at(-2)).toMatchObject({ type: 'session', itemId: TATTERSALL, launcher: world.launcher });
  });

  it('elsewhere replaces one that is not open yet', async () => {
    const world = createClientWorld({ links: links() });
    await world.launch(PLATYPUS);
    await world.launch(TATTERSALL);
    expect(world.snapshot(PLATYPUS).session).toEqual(IDLE);
    expect(world.snapshot(TATTERSALL).session).toEqual({ status: 'launching' });
  });

  it('while launching or open means nothing', async () => {
    const world = createClientWorld({ links: links() });
    await world.launch(PLATYPUS);
    await world.launch(PLATYPUS);
    expect(world.endpoint.tokenRequests).toHaveLength(1);
    expect(world.events).toHaveLength(1);
  });

  it('that fails says why, and the next one tries again', async () => {
    const world = createClientWorld({ links: links() });
    await world.launch(PLATYPUS);
    await world.endpoint.tokenRequests[0]?.fail(refusal);
    expect(world.snapshot(PLATYPUS).session).toEqual({ status: 'failed', error: refusal });
    expect(world.endpoint.reports).toEqual([]);
    await world.open(PLATYPUS);
    expect(world.snapshot(PLATYPUS).session).toEqual({ status: 'open' });
  });

  it('shows nothing of what was before', async () => {
    const world = createClientWorld({ links: links() });
    await world.repair(PLATYPUS, 'repaired', platypusLink({ status: 'pending' }));
    await world.launch(PLATYPUS);
    expect(world.snapshot(PLATYPUS)).toMatchObject({ session: { status: 'launching' }, recovery: 'none' });
  });
});
