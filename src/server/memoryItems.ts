import { createItemQueue } from './itemQueue.js';
import type { Item, ItemOfEndUser, ItemsPort } from './itemsPort.js';

/** Items in memory, for development and tests: they are gone with the process. */
export interface MemoryItems<Caller> extends ItemsPort<Caller> {
  /**
   * Adds an Item, or replaces the one with its id. `owner` is what `ownerOf` answers for its callers, and to
   * webhooks Heron's name for them.
   */
  add(owner: string, item: Item): void;
  findByPlaidId(itemId: string): ItemOfEndUser | null;
}

export function createMemoryItems<Caller>(ownerOf: (caller: Caller) => string): MemoryItems<Caller> {
  const entries = new Map<string, { owner: string; item: Item }>();

  const exclusively = createItemQueue();

  // Copies both ways, as a database makes them: nobody changes what is stored by holding on to it.
  return {
    exclusively,
    add(owner, item) {
      entries.set(item.itemId, { owner, item: structuredClone(item) });
    },
    list(caller) {
      const owner = ownerOf(caller);
      return [...entries.values()].filter((entry) => entry.owner === owner).map(({ item }) => structuredClone(item));
    },
    find(caller, itemId) {
      const entry = entries.get(itemId);
      return entry?.owner === ownerOf(caller) ? structuredClone(entry.item) : null;
    },
    findByPlaidId(itemId) {
      const entry = entries.get(itemId);
      return entry ? { ...structuredClone(entry.item), endUserId: entry.owner } : null;
    },
    saveFacts(itemId, facts) {
      const entry = entries.get(itemId);
      if (entry) entry.item = { ...entry.item, facts: structuredClone(facts) };
    },
  };
}
