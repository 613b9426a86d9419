import { parseRepairReport } from '../protocol/parseRepairReport.js';
import type { RepairAnswer, RepairReport } from '../protocol/repair.js';
import { confirmRepair } from './confirmRepair.js';
import { createJsonResponse } from './jsonResponse.js';
import { ServerProblem } from './problemResponse.js';
import { readIdempotencyKey, readJson } from './requestGuards.js';
import type { Route } from './requestHandler.js';
import type { Services } from './services.js';

/** `POST /repairs`: a visit to Link is over, what is true now? */
export function reportRepair<Caller>(services: Services<Caller>): Route {
  const { ports, clock } = services;
  return async (request) => {
    const caller = await ports.authenticate(request);
    const idempotencyKey = readIdempotencyKey(request);
    if (idempotencyKey === null)
      throw new ServerProblem('invalid_request', { detail: 'Idempotency-Key: expected one' });
    const report = await readJson(request, parseRepairReport);
    if (!('item_id' in report.target)) throw new ServerProblem('target_not_found');
    const item = await ports.findItem(caller, report.target.item_id);
    const endedAt = readEnd(report, clock());
    const confirmation = await confirmRepair(services, {
      caller,
      item,
      outcome: report.outcome,
      idempotencyKey,
      endedAt,
    });
    if (!confirmation.isFinal) return createStillCheckingResponse(confirmation.retryAfter);
    const { result, integrationLink } = confirmation;
    return createJsonResponse({ result, integration_links: [integrationLink] } satisfies RepairAnswer);
  };
}

export function createStillCheckingResponse(retryAfter: number): Response {
  return createJsonResponse({ result: 'checking' }, { status: 202, retryAfter });
}

/** By the browser's clock, which may be ahead: no visit that is reported ends in the future. */
function readEnd({ started_at, finished_at }: RepairReport, now: number): number {
  return Math.min(now, Date.parse(finished_at ?? started_at));
}
