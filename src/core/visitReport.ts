import type { LinkTokenRequest } from '../protocol/linkToken.js';
import type { RepairReport, VisitOutcome } from '../protocol/repair.js';
import type { UpdateModeError } from './errors.js';

/** Link can't go on with a visit: the state is used or foreign. https://plaid.com/docs/errors/oauth/ (read 2026-11) */
const BROKEN_RETURN =
  /^(OAUTH_STATE_ID_(ALREADY_PROCESSED|NOT_FOUND)|INCORRECT_(LINK_TOKEN|OAUTH_NONCE)|INVALID_LINK_TOKEN)$/;

/** How a visit ended, for the server. */
export interface VisitEnd {
  outcome: VisitOutcome;
  linkSessionId?: string | undefined;
  /** Milliseconds since 1970. */
  startedAt: number;
  finishedAt: number;
}

export function createReport(
  request: LinkTokenRequest,
  { outcome, linkSessionId, startedAt, finishedAt }: VisitEnd,
): RepairReport {
  return {
    ...request,
    outcome,
    ...(linkSessionId === undefined ? {} : { link_session_id: linkSessionId }),
    // Half an hour before a time that another script may have written.
    started_at: new Date(Math.max(0, startedAt)).toISOString(),
    finished_at: new Date(Math.max(0, finishedAt)).toISOString(),
  };
}

/** Whether an exit leaves open what the user has done: at the bank they may well have gone to the end. */
export function isBrokenReturn(error: UpdateModeError | null): boolean {
  return BROKEN_RETURN.test(error?.plaidErrorCode ?? '');
}

/** Link's word for an Item that needs nobody any more: no error to show. Whether it is so, the server is asked. */
export function isAlreadyHealthy(error: UpdateModeError | null): boolean {
  return /^item[-_]no[-_]error$/i.test(error?.plaidErrorCode ?? '');
}
