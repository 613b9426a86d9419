import type { IntegrationLink } from '../protocol/integrationLink.js';
import { diagnose, GRACE_MS } from './diagnosis.js';
import type { Clock } from './ports.js';
import type { RepairSession } from './repairSession.js';
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

/** Whose word on the link was the last. A banner's own link never overrules the list. */
export type LinkSource = 'list' | 'answer' | 'given';

export interface Item extends ReadableStore<ItemSnapshot> {
  /** The Item as a server would have rendered it: what was known before anything happened on the page. */
  getServerSnapshot(): ItemSnapshot;
  readonly session: RepairSession;
  setLink(link: IntegrationLink | null, source: LinkSource): void;
  stop(): void;
}

export interface ItemContext {
  itemId: string;
  initialLink: IntegrationLink | null;
  clock: Clock;
  createSession(onChange: (state: SessionState) => void): RepairSession;
  /** The data flows again. */
  onConnected(): void;
}

/** How long the success stays in sight. The live region has said it by then. */
const CONNECTED_MS = 6_000;

/** One Item's link, session and recovery behind one snapshot, so that one Item's change renders one banner. */
export function createItem({ itemId, initialLink, clock, createSession, onConnected }: ItemContext): Item {
  const initial: ItemSnapshot = { itemId, link: initialLink, session: IDLE, recovery: 'none' };
  const store = createStore(initial);
  let source: LinkSource | null = initialLink === null ? null : 'list';
  let repairedAt = Number.NEGATIVE_INFINITY;
  let cancelTimer = () => {};

  const session = createSession((state) => {
    patch({ session: state });
    if (state.status === 'repaired') startRecovery();
    if (state.status === 'launching') setRecovery('none');
  });

  function patch(change: Partial<ItemSnapshot>): void {
    store.set({ ...store.getSnapshot(), ...change });
  }

  function setRecovery(recovery: Recovery): void {
    cancelTimer();
    if (store.getSnapshot().recovery !== recovery) patch({ recovery });
  }

  function startRecovery(): void {
    repairedAt = clock.now();
    setRecovery('syncing');
    cancelTimer = clock.schedule(() => setRecovery('none'), GRACE_MS);
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
      if (remedy !== 'wait') setRecovery('none');
    }
    if (recovery === 'none' && isBroken(link)) session.reset();
  }

  function celebrate(): void {
    setRecovery('connected');
    cancelTimer = clock.schedule(() => setRecovery('none'), CONNECTED_MS);
    onConnected();
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
      if (from === 'given' && source === 'list') return;
      source = link === null ? null : from;
      if (store.getSnapshot().link !== link) patch({ link });
      follow();
    },
    stop: () => cancelTimer(),
  };
}
