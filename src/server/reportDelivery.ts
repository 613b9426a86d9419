import type { ProblemCode } from '../protocol/problem.js';
import { parseRepairReport } from '../protocol/parseRepairReport.js';
import type { PurposeKind } from '../protocol/purpose.js';
import type { RepairAnswer } from '../protocol/repair.js';
import { assertHandlerOptions, assertPurposePorts } from './assertHandlerOptions.js';
import { readErrorName } from './log.js';
import { ServerProblem } from './problemResponse.js';
import { createServices, type HandlerOptions } from './services.js';
import { takeReport } from './takeReport.js';
import type { WaitingReport } from './undeliveredReport.js';

/**
 * What became of a report.
 *
 * - `delivered`: answered, as a browser would be.
 * - `later`: to be delivered again after `retryAfter` seconds; `checking` where Plaid has yet to say so, or where the
 *   browser's own attempt is under way.
 * - `refused`: no repetition helps, as where the Item is gone or is not the caller's any more.
 */
export type ReportDelivery =
  | { status: 'delivered'; answer: RepairAnswer }
  | { status: 'later'; code: ProblemCode | 'checking'; retryAfter: number }
  | { status: 'refused'; code: ProblemCode };

/** What may go well another time: the other side is away, or somebody has to look after this server. */
const PASSING: readonly ProblemCode[] = [
  'plaid_unavailable',
  'heron_unavailable',
  'rate_limited',
  'misconfigured',
  'internal',
];
const RETRY_AFTER_SECONDS = 60;

/**
 * Makes what delivers a report that `onUndelivered` was given: for the worker of the app's own queue, whatever that is.
 * Takes the handler's own options, looks up the caller's Item anew, and never rejects.
 *
 * @example
 * const deliver = createReportDelivery(options);
 * const delivery = await deliver({ caller: await findUser(job.userId), report, idempotencyKey });
 * if (delivery.status === 'later') await queue.addAgain(job, { afterSeconds: delivery.retryAfter });
 */
export function createReportDelivery<Caller, Name extends string = PurposeKind>(
  options: HandlerOptions<Caller, Name>,
): (waiting: WaitingReport<Caller>) => Promise<ReportDelivery> {
  assertHandlerOptions(options);
  const services = createServices(options);
  assertPurposePorts(services.purposes, options.items);

  return async ({ caller, report, idempotencyKey }) => {
    // It comes out of the app's store, where it may have been for days.
    const parsed = parseRepairReport(report);
    if (!parsed.ok || idempotencyKey === '') return { status: 'refused', code: 'invalid_request' };
    try {
      const outcome = await takeReport(services, { caller, report: parsed.value, idempotencyKey });
      if (outcome.isFinal) return { status: 'delivered', answer: outcome.answer };
      return { status: 'later', code: 'checking', retryAfter: outcome.retryAfter };
    } catch (error) {
      if (!(error instanceof ServerProblem)) {
        services.log({ code: 'internal', operation: 'handler', errorName: readErrorName(error) });
        return { status: 'later', code: 'internal', retryAfter: RETRY_AFTER_SECONDS };
      }
      const { code, details } = error;
      if (!PASSING.includes(code)) return { status: 'refused', code };
      return { status: 'later', code, retryAfter: details.retryAfter ?? RETRY_AFTER_SECONDS };
    }
  };
}
