import type { ListReading } from './listReading.js';

/** An Item in its row. */
export interface ListedItem extends ListReading {
  /** It works, and its banner has gone quiet. */
  isOver: boolean;
}

export interface ListRow {
  key: string;
  /** Of one bank, worst first. */
  items: readonly ListedItem[];
}

/** Who stands where, and whose turn it is. */
export interface Arrangement {
  rows: readonly ListRow[];
  /** The Item whose button is the list's own. */
  nextId: string | null;
  /** Otherwise each Item has a banner of its own. */
  isCombined: boolean;
  /** Whose success has been closed while it was still to be seen. */
  closed: readonly string[];
}

/** Where the user is within the list. */
export interface Hold {
  isHeld: boolean;
  /** The rows with the pointer or the focus. */
  rowKeys: readonly (string | null)[];
}

export const NOTHING_LISTED: Arrangement = { rows: [], nextId: null, isCombined: false, closed: [] };

/**
 * Puts what there is to say in order: the most pressing first, except that nothing moves which the user is working on, or
 * which is above it. Given its own answer and the same readings, it answers the same.
 */
export function arrange(before: Arrangement, readings: readonly ListReading[], hold: Hold): Arrangement {
  const earlier = new Map(itemsOf(before).map((item) => [item.itemId, item]));
  const isAnew = isFinished(before) && !hold.isHeld && readings.some(isNeeded);
  const closed = readings.filter(({ itemId, phase }) => phase === 'done' && before.closed.includes(itemId));
  const items = readings.flatMap((reading): ListedItem | [] => {
    const known = earlier.get(reading.itemId);
    switch (reading.phase) {
      case 'needed':
        return { ...reading, isOver: false };
      case 'reporting':
      case 'done':
        return closed.includes(reading) ? [] : { ...reading, ...placeOf(known ?? reading), isOver: false };
      case 'quiet':
        return known?.phase === 'done' && before.isCombined && !isAnew ? { ...known, isOver: true } : [];
    }
  });

  const urgent = items.filter(({ isOptional }) => !isOptional);
  const isHeld = hold.isHeld || items.some(isUnderWay);
  const isCombined = before.isCombined
    ? urgent.length > 0 && (items.length > 1 || isHeld)
    : urgent.some(isNeeded) && items.length > 1 && (before.rows.length === 0 || !isHeld);
  const rows = keepPlaces(before.rows, toRows(items.sort(byRank)), hold);
  return {
    rows,
    nextId: findNext(
      before.nextId,
      rows.flatMap((row) => row.items),
      hold.isHeld,
    ),
    isCombined,
    closed: closed.map(({ itemId }) => itemId),
  };
}

/** Nothing is left that needs the user. */
export function isFinished(arrangement: Arrangement): boolean {
  const urgent = itemsOf(arrangement).filter(({ isOptional }) => !isOptional);
  return arrangement.isCombined && urgent.every(({ phase }) => phase === 'done');
}

/** Without what is done. */
export function close(arrangement: Arrangement): Arrangement {
  const done = itemsOf(arrangement).filter(({ phase }) => phase === 'done');
  return { ...NOTHING_LISTED, closed: done.map(({ itemId }) => itemId) };
}

export function itemsOf({ rows }: Arrangement): readonly ListedItem[] {
  return rows.flatMap(({ items }) => items);
}

export function isNeeded({ phase, isOptional }: ListReading): boolean {
  return phase === 'needed' && !isOptional;
}

/** There is, or was, a visit. */
export function hasBegun({ status }: ListReading): boolean {
  return status !== 'idle';
}

/** Link covers the page. */
export function isUnderLink(arrangement: Arrangement): boolean {
  return itemsOf(arrangement).some((item) => item.isUnderLink);
}

function isUnderWay({ isVisiting, phase }: ListedItem): boolean {
  return isVisiting || phase === 'reporting';
}

/** An Item keeps its place while its visit changes what is known of it. */
function placeOf({ rowKey, rank, isOptional }: ListReading): Pick<ListReading, 'rowKey' | 'rank' | 'isOptional'> {
  return { rowKey, rank, isOptional };
}

function byRank({ rank: one }: ListedItem, { rank: other }: ListedItem): number {
  const differs = one.findIndex((value, index) => value !== other[index]);
  return differs === -1 ? 0 : (one[differs] ?? 0) - (other[differs] ?? 0);
}

function toRows(items: readonly ListedItem[]): ListRow[] {
  const rows = new Map<string, ListedItem[]>();
  for (const item of items) {
    const row = rows.get(item.rowKey);
    if (row) row.push(item);
    else rows.set(item.rowKey, [item]);
  }
  return [...rows].map(([key, members]) => ({ key, items: members }));
}

/** What stands above the user's work, and that itself, stays; what comes joins below. */
function keepPlaces(before: readonly ListRow[], sorted: readonly ListRow[], { rowKeys }: Hold): ListRow[] {
  const isHeld = (row: ListRow) => rowKeys.includes(row.key) || row.items.some(isUnderWay);
  const now = new Map(sorted.map((row) => [row.key, row]));
  const present = before.flatMap(({ key }) => now.get(key) ?? []);
  const kept = present.slice(0, present.findLastIndex(isHeld) + 1);
  return [...kept, ...sorted.filter((row) => !kept.includes(row))];
}

/** Whoever is in the list keeps the offer that they see, until it is taken. A visit that has not helped lets the others go first. */
function findNext(before: string | null, items: readonly ListedItem[], isHeld: boolean): string | null {
  const visits = items.filter((item) => isNeeded(item) && item.action === 'launch');
  const offered = visits.find(({ itemId }) => itemId === before);
  if (offered && (offered.isVisiting || (isHeld && !offered.hasFailed))) return before;
  const waiting = visits.filter(({ isVisiting }) => !isVisiting);
  const next =
    waiting.find(({ hasFailed }) => !hasFailed) ??
    items.find((item) => isNeeded(item) && item.action === 'new_link') ??
    waiting[0];
  return next?.itemId ?? null;
}
