import type { WireEntry } from '../api.js';

/** What went over the wire, for the panel: where to, which route, what about, what came back. Never a header or a body. */
export interface WireLog {
  add(entry: Omit<WireEntry, 'id' | 'at'>): void;
  /** Newest first. */
  list(): WireEntry[];
  clear(): void;
}

const MOST_ENTRIES = 60;

export function createWireLog(): WireLog {
  let entries: WireEntry[] = [];
  let lastId = 0;
  return {
    add(entry) {
      lastId += 1;
      entries = [{ ...entry, id: lastId, at: new Date().toISOString() }, ...entries].slice(0, MOST_ENTRIES);
    },
    list: () => entries,
    clear() {
      entries = [];
    },
  };
}
