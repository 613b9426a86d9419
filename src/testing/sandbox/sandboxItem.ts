import { createPlaidId, createUuid } from '../randomId.js';
import { createAccounts, type SandboxAccount } from './accounts.js';
import { createHeronLink, type HeronLink } from './heronLink.js';
import { findInstitution, SANDBOX_INSTITUTIONS } from './institutions.js';
import { breakItem, type ItemTrouble } from './itemTrouble.js';

/** One Item at Plaid, and what Heron keeps of it. */
export interface SandboxItem {
  itemId: string;
  accessToken: string;
  institutionId: string;
  institutionName: string;
  countryCode: string;
  isOAuth: boolean;
  keepsAccounts: boolean;
  createdAt: number;
  webhook: string | null;
  /** All of them at the bank; the app sees those in `sharedAccountIds`. */
  accounts: SandboxAccount[];
  sharedAccountIds: Set<string>;
  products: string[];
  /** Of Data Transparency Messaging; null for an Item without it. */
  consentedProducts: string[] | null;
  consentedUseCases: string[];
  consentExpiresAt: number | null;
  /** From PENDING_DISCONNECT. */
  disconnectsAt: number | null;
  /** Products whose permission the user has not granted, or has taken back at the bank. */
  withheldProducts: Set<string>;
  /** Products that the institution does not offer. */
  unsupportedProducts: Set<string>;
  documents: { accountId: string; documentId: string; uploadedAt: number }[];
  trouble: ItemTrouble | null;
  /** What visits to Link have changed that does not show yet. */
  changes: { at: number; apply(): void }[];
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
  /** The institution's where left out. */
  countryCode?: string | undefined;
  /** Heron's end user. Without it Heron does not know the Item. */
  endUserId?: string | undefined;
  /** From `createUser()`: the Item can be repaired with the user's token, too. */
  userId?: string | undefined;
  /** A code of Plaid's: the Item is broken from the start. */
  error?: string | undefined;
  /** Why, for an OAuth bank: `OAUTH_INVALID_TOKEN`, `OAUTH_CONSENT_EXPIRED` or `OAUTH_USER_REVOKED`. */
  errorReason?: string | undefined;
  /** All accounts at the bank. */
  accounts?: SandboxAccount[] | undefined;
  /** Names or ids of those that the user shares. @default all of them */
  sharedAccounts?: readonly string[] | undefined;
  /** @default ['transactions'] */
  products?: readonly string[] | undefined;
  /** `null` for an Item without Data Transparency Messaging. @default as products */
  consentedProducts?: readonly string[] | null | undefined;
  /** @default [] */
  consentedUseCases?: readonly string[] | undefined;
  /** ISO 8601. When the clock passes it the Item breaks with `OAUTH_CONSENT_EXPIRED`. */
  consentExpirationTime?: string | undefined;
  /** Products that the user has not permitted: their calls fail with `ACCESS_NOT_GRANTED`. */
  withheldProducts?: readonly string[] | undefined;
  /** Products that the institution does not offer: asking for them fails with `PRODUCTS_NOT_SUPPORTED`. */
  unsupportedProducts?: readonly string[] | undefined;
  /** Where Plaid's webhooks for it go. @default the sandbox's `webhook` */
  webhook?: string | undefined;
}

export function buildItem(options: CreateItemOptions, now: number, defaultWebhook: string | null = null): SandboxItem {
  const institutionId = options.institutionId ?? SANDBOX_INSTITUTIONS.firstPlatypusBank.institution_id;
  const institution = findInstitution(institutionId);
  const accounts = options.accounts ?? createAccounts(institutionId);
  const products = options.products ?? ['transactions'];
  const consented = options.consentedProducts === undefined ? products : options.consentedProducts;
  const { consentExpirationTime } = options;
  const item: SandboxItem = {
    itemId: options.itemId ?? createPlaidId(),
    accessToken: options.accessToken ?? `access-sandbox-${createUuid()}`,
    institutionId,
    institutionName: options.institutionName ?? institution?.name ?? institutionId,
    countryCode: options.countryCode ?? institution?.country_code ?? 'US',
    isOAuth: institution?.oauth ?? false,
    keepsAccounts: institution?.keeps_accounts ?? false,
    createdAt: now,
    webhook: options.webhook ?? defaultWebhook,
    accounts,
    sharedAccountIds: new Set(accounts.map((account) => account.account_id)),
    products: [...products],
    consentedProducts: consented === null ? null : [...consented],
    consentedUseCases: [...(options.consentedUseCases ?? [])],
    consentExpiresAt: consentExpirationTime === undefined ? null : Date.parse(consentExpirationTime),
    disconnectsAt: null,
    withheldProducts: new Set(options.withheldProducts),
    unsupportedProducts: new Set(options.unsupportedProducts),
    documents: [],
    trouble: null,
    changes: [],
    isRemoved: false,
    heron: options.endUserId === undefined ? null : createHeronLink(options.endUserId, now),
  };
  if (options.sharedAccounts !== undefined) {
    item.sharedAccountIds = new Set(findAccountIds(item, options.sharedAccounts));
  }
  if (options.error !== undefined) breakItem(item, options.error, now, options.errorReason);
  return item;
}

/** The accounts that the app sees. */
export function listSharedAccounts(item: SandboxItem): SandboxAccount[] {
  return item.accounts.filter((account) => item.sharedAccountIds.has(account.account_id));
}

/** The ids of accounts that are named by id, name or mask. A name that fits none is a mistake in the test. */
export function findAccountIds(item: SandboxItem, names: readonly string[]): string[] {
  return names.map((name) => {
    const found = item.accounts.find((account) => [account.account_id, account.name, account.mask].includes(name));
    if (found !== undefined) return found.account_id;
    const known = item.accounts.map((account) => account.name).join(', ');
    throw new Error(`The Item ${item.itemId} has no account "${name}" at its bank. It has: ${known}.`);
  });
}
