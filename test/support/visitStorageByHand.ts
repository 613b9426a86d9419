import type { VisitStorage } from '../../src/core/visitStorage.js';

export interface VisitStorageByHand extends VisitStorage {
  /** All that the browser keeps, as text. */
  readonly texts: readonly string[];
}

export interface BrowserByHand {
  /** A fresh page in one of its tabs. */
  page(tab: number): VisitStorageByHand;
}

/** A browser and its tabs, as far as visits wait there. */
export function createBrowserByHand(): BrowserByHand {
  const kept = new Map<string, { text: string; tab: number }>();
  const listeners = new Set<{ tab: number; tell: () => void }>();

  function tellOthers(tab: number): void {
    for (const listener of [...listeners]) if (listener.tab !== tab) listener.tell();
  }

  return {
    page(tab) {
      const written = new Set<string>();
      return {
        get texts() {
          return [...kept.values()].map(({ text }) => text);
        },
        read: () =>
          [...kept]
            .filter(([id]) => !written.has(id))
            .map(([id, { text, tab: writer }]) => ({ id, text, isOwn: writer === tab })),
        write(id, text) {
          written.add(id);
          kept.set(id, { text, tab });
          tellOthers(tab);
        },
        rewrite(id, text) {
          const note = kept.get(id);
          if (note) kept.set(id, { ...note, text });
        },
        leave: (id) => void written.delete(id),
        remove(id) {
          kept.delete(id);
          tellOthers(tab);
        },
        onChange(tell) {
          const listener = { tab, tell };
          listeners.add(listener);
          return () => void listeners.delete(listener);
        },
      };
    },
  };
}
