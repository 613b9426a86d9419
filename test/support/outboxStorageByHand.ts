import type { OutboxChange, OutboxStorage } from '../../src/core/outboxStorage.js';

export interface OutboxStorageByHand extends OutboxStorage {
  /** All that is kept, by key: the user, then the report. */
  readonly texts: Map<string, string>;
  /** Whether the browser takes something in; what it refuses is kept by the page. @default true */
  isOpen: boolean;
  /** As by `localStorage.clear()` in another tab. */
  empty(): void;
  /** What another tab has removed is heard of only now. */
  tellRemoved(scope: string, id: string): void;
  /** The same as a page of its own has it: nobody hears of their own changes. */
  page(): OutboxStorageByHand;
}

/** What a browser's tabs share, as far as reports wait there. */
export function createOutboxStorageByHand(): OutboxStorageByHand {
  const texts = new Map<string, string>();
  const kept = new Map<string, string>();
  const listeners = new Set<{ scope: string; by: object; tell: (change: OutboxChange) => void }>();
  let isOpen = true;

  function tell(scope: string | null, change: OutboxChange, by?: object): void {
    for (const listener of [...listeners]) {
      if (listener.by !== by && (scope === null || listener.scope === scope)) listener.tell(change);
    }
  }

  function page(): OutboxStorageByHand {
    const me = {};
    return {
      texts,
      page,
      get isOpen() {
        return isOpen;
      },
      set isOpen(next) {
        isOpen = next;
      },
      empty() {
        texts.clear();
        tell(null, { type: 'emptied' });
      },
      tellRemoved: (scope, id) => tell(scope, { type: 'removed', id }),
      read(scope) {
        const prefix = `${scope} `;
        return [...new Map([...texts, ...kept])]
          .filter(([key]) => key.startsWith(prefix))
          .map(([key, text]) => {
            const id = key.slice(prefix.length);
            return kept.has(key) && !texts.has(key) ? { id, text, isOfPageAlone: true } : { id, text };
          });
      },
      write(scope, id, text) {
        (isOpen ? texts : kept).set(`${scope} ${id}`, text);
        tell(scope, { type: 'written' }, me);
        return isOpen;
      },
      remove(scope, id) {
        texts.delete(`${scope} ${id}`);
        kept.delete(`${scope} ${id}`);
        tell(scope, { type: 'removed', id }, me);
      },
      onChange(scope, listener) {
        const entry = { scope, by: me, tell: listener };
        listeners.add(entry);
        return () => void listeners.delete(entry);
      },
    };
  }

  return page();
}
