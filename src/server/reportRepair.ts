import { parseRepairReport } from '../protocol/parseRepairReport.js';
import { createJsonResponse } from './jsonResponse.js';
import { ServerProblem } from './problemResponse.js';
import { readIdempotencyKey, readJson } from './requestGuards.js';
import type { Route } from './requestHandler.js';
import type { Services } from './services.js';
import { takeReport, type ReportOutcome } from './takeReport.js';
import { handOver, type WaitingReport } from './undeliveredReport.js';

/** `POST /repairs`: a visit to Link is over, what is true now? */
export function reportRepair<Caller>(services: Services<Caller>): Route<Caller> {
  async function run(request: Request, caller: Caller): Promise<Response> {
    const idempotencyKey = readIdempotencyKey(request);
    if (idempotencyKey === null)
      throw new ServerProblem('invalid_request', { detail: 'Idempotency-Key: expected one' });
    const report = await readJson(request, parseRepairReport);
    const outcome = await take({ caller, report, idempotencyKey });
    return outcome.isFinal ? createJsonResponse(outcome.answer) : createStillCheckingResponse(outcome.retryAfter);
  }

  /** Before the browser is told to come back later, which it may never do. */
  async function take(waiting: WaitingReport<Caller>): Promise<ReportOutcome> {
    try {
      return await takeReport(services, waiting);
    } catch (error) {
      await handOver(services, waiting, error);
      throw error;
    }
  }

  return { name: 'reportRepair', run };
}

export function createStillCheckingResponse(retryAfter: number): Response {
  return createJsonResponse({ result: 'checking' }, { status: 202, retryAfter });
}
