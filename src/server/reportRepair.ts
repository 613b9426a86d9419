import { parseRepairReport } from '../protocol/parseRepairReport.js';
import type { RepairAnswer, RepairReport } from '../protocol/repair.js';
import { reportAuthorization } from './authorizationRepair.js';
import { confirmRepair } from './confirmRepair.js';
import { findTarget } from './findTarget.js';
import { createJsonResponse } from './jsonResponse.js';
import { ServerProblem } from './problemResponse.js';
import type { DefinedPurpose } from './purposeDefinition.js';
import { findPurpose } from './purposes.js';
import { readIdempotencyKey, readJson } from './requestGuards.js';
import type { Route } from './requestHandler.js';
import type { Services } from './services.js';
import { confirmUserRepair } from './userRepair.js';

/** What the reports of all targets have in common. */
export interface Reported<Caller> {
  caller: Caller;
  report: RepairReport;
  purpose: DefinedPurpose<Caller>;
  idempotencyKey: string;
  /** Milliseconds since 1970. */
  startedAt: number;
  /** Milliseconds since 1970. */
  endedAt: number;
}

/** The answer to a report, or that Plaid has to be asked again after `retryAfter` seconds. */
export type ReportOutcome = { isFinal: false; retryAfter: number } | { isFinal: true; answer: RepairAnswer };

/** `POST /repairs`: a visit to Link is over, what is true now? */
export function reportRepair<Caller>(services: Services<Caller>): Route<Caller> {
  const { purposes, clock } = services;

  async function run(request: Request, caller: Caller): Promise<Response> {
    const idempotencyKey = readIdempotencyKey(request);
    if (idempotencyKey === null)
      throw new ServerProblem('invalid_request', { detail: 'Idempotency-Key: expected one' });
    const report = await readJson(request, parseRepairReport);
    const startedAt = Date.parse(report.started_at);
    const outcome = await confirmReport(services, {
      caller,
      report,
      purpose: findPurpose(purposes, report.purpose),
      idempotencyKey,
      startedAt,
      // By the browser's clock, which may be ahead: no visit that is reported ends in the future.
      endedAt: Math.min(clock(), Date.parse(report.finished_at ?? report.started_at)),
    });
    return outcome.isFinal ? createJsonResponse(outcome.answer) : createStillCheckingResponse(outcome.retryAfter);
  }

  return { name: 'reportRepair', run };
}

export function createStillCheckingResponse(retryAfter: number): Response {
  return createJsonResponse({ result: 'checking' }, { status: 202, retryAfter });
}

async function confirmReport<Caller>(services: Services<Caller>, reported: Reported<Caller>): Promise<ReportOutcome> {
  const { caller, report, purpose } = reported;
  const { target } = report;
  if (!('item_id' in target)) {
    const { user, authorization } = await findTarget(services, caller, target, purpose);
    if (user) return confirmUserRepair(services, reported, user);
    if (authorization) return reportAuthorization(services, reported, authorization);
    throw new ServerProblem('target_not_found');
  }
  const { idempotencyKey, startedAt, endedAt } = reported;
  const item = await services.ports.findItem(caller, target.item_id);
  const visit = { caller, item, purpose, outcome: report.outcome, idempotencyKey, startedAt, endedAt };
  const confirmation = await confirmRepair(services, visit);
  if (!confirmation.isFinal) return confirmation;
  const { result, integrationLink, accounts } = confirmation;
  return { isFinal: true, answer: { result, integration_links: [integrationLink], accounts } };
}
