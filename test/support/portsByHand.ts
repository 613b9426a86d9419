import { createLinkLock } from '../../src/browser/linkLock.js';
import { createPageState, type PageState } from '../../src/browser/pageState.js';
import type { OutboxRecord } from '../../src/core/outboxStorage.js';
import type { Ports } from '../../src/core/ports.js';
import { createClockByHand, settled, type ClockByHand } from './clockByHand.js';

/** The world of a page, in the test's hands. */
export interface PortsByHand extends Ports {
  clock: ClockByHand;
  linkScript: Ports['linkScript'] & {
    readonly loads: number;
    /** Whether `load` waits for `arrive` or `fail`. @default false */
    isSlow: boolean;
    arrive(): Promise<void>;
    fail(cause: unknown): Promise<void>;
  };
  scrollLock: { isLocked(): boolean; locked: boolean };
  connectivity: Ports['connectivity'] & {
    online: boolean;
    readonly listeners: number;
    /** The network comes back, or the page is looked at again. */
    comeBack(): Promise<void>;
  };
  outboxStorage: Ports['outboxStorage'] & { readonly records: ReadonlyMap<string, OutboxRecord> };
}

/** With a `page` of another's ports: two copies of the library on one page. */
export function createPortsByHand({
  page = createPageState(),
  clock = createClockByHand(),
}: { page?: PageState; clock?: ClockByHand } = {}): PortsByHand {
  let ids = 0;
  const records = new Map<string, OutboxRecord>();
  const listeners = new Set<() => void>();
  return {
    clock,
    linkScript: createScriptByHand(),
    linkLock: createLinkLock(() => page),
    scrollLock: {
      locked: false,
      isLocked() {
        return this.locked;
      },
    },
    connectivity: {
      online: true,
      isOnline() {
        return this.online;
      },
      onReturn(callback) {
        listeners.add(callback);
        return () => listeners.delete(callback);
      },
      get listeners() {
        return listeners.size;
      },
      comeBack() {
        for (const listener of listeners) listener();
        return settled();
      },
    },
    outboxStorage: {
      records,
      read: () => [...records.values()],
      write: (record) => void records.set(record.id, structuredClone(record)),
      remove: (id) => void records.delete(id),
    },
    createId: () => `id-${++ids}`,
  };
}

function createScriptByHand(): PortsByHand['linkScript'] {
  let loads = 0;
  const waiting: { resolve: () => void; reject: (cause: unknown) => void }[] = [];
  return {
    isSlow: false,
    get loads() {
      return loads;
    },
    load() {
      loads += 1;
      return this.isSlow
        ? new Promise<void>((resolve, reject) => waiting.push({ resolve, reject }))
        : Promise.resolve();
    },
    arrive() {
      for (const { resolve } of waiting.splice(0)) resolve();
      return settled();
    },
    fail(cause) {
      for (const { reject } of waiting.splice(0)) reject(cause);
      return settled();
    },
  };
}
