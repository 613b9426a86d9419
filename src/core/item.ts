import type { IntegrationLink } from '../protocol/integrationLink.js';
import { DEFAULT_PURPOSE, type Purpose } from '../protocol/purpose.js';
import { diagnose, GRACE_MS } from './diagnosis.js';
import { createGivenLinkJudge, type LinkSource } from './givenLink.js';
import type { Clock } from './ports.js';
import { createRecovery, type Recovery } from './recovery.js';
import type { RepairSession, RepairSessionContext } from './repairSession.js';
import { createStore, type ReadableStore } from './store.js';
import { IDLE, type SessionState } from './session.js';

/** All that is known of one Item; a new object only when something of this Item has changed. */
export interface ItemSnapshot {
  itemId: string;
  /** Null until the list, a banner's own link or a repair's answer has brought it. */
  link: IntegrationLink | null;
  session: SessionState;
  /** What the latest visit was for, and so what `session` is about. */
  purpose: Purpose;
  /** How many visits in a row have not brought what they were for; a mere change of mind does not count. */
  failedVisits: number;
  recovery: Recovery;
}

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
  const initial: ItemSnapshot = {
    itemId,
    link: initialLink,
    session: IDLE,
    purpose: DEFAULT_PURPOSE,
    failedVisits: 0,
    recovery: 'none',
  };
  const store = createStore(initial);
  let source: LinkSource | null = initialLink === null ? null : 'list';
  let repairedAt = Number.NEGATIVE_INFINITY;
  const isBelievable = createGivenLinkJudge();
  const recovery = createRecovery({ clock, onChange: (next) => patch({ recovery: next }), onOver: () => follow() });

  const session = context.createSession((state, launcher) => {
    patch({ session: state });
    if (state.status === 'launching') recovery.end();
    if (state.status === 'repaired') {
      repairedAt = clock.now();
      recovery.begin('syncing', GRACE_MS);
    }
    context.onSession(state, launcher);
    follow();
  });

  function patch(change: Partial<ItemSnapshot>): void {
    store.set({ ...store.getSnapshot(), ...change });
  }

  /** Reads the link for what it means to a recovery, or to a repair that did not last. */
  function follow(): void {
    const { link, recovery: stage, session: state } = store.getSnapshot();
    if (!link || state.status !== 'repaired') return;
    if (stage === 'syncing') {
      if (link.status === 'active' && !link.error) return celebrate();
      // Heron may lag behind Plaid: its old error counts only once the grace time is over.
      const { remedy } = diagnose({ ...link, repaired_at: new Date(repairedAt).toISOString() }, { now: clock.now() });
      if (remedy === 'wait') return;
      recovery.end();
      follow();
    } else if (stage === 'none' && isBroken(link)) {
      session.reset();
    }
  }

  function celebrate(): void {
    recovery.begin('connected', CONNECTED_MS);
    context.onConnected();
  }

  function isBroken(link: IntegrationLink): boolean {
    const { remedy } = diagnose(link, { now: clock.now() });
    return remedy === 'update_mode' || remedy === 'new_link';
  }

  return {
    session,
    getSnapshot: store.getSnapshot,
    getServerSnapshot: () => initial,
    subscribe: store.subscribe,
    setLink(link, from) {
      if (from === 'given' && !isBelievable(link, store.getSnapshot().link, source)) return;
      source = link === null ? null : from;
      if (!isSameLink(store.getSnapshot().link, link)) patch({ link });
      follow();
    },
    leaveList() {
      if (source === 'list') source = 'answer';
    },
    start: recovery.start,
    stop: recovery.stop,
  };
}

/** A server says the same in ever new objects; an Item has changed only where the words have. */
function isSameLink(one: IntegrationLink | null, other: IntegrationLink | null): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
