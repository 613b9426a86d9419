import * as v from 'valibot';
import { createParser } from '../protocol/parsed.js';
import { momentSchema, timeSchema } from '../protocol/time.js';
import type { Dismissal } from './dismissal.js';
import { readKeptJson } from './keptJson.js';

/** Another version's records are none of ours. */
const VERSION = 1;

const nullableTime = v.nullable(timeSchema);

/** One for each cause. */
const parseRecord = createParser(
  v.object({
    version: v.literal(VERSION),
    dismissals: v.pipe(
      v.array(
        v.object({
          kind: v.picklist(['dismissed', 'snoozed', 'shrunk']),
          cause: v.string(),
          severity: v.picklist(['ok', 'info', 'warning', 'critical']),
          deadline: nullableTime,
          at: momentSchema,
          until: v.nullable(momentSchema),
          repaired_at: nullableTime,
          synced_at: nullableTime,
        }),
      ),
      v.maxLength(100),
    ),
  }),
);

/** Null where it is damaged, or of another version of this library. */
export function readDismissals(text: string): readonly Dismissal[] | null {
  const record = parseRecord(readKeptJson(text));
  if (!record.ok) return null;
  return record.value.dismissals.map(({ repaired_at: repairedAt, synced_at: syncedAt, ...rest }) => ({
    ...rest,
    repairedAt,
    syncedAt,
  }));
}

export function writeDismissals(dismissals: readonly Dismissal[]): string {
  return JSON.stringify({
    version: VERSION,
    dismissals: dismissals.map(({ repairedAt: repaired_at, syncedAt: synced_at, ...rest }) => ({
      ...rest,
      repaired_at,
      synced_at,
    })),
  });
}
