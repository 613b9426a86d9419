/** A report as it was written down; what the text means, `outboxRecord` knows. */
export interface StoredReport {
  id: string;
  text: string;
  /** The browser would not take it: it is kept for as long as this page lives. */
  isOfPageAlone?: boolean | undefined;
}

/**
 * Where reports wait until the server has answered them. Synchronous, so that a report is written before anything is
 * said about it. All of a browser's tabs see the same; each user's are apart. It never throws.
 */
export interface OutboxStorage {
  read(scope: string): StoredReport[];
  /** Whether it now stands where a later page finds it. If not, it is kept for as long as this page lives. */
  write(scope: string, id: string, text: string): boolean;
  remove(scope: string, id: string): void;
  /** Calls back when another tab, or somebody else on this page, has changed something about this user's. */
  onChange(scope: string, listener: (change: OutboxChange) => void): () => void;
}

/**
 * - `written`: one is new, or has changed.
 * - `removed`: one was removed by name, so on purpose or because it was answered.
 * - `emptied`: all of the storage was. Nobody has meant these.
 * - `missed`: the page was put aside by the browser and told nothing meanwhile; what is gone was removed.
 */
export type OutboxChange = { type: 'written' | 'emptied' | 'missed' } | { type: 'removed'; id: string };
