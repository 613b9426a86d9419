import type { VisitNote, VisitStorage } from '../core/visitStorage.js';
import { getPageState, type PageState } from './pageState.js';

const PREFIX = 'react-plaid-update-mode.visit.';

/**
 * Keeps visits in localStorage, since a bank's app may send the user back into another tab, and marks this tab's in
 * sessionStorage, so that two tabs never take each other's. Where localStorage is closed, the tab's own holds them.
 */
export function createVisitStorage(getPage: () => PageState = getPageState): VisitStorage {
  return {
    read() {
      const { visits } = getPage();
      const own = readAll(open('sessionStorage'));
      const notes: VisitNote[] = [];
      for (const [id, text] of readAll(open('localStorage'))) notes.push({ id, text, isOwn: own.has(id) });
      for (const [id, text] of own) if (text !== '') notes.push({ id, text, isOwn: true });
      return notes.filter(({ id }) => !visits.has(id));
    },
    write(id, text) {
      getPage().visits.add(id);
      const isShared = put(open('localStorage'), id, text);
      put(open('sessionStorage'), id, isShared ? '' : text);
    },
    remove(id) {
      for (const storage of [open('localStorage'), open('sessionStorage')]) drop(storage, id);
    },
  };
}

/** Blocked by the browser's settings, the mere question throws. */
function open(name: 'localStorage' | 'sessionStorage'): Storage | null {
  try {
    return window[name];
  } catch {
    return null;
  }
}

function readAll(storage: Storage | null): Map<string, string> {
  const found = new Map<string, string>();
  try {
    for (const key of Object.keys(storage ?? {})) {
      const text = key.startsWith(PREFIX) ? storage?.getItem(key) : null;
      if (typeof text === 'string') found.set(key.slice(PREFIX.length), text);
    }
  } catch {
    // As good as empty.
  }
  return found;
}

function put(storage: Storage | null, id: string, text: string): boolean {
  try {
    storage?.setItem(PREFIX + id, text);
    return storage !== null;
  } catch {
    return false;
  }
}

function drop(storage: Storage | null, id: string): void {
  try {
    storage?.removeItem(PREFIX + id);
  } catch {
    // Then it never took anything in either.
  }
}
