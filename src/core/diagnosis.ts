import { hasAccountSelection } from '../protocol/accountSelection.js';
import type { IntegrationLink, ItemError } from '../protocol/integrationLink.js';
import { PURPOSE_KINDS, type Purpose } from '../protocol/purpose.js';
import { parseStatusMessageCode } from '../protocol/statusMessage.js';
import { findErrorCause } from './diagnosisCodes.js';
import {
  DIAGNOSIS_TABLE,
  type Cause,
  type DiagnosisRow,
  type Finding,
  type PurposeUse,
  type Remedy,
  type Severity,
} from './diagnosisTable.js';
import { findAccess, findUpcoming } from './upcoming.js';

export type { Cause, Remedy, Severity } from './diagnosisTable.js';

/** What is wrong with a connection, how serious it is and what helps. */
export interface Diagnosis {
  /** Heron's status, Plaid's error code, or Plaid's webhook; for support. */
  code: string;
  /** What a person is told the same about: the choice of words hangs on it. */
  cause: Cause;
  severity: Severity;
  remedy: Remedy;
  /** What a visit to Link would be for; with the remedy `update_mode` alone. */
  purpose?: Purpose | undefined;
  /** ISO 8601: when it gets worse by itself, or has. */
  deadline?: string | undefined;
}

export interface DiagnoseOptions {
  /** Milliseconds since 1970. */
  now: number;
}

/** How long Heron may go on saying `erroring` after Plaid confirmed a repair. Heron's documentation names no time. */
export const GRACE_MS = 10 * 60_000;

/**
 * Turns a link into a diagnosis. Heron's `status` decides; `[CODE]` in its message is read only while it
 * says `erroring`, and what Plaid itself said (`error`) outranks it. What concerns a connection that works comes last.
 */
export function diagnose(link: IntegrationLink, { now }: DiagnoseOptions): Diagnosis {
  return judge(link, find(link, now));
}

/**
 * Turns an error that Plaid gave to a call of the app's own into a diagnosis, to be shown where the call was made. The
 * link, if given, says whose connection it is and which purposes the server offers. For a banner put the error into
 * the link: `{ ...link, error }`.
 */
export function diagnoseError(error: ItemError, link?: IntegrationLink): Diagnosis {
  const subject: IntegrationLink = link ?? { item_id: '', status: 'active' };
  return judge(subject, findError(subject, error));
}

function find(link: IntegrationLink, now: number): Finding {
  const { status, error } = link;
  if (status === 'deleted_in_plaid') return { code: status, cause: 'ended' };
  // Disabled on purpose: nothing is wrong that its user should mend.
  if (status === 'sync_disabled') return { code: status, cause: 'healthy' };
  if (error) return findError(link, error);
  switch (status) {
    case 'pending':
    case 'syncing':
      return { code: status, cause: 'syncing' };
    case 'erroring':
      return findErroring(link, now);
    case 'active':
    case 'unknown':
      return findUpcoming(link, now) ?? { code: status, cause: 'healthy' };
  }
}

function findError(link: IntegrationLink, error: ItemError): Finding {
  const code = error.error_code;
  // The webhook of that name came, too: update mode may still help, https://plaid.com/docs/api/items/#user_permission_revoked
  const access = code === link.access_error?.code ? findAccess(link) : null;
  if (access) return access;
  // https://plaid.com/docs/errors/item/#products_not_supported: update mode can't help an Item of Assets.
  const isDeadEnd = code === 'PRODUCTS_NOT_SUPPORTED' && link.type === 'plaid_assets_report';
  return { code, cause: isDeadEnd ? 'ended' : findErrorCause(error) };
}

function findErroring(link: IntegrationLink, now: number): Finding {
  const repairedAt = Date.parse(link.repaired_at ?? '');
  // Both ways: a clock that is hours slow must not hide an error for hours.
  const isWithinGrace = Math.abs(now - repairedAt) < GRACE_MS;
  // Heron has synced since: what it says now is new.
  const isCaughtUp = Date.parse(link.last_successful_sync ?? '') > repairedAt;
  if (isWithinGrace && !isCaughtUp) return { code: 'syncing', cause: 'syncing' };
  const code = parseStatusMessageCode(link.status_message);
  return code ? findError(link, { error_type: '', error_code: code }) : { code: 'unknown', cause: 'unknown' };
}

/** What a finding means to the reader of this link: whose it is, where its bank is, what the server offers. */
function judge(link: IntegrationLink, { code, cause, severity: given, deadline }: Finding): Diagnosis {
  const row: DiagnosisRow = DIAGNOSIS_TABLE[cause];
  const severity = given ?? row.severity;
  const diagnosis = { code, cause, severity, ...(deadline === undefined ? {} : { deadline }) };
  if (row.remedy !== 'update_mode' && row.remedy !== 'new_link') return { ...diagnosis, remedy: row.remedy };
  if (link.owner === 'other') {
    return severity === 'info' ? healthy(link) : { ...diagnosis, remedy: 'ask_owner' };
  }
  if (row.remedy === 'new_link' || needsOtherAccounts(link, cause)) return { ...diagnosis, remedy: 'new_link' };
  for (const use of row.purposes ?? []) {
    const purpose = findPurpose(link, use);
    if (purpose !== undefined) return { ...diagnosis, remedy: row.remedy, purpose };
  }
  if (cause === 'assets_revoked') return { ...diagnosis, remedy: 'new_link' };
  return severity === 'info' ? healthy(link) : { ...diagnosis, remedy: 'contact_support' };
}

function healthy({ status }: IntegrationLink): Diagnosis {
  return { code: status, cause: 'healthy', severity: 'ok', remedy: 'none' };
}

/** The name to launch, where the server offers a purpose for this. */
function findPurpose({ purposes, purpose_names }: IntegrationLink, use: PurposeUse): Purpose | undefined {
  const offered: readonly Purpose[] = purposes ?? PURPOSE_KINDS;
  return purpose_names?.[use] ?? offered.find((name) => name === use);
}

/** https://plaid.com/docs/link/update-mode/: where update mode is no way to other accounts. */
function needsOtherAccounts({ country_code }: IntegrationLink, cause: Cause): boolean {
  return (cause === 'new_accounts' || cause === 'account_needed') && !hasAccountSelection(country_code);
}
