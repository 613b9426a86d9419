import type { VisitNote, VisitStorage } from '../core/visitStorage.js';
import { getPageState, type PageState } from './pageState.js';
import { createTextStorage } from './textStorage.js';

const PREFIX = 'react-plaid-update-mode.visit.';

/**
 * Keeps visits in localStorage, since a bank's app may send the user back into another tab, and marks this tab's in
 * sessionStorage, so that two tabs never take each other's. Where localStorage is closed, the tab's own holds them.
 */
export function createVisitStorage(getPage: () => PageState = getPageState): VisitStorage {
  const shared = createTextStorage('localStorage', PREFIX);
  const own = createTextStorage('sessionStorage', PREFIX);
  return {
    read() {
      const { visits } = getPage();
      const mine = own.readAll() ?? new Map<string, string>();
      const notes: VisitNote[] = [];
      for (const [id, text] of shared.readAll() ?? []) notes.push({ id, text, isOwn: mine.has(id) });
      for (const [id, text] of mine) if (text !== '') notes.push({ id, text, isOwn: true });
      return notes.filter(({ id }) => !visits.has(id));
    },
    write(id, text) {
      getPage().visits.add(id);
      own.write(id, shared.write(id, text) ? '' : text);
    },
    leave: (id) => void getPage().visits.delete(id),
    rewrite(id, text) {
      if (shared.read(id) !== null) shared.write(id, text);
      // An empty one marks a visit that stands in the other storage, and is gone from there.
      else if (own.read(id)) own.write(id, text);
    },
    remove(id) {
      shared.remove(id);
      own.remove(id);
    },
    onChange(listener) {
      const onStorage = ({ key }: StorageEvent) => {
        if (key?.startsWith(PREFIX)) listener();
      };
      window.addEventListener('storage', onStorage);
      return () => window.removeEventListener('storage', onStorage);
    },
  };
}
