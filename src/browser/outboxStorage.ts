import type { OutboxChange, OutboxStorage } from '../core/outboxStorage.js';
import { getPageState, type PageState } from './pageState.js';
import { createTextStorage } from './textStorage.js';

const PREFIX = 'react-plaid-update-mode.report.';
/** Whatever else stands under our prefix is none of ours. No dot: a scope may hold some, an id ends the key. */
const ID = /^[A-Za-z0-9-]{1,64}$/;

/**
 * Keeps reports in localStorage, a key for each, and in the page's memory what finds no room there. All providers on a
 * page, also those of other copies of this library, share that memory.
 */
export function createOutboxStorage(getPage: () => PageState = getPageState): OutboxStorage {
  const stored = createTextStorage('localStorage', PREFIX);
  const me = {};
  const getReports = () => (getPage().reports ??= { kept: new Map(), watchers: new Set() });

  function tellOthers(scope: string, change: OutboxChange): void {
    const { watchers } = getReports();
    for (const watcher of watchers) {
      if (watcher.by === me || watcher.scope !== scope) continue;
      // Whoever writes is not to be interrupted by what others make of it.
      queueMicrotask(() => {
        if (watchers.has(watcher)) watcher.listener(change);
      });
    }
  }

  return {
    read(scope) {
      const { kept } = getReports();
      const found = stored.readAll();
      const texts = new Map(found);
      const ofPageAlone = new Set<string>();
      for (const [key, { text, over }] of kept) {
        // Another tab has written or removed it since: what this page could not write down is older than that.
        if (found && (found.get(key) ?? null) !== over) kept.delete(key);
        else {
          texts.set(key, text);
          if (over === null) ofPageAlone.add(key);
        }
      }
      return [...texts].flatMap(([key, text]) => {
        const id = readId(scope, key);
        return id === null ? [] : [{ id, text, ...(ofPageAlone.has(key) && { isOfPageAlone: true }) }];
      });
    },
    write(scope, id, text) {
      // A provider that is about to leave the page may still have something to say.
      if (getPage().forgotten?.has(scope)) return true;
      const { kept } = getReports();
      const key = createKey(scope, id);
      const isStored = stored.write(key, text);
      const over = isStored ? null : stored.read(key);
      if (isStored) kept.delete(key);
      else kept.set(key, { text, over });
      tellOthers(scope, { type: 'written' });
      return isStored || over !== null;
    },
    remove(scope, id) {
      const key = createKey(scope, id);
      getReports().kept.delete(key);
      stored.remove(key);
      tellOthers(scope, { type: 'removed', id });
    },
    onChange(scope, listener) {
      getPage().forgotten?.delete(scope);
      const { watchers } = getReports();
      const watcher = { by: me, scope, listener };
      const onStorage = ({ key, newValue }: StorageEvent) => {
        if (key === null) return listener({ type: 'emptied' });
        const id = key.startsWith(PREFIX) ? readId(scope, key.slice(PREFIX.length)) : null;
        if (id !== null) listener(newValue === null ? { type: 'removed', id } : { type: 'written' });
      };
      // Kept by the browser for the way back, the page was told nothing.
      const onShow = ({ persisted }: PageTransitionEvent) => {
        if (persisted) listener({ type: 'missed' });
      };
      watchers.add(watcher);
      window.addEventListener('storage', onStorage);
      window.addEventListener('pageshow', onShow);
      return () => {
        watchers.delete(watcher);
        window.removeEventListener('storage', onStorage);
        window.removeEventListener('pageshow', onShow);
      };
    },
  };
}

function createKey(scope: string, id: string): string {
  return `${encode(scope)}.${id}`;
}

function readId(scope: string, key: string): string | null {
  const start = `${encode(scope)}.`;
  const id = key.slice(start.length);
  return key.startsWith(start) && ID.test(id) ? id : null;
}

function encode(scope: string): string {
  try {
    return encodeURIComponent(scope);
  } catch {
    // Half a character, which JSON spells out.
    return encodeURIComponent(JSON.stringify(scope));
  }
}
