import { describe, expect, it } from 'vitest';
import { GRACE_MS } from '../../src/core/diagnosis.js';
import { UpdateModeError } from '../../src/core/errors.js';
import { IDLE } from '../../src/core/session.js';
import type { IntegrationLink } from '../../src/protocol/integrationLink.js';
import { createClientWorld } from '../support/clientWorld.js';
import { settled } from '../support/clockByHand.js';
import { platypusLink, PLATYPUS, tartanLink, TARTAN } from '../support/links.js';

const LATER = '2026-11-20T10:05:00Z';
const LOGIN_ERROR = { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED' };
const OUTAGE = { error_type: 'INSTITUTION_ERROR', error_code: 'INSTITUTION_DOWN' };

const erroring = platypusLink();
const active = platypusLink({ status: 'active', last_updated: LATER });
const pending = platypusLink({ status: 'pending', last_updated: LATER });

/** A page on which the list says that, before anything has happened. */
function createListed(...links: IntegrationLink[]) {
  const world = createClientWorld({ links });
  return {
    ...world,
    now: () => world.snapshot(PLATYPUS),
    give: (link: IntegrationLink) => world.client.item(PLATYPUS).setLink(link, 'given'),
    connections: () => world.events.filter(({ type }) => type === 'connected').length,
    async exit(): Promise<void> {
      await world.host.link.exit();
    },
  };
}

describe('an Item that heals without a visit', () => {
  it('S3: is connected for six seconds, told once, by the list that says so', async () => {
    const { clock, connections, events, list, now } = createListed(erroring);
    list(active);
    expect(now()).toMatchObject({ link: active, session: IDLE, recovery: 'connected' });
    expect(events).toEqual([{ type: 'connected', itemId: PLATYPUS, link: active }]);
    await clock.pass(5_999);
    list({ ...active, last_successful_sync: LATER });
    expect(now().recovery).toBe('connected');
    await clock.pass(1);
    expect(now().recovery).toBe('none');
    expect(connections()).toBe(1);
  });

  it('is on its way where Plaid says so and Heron does not yet, and connected once it does', () => {
    const { clock, connections, list, now } = createListed(erroring);
    const repaired = platypusLink({ repaired_at: new Date(clock.now()).toISOString() });
    list(repaired);
    expect(now()).toMatchObject({ session: IDLE, recovery: 'syncing' });
    expect(connections()).toBe(0);
    list({ ...repaired, status: 'pending' });
    expect(connections()).toBe(0);
    list({ ...repaired, status: 'active' });
    expect(now().recovery).toBe('connected');
    expect(connections()).toBe(1);
  });

  it('is connected with active alone where Heron goes through pending and syncing', () => {
    const { connections, list, now } = createListed(erroring);
    list(pending);
    list({ ...pending, status: 'syncing' });
    expect(now().recovery).toBe('none');
    expect(connections()).toBe(0);
    list(active);
    expect(now().recovery).toBe('connected');
    expect(connections()).toBe(1);
  });

  it.each([
    ['that its owner has to see to', { owner: 'other' as const }],
    ['that support has to see to', { error: { error_type: 'ITEM_ERROR', error_code: 'ITEM_NOT_SUPPORTED' } }],
    ['of which nobody knows the reason', { status_message: null }],
  ])('is connected again also where it is one %s', (_, changes) => {
    const { connections, list } = createListed(platypusLink(changes));
    list({ ...active, ...('owner' in changes ? changes : {}) });
    expect(connections()).toBe(1);
  });

  it('is connected again also where Heron had given it up', () => {
    const { connections, list } = createListed(platypusLink({ status: 'deleted_in_plaid' }));
    list(active);
    expect(connections()).toBe(1);
  });

  it('heals each time that it has broken', async () => {
    const { clock, connections, list } = createListed(erroring);
    list(active);
    await clock.pass(6_000);
    list(platypusLink({ last_updated: '2026-11-20T11:00:00Z' }));
    list(platypusLink({ status: 'active', last_updated: '2026-11-20T12:00:00Z' }));
    expect(connections()).toBe(2);
  });

  it('has the list read again while it is on its way', () => {
    const { client, clock, list } = createListed(erroring);
    list(platypusLink({ repaired_at: new Date(clock.now()).toISOString() }));
    expect(client.isComingBack(PLATYPUS)).toBe(true);
  });

  it('heals alone', () => {
    const { events, list } = createListed(
      erroring,
      tartanLink({ status: 'erroring', status_message: '[NO_ACCOUNTS]' }),
    );
    list(erroring, tartanLink());
    expect(events.map((event) => event.itemId)).toEqual([TARTAN]);
  });
});

describe('an Item that nobody is told of', () => {
  it.each<[string, IntegrationLink, IntegrationLink]>([
    ['has been well all along', active, { ...active, last_successful_sync: LATER }],
    ['is still broken', erroring, platypusLink({ last_updated: LATER })],
    ['breaks', active, platypusLink({ last_updated: LATER })],
    ['is broken in another way', erroring, platypusLink({ status: 'active', error: LOGIN_ERROR })],
    ['had a bank that was down', platypusLink({ status: 'active', error: OUTAGE }), active],
    ['has a bank that is down', erroring, platypusLink({ status: 'active', error: OUTAGE, last_updated: LATER })],
    ['is no longer synced, on purpose', erroring, platypusLink({ status: 'sync_disabled', last_updated: LATER })],
    ['has a status that nobody knows', erroring, platypusLink({ status: 'unknown', last_updated: LATER })],
    [
      'is read from a cache of before it broke',
      erroring,
      platypusLink({ status: 'active', last_updated: '2026-11-20T07:00:00Z' }),
    ],
    ['was being prepared', platypusLink({ status: 'pending' }), active],
    [
      'has a repair that is as old as its trouble',
      platypusLink({ repaired_at: '2026-11-01T10:00:00Z' }),
      platypusLink({ repaired_at: '2026-11-01T10:00:00Z', status: 'syncing' }),
    ],
    [
      'has a repair that did not last',
      platypusLink({ repaired_at: '2026-11-01T10:00:00Z' }),
      platypusLink({ repaired_at: '2026-11-02T10:00:00Z' }),
    ],
  ])('%s', (_, before, after) => {
    const { connections, list, now } = createListed(before);
    list(after);
    expect(now()).toMatchObject({ link: after, recovery: 'none' });
    expect(connections()).toBe(0);
  });

  it.each<[string, Partial<IntegrationLink>, Partial<IntegrationLink>]>([
    [
      'a consent that was about to end',
      { consent_expiration_time: '2026-11-22T10:00:00Z' },
      { consent_expiration_time: '2027-05-22T10:00:00Z', repaired_at: LATER },
    ],
    [
      'a consent that had run out',
      { consent_expiration_time: '2026-11-19T10:00:00Z' },
      { consent_expiration_time: '2027-05-22T10:00:00Z' },
    ],
    [
      'a disconnection ahead',
      { pending_disconnect: { reason: 'INSTITUTION_MIGRATION', disconnect_time: '2026-11-27T12:00:00Z' } },
      { repaired_at: LATER },
    ],
    ['new accounts', { new_accounts_available: true }, {}],
    ['a permission that was missing', { access_error: { code: 'ACCESS_NOT_GRANTED' } }, { repaired_at: LATER }],
  ])('was working: %s', (_, before, after) => {
    const { connections, list, now } = createListed(platypusLink({ status: 'active', ...before }));
    list(platypusLink({ status: 'active', last_updated: LATER, ...after }));
    expect(now().recovery).toBe('none');
    expect(connections()).toBe(0);
  });

  it('turns out to need its user for something else, now or later', () => {
    const { connections, list } = createListed(erroring);
    list({ ...active, consent_expiration_time: '2026-11-22T10:00:00Z' });
    list({ ...active, consent_expiration_time: '2027-05-22T10:00:00Z' });
    expect(connections()).toBe(0);
  });

  it.each(['sync_disabled', 'unknown'] as const)('has been %s in between', (status) => {
    const { connections, list } = createListed(erroring);
    list(platypusLink({ status, last_updated: LATER }));
    list(active);
    expect(connections()).toBe(0);
  });

  it('is active only after the grace time of a repair that was told', async () => {
    const { clock, connections, list, now, repair } = createListed(erroring);
    await repair(PLATYPUS, 'repaired', erroring);
    list(platypusLink({ last_updated: LATER }));
    list(pending);
    await clock.pass(GRACE_MS);
    expect(now().recovery).toBe('none');
    list(active);
    expect(connections()).toBe(0);
  });

  it('is gone from the list, though it comes back as one that works', () => {
    const { connections, list, now } = createListed(erroring);
    list();
    list(active);
    expect(now().link).toEqual(active);
    expect(connections()).toBe(0);
  });

  it('has healed already, whatever a list that flips says within the moment', async () => {
    const { clock, connections, list, now } = createListed(erroring);
    list(active);
    list(erroring);
    list(active);
    expect(connections()).toBe(1);
    await clock.pass(6_000);
    expect(now().recovery).toBe('none');
  });

  it('is in the grace time of an earlier repair', () => {
    const { clock, connections, list } = createListed(
      platypusLink({ repaired_at: new Date(Date.parse('2026-11-20T09:58:00Z')).toISOString() }),
    );
    expect(clock.now()).toBe(Date.parse('2026-11-20T10:00:00Z'));
    list(active);
    expect(connections()).toBe(0);
  });

  it('heals after all, where the grace time of an earlier repair has run out on it', async () => {
    const { clock, connections, list } = createListed(platypusLink({ repaired_at: '2026-11-20T09:58:00Z' }));
    await clock.pass(GRACE_MS);
    list(active);
    expect(connections()).toBe(1);
  });
});

describe('a link that the app gives', () => {
  it('heals by a newer one of the app’s', () => {
    const { connections, give } = createListed();
    give(erroring);
    give(active);
    expect(connections()).toBe(1);
  });

  it('was old, where the list says otherwise', () => {
    const { connections, give, list, now } = createListed();
    give(erroring);
    list(active);
    expect(now()).toMatchObject({ link: active, recovery: 'none' });
    expect(connections()).toBe(0);
  });

  it('heals by the list where the list has said before that it is broken', () => {
    const { connections, give, list } = createListed();
    give(erroring);
    list(erroring);
    list(active);
    expect(connections()).toBe(1);
  });

  it('heals what the list has called broken where it is newer, and not where it is older', () => {
    const { connections, give, now } = createListed(platypusLink({ last_updated: '2026-11-20T09:00:00Z' }));
    give(platypusLink({ status: 'active' }));
    expect(now().link).toMatchObject({ status: 'erroring' });
    expect(connections()).toBe(0);
    give(active);
    expect(connections()).toBe(1);
  });
});

describe('an Item that heals while Link is open', () => {
  it('S3: ends as repaired elsewhere with the user’s exit, and is told once', async () => {
    const { connections, events, exit, list, now, open } = createListed(erroring);
    await open(PLATYPUS);
    list(active);
    expect(now()).toMatchObject({ session: { status: 'open' }, recovery: 'none' });
    expect(connections()).toBe(0);
    await exit();
    const session = { status: 'repaired', by: 'elsewhere', isVerified: true };
    expect(now()).toMatchObject({ session, recovery: 'connected' });
    expect(events.map((event) => (event.type === 'session' ? event.state.status : event.type))).toEqual([
      'launching',
      'open',
      'repaired',
      'connected',
    ]);
  });

  it('ends so too where that Link is lost', async () => {
    const { client, connections, host, list, now, open } = createListed(erroring);
    await open(PLATYPUS);
    list(active);
    client.coordinator.host.unmounted(host.link.key);
    await settled();
    expect(now()).toMatchObject({ session: { status: 'repaired', by: 'elsewhere' }, recovery: 'connected' });
    expect(connections()).toBe(1);
  });

  it('does so too where it went through pending meanwhile', async () => {
    const { connections, exit, list, now, open } = createListed(erroring);
    await open(PLATYPUS);
    list(pending);
    list(active);
    await exit();
    expect(now().session).toMatchObject({ status: 'repaired', by: 'elsewhere' });
    expect(connections()).toBe(1);
  });

  it.each(['unchanged', 'repaired'] as const)('is not told again by an answer of %s', async (result) => {
    const { answer, clock, connections, exit, list, now, open } = createListed(erroring);
    await open(PLATYPUS);
    list(active);
    await exit();
    await answer(result, active);
    await clock.pass(6_000);
    expect(now()).toMatchObject({ session: { status: 'repaired', by: 'elsewhere' }, recovery: 'none' });
    expect(connections()).toBe(1);
  });

  it('stays an exit where it is still broken, or is called well from before it broke', async () => {
    const { connections, exit, list, now, open } = createListed(erroring);
    await open(PLATYPUS);
    list(platypusLink({ status: 'active', last_updated: '2026-11-20T07:00:00Z' }));
    await exit();
    expect(now().session).toEqual({ status: 'exited', error: null });
    expect(connections()).toBe(0);
  });

  it('leaves a visit that was for something else an exit, and is told', async () => {
    const { client, clock, connections, host, launcher, endpoint, list, now } = createListed(erroring);
    client.item(PLATYPUS).session('select_accounts').launch(launcher);
    await settled();
    await endpoint.tokenRequests[0]?.answer({
      link_token: 'link-1',
      expiration: new Date(clock.now() + 30 * 60_000).toISOString(),
    });
    await host.link.ready();
    await host.link.speak();
    list(active);
    await host.link.exit();
    expect(now()).toMatchObject({ purpose: 'select_accounts', session: { status: 'exited' }, recovery: 'connected' });
    expect(connections()).toBe(1);
  });

  it('waits for what the server says of a visit that succeeded', async () => {
    const { answer, connections, host, list, now, open } = createListed(erroring);
    await open(PLATYPUS);
    await host.link.succeed();
    list(active);
    expect(now().session.status).toBe('confirming');
    expect(connections()).toBe(0);
    await answer('repaired', active);
    expect(now().session).toMatchObject({ status: 'repaired', by: 'user' });
    expect(connections()).toBe(1);
  });

  it('is told where the launch comes to nothing', async () => {
    const { connections, endpoint, launch, list, now } = createListed(erroring);
    await launch(PLATYPUS);
    list(active);
    expect(connections()).toBe(0);
    await endpoint.tokenRequests[0]?.fail(new UpdateModeError('link_token_failed', 'No', { httpStatus: 500 }));
    expect(now().recovery).toBe('connected');
    expect(connections()).toBe(1);
  });
});

describe('an Item that heals after a visit', () => {
  async function createExited() {
    const world = createListed(erroring);
    await world.open(PLATYPUS);
    await world.exit();
    return world;
  }

  it('is told once, though the server’s answer to the exit says the same later', async () => {
    const { answer, connections, list, now } = await createExited();
    list(active);
    expect(now()).toMatchObject({ session: IDLE, recovery: 'connected' });
    await answer('repaired', active);
    expect(now().recovery).toBe('connected');
    expect(connections()).toBe(1);
  });

  it('is told once by the answer to the exit itself', async () => {
    const { answer, connections, now } = await createExited();
    await answer('repaired', active);
    expect(now()).toMatchObject({ session: { status: 'repaired', by: 'elsewhere' }, recovery: 'connected' });
    expect(connections()).toBe(1);
  });

  it('is told by an answer that calls the visit unchanged and the link well', async () => {
    const { answer, connections, now } = await createExited();
    await answer('unchanged', active);
    expect(now()).toMatchObject({ session: IDLE, recovery: 'connected' });
    expect(connections()).toBe(1);
  });

  it('forgets a report that was refused', async () => {
    const { connections, endpoint, host, list, now, open } = createListed(erroring);
    await open(PLATYPUS);
    await host.link.succeed();
    await endpoint.reports[0]?.fail(new UpdateModeError('report_failed', 'No', { httpStatus: 403 }));
    expect(now().session).toMatchObject({ status: 'confirming', report: 'undelivered' });
    list(active);
    expect(now()).toMatchObject({ session: IDLE, recovery: 'connected' });
    expect(connections()).toBe(1);
  });

  it('counts failed visits from the start, and speaks of none, when it breaks again', async () => {
    const { answer, clock, host, list, now, open } = createListed(erroring);
    await open(PLATYPUS);
    await host.link.succeed();
    await answer('still_broken', erroring);
    expect(now()).toMatchObject({ session: { status: 'failed' }, failedVisits: 1 });
    list(active);
    await clock.pass(6_000);
    list(platypusLink({ last_updated: '2026-11-20T11:00:00Z' }));
    expect(now()).toMatchObject({ session: IDLE, failedVisits: 0 });
  });
});

describe('the end of a visit', () => {
  it('is no note on what breaks later', async () => {
    const { exit, answer, list, now, open } = createListed(active);
    await open(PLATYPUS);
    await exit();
    await answer('unchanged', active);
    expect(now().session.status).toBe('exited');
    list(platypusLink({ last_updated: '2026-11-20T11:00:00Z' }));
    expect(now().session).toEqual(IDLE);
  });

  it('stays a note on what was broken before, and on what its own answer calls broken', async () => {
    const { exit, answer, list, now, open } = createListed(erroring);
    await open(PLATYPUS);
    await exit();
    list(platypusLink({ last_updated: LATER }));
    expect(now().session.status).toBe('exited');

    const other = createListed(active);
    await other.open(PLATYPUS);
    await other.exit();
    await other.answer('unchanged', platypusLink({ last_updated: '2026-11-20T11:00:00Z' }));
    await answer('unchanged', erroring);
    expect([now().session.status, other.now().session.status]).toEqual(['exited', 'exited']);
  });
});
