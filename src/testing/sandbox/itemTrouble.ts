import type { PlaidLinkError } from 'react-plaid-link';
import { findLinkError } from '../linkErrors.js';
import { isFinal, setHeronStatus } from './heronLink.js';
import type { SandboxItem } from './sandboxItem.js';

/** What Plaid says is wrong with an Item. */
export interface ItemError extends PlaidLinkError {
  error_code_reason: string | null;
}

export interface ItemTrouble {
  error: ItemError;
  /** Grows from break to break: the most recently broken Item of a user is repaired first. */
  order: number;
}

let lastOrder = 0;

/** Breaks it at Plaid, and Heron's next sync fails, where Heron still syncs. */
export function breakItem(item: SandboxItem, code: string, now: number, reason: string | null = null): void {
  const error = { ...findLinkError(code), error_code_reason: reason };
  lastOrder += 1;
  item.trouble = { error, order: lastOrder };
  if (item.heron !== null && !isFinal(item.heron)) {
    setHeronStatus(item.heron, 'erroring', `[${code}] ${error.error_message}`, now);
  }
}

/** The error that Plaid names now. */
export function findItemError(item: SandboxItem): ItemError | null {
  return item.trouble?.error ?? null;
}

/** Mends what lies with the user. An institution that is down stays down. */
export function healItem(item: SandboxItem, now: number): void {
  if (item.trouble !== null && item.trouble.error.error_type !== 'ITEM_ERROR') return;
  item.trouble = null;
  item.disconnectsAt = null;
  if (item.consentExpiresAt !== null && item.consentExpiresAt <= now) renewConsent(item, now);
}

/** Plaid moves the end of a consent to twelve months from now: https://plaid.com/docs/link/update-mode/ (20 November 2026). */
export function renewConsent(item: SandboxItem, now: number): void {
  const end = new Date(now);
  end.setUTCFullYear(end.getUTCFullYear() + 1);
  item.consentExpiresAt = end.getTime();
}

/** Lets the clock do what is due: changes show, consents end, announced disconnects come. */
export function settleItem(item: SandboxItem, now: number): void {
  const due = item.changes.filter(({ at }) => at <= now);
  item.changes = item.changes.filter(({ at }) => at > now);
  for (const change of due) change.apply();

  if (item.trouble !== null || item.isRemoved) return;
  const { consentExpiresAt, disconnectsAt } = item;
  if (consentExpiresAt !== null && consentExpiresAt <= now) {
    breakItem(item, 'ITEM_LOGIN_REQUIRED', consentExpiresAt, 'OAUTH_CONSENT_EXPIRED');
  } else if (disconnectsAt !== null && disconnectsAt <= now) {
    breakItem(item, 'ITEM_LOGIN_REQUIRED', disconnectsAt, item.isOAuth ? 'OAUTH_INVALID_TOKEN' : null);
  }
}
