'use client';

import { useMemo, useSyncExternalStore } from 'react';
import { useDismissals } from './useDismissals.js';
import { useIntegrationLinks } from './useIntegrationLinks.js';

export interface UseDismissedBannersResult {
  /** Whose banners are hidden now, dismissed or snoozed, in the order of the list. */
  itemIds: readonly string[];
  /** Shows them all again, and those that were made smaller in full. */
  bringBack(): void;
}

/**
 * The banners that this user has put away, for a page of settings that can bring them back. Follows the list. None on the
 * server, and until its markup is taken over.
 *
 * @example
 * const { itemIds, bringBack } = useDismissedBanners();
 * return itemIds.length > 0 && <button onClick={bringBack}>Show hidden messages</button>;
 */
export function useDismissedBanners(): UseDismissedBannersResult {
  const dismissals = useDismissals('useDismissedBanners()');
  const { links } = useIntegrationLinks();
  // As one text, so that the same Items are the same snapshot.
  const hidden = useSyncExternalStore(
    dismissals.subscribe,
    () => dismissals.listHidden(links).join('\n'),
    noneOnServer,
  );
  return useMemo(
    () => ({ itemIds: hidden === '' ? [] : hidden.split('\n'), bringBack: dismissals.bringBack }),
    [hidden, dismissals],
  );
}

const noneOnServer = () => '';
