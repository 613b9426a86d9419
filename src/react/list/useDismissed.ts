'use client';

import { useCallback, useSyncExternalStore } from 'react';
import type { Affair } from '../../core/dismissal.js';
import { useDismissals } from '../useDismissals.js';

/** The Items of these whose banner the user has put away. Nobody knows on the server: there it is all of them. */
export function useDismissed(affairs: readonly Affair[]): readonly string[] {
  const dismissals = useDismissals('<RepairItemBannerList>');
  const subscribe = useCallback(
    (onChange: () => void) => {
      const stops = affairs.map((affair) => dismissals.watch(affair, onChange));
      return () => stops.forEach((stop) => stop());
    },
    [affairs, dismissals],
  );
  const join = (put: readonly Affair[]) => put.map(({ link }) => link.item_id).join(' ');
  return useSyncExternalStore(
    subscribe,
    () => join(affairs.filter((affair) => dismissals.find(affair) !== null)),
    () => join(affairs),
  ).split(' ');
}
