'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { isOnline, watchOnline } from '../browser/deviceNetwork.js';
import type { SessionState } from '../core/session.js';
import type { ReportConditions } from './words/reportWords.js';
import { useRuntime } from './runtime.js';

// The same objects each time, as React asks of a snapshot.
const USUAL: ReportConditions = { isOnline: true, isDurable: true };
const OFFLINE: ReportConditions = { isOnline: false, isDurable: true };
const NOT_DURABLE: ReportConditions = { isOnline: true, isDurable: false };
const NEITHER: ReportConditions = { isOnline: false, isDurable: false };

/** How it stands with a report that waits. Watches nothing, and renders nothing again, while none does. */
export function useReportConditions(session: SessionState, caller: string): ReportConditions {
  const { undelivered } = useRuntime(caller).client.outbox;
  const isWaiting = session.status === 'confirming' && session.report !== 'sending';

  const subscribe = useCallback(
    (onChange: () => void) => {
      if (!isWaiting) return () => {};
      const stopWatching = watchOnline(onChange);
      const unsubscribe = undelivered.subscribe(onChange);
      return () => {
        stopWatching();
        unsubscribe();
      };
    },
    [isWaiting, undelivered],
  );
  const getConditions = () => {
    if (!isWaiting) return USUAL;
    const { isDurable } = undelivered.getSnapshot();
    if (isOnline()) return isDurable ? USUAL : NOT_DURABLE;
    return isDurable ? OFFLINE : NEITHER;
  };
  return useSyncExternalStore(subscribe, getConditions, getServerConditions);
}

const getServerConditions = () => USUAL;
