import type { IntegrationLink } from '../protocol/integrationLink.js';
import { findAccessCause } from './diagnosisCodes.js';
import { DIAGNOSIS_TABLE, type Finding } from './diagnosisTable.js';

const DAY_MS = 86_400_000;
/** From when on the end of a consent is mentioned. */
const NOTICE_MS = 30 * DAY_MS;
/** From when on it is pressing: Plaid's webhook PENDING_EXPIRATION comes then, https://plaid.com/docs/api/items/ */
const PRESSING_MS = 7 * DAY_MS;

/** What there is to say of a connection that works: the most serious, and of equals what ends it. */
export function findUpcoming(link: IntegrationLink, now: number): Finding | null {
  const findings = [findDisconnect(link, now), findConsentEnd(link, now), findAccess(link), findNewAccounts(link)];
  const found = findings.filter((finding) => finding !== null);
  return found.find((finding) => severityOf(finding) !== 'info') ?? found[0] ?? null;
}

function severityOf({ cause, severity }: Finding): string {
  return severity ?? DIAGNOSIS_TABLE[cause].severity;
}

function findDisconnect({ pending_disconnect }: IntegrationLink, now: number): Finding | null {
  if (!pending_disconnect) return null;
  const { reason, disconnect_time: deadline } = pending_disconnect;
  const code = 'PENDING_DISCONNECT';
  const isOver = Date.parse(deadline) <= now;
  if (reason === 'INSTITUTION_TOKEN_EXPIRATION') {
    return { code, cause: isOver ? 'consent_ended' : 'consent_ends', deadline };
  }
  if (isOver) return { code, cause: 'disconnect_overdue', deadline };
  return { code, cause: reason === 'INSTITUTION_MIGRATION' ? 'disconnect_migration' : 'disconnect', deadline };
}

function findConsentEnd({ consent_expiration_time: deadline }: IntegrationLink, now: number): Finding | null {
  if (!deadline) return null;
  const left = Date.parse(deadline) - now;
  if (!(left < NOTICE_MS)) return null;
  const code = 'PENDING_EXPIRATION';
  if (left <= 0) return { code, cause: 'consent_ended', deadline };
  return { code, cause: 'consent_ends', severity: left > PRESSING_MS ? 'info' : 'warning', deadline };
}

export function findAccess({ access_error }: IntegrationLink): Finding | null {
  return access_error ? { code: access_error.code, cause: findAccessCause(access_error.code) } : null;
}

function findNewAccounts({ new_accounts_available }: IntegrationLink): Finding | null {
  return new_accounts_available ? { code: 'NEW_ACCOUNTS_AVAILABLE', cause: 'new_accounts' } : null;
}
