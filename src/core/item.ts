import type { IntegrationLink } from '../protocol/integrationLink.js';
import { diagnose, GRACE_MS } from './diagnosis.js';
import type { Clock } from './ports.js';
import type { RepairSession, RepairSessionContext } from './repairSession.js';
import { createStore, type ReadableStore } from './store.js';
import { IDLE, type SessionState } from './session.js';

/**
 * How a repaired connection comes back: `syncing` until its data flows again, then `connected` for the
 * moment in which the banner says so.
 */
export type Recovery = 'none' | 'syncing' | 'connected';

/** All that is known of one Item; a new object only when something of this Item has changed. */
export interface ItemSnapshot {
  itemId: string;
  /** Null until the list, a banner's own link or a repair's answer has brought it. */
  link: IntegrationLink | null;
  session: SessionState;
  recovery: Recovery;
}

/**
 * Whose word on the link was the last. A banner's own link overrules a list or a repair's answer only where it is
 * newer, or, with no list being followed, where it has changed since it was first given.
 */
export type LinkSource = 'list' | 'answer' | 'given';

export interface Item extends ReadableStore<ItemSnapshot> {
  /** The Item as a server would have rendered it: what was known before anything happened on the page. */
  getServerSnapshot(): ItemSnapshot;
  readonly session: RepairSession;
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
  createSession(onChange: RepairSessionContext['onChange']): RepairSession;
  /** Hears each new state of the session, once the snapshot holds it. */
  onSession: RepairSessionContext['onChange'];
  /** The data flows again. */
  onConnected(): void;
}

/** How long the success stays in sight. The live region has said it by then. */
const CONNECTED_MS = 6_000;

/** One Item's link, session and recovery behind one snapshot, so that one Item's change renders one banner. */
export function createItem(context: ItemContext): Item {
  const { itemId, initialLink, clock } = context;
  const initial: ItemSnapshot = { itemId, link: initialLink, session: IDLE, recovery: 'none' };
  const store = createStore(initial);
  let source: LinkSource | null = initialLink === null ? null : 'list';
  let given: string | null = null;
  let repairedAt = Number.NEGATIVE_INFINITY;
  let recoveryEndsAt = 0;
  let isStopped = false;
  let cancelTimer = () => {};

  const session = context.createSession((state, launcher) => {
    patch({ session: state });
    if (state.status === 'launching') setRecovery('none');
    if (state.status === 'repaired') {
      repairedAt = clock.now();
      setRecovery('syncing', GRACE_MS);
    }
    context.onSession(state, launcher);
    follow();
  });

  function patch(change: Partial<ItemSnapshot>): void {
    store.set({ ...store.getSnapshot(), ...change });
  }

  function setRecovery(recovery: Recovery, ms = 0): void {
    recoveryEndsAt = clock.now() + ms;
    if (store.getSnapshot().recovery !== recovery) patch({ recovery });
    scheduleEnd();
  }

  function scheduleEnd(): void {
    cancelTimer();
    if (isStopped || store.getSnapshot().recovery === 'none') return;
    cancelTimer = clock.schedule(endRecovery, Math.max(0, recoveryEndsAt - clock.now()));
  }

  function endRecovery(): void {
    setRecovery('none');
    follow();
  }

  /** Reads the link for what it means to a recovery, or to a repair that did not last. */
  function follow(): void {
    const { link, recovery, session: state } = store.getSnapshot();
    if (!link || state.status !== 'repaired') return;
    if (recovery === 'syncing') {
      if (link.status === 'active' && !link.error) return celebrate();
      // Heron may lag behind Plaid: its old error counts only once the grace time is over.
      const { remedy } = diagnose({ ...link, repaired_at: new Date(repairedAt).toISOString() }, { now: clock.now() });
      if (remedy !== 'wait') endRecovery();
    } else if (recovery === 'none' && isBroken(link)) {
      session.reset();
    }
  }

  function celebrate(): void {
    setRecovery('connected', CONNECTED_MS);
    context.onConnected();
  }

  function isBroken(link: IntegrationLink): boolean {
    const { remedy } = diagnose(link, { now: clock.now() });
    return remedy === 'update_mode' || remedy === 'new_link';
  }

  function isBelievable(link: IntegrationLink | null): boolean {
    const content = JSON.stringify(link);
    const hasChanged = given !== null && given !== content;
    given = content;
    if (source === null || source === 'given') return true;
    return (hasChanged && source !== 'list') || isNewer(link, store.getSnapshot().link);
  }

  return {
    session,
    getSnapshot: store.getSnapshot,
    getServerSnapshot: () => initial,
    subscribe: store.subscribe,
    setLink(link, from) {
      if (from === 'given' && !isBelievable(link)) return;
      source = link === null ? null : from;
      if (!isSameLink(store.getSnapshot().link, link)) patch({ link });
      follow();
    },
    leaveList() {
      if (source === 'list') source = 'answer';
    },
    start() {
      isStopped = false;
      scheduleEnd();
    },
    stop() {
      isStopped = true;
      cancelTimer();
    },
  };
}

function isNewer(one: IntegrationLink | null, other: IntegrationLink | null): boolean {
  return Date.parse(one?.last_updated ?? '') > Date.parse(other?.last_updated ?? '');
}

/** A server says the same in ever new objects; an Item has changed only where the words have. */
function isSameLink(one: IntegrationLink | null, other: IntegrationLink | null): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
