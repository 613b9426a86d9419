import { readRecord, writeRecord, type OutboxRecord } from './outboxRecord.js';
import type { OutboxStorage } from './outboxStorage.js';

/** A report as the storage has it. */
export interface FoundRecord {
  record: OutboxRecord;
  /** Whether a later page would find it. */
  isKept: boolean;
}

export type KeptRecord = ReturnType<typeof createKeptRecord>;

/** One report in the storage, and what this page last knew of it. */
export function createKeptRecord(storage: OutboxStorage, scope: string, found: FoundRecord) {
  let { record, isKept } = found;
  /** Whether reading would find it, if only on this page. */
  let isThere = true;
  const { id } = record;
  const find = () => storage.read(scope).find((stored) => stored.id === id);

  return {
    get record(): OutboxRecord {
      return record;
    },
    get isKept(): boolean {
      return isKept;
    },
    write(change: Partial<OutboxRecord>): void {
      record = { ...record, ...change };
      isKept = storage.write(scope, id, writeRecord(record));
      isThere = true;
    },
    remove: () => storage.remove(scope, id),
    /** As it stands in the storage by now; null where it can't be read, or does not. */
    readNewest(): OutboxRecord | null {
      const stored = find();
      return stored ? readRecord(stored) : null;
    },
    /** Whether it was there, and is no more. */
    isRemoved: () => isThere && !find(),
    /** What was found there is newer. */
    adopt(newest: FoundRecord): void {
      ({ record, isKept } = newest);
      isThere = true;
    },
    /** What stands there is no newer, and may be there for this page alone. */
    heed: (found: FoundRecord) => void (isKept = found.isKept),
    /** The storage was emptied. */
    lose(): void {
      isKept = false;
      isThere = false;
    },
  };
}
