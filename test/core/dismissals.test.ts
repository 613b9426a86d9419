import { describe, expect, it } from 'vitest';
import { createDismissals, type DismissalEvent } from '../../src/core/dismissals.js';
import { createAffair, findOffers } from '../../src/core/dismissal.js';
import { diagnose } from '../../src/core/diagnosis.js';
import type { IntegrationLink } from '../../src/protocol/integrationLink.js';
import { createClientWorld } from '../support/clientWorld.js';
import { createClockByHand } from '../support/clockByHand.js';
import { createDismissalStorageByHand } from '../support/dismissalStorageByHand.js';
import { PLATYPUS, platypusLink, TARTAN, tartanLink, TATTERSALL, tattersallLink } from '../support/links.js';
import { createPortsByHand } from '../support/portsByHand.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Taken back at the bank: a warning without a deadline. */
const revokedLink = (changes: Partial<IntegrationLink> = {}) =>
  tartanLink({ access_error: { code: 'USER_PERMISSION_REVOKED' }, ...changes });

const BANK_IS_DOWN = { error_type: 'INSTITUTION_ERROR', error_code: 'INSTITUTION_DOWN' };

/** A page with what one user has put away, and its clock. */
function createPage({ storage = createDismissalStorageByHand(), scope = 'user-1', clock = createClockByHand() } = {}) {
  const events: DismissalEvent[] = [];
  const ports = createPortsByHand({ clock, dismissalStorage: storage });
  const dismissals = createDismissals({ scope, ports, onEvent: (event) => events.push(event) });
  dismissals.start();
  const affairOf = (link: IntegrationLink) => createAffair(link, diagnose(link, { now: clock.now() }));
  const inDays = (days: number) => new Date(clock.now() + days * DAY_MS).toISOString();
  return {
    ports,
    clock,
    storage,
    dismissals,
    events,
    inDays,
    put: (kind: 'dismissed' | 'snoozed' | 'shrunk', link: IntegrationLink) => dismissals.put(kind, affairOf(link)),
    find: (link: IntegrationLink) => dismissals.find(affairOf(link)),
    expand: (link: IntegrationLink) => dismissals.expand(affairOf(link)),
    offers: (link: IntegrationLink) => findOffers(affairOf(link), clock.now()),
    watch(link: IntegrationLink) {
      const seen: (string | null)[] = [];
      const affair = affairOf(link);
      const stop = dismissals.watch(affair, () => {
        const found = dismissals.find(affair);
        if (seen.at(-1) !== found) seen.push(found);
      });
      return { seen, stop };
    },
    consentLink: (days: number) => tattersallLink({ pending_disconnect: null, consent_expiration_time: inDays(days) }),
    disconnectLink: (days: number) =>
      tattersallLink({ pending_disconnect: { reason: 'INSTITUTION_MIGRATION', disconnect_time: inDays(days) } }),
  };
}

type Page = ReturnType<typeof createPage>;

describe('What a banner offers', () => {
  it.each<[what: string, link: (page: Page) => IntegrationLink, ...offers: string[]]>([
    ['nothing while all is well', () => tartanLink()],
    ['to hide what is good to know', () => tartanLink({ new_accounts_available: true }), 'dismiss'],
    ['to hide a warning, or to be reminded', () => revokedLink(), 'snooze', 'dismiss'],
    ['to be reminded of what has time', ({ consentLink }) => consentLink(20), 'snooze', 'dismiss'],
    ['no reminder on the last day', ({ disconnectLink }) => disconnectLink(1), 'dismiss'],
    ['no reminder in minutes', ({ disconnectLink }) => disconnectLink(1 + 0.5 / 24), 'dismiss'],
    ['a reminder of what is overdue', ({ disconnectLink }) => disconnectLink(-1), 'snooze', 'dismiss'],
    ['to make smaller what is critical', () => platypusLink(), 'shrink'],
  ])('is %s', (_what, link, ...offers) => {
    const page = createPage();
    expect(page.offers(link(page))).toEqual(offers);
  });
});

describe('A banner that was put away', () => {
  it.each<[when: string, link: (page: Page) => IntegrationLink, changes: (page: Page) => Partial<IntegrationLink>]>([
    ['its cause changes', () => revokedLink(), () => ({ access_error: { code: 'ACCOUNTS_REMOVED' } })],
    [
      'it gets worse',
      ({ consentLink }) => consentLink(20),
      () => ({ status: 'erroring', status_message: '[ITEM_LOGIN_REQUIRED] the login details have changed' }),
    ],
    ['its deadline is earlier', ({ disconnectLink }) => disconnectLink(5), ({ disconnectLink }) => disconnectLink(4.9)],
    [
      'it was repaired and its deadline is another',
      ({ disconnectLink }) => disconnectLink(5),
      ({ disconnectLink, inDays }) => ({ ...disconnectLink(30), repaired_at: inDays(0) }),
    ],
    [
      'it was repaired meanwhile and broke again',
      () => platypusLink({ status_message: '[INSTITUTION_DOWN] later' }),
      ({ inDays }) => ({ repaired_at: inDays(-1) }),
    ],
    [
      'data has come in meanwhile and stopped again',
      () => platypusLink({ status_message: '[INSTITUTION_DOWN] later' }),
      ({ inDays }) => ({ last_successful_sync: inDays(-1) }),
    ],
    [
      'what fails without having stopped was repaired meanwhile',
      () => tartanLink({ error: BANK_IS_DOWN }),
      ({ inDays }) => ({ repaired_at: inDays(-1) }),
    ],
  ])('is back when %s', (_when, link, changes) => {
    const page = createPage();
    const before = link(page);
    page.put('dismissed', before);
    expect(page.find(before)).toBe('dismissed');
    expect(page.find({ ...before, ...changes(page) })).toBeNull();
  });

  it.each<[when: string, link: (page: Page) => IntegrationLink, changes: (page: Page) => Partial<IntegrationLink>]>([
    ['the server says the same', () => revokedLink(), ({ inDays }) => ({ last_updated: inDays(0) })],
    ['what works goes on syncing', () => revokedLink(), ({ inDays }) => ({ last_successful_sync: inDays(0) })],
    [
      'what fails without having stopped goes on syncing',
      () => tartanLink({ error: BANK_IS_DOWN }),
      ({ inDays }) => ({ last_successful_sync: inDays(0) }),
    ],
    [
      'it was repaired before it broke',
      ({ inDays }) => platypusLink({ status_message: '[INSTITUTION_DOWN] later', repaired_at: inDays(-9) }),
      ({ inDays }) => ({ last_updated: inDays(0) }),
    ],
    ['its deadline is later', ({ disconnectLink }) => disconnectLink(5), ({ disconnectLink }) => disconnectLink(6)],
    ['something else was repaired', ({ consentLink }) => consentLink(20), ({ inDays }) => ({ repaired_at: inDays(0) })],
  ])('stays away when %s', (_when, link, changes) => {
    const page = createPage();
    const before = link(page);
    page.put('dismissed', before);
    expect(page.find({ ...before, ...changes(page) })).toBe('dismissed');
  });

  it('is back when its deadline has passed and there is another', () => {
    const page = createPage();
    page.put('dismissed', page.disconnectLink(5));
    page.clock.set(page.clock.now() + 6 * DAY_MS);
    expect(page.find(page.disconnectLink(30))).toBeNull();
  });

  it('is back when it becomes more serious, and not when it becomes less so', () => {
    const { dismissals, clock } = createPage();
    const affair = createAffair(revokedLink(), diagnose(revokedLink(), { now: clock.now() }));
    dismissals.put('dismissed', { ...affair, severity: 'info' });
    expect(dismissals.find(affair)).toBeNull();
    dismissals.put('dismissed', affair);
    expect(dismissals.find({ ...affair, severity: 'info' })).toBe('dismissed');
  });

  it('is remembered for each cause by itself: another trouble in between brings back nothing', () => {
    const page = createPage();
    const broken = { ...revokedLink(), ...platypusLink({ item_id: TARTAN }) };
    page.put('dismissed', revokedLink());
    page.put('shrunk', broken);
    expect([page.find(revokedLink()), page.find(broken)]).toEqual(['dismissed', 'shrunk']);
    page.expand(broken);
    expect([page.find(revokedLink()), page.find(broken)]).toEqual(['dismissed', null]);
  });

  it('is never a critical one, whatever the storage says', () => {
    const page = createPage();
    page.put('dismissed', revokedLink());
    const [text = ''] = page.storage.texts.values();
    const forged = text.replace('"permission_revoked"', '"login"').replace('"warning"', '"critical"');
    page.storage.page().write('user-1', PLATYPUS, forged);
    expect(forged).not.toBe(text);
    expect(page.find(platypusLink())).toBeNull();
  });

  it('is told to whoever counts, with the Item, the cause and no more than the time', () => {
    const page = createPage();
    page.put('snoozed', revokedLink());
    page.put('shrunk', platypusLink());
    page.expand(platypusLink());
    const common = { type: 'dismissed', itemId: PLATYPUS, link: platypusLink(), cause: 'login', until: null };
    expect(page.events).toEqual([
      {
        type: 'dismissed',
        itemId: TARTAN,
        link: revokedLink(),
        cause: 'permission_revoked',
        kind: 'snoozed',
        until: page.clock.now() + 3 * DAY_MS,
      },
      { ...common, kind: 'shrunk' },
      { ...common, kind: 'expanded' },
    ]);
  });
});

describe('On an open page', () => {
  it.each<[until: string, deadline: number, comesBackAfter: number]>([
    ['in three days', 7.5 - 0.5, 3],
    ['half-way to a nearer deadline', 4.0625, 2.03125],
    ['before its last day', 1.5, 0.5],
  ])('what was snoozed comes back %s', async (_until, deadline, comesBackAfter) => {
    const page = createPage();
    const link = page.disconnectLink(deadline);
    page.put('snoozed', link);
    const { seen } = page.watch(link);
    await page.clock.pass(comesBackAfter * DAY_MS - 1);
    expect(page.find(link)).toBe('snoozed');
    await page.clock.pass(1);
    expect(seen.at(-1)).toBeNull();
  });

  it('what was hidden comes back a week before its deadline, and hidden again on its last day', async () => {
    const page = createPage();
    const link = page.disconnectLink(60);
    page.put('dismissed', link);
    const first = page.watch(link);
    await page.clock.pass(53 * DAY_MS - 1);
    expect(first.seen.at(-1)).not.toBeNull();
    await page.clock.pass(1);
    expect(first.seen.at(-1)).toBeNull();
    page.put('dismissed', link);
    expect(page.find(link)).toBe('dismissed');
    await page.clock.pass(6 * DAY_MS - 1);
    expect(page.find(link)).toBe('dismissed');
    await page.clock.pass(1);
    expect(first.seen.slice(-3)).toEqual([null, 'dismissed', null]);
    page.put('dismissed', link);
    await page.clock.pass(DAY_MS - 1);
    expect(page.find(link)).toBe('dismissed');
  });

  it('no timer is longer than a browser’s can be, and none is left by whoever leaves', () => {
    const page = createPage();
    const link = page.disconnectLink(60);
    page.put('dismissed', link);
    const { seen, stop } = page.watch(link);
    page.put('snoozed', link);
    expect(page.clock.waiting).toHaveLength(1);
    expect(Math.max(...page.clock.waiting)).toBeLessThan(LONGEST_TIMER_MS);
    stop();
    page.expand(link);
    expect(seen).toEqual(['snoozed']);
    expect(page.clock.waiting).toEqual([]);
  });

  it('a device that was asleep shows it once its user looks', async () => {
    const page = createPage();
    page.put('snoozed', revokedLink());
    const { seen } = page.watch(revokedLink());
    page.clock.set(page.clock.now() + 4 * DAY_MS);
    await page.ports.attention.comeBack();
    expect(seen.at(-1)).toBeNull();
  });

  it('a clock that is set back by months lets nothing stay away for months', () => {
    const page = createPage();
    page.put('snoozed', revokedLink());
    page.clock.set(page.clock.now() - HOUR_MS);
    expect(page.find(revokedLink())).toBe('snoozed');
    page.clock.set(page.clock.now() - 60 * DAY_MS);
    expect(page.find(revokedLink())).toBeNull();
  });
});

describe('What was put away, in the browser', () => {
  it('is there for the next page, and for another tab at once', () => {
    const page = createPage();
    const other = createPage({ storage: page.storage, clock: page.clock });
    const { seen } = other.watch(platypusLink());
    page.put('shrunk', platypusLink());
    expect(seen).toEqual(['shrunk']);
    expect(createPage({ storage: page.storage, clock: page.clock }).find(platypusLink())).toBe('shrunk');
    other.expand(platypusLink());
    expect(page.find(platypusLink())).toBeNull();
    expect(page.storage.texts.size).toBe(0);
  });

  it('is of no interest to a page that is left, until somebody is there again', async () => {
    const page = createPage();
    const other = createPage({ storage: page.storage.page(), clock: page.clock });
    const { seen } = other.watch(platypusLink());
    other.dismissals.stop();
    page.put('shrunk', platypusLink());
    await other.ports.attention.comeBack();
    expect(seen).toEqual([]);
    other.dismissals.start();
    expect(seen).toEqual(['shrunk']);
  });

  it('takes over what another tab has written since, and not heard of yet', () => {
    const page = createPage();
    const other = createPage({ storage: page.storage, clock: page.clock });
    other.dismissals.stop();
    const broken = platypusLink({ item_id: TARTAN });
    expect(other.find(broken)).toBeNull();
    page.put('dismissed', revokedLink());
    other.put('shrunk', broken);
    expect(page.find(revokedLink())).toBe('dismissed');
  });

  it('is never another user’s', () => {
    const page = createPage();
    page.put('shrunk', platypusLink());
    const other = createPage({ storage: page.storage, clock: page.clock, scope: 'user-2' });
    expect(other.find(platypusLink())).toBeNull();
    other.dismissals.bringBack();
    expect(page.find(platypusLink())).toBe('shrunk');
  });

  it('names the Item, the cause and times, and nothing of the person or the bank', () => {
    const page = createPage();
    page.put('dismissed', page.disconnectLink(20));
    const [[key, text] = ['', '']] = page.storage.texts;
    expect(key).toBe(`user-1 ${TATTERSALL}`);
    expect(JSON.parse(text)).toEqual({
      version: 1,
      dismissals: [
        {
          kind: 'dismissed',
          cause: 'disconnect_migration',
          severity: 'warning',
          deadline: page.inDays(20),
          at: page.clock.now(),
          until: null,
          repaired_at: null,
          synced_at: '2026-11-18T06:00:00Z',
        },
      ],
    });
  });

  it.each([
    ['damaged', '{"version":1'],
    ['of another version', '{"version":2,"dismissals":[]}'],
    ['of another form', '{"version":1,"dismissals":[{"kind":"gone"}]}'],
    [
      'a time that is none',
      '{"version":1,"dismissals":[{"kind":"shrunk","cause":"login","severity":"critical","at":1e300}]}',
    ],
    ['a deep nest', '['.repeat(5_000)],
  ])('is not read, and left alone, where it is %s', (_what, text) => {
    const storage = createDismissalStorageByHand();
    storage.write('user-1', PLATYPUS, text);
    const page = createPage({ storage });
    expect(page.find(platypusLink())).toBeNull();
    page.dismissals.sweep([], true);
    page.dismissals.bringBack();
    expect([...storage.texts.values()]).toEqual([text]);
  });
});

describe('What is over', () => {
  it.each<[what: string, after: IntegrationLink[], isForgotten: boolean]>([
    ['is forgotten when the connection works', [tartanLink()], true],
    ['is forgotten when the connection is gone', [platypusLink()], true],
    ['stays while what works still has its trouble', [revokedLink()], false],
    ['stays while the connection syncs', [revokedLink({ status: 'syncing' })], false],
    ['stays while the connection is paused', [revokedLink({ status: 'sync_disabled' })], false],
    ['stays while another trouble is in the way', [revokedLink({ status: 'deleted_in_plaid' })], false],
  ])('%s', (_what, after, isForgotten) => {
    const world = createClientWorld({ links: [revokedLink()] });
    const dismissals = world.dismissals();
    const affair = createAffair(revokedLink(), diagnose(revokedLink(), { now: world.clock.now() }));
    dismissals.put('dismissed', affair);
    world.list(...after);
    expect(world.ports.dismissalStorage.texts.size).toBe(isForgotten ? 0 : 1);
    expect(dismissals.find(affair)).toBe(isForgotten ? null : 'dismissed');
  });

  it('is not forgotten because a page shows another connection alone', () => {
    const page = createPage();
    page.put('dismissed', revokedLink());
    page.dismissals.sweep([platypusLink()], false);
    expect(page.find(revokedLink())).toBe('dismissed');
  });

  it('is not forgotten because the list could not be read', () => {
    const world = createClientWorld({ links: [revokedLink()] });
    const dismissals = world.dismissals();
    dismissals.put('dismissed', createAffair(revokedLink(), diagnose(revokedLink(), { now: world.clock.now() })));
    world.client.setList({ status: 'error', links: [], error: null });
    world.client.setList({ status: 'pending', links: [], error: null });
    expect(world.ports.dismissalStorage.texts.size).toBe(1);
  });
});

describe('Banners that come to a page that has been there for a while', () => {
  it('forget what was over before them, and hear what other tabs do from then on', () => {
    const other = createPage();
    other.put('dismissed', revokedLink());
    const world = createClientWorld({ links: [tartanLink()], page: { dismissalStorage: other.storage } });
    expect(other.storage.texts.size).toBe(1);
    const dismissals = world.dismissals();
    expect(world.dismissals()).toBe(dismissals);
    expect(other.storage.texts.size).toBe(0);

    let calls = 0;
    dismissals.subscribe(() => (calls += 1));
    other.put('shrunk', platypusLink());
    expect(calls).toBe(1);
    world.client.stop();
    other.expand(platypusLink());
    expect(calls).toBe(1);
  });
});

describe('A page of settings', () => {
  it('names what is hidden in the order of the list, and brings all of it back', () => {
    const page = createPage();
    const links = [tattersallLink(), platypusLink(), revokedLink()];
    page.put('dismissed', revokedLink());
    page.put('snoozed', tattersallLink());
    page.put('shrunk', platypusLink());
    let calls = 0;
    const stop = page.dismissals.subscribe(() => (calls += 1));
    expect(page.dismissals.listHidden(links)).toEqual([TATTERSALL, TARTAN]);
    page.dismissals.bringBack();
    expect(calls).toBe(1);
    expect(page.dismissals.listHidden(links)).toEqual([]);
    expect(page.find(platypusLink())).toBeNull();
    stop();
    page.put('shrunk', platypusLink());
    expect(calls).toBe(1);
  });
});
