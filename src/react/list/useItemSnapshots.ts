'use client';

import { useMemo, useSyncExternalStore } from 'react';
import type { Item, ItemSnapshot } from '../../core/item.js';
import type { IntegrationLink } from '../../protocol/integrationLink.js';
import { useRuntime } from '../runtime.js';

/** What all of these Items say now; a new array only when one of them says something else. */
export function useItemSnapshots(links: readonly IntegrationLink[]): readonly ItemSnapshot[] {
  const { client } = useRuntime('<RepairItemBannerList>');
  const all = useMemo(() => joinItems(links.map(({ item_id }) => client.item(item_id))), [client, links]);
  return useSyncExternalStore(all.subscribe, all.getSnapshot, all.getServerSnapshot);
}

function joinItems(items: readonly Item[]) {
  const initial = items.map((item) => item.getServerSnapshot());
  let latest = items.map((item) => item.getSnapshot());
  return {
    getServerSnapshot: () => initial,
    getSnapshot() {
      const isNews = items.some((item, index) => item.getSnapshot() !== latest[index]);
      if (isNews) latest = items.map((item) => item.getSnapshot());
      return latest;
    },
    subscribe(onChange: () => void) {
      const stops = items.map((item) => item.subscribe(onChange));
      return () => stops.forEach((stop) => stop());
    },
  };
}
