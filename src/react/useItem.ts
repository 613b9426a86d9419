'use client';

import { useSyncExternalStore } from 'react';
import type { Item, ItemSnapshot } from '../core/item.js';
import { UpdateModeError } from '../core/errors.js';
import { useRuntime } from './runtime.js';

/** One Item's store and what it says now. Renders again only for this Item. */
export function useItem(itemId: string, caller: string): { item: Item; snapshot: ItemSnapshot } {
  const { client } = useRuntime(caller);
  if (typeof itemId !== 'string' || itemId === '') {
    throw new UpdateModeError(
      'misuse',
      `${caller} got an empty itemId, so it cannot know which bank connection to repair. ` +
        "Give Plaid's item_id, or render nothing until you have one.",
    );
  }
  const item = client.item(itemId);
  const snapshot = useSyncExternalStore(item.subscribe, item.getSnapshot, item.getServerSnapshot);
  return { item, snapshot };
}
