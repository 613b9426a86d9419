import type { RepairAnswer, RepairReport } from '../protocol/repair.js';
import { readItemId } from '../protocol/target.js';
import { answerInTime, type StillChecking } from './answerInTime.js';
import { reportAuthorization } from './authorizationRepair.js';
import { confirmRepair } from './confirmRepair.js';
import { findTarget } from './findTarget.js';
import { ServerProblem } from './problemResponse.js';
import type { DefinedPurpose } from './purposeDefinition.js';
import { findPurpose } from './purposes.js';
import type { Services } from './services.js';
import type { WaitingReport } from './undeliveredReport.js';
import { confirmUserRepair } from './userRepair.js';

/** What the reports of all targets have in common. */
export interface Reported<Caller> {
  caller: Caller;
  report: RepairReport;
  purpose: DefinedPurpose<Caller>;
  idempotencyKey: string;
  /** Milliseconds since 1970, by the server's clock. */
  arrivedAt: number;
  /** Milliseconds since 1970. */
  startedAt: number;
  /** Milliseconds since 1970. */
  endedAt: number;
}

/** The answer to a report, or that Plaid has to be asked again later. */
export type ReportOutcome = StillChecking | { isFinal: true; answer: RepairAnswer };

/** A visit to Link is over, what is true now? Whether a browser asks or the app's own queue. */
export async function takeReport<Caller>(
  services: Services<Caller>,
  { caller, report, idempotencyKey }: WaitingReport<Caller>,
): Promise<ReportOutcome> {
  const arrivedAt = services.clock();
  const reported: Reported<Caller> = {
    caller,
    report,
    purpose: findPurpose(services.purposes, report.purpose),
    idempotencyKey,
    arrivedAt,
    startedAt: Date.parse(report.started_at),
    // By the browser's clock, which may be ahead: no visit that is reported ends in the future.
    endedAt: Math.min(arrivedAt, Date.parse(report.finished_at ?? report.started_at)),
  };
  const itemId = readItemId(report.target) ?? undefined;
  return answerInTime(services, itemId, (hurried) => confirmReport(hurried, reported));
}

async function confirmReport<Caller>(services: Services<Caller>, reported: Reported<Caller>): Promise<ReportOutcome> {
  const { caller, report, purpose } = reported;
  const { target, outcome } = report;
  if (!('item_id' in target)) {
    const { user, authorization } = await findTarget(services, caller, target, purpose);
    if (user) return confirmUserRepair(services, reported, user);
    if (authorization) return reportAuthorization(services, reported, authorization);
    throw new ServerProblem('target_not_found');
  }
  const { idempotencyKey, arrivedAt, startedAt, endedAt } = reported;
  const item = await services.ports.findItem(caller, target.item_id);
  const visit = { caller, item, purpose, outcome, idempotencyKey, arrivedAt, startedAt, endedAt };
  const confirmation = await confirmRepair(services, visit);
  if (!confirmation.isFinal) return confirmation;
  const { result, integrationLink, accounts } = confirmation;
  return { isFinal: true, answer: { result, integration_links: [integrationLink], accounts } };
}
