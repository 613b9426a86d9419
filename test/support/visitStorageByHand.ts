import type { VisitStorage } from '../../src/core/visitStorage.js';

export interface VisitStorageByHand extends VisitStorage {
  /** All that the browser keeps, as text. */
  readonly texts: readonly string[];
}

/** A browser and its tabs, as far as visits wait there. */
export function createBrowserByHand() {
  const kept = new Map<string, { text: string; tab: number }>();
  let tabs = 0;

  function createPage(tab: number): VisitStorageByHand {
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
      },
      remove: (id) => void kept.delete(id),
    };
  }

  return {
    /** A new tab's first page, or with the number of a tab its next. */
    tab: (tab = ++tabs): VisitStorageByHand => createPage(tab),
  };
}
