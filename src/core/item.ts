import type { IntegrationLink } from '../protocol/integrationLink.js';
import type { Purpose } from '../protocol/purpose.js';
import type { AccountsChange } from '../protocol/repair.js';
import { diagnose, GRACE_MS, type Diagnosis } from './diagnosis.js';
import { createGivenLinkJudge, type LinkSource } from './givenLink.js';
import { createItemSessions, NO_VISIT, type ItemSessionsContext, type LatestVisit } from './itemSessions.js';
import type { Clock } from './ports.js';
import { createRecovery, type Recovery } from './recovery.js';
import type { RepairSession } from './repairSession.js';
import { isVisiting, type SessionState } from './session.js';
import { createStore, type ReadableStore } from './store.js';
import { createTrouble, isWorking } from './trouble.js';

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
  /** What the server found changed by a visit for that purpose. */
  noteAccounts(purpose: Purpose, accounts: AccountsChange | null): void;
  /** After an `answer`, `review` follows. */
  setLink(link: IntegrationLink | null, source: LinkSource): void;
  /** The visit that was answered has heard it too: now the answer may mean what a list would. */
  review(): void;
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
  /** `isHealed`: whether the server says by now that what the visit is to mend works again. */
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
  let isUnderReview = false;
  const isBelievable = createGivenLinkJudge();
  const trouble = createTrouble(clock);
  const recovery = createRecovery({ clock, onChange: (next) => patch({ recovery: next }), onOver: () => follow() });

  const sessions = createItemSessions({
    createSession: (purpose, onChange) => context.createSession(purpose, onChange, () => isHealedMeanwhile(purpose)),
    onLatest(visit) {
      patch(visit);
      const { status } = visit.session;
      if (status === 'launching') recovery.end();
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
    trouble.forget();
    repairedAt = clock.now();
    recovery.begin('syncing', GRACE_MS);
  }

  /** Reads the link for what it means to a recovery, to a trouble, or to a repair that did not last. */
  function follow(): void {
    const { link, recovery: stage, session } = store.getSnapshot();
    if (!link) return;
    if (stage === 'syncing') {
      if (isWorking(link)) return celebrate();
      // Heron may lag behind Plaid: its old error counts only once the grace time is over.
      if (judge({ ...link, repaired_at: new Date(repairedAt).toISOString() }).remedy === 'wait') return;
      recovery.end();
      return follow();
    }
    trouble.note(link);
    if (trouble.isHealed(link) && !isUnderReview && !isOnItsWay(session)) return heal(stage);
    const repaired = stage === 'none' ? sessions.repaired() : [];
    if (repaired.length > 0 && needsItsUser(judge(link))) for (const one of repaired) one.reset();
  }

  /** Nobody on this page has repaired it, and it works again. */
  function heal(stage: Recovery): void {
    const { session, purpose } = store.getSnapshot();
    const isOfOtherVisit = hasFailed(session) && !trouble.isFor(purpose);
    trouble.forget();
    // A list that went back and forth: the success is in sight already.
    if (stage === 'connected') return;
    patch(sessions.forgetFailures());
    recover();
    // Not this is what a visit before came to, or a report that was refused.
    if (!isOfOtherVisit) sessions.get(purpose).reset();
    follow();
  }

  function celebrate(): void {
    trouble.forget();
    recovery.begin('connected', CONNECTED_MS);
    context.onConnected();
  }

  function judge(link: IntegrationLink): Diagnosis {
    return diagnose(link, { now: clock.now() });
  }

  function isHealedMeanwhile(purpose: Purpose): boolean {
    const { link } = store.getSnapshot();
    return link !== null && trouble.isFor(purpose) && trouble.isHealed(link);
  }

  return {
    session: sessions.get,
    noteAccounts(purpose, accounts) {
      const visit = sessions.noteAccounts(purpose, accounts);
      if (visit) patch(visit);
    },
    getSnapshot: store.getSnapshot,
    getServerSnapshot: () => initial,
    subscribe: store.subscribe,
    setLink(link, from) {
      const { link: before, recovery: stage, session, purpose } = store.getSnapshot();
      if (from === 'given' && !isBelievable(link, before, source)) return;
      if (before && stage !== 'syncing') trouble.note(before);
      const wasWell = before !== null && !trouble.isKnown();
      // What an app has given can be old: that the server says otherwise is then no news.
      if (!link || (source === 'given' && from !== 'given')) trouble.forget();
      source = link === null ? null : from;
      isUnderReview ||= from === 'answer';
      if (!isSameLink(before, link)) patch({ link });
      // The visit before was about something else: how it ended is no note on what has broken now.
      const isNew = wasWell && link !== null && trouble.isBroken(link);
      if (isNew && hasFailed(session) && !isUnderReview) sessions.get(purpose).reset();
      follow();
    },
    review() {
      isUnderReview = false;
      follow();
    },
    leaveList() {
      if (source === 'list') source = 'answer';
    },
    start: recovery.start,
    stop: recovery.stop,
  };
}

/** Whether a visit's own end is still to come. */
function isOnItsWay(session: SessionState): boolean {
  return isVisiting(session) || (session.status === 'confirming' && session.report !== 'undelivered');
}

function hasFailed({ status }: SessionState): boolean {
  return status === 'exited' || status === 'failed';
}

function needsItsUser({ remedy, severity }: Diagnosis): boolean {
  return (remedy === 'update_mode' || remedy === 'new_link') && severity !== 'info';
}

/** A server says the same in ever new objects; an Item has changed only where the words have. */
function isSameLink(one: IntegrationLink | null, other: IntegrationLink | null): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
