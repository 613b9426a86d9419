import * as v from 'valibot';
import { createParser } from '../protocol/parsed.js';
import { repairReportSchema } from '../protocol/parseRepairReport.js';
import type { RepairReport } from '../protocol/repair.js';
import { momentSchema } from '../protocol/time.js';
import type { StoredReport } from './outboxStorage.js';
import { readKeptJson } from './keptJson.js';
import { refusalSchema, type Refusal } from './refusal.js';

/** A report that waits for its delivery. Nothing in it is secret or personal. */
export interface OutboxRecord {
  /** The idempotency key: the same for every attempt, from whatever tab. */
  id: string;
  report: RepairReport;
  /** Milliseconds since 1970. */
  writtenAt: number;
  attempts: number;
  /** Until when the server has asked to be left alone; milliseconds since 1970. */
  notBefore: number;
  /** When somebody last asked for it to be sent at once, maybe in a tab that is not the one to send it; 0 for never. */
  wantedAt: number;
  /** Null for one that is still to be sent. */
  refusal: Refusal | null;
}

/** The form below. A record of another version stays where it is: a tab with that version knows what it means. */
const VERSION = 1;

const timeSchema = v.pipe(momentSchema, v.minValue(0));

const parseStored = createParser(
  v.object({
    version: v.literal(VERSION),
    report: repairReportSchema,
    written_at: timeSchema,
    attempts: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    not_before: timeSchema,
    wanted_at: timeSchema,
    refusal: v.nullable(refusalSchema),
  }),
);

export function writeRecord({ report, writtenAt, attempts, notBefore, wantedAt, refusal }: OutboxRecord): string {
  return JSON.stringify({
    version: VERSION,
    report,
    written_at: writtenAt,
    attempts,
    not_before: notBefore,
    wanted_at: wantedAt,
    refusal: refusal && { http_status: refusal.httpStatus, problem_code: refusal.problemCode },
  });
}

/** Null for what is damaged, of another version, or of somebody else's making. */
export function readRecord({ id, text }: StoredReport): OutboxRecord | null {
  const stored = parseStored(readKeptJson(text));
  if (!stored.ok) return null;
  const { report, attempts, refusal } = stored.value;
  return {
    id,
    report,
    writtenAt: stored.value.written_at,
    attempts,
    notBefore: stored.value.not_before,
    wantedAt: stored.value.wanted_at,
    refusal: refusal && { httpStatus: refusal.http_status, problemCode: refusal.problem_code },
  };
}
