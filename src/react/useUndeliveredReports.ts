'use client';

import { useMemo, useSyncExternalStore } from 'react';
import { NO_UNDELIVERED, type UndeliveredReports } from '../core/undeliveredReports.js';
import { useRuntime } from './runtime.js';

export interface UseUndeliveredReportsResult extends UndeliveredReports {
  /** Sends a report now, whatever it waits for, also a refused one. In whichever tab sees to it. */
  sendAgain(id: string): void;
  /** Forgets a report for good, in all tabs. What the user has done at the bank stays done; your server is not told of it. */
  discard(id: string): void;
}

/**
 * The finished visits of which your server has not said yet what they came to, those of earlier pages and of other tabs
 * among them. Of this provider's `scope` alone: another user's are neither shown nor sent.
 *
 * Most are gone after a moment: show the `refused` ones, which stay until they are sent again or discarded, and
 * those that wait for long. `unreadable` counts records that are damaged, or of another version of this library: they
 * stay untouched in the browser's storage. `isDurable` is false where one of them would not outlive the page. On the
 * server, and until the page is taken over, there are none.
 *
 * @example
 * const { reports, sendAgain, discard } = useUndeliveredReports();
 * const refused = reports.filter(({ state }) => state === 'refused');
 */
export function useUndeliveredReports(): UseUndeliveredReportsResult {
  const { outbox } = useRuntime('useUndeliveredReports()').client;
  const undelivered = useSyncExternalStore(
    outbox.undelivered.subscribe,
    outbox.undelivered.getSnapshot,
    getServerReports,
  );
  return useMemo(
    () => ({ ...undelivered, sendAgain: outbox.sendAgain, discard: outbox.discard }),
    [undelivered, outbox],
  );
}

const getServerReports = () => NO_UNDELIVERED;
