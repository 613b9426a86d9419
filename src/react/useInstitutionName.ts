'use client';

import { useSyncExternalStore } from 'react';
import { bankName } from './words/bankName.js';
import { useRuntime } from './runtime.js';

/** The name of an Item's bank, where it is known; null without an Item. */
export function useInstitutionName(itemId: string | undefined): string | null {
  const { client } = useRuntime('useInstitutionName()');
  const item = itemId === undefined ? null : client.item(itemId);
  return useSyncExternalStore(
    item?.subscribe ?? subscribeToNothing,
    () => bankName(item?.getSnapshot().link?.institution_name),
    () => bankName(item?.getServerSnapshot().link?.institution_name),
  );
}

const subscribeToNothing = () => () => {};
