import { describe, expect, it } from 'vitest';
import { UpdateModeError } from '../../src/core/errors.js';
import { createClientWorld, type ClientWorldOptions } from '../support/clientWorld.js';
import { createClockByHand, settled } from '../support/clockByHand.js';
import { platypusLink, PLATYPUS, repairOf, tattersallLink, TATTERSALL } from '../support/links.js';
import { createOAuthReturnByHand } from '../support/oauthReturnByHand.js';
import { createOutboxStorageByHand } from '../support/outboxStorageByHand.js';
import { createTabLocksByHand } from '../support/tabLocksByHand.js';
import { createBrowserByHand } from '../support/visitStorageByHand.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A browser in which pages die. */
function createBrowser() {
  const visits = createBrowserByHand();
  const clock = createClockByHand();
  const outboxStorage = createOutboxStorageByHand();
  const tabLocks = createTabLocksByHand();
  let pages = 0;

  function load(tab: number, { url = null, ...options }: ClientWorldOptions & { url?: string | null } = {}) {
    const oauthReturn = createOAuthReturnByHand(url);
    const visitStorage = visits.page(tab);
    const page = { clock, oauthReturn, visitStorage, outboxStorage, tabLocks, idPrefix: `page-${++pages}-` };
    const world = createClientWorld({ links: [platypusLink(), tattersallLink()], page, ...options });
    return {
      ...world,
      world,
      session: (itemId: string) => world.snapshot(itemId).session,
      get outcomes() {
        return world.endpoint.reports.map(({ request }) => [request.outcome, request.target]);
      },
      async kill(): Promise<void> {
        world.ports.tabLocks.die();
        await settled();
      },
    };
  }

  return { clock, load, outboxStorage, notes: () => visits.page(0).texts.map((text): unknown => JSON.parse(text)) };
}

const UNKNOWN = [['unknown', { item_id: PLATYPUS }]];

describe('a visit whose page died while Link was open', () => {
  it('is asked about by the next page of the tab, and ends as the server says', async () => {
    const { load } = createBrowser();
    const dead = load(1);
    await dead.open(PLATYPUS);
    await dead.kill();
    const next = load(1);
    await settled();
    expect(next.outcomes).toEqual(UNKNOWN);
    expect(next.host.links).toEqual([]);
    expect(next.session(PLATYPUS)).toMatchObject({ status: 'exited', error: null });
    await next.answer('repaired', platypusLink({ status: 'pending' }));
    expect(next.session(PLATYPUS)).toMatchObject({ status: 'repaired', by: 'elsewhere' });
  });

  it('is asked about by another tab that lives, which says nothing of a visit of its own', async () => {
    const { load } = createBrowser();
    const dead = load(1);
    await dead.open(PLATYPUS);
    const other = load(2);
    await settled();
    expect(other.outcomes).toEqual([]);
    await dead.kill();
    expect(other.outcomes).toEqual(UNKNOWN);
    expect(other.session(PLATYPUS).status).toBe('idle');
    await other.answer('repaired', platypusLink({ status: 'active' }));
    expect(other.snapshot(PLATYPUS)).toMatchObject({ link: { status: 'active' }, recovery: 'connected' });
  });

  it('is asked about once, however many tabs there are and pages come', async () => {
    const { load } = createBrowser();
    const dead = load(1);
    await dead.open(PLATYPUS);
    const others = [load(2), load(3), load(4)];
    await settled();
    await dead.kill();
    const later = [load(1), load(1)];
    await settled();
    expect([...others, ...later].flatMap(({ outcomes }) => outcomes)).toEqual(UNKNOWN);
  });

  it('is asked about the day after', async () => {
    const { clock, load, notes } = createBrowser();
    const dead = load(1);
    const beganAt = new Date(clock.now()).toISOString();
    await dead.open(PLATYPUS);
    await dead.kill();
    await clock.pass(24 * HOUR);
    const next = load(2);
    await settled();
    expect(next.outcomes).toEqual(UNKNOWN);
    expect(next.endpoint.reports[0]?.request.started_at).toBe(beganAt);
    expect(notes()).toEqual([]);
  });

  it('can still be gone on with where the bank sends its user back after that', async () => {
    const { load } = createBrowser();
    const dead = load(1);
    await dead.open(PLATYPUS);
    const other = load(2);
    await settled();
    await dead.kill();
    expect(other.outcomes).toEqual(UNKNOWN);
    await other.answer('unchanged', platypusLink());
    const back = load(1, { url: 'https://app.test/?oauth_state_id=state-1' });
    await settled();
    expect(back.host.link).toMatchObject({ itemId: PLATYPUS, token: 'link-1' });
    await back.host.link.ready();
    await back.host.link.speak();
    await back.host.link.succeed();
    expect(back.outcomes).toEqual([['success', { item_id: PLATYPUS }]]);
  });

  it('is asked about by its own user’s next page, never by another user’s', async () => {
    const { load } = createBrowser();
    const dead = load(1);
    await dead.open(PLATYPUS);
    await dead.kill();
    const stranger = load(1, { scope: 'user-2' });
    await settled();
    expect(stranger.outcomes).toEqual([]);
    const own = load(1);
    await settled();
    expect(own.outcomes).toEqual(UNKNOWN);
  });

  it('leaves a launch of the user’s own alone that is quicker', async () => {
    const { load } = createBrowser();
    const dead = load(1);
    await dead.open(PLATYPUS);
    await dead.kill();
    const next = load(1);
    await next.open(PLATYPUS);
    expect([next.session(PLATYPUS).status, next.outcomes]).toEqual(['open', UNKNOWN]);
    await next.answer('unchanged', platypusLink());
    expect(next.session(PLATYPUS).status).toBe('open');
  });

  it('is not asked about while its page lives, nor after it has ended', async () => {
    const { load, notes } = createBrowser();
    const living = load(1);
    await living.open(PLATYPUS);
    const other = load(2);
    await settled();
    await living.host.link.succeed();
    await living.answer('repaired', platypusLink({ status: 'active' }));
    await living.kill();
    expect([other.outcomes, notes()]).toEqual([[], []]);
  });

  it('is forgotten after a month in which its user has not come back', async () => {
    const { clock, load, notes } = createBrowser();
    const dead = load(1);
    await dead.open(PLATYPUS);
    await dead.kill();
    await clock.pass(31 * 24 * HOUR);
    load(1, { scope: 'user-2' });
    expect(notes()).toEqual([]);
  });
});

describe('a visit that began after another tab was loaded', () => {
  it('is asked about by that tab as soon as its page is gone', async () => {
    const { clock, load } = createBrowser();
    const other = load(2);
    const dead = load(1);
    await dead.open(PLATYPUS);
    await clock.pass(MINUTE);
    expect(other.outcomes).toEqual([]);
    await dead.kill();
    expect(other.outcomes).toEqual(UNKNOWN);
    await other.ports.attention.comeBack();
    expect(other.outcomes).toEqual(UNKNOWN);
  });

  it('is not asked about where that tab sees its note before the browser knows whose it is', async () => {
    const { clock, load } = createBrowser();
    const other = load(2);
    const alive = load(1);
    const arrive = alive.ports.tabLocks.stall();
    await alive.open(PLATYPUS);
    await settled();
    arrive();
    await clock.pass(MINUTE);
    expect(other.outcomes).toEqual([]);
    await alive.kill();
    expect(other.outcomes).toEqual(UNKNOWN);
  });

  it('is not heard of by a tab whose user has left', async () => {
    const { clock, load, notes } = createBrowser();
    const other = load(2);
    const dead = load(1);
    await dead.open(PLATYPUS);
    other.client.stop();
    await dead.kill();
    await clock.pass(MINUTE);
    expect(notes()).toHaveLength(1);
    expect(notes()).not.toMatchObject([{ is_asked: true }]);
  });
});

describe('a visit whose question no storage takes in', () => {
  it('keeps its note until the server has answered', async () => {
    const { load, notes, outboxStorage } = createBrowser();
    const dead = load(1);
    await dead.open(PLATYPUS);
    await dead.kill();
    outboxStorage.isOpen = false;
    const next = load(2);
    await settled();
    expect(next.outcomes).toEqual(UNKNOWN);
    expect(notes()).not.toMatchObject([{ is_asked: true }]);
    await next.answer('unchanged', platypusLink());
    expect(notes()).toMatchObject([{ is_asked: true }]);
  });
});

describe('a user who leaves while Link is open', () => {
  it('has nothing sent in the session of the next one, and is asked about when they are back', async () => {
    const { load } = createBrowser();
    const page = load(1);
    await page.open(PLATYPUS);
    page.client.stop();
    await page.host.unmount();
    await settled();
    expect(page.outcomes).toEqual([]);
    const next = load(1, { scope: 'user-2' });
    await settled();
    expect(next.outcomes).toEqual([]);
    const back = load(1);
    await settled();
    expect(back.outcomes).toEqual(UNKNOWN);
  });
});

describe('a report that a page finds', () => {
  it('shows its Item as being confirmed, and a click sends it instead of opening Link', async () => {
    const { load } = createBrowser();
    const dead = load(1);
    await dead.open(PLATYPUS);
    await dead.host.link.succeed('session-1');
    await dead.endpoint.reports[0]?.fail(new UpdateModeError('report_failed', 'No', { isRetryable: true }));
    await dead.kill();
    const next = load(1);
    await settled();
    expect(next.session(PLATYPUS)).toMatchObject({
      status: 'confirming',
      report: 'sending',
      linkSessionId: 'session-1',
    });
    expect(next.session(TATTERSALL).status).toBe('idle');
    await next.endpoint.reports[0]?.fail(new UpdateModeError('report_failed', 'No', { isRetryable: true }));
    await next.launch(PLATYPUS);
    expect([next.endpoint.reports.length, next.endpoint.tokenRequests]).toEqual([2, []]);
    await next.answer('repaired', platypusLink({ status: 'pending' }));
    expect(next.session(PLATYPUS)).toMatchObject({ status: 'repaired', by: 'user' });
    expect(next.events.at(-1)).toMatchObject({ type: 'session', launcher: null, state: { status: 'repaired' } });
  });

  it('shows the same in every other tab, and ends there with a look at the list', async () => {
    const { load } = createBrowser();
    const { world, ...other } = load(2);
    const writer = load(1);
    await writer.open(PLATYPUS);
    await writer.host.link.succeed();
    expect(other.session(PLATYPUS)).toMatchObject({ status: 'confirming', report: 'queued' });
    await writer.answer('repaired', platypusLink({ status: 'active' }));
    expect([other.session(PLATYPUS).status, world.refetches]).toEqual(['idle', 1]);
    other.list(platypusLink({ status: 'active' }), tattersallLink());
    expect(other.snapshot(PLATYPUS).recovery).toBe('connected');
  });

  it('of a purpose of its own stands for the Item as its visit did', async () => {
    const { load } = createBrowser();
    const dead = load(1);
    dead.client.session({ ...repairOf(PLATYPUS), purpose: 'select_accounts' }).launch({});
    await settled();
    await dead.endpoint.tokenRequests[0]?.answer({
      link_token: 'link-1',
      expiration: new Date(dead.clock.now() + 30 * MINUTE).toISOString(),
    });
    await dead.host.link.ready();
    await dead.host.link.speak();
    await dead.host.link.succeed();
    await dead.kill();
    const next = load(1);
    await settled();
    expect(next.snapshot(PLATYPUS)).toMatchObject({ purpose: 'select_accounts', session: { status: 'confirming' } });
  });

  it('leaves an open Link of its page alone', async () => {
    const { load } = createBrowser();
    const here = load(2);
    await here.open(PLATYPUS);
    const there = load(1);
    await there.open(PLATYPUS);
    await there.host.link.succeed();
    expect(here.session(PLATYPUS).status).toBe('open');
    await there.answer('repaired', platypusLink({ status: 'pending' }));
    expect(here.session(PLATYPUS).status).toBe('open');
  });
});

describe('a success that no storage takes in', () => {
  it('leaves the note of its visit until it is answered, so that a later page asks at least', async () => {
    const { load, outboxStorage, notes } = createBrowser();
    const page = load(1);
    await page.open(PLATYPUS);
    outboxStorage.isOpen = false;
    await page.host.link.succeed();
    expect(notes()).toHaveLength(1);
    await page.answer('repaired', platypusLink({ status: 'pending' }));
    expect(notes()).toEqual([]);
  });
});
