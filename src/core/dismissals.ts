import type { IntegrationLink } from '../protocol/integrationLink.js';
import { diagnose, type Cause } from './diagnosis.js';
import {
  createAffair,
  createDismissal,
  isInForce,
  returnsAt,
  type Affair,
  type Dismissal,
  type DismissalKind,
} from './dismissal.js';
import { readDismissals, writeDismissals } from './dismissalRecord.js';
import type { DismissalStorage } from './dismissalStorage.js';
import type { Ports } from './ports.js';
import { isWorking } from './trouble.js';

/** What one user has put away, of all Items. */
export interface Dismissals {
  /** How the banner of this affair was put away; null where it was not, or is back. */
  find(affair: Affair): DismissalKind | null;
  /** Calls back when `find` may say something else, be it because time has passed. */
  watch(affair: Affair, onChange: () => void): () => void;
  /** Calls back whenever anything may be hidden or back, save by time alone. */
  subscribe(listener: () => void): () => void;
  /** The Items whose banners are not shown now. */
  listHidden(links: readonly IntegrationLink[]): string[];
  put(kind: DismissalKind, affair: Affair): void;
  /** Back to full size. */
  expand(affair: Affair): void;
  /** Shows all of them again. */
  bringBack(): void;
  /** Forgets what is over: of links that work, and, where these are all that the user has, of Items that are gone. */
  sweep(links: readonly IntegrationLink[], isWhole: boolean): void;
  start(): void;
  stop(): void;
}

/** What a user has done with an Item's banner. */
export interface DismissalEvent {
  type: 'dismissed';
  itemId: string;
  link: IntegrationLink;
  cause: Cause;
  kind: DismissalKind | 'expanded';
  /** When it comes back by itself; milliseconds since 1970. */
  until: number | null;
}

export interface DismissalsContext {
  scope: string;
  ports: Pick<Ports, 'clock' | 'attention'> & { dismissalStorage: DismissalStorage };
  onEvent(event: DismissalEvent): void;
}

/** More than a browser's timer holds, 24.8 days, would be none at all; and a device that was asleep is late. */
const LONGEST_WAIT_MS = 3_600_000;

const NONE: readonly Dismissal[] = [];

export function createDismissals({ scope, ports, onEvent }: DismissalsContext): Dismissals {
  const { clock, attention, dismissalStorage: storage } = ports;
  const watchers = new Set<() => void>();
  /** By Item; read when somebody first asks. */
  let known: Map<string, readonly Dismissal[]> | null = null;
  let stopListening = () => {};

  function load(): Map<string, readonly Dismissal[]> {
    const found = new Map<string, readonly Dismissal[]>();
    for (const [itemId, text] of storage.read(scope)) {
      const dismissals = readDismissals(text);
      if (dismissals) found.set(itemId, dismissals);
    }
    return found;
  }

  function all(): Map<string, readonly Dismissal[]> {
    return (known ??= load());
  }

  function findInForce(affair: Affair): Dismissal | undefined {
    const ofItem = all().get(affair.link.item_id) ?? NONE;
    return ofItem.find((dismissal) => isInForce(dismissal, affair, clock.now()));
  }

  function tell(): void {
    for (const watcher of [...watchers]) watcher();
  }

  function reload(): void {
    known = null;
    tell();
  }

  function replace({ link, cause }: Affair, next: Dismissal | null): void {
    // Another tab may have written meanwhile, and not be heard of yet.
    known = load();
    const others = (known.get(link.item_id) ?? NONE).filter((dismissal) => dismissal.cause !== cause);
    const dismissals = next ? [...others, next] : others;
    if (dismissals.length > 0) storage.write(scope, link.item_id, writeDismissals(dismissals));
    else storage.remove(scope, link.item_id);
    reload();
  }

  return {
    find: (affair) => findInForce(affair)?.kind ?? null,
    watch(affair, onChange) {
      let cancel = () => {};
      const wait = () => {
        cancel();
        const dismissal = findInForce(affair);
        const end = dismissal ? returnsAt(dismissal, affair.deadline) : Number.POSITIVE_INFINITY;
        const ms = Math.min(LONGEST_WAIT_MS, Math.max(0, end - clock.now()));
        cancel = end === Number.POSITIVE_INFINITY ? () => {} : clock.schedule(onPossibleChange, ms);
      };
      const onPossibleChange = () => {
        wait();
        onChange();
      };
      wait();
      watchers.add(onPossibleChange);
      return () => {
        cancel();
        watchers.delete(onPossibleChange);
      };
    },
    subscribe(listener) {
      const entry = () => listener();
      watchers.add(entry);
      return () => watchers.delete(entry);
    },
    listHidden(links) {
      const known = links.filter(({ item_id }) => all().has(item_id));
      const affairs = known.map((link) => createAffair(link, diagnose(link, { now: clock.now() })));
      return affairs
        .filter((affair) => (findInForce(affair)?.kind ?? 'shrunk') !== 'shrunk')
        .map(({ link }) => link.item_id);
    },
    put(kind, affair) {
      const { link, cause, deadline } = affair;
      const dismissal = createDismissal(kind, affair, clock.now());
      const end = returnsAt(dismissal, deadline);
      replace(affair, dismissal);
      onEvent({
        type: 'dismissed',
        itemId: link.item_id,
        link,
        cause,
        kind,
        until: end === Number.POSITIVE_INFINITY ? null : end,
      });
    },
    expand(affair) {
      const { link, cause } = affair;
      replace(affair, null);
      onEvent({ type: 'dismissed', itemId: link.item_id, link, cause, kind: 'expanded', until: null });
    },
    bringBack() {
      for (const itemId of load().keys()) storage.remove(scope, itemId);
      reload();
    },
    sweep(links, isWhole) {
      const byId = new Map(links.map((link) => [link.item_id, link]));
      let isSwept = false;
      for (const itemId of all().keys()) {
        const link = byId.get(itemId);
        if (link ? !isHealed(link, clock.now()) : !isWhole) continue;
        storage.remove(scope, itemId);
        isSwept = true;
      }
      if (isSwept) reload();
    },
    start() {
      const stopStorage = storage.onChange(scope, reload);
      const stopAttention = attention.onReturn(tell);
      stopListening = () => {
        stopStorage();
        stopAttention();
      };
      reload();
    },
    stop: () => stopListening(),
  };
}

/** Nothing is wrong, and nothing lies ahead. A pause, or a sync that is not through yet, says nothing of that. */
function isHealed(link: IntegrationLink, now: number): boolean {
  return isWorking(link) && diagnose(link, { now }).cause === 'healthy';
}
