import type { DismissalStorage } from '../core/dismissalStorage.js';
import { getPageState, type PageState } from './pageState.js';
import { createTextStorage } from './textStorage.js';

const PREFIX = 'react-plaid-update-mode.dismissal.';

/**
 * Keeps dismissals in localStorage, a key for each Item, and in the page's memory what finds no room there. All providers
 * on a page share that memory, and hear of each other.
 */
export function createDismissalStorage(getPage: () => PageState = getPageState): DismissalStorage {
  const stored = createTextStorage('localStorage', PREFIX);
  const me = {};
  const getDismissals = () => (getPage().dismissals ??= { kept: new Map(), watchers: new Set() });

  function tellOthers(scope: string): void {
    for (const watcher of getDismissals().watchers) {
      if (watcher.by !== me && watcher.scope === scope) queueMicrotask(watcher.listener);
    }
  }

  return {
    read(scope) {
      const { kept } = getDismissals();
      const found = stored.readAll();
      const texts = new Map(found);
      for (const [key, { text, over }] of kept) {
        // Another tab has decided since.
        if (found && (found.get(key) ?? null) !== over) kept.delete(key);
        else texts.set(key, text);
      }
      const start = `${encode(scope)}.`;
      const byItem = new Map<string, string>();
      for (const [key, text] of texts) {
        const itemId = key.startsWith(start) ? decode(key.slice(start.length)) : null;
        if (itemId !== null) byItem.set(itemId, text);
      }
      return byItem;
    },
    write(scope, itemId, text) {
      // A provider that is about to leave the page may still be clicked.
      if (getPage().forgotten?.has(scope)) return;
      const { kept } = getDismissals();
      const key = createKey(scope, itemId);
      if (stored.write(key, text)) kept.delete(key);
      else kept.set(key, { text, over: stored.read(key) });
      tellOthers(scope);
    },
    remove(scope, itemId) {
      const key = createKey(scope, itemId);
      getDismissals().kept.delete(key);
      stored.remove(key);
      tellOthers(scope);
    },
    onChange(scope, listener) {
      const { watchers } = getDismissals();
      const watcher = { by: me, scope, listener };
      const start = `${PREFIX}${encode(scope)}.`;
      const onStorage = ({ key }: StorageEvent) => {
        if (key === null || key.startsWith(start)) listener();
      };
      // Kept by the browser for the way back, the page was told nothing.
      const onShow = ({ persisted }: PageTransitionEvent) => {
        if (persisted) listener();
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

function createKey(scope: string, itemId: string): string {
  return `${encode(scope)}.${encode(itemId)}`;
}

/** Without a dot, which parts a user from an Item. */
function encode(name: string): string {
  try {
    return encodeURIComponent(name).replaceAll('.', '%2E');
  } catch {
    // Half a character, which JSON spells out.
    return encode(JSON.stringify(name));
  }
}

/** Null where it is no key of ours. */
function decode(name: string): string | null {
  try {
    return name.includes('.') ? null : decodeURIComponent(name);
  } catch {
    return null;
  }
}
