import type { OutboxStorage } from '../../src/core/outboxStorage.js';

export interface OutboxStorageByHand extends OutboxStorage {
  /** All that is kept, by key: the user, then the report. */
  readonly texts: Map<string, string>;
  /** Whether the browser takes something in; what it refuses is kept by the page. @default true */
  isOpen: boolean;
  /** As by `localStorage.clear()` in another tab. */
  empty(): void;
  /** What another tab has removed is heard of only now. */
  tellRemoved(scope: string, id: string): void;
}

/** What a browser's tabs share, as far as reports wait there. */
export function createOutboxStorageByHand(): OutboxStorageByHand {
  const texts = new Map<string, string>();
  const kept = new Map<string, string>();
  const listeners = new Set<{ scope: string; tell: (removedId: string | null) => void }>();

  function tell(scope: string | null, removedId: string | null): void {
    for (const listener of [...listeners]) if (scope === null || listener.scope === scope) listener.tell(removedId);
  }

  const storage: OutboxStorageByHand = {
    texts,
    isOpen: true,
    empty() {
      texts.clear();
      tell(null, null);
    },
    tellRemoved: tell,
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
      (storage.isOpen ? texts : kept).set(`${scope} ${id}`, text);
      tell(scope, null);
      return storage.isOpen;
    },
    remove(scope, id) {
      texts.delete(`${scope} ${id}`);
      kept.delete(`${scope} ${id}`);
      tell(scope, id);
    },
    onChange(scope, listener) {
      const entry = { scope, tell: listener };
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
  };
  return storage;
}
