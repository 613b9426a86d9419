import type { OutboxChange, OutboxStorage } from '../../src/core/outboxStorage.js';
import type { VisitStorage } from '../../src/core/visitStorage.js';

/** Whether the browser takes in what a page wants to keep: everything, for the tab alone, or nothing. */
export type StorageMood = 'open' | 'tab alone' | 'closed';

interface Watcher {
  scope: string;
  by: object;
  page: BrowserPage;
  listener: (change: OutboxChange) => void;
}

/** What a page has in its memory, for all copies of the library on it. */
export interface BrowserPage {
  readonly tab: number;
  isAlive: boolean;
  /** Reports that the browser would not take. */
  readonly kept: Map<string, { text: string; over: string | null }>;
  /** The visits that it is still with. */
  readonly visits: Set<string>;
}

export type ModelBrowser = ReturnType<typeof createModelBrowser>;

/** Storage as a browser's tabs share it, as `src/browser` uses it: events come late, and not to whoever has written. */
export function createModelBrowser() {
  const reports = new Map<string, string>();
  const notes = new Map<string, string>();
  const ofTabs = new Map<number, Map<string, string>>();
  const watchers = new Set<Watcher>();
  const noteWatchers = new Set<{ page: BrowserPage; listener: () => void }>();
  let events: (() => void)[] = [];

  function ofTab(tab: number): Map<string, string> {
    const own = ofTabs.get(tab) ?? new Map<string, string>();
    ofTabs.set(tab, own);
    return own;
  }

  function tell(from: BrowserPage | null, scope: string | null, change: OutboxChange): void {
    for (const watcher of watchers) {
      if (watcher.page === from || (scope !== null && watcher.scope !== scope)) continue;
      events.push(() => {
        if (watchers.has(watcher) && watcher.page.isAlive) watcher.listener(change);
      });
    }
  }

  function tellOfNotes(from: BrowserPage): void {
    for (const watcher of noteWatchers) {
      if (watcher.page === from) continue;
      events.push(() => {
        if (noteWatchers.has(watcher) && watcher.page.isAlive) watcher.listener();
      });
    }
  }

  const browser = {
    reports,
    notes,
    ofTabs,
    mood: 'open' as StorageMood,
    /** Whether it ever let a page down: notes of open visits may be gone. */
    hasBeenSpoiled: false,
    /** Whether tabs hear late of each other. */
    areEventsHeld: false,
    haveEventsBeenHeld: false,
    /** As by `localStorage.clear()` in the developer tools. */
    empty(): void {
      browser.hasBeenSpoiled = true;
      reports.clear();
      notes.clear();
      tell(null, null, { type: 'emptied' });
    },
    /** What `forgetScope` does in a page that has no provider of that user any more. */
    forget(scope: string): void {
      browser.hasBeenSpoiled = true;
      for (const key of [...reports.keys()]) {
        if (!key.startsWith(`${scope} `)) continue;
        reports.delete(key);
        tell(null, scope, { type: 'removed', id: key.slice(scope.length + 1) });
      }
      for (const all of [notes, ...ofTabs.values()]) {
        for (const [id, text] of all) if (text.includes(`"scope":"${scope}"`)) all.delete(id);
      }
    },
    closeTab: (tab: number) => void ofTabs.delete(tab),
    duplicateTab: (from: number, to: number) => void ofTabs.set(to, new Map(ofTab(from))),
    /** Delivers what tabs have to hear of each other; answers whether there was anything. */
    flush(): boolean {
      if (browser.areEventsHeld || events.length === 0) return false;
      const due = events;
      events = [];
      for (const event of due) event();
      return true;
    },
    outboxStorage(page: BrowserPage): OutboxStorage {
      const me = {};
      const { kept } = page;
      const tellPage = (scope: string, change: OutboxChange) => {
        for (const watcher of watchers) {
          if (watcher.page !== page || watcher.by === me || watcher.scope !== scope) continue;
          queueMicrotask(() => {
            if (watchers.has(watcher)) watcher.listener(change);
          });
        }
      };
      return {
        read(scope) {
          const texts = new Map(reports);
          const ofPageAlone = new Set<string>();
          for (const [key, { text, over }] of kept) {
            if ((reports.get(key) ?? null) !== over) kept.delete(key);
            else {
              texts.set(key, text);
              if (over === null) ofPageAlone.add(key);
            }
          }
          const prefix = `${scope} `;
          return [...texts].flatMap(([key, text]) =>
            key.startsWith(prefix) ? [{ id: key.slice(prefix.length), text, isOfPageAlone: ofPageAlone.has(key) }] : [],
          );
        },
        write(scope, id, text) {
          if (!page.isAlive) return false;
          const key = `${scope} ${id}`;
          const over = reports.get(key) ?? null;
          if (browser.mood === 'open') {
            kept.delete(key);
            reports.set(key, text);
            if (over !== text) tell(page, scope, { type: 'written' });
          } else kept.set(key, { text, over });
          tellPage(scope, { type: 'written' });
          return browser.mood === 'open' || over !== null;
        },
        remove(scope, id) {
          if (!page.isAlive) return;
          const key = `${scope} ${id}`;
          kept.delete(key);
          if (reports.delete(key)) tell(page, scope, { type: 'removed', id });
          tellPage(scope, { type: 'removed', id });
        },
        onChange(scope, listener) {
          const watcher = { scope, by: me, page, listener };
          watchers.add(watcher);
          return () => void watchers.delete(watcher);
        },
      };
    },
    visitStorage(page: BrowserPage): VisitStorage {
      const own = () => ofTab(page.tab);
      return {
        read() {
          const found = [...notes].map(([id, text]) => ({ id, text, isOwn: own().has(id) }));
          for (const [id, text] of own()) if (text !== '') found.push({ id, text, isOwn: true });
          return found.filter(({ id }) => !page.visits.has(id));
        },
        write(id, text) {
          if (!page.isAlive) return;
          page.visits.add(id);
          if (browser.mood === 'open') {
            notes.set(id, text);
            tellOfNotes(page);
          }
          if (browser.mood !== 'closed') own().set(id, browser.mood === 'open' ? '' : text);
        },
        rewrite(id, text) {
          if (!page.isAlive || browser.mood === 'closed') return;
          if (notes.has(id)) {
            if (browser.mood === 'open') notes.set(id, text);
          } else if (own().get(id)) own().set(id, text);
        },
        leave: (id) => void page.visits.delete(id),
        remove(id) {
          if (!page.isAlive) return;
          if (notes.delete(id)) tellOfNotes(page);
          own().delete(id);
        },
        onChange(listener) {
          const watcher = { page, listener };
          noteWatchers.add(watcher);
          return () => void noteWatchers.delete(watcher);
        },
      };
    },
  };
  return browser;
}
