import type { WireEntry } from '../api.js';

export interface WireGroup {
  entry: WireEntry;
  count: number;
}

/** The same request with the same answer several times in a row is one line. */
export function groupWireEntries(entries: WireEntry[]): WireGroup[] {
  return entries.reduce<WireGroup[]>((groups, entry) => {
    const last = groups.at(-1);
    if (!last || !isAlike(last.entry, entry)) return [...groups, { entry, count: 1 }];
    return [...groups.slice(0, -1), { entry, count: last.count + 1 }];
  }, []);
}

function isAlike(one: WireEntry, other: WireEntry): boolean {
  return identify(one) === identify(other);
}

function identify({ from, to, method, path, status, about }: WireEntry): string {
  return JSON.stringify([from, to, method, path, status, about]);
}
