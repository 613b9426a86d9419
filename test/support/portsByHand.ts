import { createLinkLock } from '../../src/browser/linkLock.js';
import { createPageState, type PageState } from '../../src/browser/pageState.js';
import type { Ports } from '../../src/core/ports.js';
import { createClockByHand, settled, type ClockByHand } from './clockByHand.js';
import { createDismissalStorageByHand, type DismissalStorageByHand } from './dismissalStorageByHand.js';
import { createOAuthReturnByHand, type OAuthReturnByHand } from './oauthReturnByHand.js';
import { createOutboxStorageByHand, type OutboxStorageByHand } from './outboxStorageByHand.js';
import { createTabLocksByHand, type TabLocksByHand } from './tabLocksByHand.js';
import { createBrowserByHand, type VisitStorageByHand } from './visitStorageByHand.js';

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
  attention: Ports['attention'] & {
    /** The user turns to the page again. */
    comeBack(): Promise<void>;
  };
  oauthReturn: OAuthReturnByHand;
  visitStorage: VisitStorageByHand;
  outboxStorage: OutboxStorageByHand;
  dismissalStorage: DismissalStorageByHand;
  tabLocks: ReturnType<TabLocksByHand['page']>;
  /** What chance says. @default 0 */
  chance: number;
}

export interface PortsByHandOptions {
  /** Another's, for two copies of the library on one page. */
  page?: PageState | undefined;
  clock?: ClockByHand | undefined;
  oauthReturn?: OAuthReturnByHand | undefined;
  visitStorage?: VisitStorageByHand | undefined;
  outboxStorage?: OutboxStorageByHand | undefined;
  dismissalStorage?: DismissalStorageByHand | undefined;
  tabLocks?: TabLocksByHand | undefined;
  /** Where the ids of several pages meet. */
  idPrefix?: string | undefined;
}

export function createPortsByHand({
  page = createPageState(),
  clock = createClockByHand(),
  oauthReturn = createOAuthReturnByHand(),
  visitStorage = createBrowserByHand().page(1),
  outboxStorage = createOutboxStorageByHand(),
  dismissalStorage = createDismissalStorageByHand(),
  tabLocks = createTabLocksByHand(),
  idPrefix = '',
}: PortsByHandOptions = {}): PortsByHand {
  let ids = 0;
  const listeners = new Set<() => void>();
  const watchers = new Set<() => void>();
  return {
    clock,
    oauthReturn,
    visitStorage,
    attention: {
      onReturn(callback) {
        watchers.add(callback);
        return () => watchers.delete(callback);
      },
      comeBack() {
        for (const watcher of watchers) watcher();
        return settled();
      },
    },
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
    outboxStorage: outboxStorage.page(),
    dismissalStorage: dismissalStorage.page(),
    tabLocks: tabLocks.page(),
    chance: 0,
    random() {
      return this.chance;
    },
    createId: () => `${idPrefix}id-${++ids}`,
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
