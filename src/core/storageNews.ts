import type { ReadableStore } from './store.js';
import type { UndeliveredReports } from './undeliveredReports.js';

/** What the browser's storage means for reports on their way. */
export type StorageNews =
  /** A report could not be written down, as storage is full, forbidden or broken: it is kept while the page lives. */
  | { type: 'storage_failed' }
  /** So many records are damaged or of another version of this library: they are kept aside. */
  | { type: 'reports_unreadable'; count: number };

/** Says it once that a report could not be written down, and each new number of records that can't be read. */
export function createStorageNews(undelivered: ReadableStore<UndeliveredReports>) {
  const listeners = new Set<(news: StorageNews) => void>();
  let hasFailed = false;
  let toldCount = 0;

  function tell(news: StorageNews): void {
    for (const listener of [...listeners]) listener(news);
  }

  undelivered.subscribe(() => {
    const { isDurable, unreadable: count } = undelivered.getSnapshot();
    if (!isDurable && !hasFailed) {
      hasFailed = true;
      tell({ type: 'storage_failed' });
    }
    if (count === toldCount) return;
    toldCount = count;
    if (count > 0) tell({ type: 'reports_unreadable', count });
  });

  return (listener: (news: StorageNews) => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
}
