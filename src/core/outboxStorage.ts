import type { RepairReport } from '../protocol/repair.js';

/** A report that waits for its delivery. Nothing in it is secret or personal. */
export interface OutboxRecord {
  /** The idempotency key: the same for every attempt. */
  id: string;
  /** Whose report it is; another user's is never sent. */
  scope: string;
  report: RepairReport;
  attempts: number;
}

/** Where reports wait. Synchronous, so that a report is written before anything is said about it. */
export interface OutboxStorage {
  read(): OutboxRecord[];
  write(record: OutboxRecord): void;
  remove(id: string): void;
}

/** Keeps the reports as long as the page lives. */
export function createMemoryOutboxStorage(): OutboxStorage {
  const records = new Map<string, OutboxRecord>();
  return {
    read: () => [...records.values()],
    write: (record) => void records.set(record.id, record),
    remove: (id) => void records.delete(id),
  };
}
