'use client';

import { useSyncExternalStore } from 'react';
import type { IntegrationLinksState } from '../core/client.js';
import { useRuntime } from './runtime.js';
import { useRetainedList } from './useRetainedList.js';

/** The user's connections as the server last listed them. All components share one query and one observer. */
export function useIntegrationLinks(): IntegrationLinksState {
  const { client } = useRuntime('useIntegrationLinks()');
  useRetainedList(true, 'useIntegrationLinks()');
  return useSyncExternalStore(client.list.subscribe, client.list.getSnapshot, client.getServerList);
}
