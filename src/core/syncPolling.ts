import type { IntegrationLink } from '../protocol/integrationLink.js';
import { diagnose } from './diagnosis.js';

const SHORTEST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** Heron tells of no recovery, so it is asked; but not for ever. After this, focus and reload still ask. */
const POLLING_LIMIT_MS = 10 * 60_000;

/**
 * How long to wait before the list is read again, or `false` for not at all. The pause is half of the time
 * that the youngest recovery has taken so far, so that a quick one is seen quickly and a slow one costs little.
 * `isComingBack` knows of a repair whose link still says `erroring`, as through a proxy that says no `repaired_at`.
 */
export function createSyncPolling(isComingBack: (itemId: string) => boolean = () => false) {
  const since = new Map<string, number>();
  return function nextPause(links: readonly IntegrationLink[], now: number): number | false {
    const ids = links.filter((link) => isSyncing(link, now) || isComingBack(link.item_id)).map((link) => link.item_id);
    const known = new Set(ids);
    for (const itemId of since.keys()) if (!known.has(itemId)) since.delete(itemId);
    for (const itemId of known) if (!since.has(itemId)) since.set(itemId, now);
    const youngest = Math.min(...[...since.values()].map((start) => now - start));
    if (youngest > POLLING_LIMIT_MS) return false;
    return Math.min(LONGEST_PAUSE_MS, Math.max(SHORTEST_PAUSE_MS, youngest / 2));
  };
}

function isSyncing(link: IntegrationLink, now: number): boolean {
  const { code } = diagnose(link, { now });
  return code === 'pending' || code === 'syncing';
}
