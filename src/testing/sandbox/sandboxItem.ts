import type { PlaidLinkError } from 'react-plaid-link';
import { findLinkError } from '../linkErrors.js';
import { createPlaidId, createUuid } from '../randomId.js';
import { createAccounts, type SandboxAccount } from './accounts.js';
import { createHeronLink, isFinal, setHeronStatus, type HeronLink } from './heronLink.js';
import { findInstitution, SANDBOX_INSTITUTIONS } from './institutions.js';

/** One Item at Plaid, and what Heron keeps of it. */
export interface SandboxItem {
  itemId: string;
  accessToken: string;
  institutionId: string;
  institutionName: string;
  accounts: SandboxAccount[];
  createdAt: number;
  error: PlaidLinkError | null;
  /** When the error ends, where a visit to Link has healed it. */
  healsAt: number | null;
  isRemoved: boolean;
  heron: HeronLink | null;
}

export interface CreateItemOptions {
  itemId?: string | undefined;
  accessToken?: string | undefined;
  /** @default 'ins_109508' */
  institutionId?: string | undefined;
  /** Needed for an institution that is not one of `SANDBOX_INSTITUTIONS`. */
  institutionName?: string | undefined;
  /** Heron's end user. Without it Heron does not know the Item. */
  endUserId?: string | undefined;
  /** A code of Plaid's: the Item is broken from the start. */
  error?: string | undefined;
  accounts?: SandboxAccount[] | undefined;
}

export function buildItem(options: CreateItemOptions, now: number): SandboxItem {
  const institutionId = options.institutionId ?? SANDBOX_INSTITUTIONS.firstPlatypusBank.institution_id;
  const item: SandboxItem = {
    itemId: options.itemId ?? createPlaidId(),
    accessToken: options.accessToken ?? `access-sandbox-${createUuid()}`,
    institutionId,
    institutionName: options.institutionName ?? findInstitution(institutionId)?.name ?? institutionId,
    accounts: options.accounts ?? createAccounts(institutionId),
    createdAt: now,
    error: null,
    healsAt: null,
    isRemoved: false,
    heron: options.endUserId === undefined ? null : createHeronLink(options.endUserId, now),
  };
  if (options.error !== undefined) breakItem(item, options.error, now);
  return item;
}

/** Breaks it at Plaid, and Heron's next sync fails, where Heron still syncs. */
export function breakItem(item: SandboxItem, code: string, now: number): void {
  item.error = findLinkError(code);
  item.healsAt = null;
  if (item.heron !== null && !isFinal(item.heron)) {
    setHeronStatus(item.heron, 'erroring', `[${code}] ${item.error.error_message}`, now);
  }
}

/** The error that Plaid names now. */
export function findItemError(item: SandboxItem, now: number): PlaidLinkError | null {
  return item.healsAt !== null && now >= item.healsAt ? null : item.error;
}

/** A finished visit mends what lies with the user. An institution that is down stays down. */
export function healItem(item: SandboxItem, now: number): void {
  if (item.error?.error_type === 'ITEM_ERROR') item.healsAt = now;
}
