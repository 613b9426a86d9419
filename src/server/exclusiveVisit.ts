import type { Services } from './services.js';
import type { Visit } from './visit.js';

/**
 * Runs something about a visit while nobody else is at work on its Item, which is read anew for it: another report, or a
 * webhook, may have been there first. Rejects with `ItemBusy` where the wait is long.
 */
export function confirmExclusively<Caller, Value>(
  { ports }: Services<Caller>,
  visit: Visit<Caller>,
  run: (visit: Visit<Caller>) => Promise<Value>,
): Promise<Value> {
  const { caller, item } = visit;
  return ports.exclusively(item.itemId, async () => {
    const newest = await ports.findItem(caller, item.itemId);
    return run({ ...visit, item: newest, toldBefore: item.facts.told_heron_at });
  });
}
