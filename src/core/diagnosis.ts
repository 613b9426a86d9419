import type { IntegrationLink } from '../protocol/integrationLink.js';
import type { Purpose } from '../protocol/purpose.js';
import { isLoginErrorCode } from '../protocol/loginErrors.js';
import { parseStatusMessageCode } from '../protocol/statusMessage.js';

/** How much it matters to the person reading: nothing stands still below `warning`. */
export type Severity = 'ok' | 'info' | 'warning' | 'critical';

/** What helps. Only `update_mode` is a button that opens Link. */
export type Remedy = 'none' | 'update_mode' | 'new_link' | 'wait' | 'ask_owner' | 'contact_support';

/** What is wrong with a connection, how serious it is and what helps. */
export interface Diagnosis {
  /** Heron's status, Plaid's error code, or `PENDING_DISCONNECT`; for support and for the choice of words. */
  code: string;
  severity: Severity;
  remedy: Remedy;
  /** What a visit to Link would be for; with the remedy `update_mode` alone. */
  purpose?: Purpose | undefined;
  /** ISO 8601: when it gets worse by itself. */
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
 * says `erroring`, and what Plaid itself said (`error`) outranks it.
 */
export function diagnose(link: IntegrationLink, { now }: DiagnoseOptions): Diagnosis {
  const { status, error } = link;
  if (status === 'deleted_in_plaid') return { code: status, severity: 'critical', remedy: 'new_link' };
  // Disabled on purpose: nothing is wrong that its user should mend.
  if (status === 'sync_disabled') return { code: status, severity: 'ok', remedy: 'none' };
  if (error) return diagnoseCode(error.error_code);
  switch (status) {
    case 'pending':
    case 'syncing':
      return { code: status, severity: 'info', remedy: 'wait' };
    case 'erroring':
      return diagnoseErroring(link, now);
    case 'active':
    case 'unknown':
      return diagnoseWorking(link);
  }
}

function diagnoseErroring(link: IntegrationLink, now: number): Diagnosis {
  const repairedAt = Date.parse(link.repaired_at ?? '');
  // Both ways: a clock that is hours slow must not hide an error for hours.
  const isWithinGrace = Math.abs(now - repairedAt) < GRACE_MS;
  // Heron has synced since: what it says now is new.
  const isCaughtUp = Date.parse(link.last_successful_sync ?? '') > repairedAt;
  if (isWithinGrace && !isCaughtUp) return { code: 'syncing', severity: 'info', remedy: 'wait' };
  return diagnoseCode(parseStatusMessageCode(link.status_message) ?? 'unknown');
}

function diagnoseWorking({ status, pending_disconnect }: IntegrationLink): Diagnosis {
  if (!pending_disconnect) return { code: status, severity: 'ok', remedy: 'none' };
  const deadline = pending_disconnect.disconnect_time;
  return { code: 'PENDING_DISCONNECT', severity: 'warning', remedy: 'update_mode', deadline };
}

const BY_CODE: Record<string, Omit<Diagnosis, 'code'>> = {
  // https://plaid.com/docs/errors/item/
  ITEM_NOT_FOUND: { severity: 'critical', remedy: 'new_link' },
  INVALID_UPDATED_USERNAME: { severity: 'critical', remedy: 'new_link' },
  ITEM_NOT_SUPPORTED: { severity: 'warning', remedy: 'contact_support' },
  MFA_NOT_SUPPORTED: { severity: 'warning', remedy: 'contact_support' },
  NO_ACCOUNTS: { severity: 'warning', remedy: 'contact_support' },
  // https://plaid.com/docs/errors/institution/
  INSTITUTION_DOWN: { severity: 'info', remedy: 'wait' },
  INSTITUTION_NOT_RESPONDING: { severity: 'info', remedy: 'wait' },
  INSTITUTION_NOT_AVAILABLE: { severity: 'info', remedy: 'wait' },
  INSTITUTION_NO_LONGER_SUPPORTED: { severity: 'critical', remedy: 'contact_support' },
  // https://plaid.com/docs/errors/api/ and https://plaid.com/docs/errors/rate-limit-exceeded/
  INTERNAL_SERVER_ERROR: { severity: 'info', remedy: 'wait' },
  PLANNED_MAINTENANCE: { severity: 'info', remedy: 'wait' },
  RATE_LIMIT_EXCEEDED: { severity: 'info', remedy: 'wait' },
};

function diagnoseCode(code: string): Diagnosis {
  if (isLoginErrorCode(code)) return { code, severity: 'critical', remedy: 'update_mode' };
  const row = Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : undefined;
  // Most of what stops an Item is mended by its user, Link is harmless where it is not, and the server tells which.
  return { code, ...(row ?? { severity: 'warning', remedy: 'update_mode' }) };
}
