import type { RepairReport } from '../protocol/repair.js';
import { ServerProblem } from './problemResponse.js';
import type { Services } from './services.js';

/** A report that `createReportDelivery` can deliver later: by a queue of the app's own, say. */
export interface WaitingReport<Caller> {
  caller: Caller;
  report: RepairReport;
  /** The report's: with it the browser and the app's queue may both deliver, and it counts once. */
  idempotencyKey: string;
}

/** A report that could not be confirmed now. */
export interface UndeliveredReport<Caller> extends WaitingReport<Caller> {
  /** Whom it failed at. */
  code: 'plaid_unavailable' | 'heron_unavailable';
  /** In how many seconds another try is worth it. */
  retryAfter: number;
}

const RETRY_AFTER_SECONDS = 15;

/** Gives a report to the app where Plaid or Heron is why it failed. Never rejects. */
export async function handOver<Caller>(
  { ports }: Services<Caller>,
  waiting: WaitingReport<Caller>,
  error: unknown,
): Promise<void> {
  if (!(error instanceof ServerProblem)) return;
  const { code, details } = error;
  if (code !== 'plaid_unavailable' && code !== 'heron_unavailable') return;
  await ports.undelivered({ ...waiting, code, retryAfter: details.retryAfter ?? RETRY_AFTER_SECONDS });
}
