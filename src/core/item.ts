import type { Purpose } from '../protocol/purpose.js';
import type { IntegrationLink } from '../protocol/integrationLink.js';
import { diagnose, GRACE_MS, type Diagnosis } from './diagnosis.js';
import { createGivenLinkJudge, type LinkSource } from './givenLink.js';
import { createItemSessions, NO_VISIT, type ItemSessionsContext, type LatestVisit } from './itemSessions.js';
import type { Clock } from './ports.js';
import { createRecovery, type Recovery } from './recovery.js';
import type { RepairSession } from './repairSession.js';
import { isVisiting } from './session.js';
import { createStore, type ReadableStore } from './store.js';

/** All that is known of one Item; a new object only when something of this Item has changed. */
export interface ItemSnapshot extends LatestVisit {
  itemId: string;
  /** Null until the list, a banner's own link or a repair's answer has brought it. */
  link: IntegrationLink | null;
  recovery: Recovery;
}

export interface Item extends ReadableStore<ItemSnapshot> {
  /** The Item as a server would have rendered it: what was known before anything happened on the page. */
  getServerSnapshot(): ItemSnapshot;
  /** The Item's visits for one purpose. */
  session(purpose: Purpose): RepairSession;
  setLink(link: IntegrationLink | null, source: LinkSource): void;
  /** The list is followed no longer: what it said last gets old. */
  leaveList(): void;
  /** Goes on where `stop` left off. */
  start(): void;
  /** Stops the clock. */
  stop(): void;
}

export interface ItemContext {
  itemId: string;
  initialLink: IntegrationLink | null;
  clock: Clock;
  /** `isHealed`: whether the server has said since the launch that the Item works again. */
  createSession(
    purpose: Purpose,
    onChange: Parameters<ItemSessionsContext['createSession']>[1],
    isHealed: () => boolean,
  ): RepairSession;
  /** Hears each new state of each session, once the snapshot holds it. */
  onSession: ItemSessionsContext['onChange'];
  /** The data flows again. */
  onConnected(): void;
}

/** How long the success stays in sight. The live region has said it by then. */
const CONNECTED_MS = 6_000;

/** One Item's link, sessions and recovery behind one snapshot, so that one Item's change renders one banner. */
export function createItem(context: ItemContext): Item {
  const { itemId, initialLink, clock } = context;
  const initial: ItemSnapshot = { itemId, link: initialLink, ...NO_VISIT, recovery: 'none' };
  const store = createStore(initial);
  let source: LinkSource | null = initialLink === null ? null : 'list';
  let repairedAt = Number.NEGATIVE_INFINITY;
  /** The link when the user set out for Link. */
  let linkAtLaunch: IntegrationLink | null = null;
  const isBelievable = createGivenLinkJudge();
  const recovery = createRecovery({ clock, onChange: (next) => patch({ recovery: next }), onOver: () => follow() });

  const sessions = createItemSessions({
    createSession: (purpose, onChange) =>
      context.createSession(purpose, onChange, () => isHealed(linkAtLaunch, store.getSnapshot().link)),
    onLatest(visit) {
      patch(visit);
      const { status } = visit.session;
      if (status === 'launching') {
        recovery.end();
        linkAtLaunch = store.getSnapshot().link;
      }
      if (status === 'repaired') recover();
    },
    onChange(...change) {
      context.onSession(...change);
      follow();
    },
  });

  function patch(change: Partial<ItemSnapshot>): void {
    store.set({ ...store.getSnapshot(), ...change });
  }

  function recover(): void {
    repairedAt = clock.now();
    recovery.begin('syncing', GRACE_MS);
  }

  /** Reads the link for what it means to a recovery, or to a repair that did not last. */
  function follow(): void {
    const { link, recovery: stage, session, purpose } = store.getSnapshot();
    if (!link) return;
    if (stage === 'syncing') {
      if (link.status === 'active' && !link.error) return celebrate();
      // Heron may lag behind Plaid: its old error counts only once the grace time is over.
      if (judge({ ...link, repaired_at: new Date(repairedAt).toISOString() }).remedy === 'wait') return;
      recovery.end();
      follow();
    } else if (stage === 'none' && session.status === 'repaired' && needsItsUser(judge(link))) {
      sessions.get(purpose).reset();
    }
  }

  function celebrate(): void {
    recovery.begin('connected', CONNECTED_MS);
    context.onConnected();
  }

  function judge(link: IntegrationLink): Diagnosis {
    return diagnose(link, { now: clock.now() });
  }

  /** Whether a connection that needed its user works again by the server's word, whoever has seen to that. */
  function isHealed(before: IntegrationLink | null, after: IntegrationLink | null): boolean {
    if (!before || !after || !needsItsUser(judge(before))) return false;
    const isConfirmed = Date.parse(after.repaired_at ?? '') > Date.parse(before.repaired_at ?? '1970-01-01');
    const { severity } = judge(after);
    return (isConfirmed || after.status === 'active') && (severity === 'ok' || severity === 'info');
  }

  return {
    session: sessions.get,
    getSnapshot: store.getSnapshot,
    getServerSnapshot: () => initial,
    subscribe: store.subscribe,
    setLink(link, from) {
      const { link: before, session } = store.getSnapshot();
      if (from === 'given' && !isBelievable(link, before, source)) return;
      // What an app has given can be old: that a list says otherwise is then no news.
      const isNews = (source === 'given') === (from === 'given');
      source = link === null ? null : from;
      if (!isSameLink(before, link)) patch({ link });
      const isOnItsWay = isVisiting(session) || session.status === 'confirming' || session.status === 'repaired';
      if (isNews && from !== 'answer' && !isOnItsWay && isHealed(before, link)) recover();
      follow();
    },
    leaveList() {
      if (source === 'list') source = 'answer';
    },
    start: recovery.start,
    stop: recovery.stop,
  };
}

function needsItsUser({ remedy, severity }: Diagnosis): boolean {
  return (remedy === 'update_mode' || remedy === 'new_link') && severity !== 'info';
}

/** A server says the same in ever new objects; an Item has changed only where the words have. */
function isSameLink(one: IntegrationLink | null, other: IntegrationLink | null): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
