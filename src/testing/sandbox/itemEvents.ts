import { createNewAccount } from './accounts.js';
import { breakItem, healItem } from './itemTrouble.js';
import { findAccountIds, type SandboxItem } from './sandboxItem.js';

/** Plaid's webhooks for Items that matter to update mode: https://plaid.com/docs/api/items/#webhooks (20 November 2026). */
export type ItemWebhookCode =
  | 'ERROR'
  | 'LOGIN_REPAIRED'
  | 'NEW_ACCOUNTS_AVAILABLE'
  | 'PENDING_DISCONNECT'
  | 'PENDING_EXPIRATION'
  | 'PRODUCT_PERMISSIONS_REQUIRED'
  | 'USER_ACCOUNT_REVOKED'
  | 'USER_PERMISSION_REVOKED'
  | 'WEBHOOK_UPDATE_ACKNOWLEDGED';

/** What the event was, where its code leaves that open. */
export interface WebhookDetails {
  /** Of ERROR: Plaid's code. @default 'ITEM_LOGIN_REQUIRED' */
  error?: string | undefined;
  /** Of ERROR: `error_code_reason`. */
  errorReason?: string | null | undefined;
  /** Of PENDING_DISCONNECT. @default 'INSTITUTION_MIGRATION' */
  reason?: 'INSTITUTION_MIGRATION' | 'INSTITUTION_TOKEN_EXPIRATION' | undefined;
  /** Of PENDING_DISCONNECT and PENDING_EXPIRATION: ISO 8601. @default in seven days */
  at?: string | undefined;
  /** Of USER_ACCOUNT_REVOKED: id, name or mask. @default the last one that is shared */
  account?: string | undefined;
  /** Of PRODUCT_PERMISSIONS_REQUIRED. @default 'auth' */
  product?: 'auth' | 'identity' | undefined;
  /** When the JWT says that it was signed, in milliseconds since 1970. @default now */
  issuedAt?: number | undefined;
}

const A_WEEK = 7 * 24 * 60 * 60 * 1000;

/** Makes the world as the webhook says it is, and gives the fields that it tells besides. */
export function playItemEvent(
  item: SandboxItem,
  code: ItemWebhookCode,
  details: WebhookDetails,
  now: number,
): Record<string, unknown> {
  const at = details.at === undefined ? now + A_WEEK : Date.parse(details.at);
  const time = new Date(at).toISOString();
  switch (code) {
    case 'ERROR':
      breakItem(item, details.error ?? 'ITEM_LOGIN_REQUIRED', now, details.errorReason);
      return { error: viewError(item) };
    case 'LOGIN_REPAIRED':
      healItem(item, now);
      return {};
    case 'NEW_ACCOUNTS_AVAILABLE':
      item.accounts = [...item.accounts, createNewAccount(item.accounts.length + 1)];
      return { error: null };
    case 'PENDING_DISCONNECT':
      item.disconnectsAt = at;
      return { reason: details.reason ?? 'INSTITUTION_MIGRATION', disconnect_time: time };
    case 'PENDING_EXPIRATION':
      item.consentExpiresAt = at;
      return { consent_expiration_time: time };
    case 'PRODUCT_PERMISSIONS_REQUIRED':
      item.withheldProducts.add(details.product ?? 'auth');
      return {};
    case 'USER_ACCOUNT_REVOKED':
      return { account_id: revokeAccount(item, details.account) };
    case 'USER_PERMISSION_REVOKED':
      breakItem(item, 'USER_PERMISSION_REVOKED', now, item.isOAuth ? 'OAUTH_USER_REVOKED' : null);
      return { error: viewError(item) };
    case 'WEBHOOK_UPDATE_ACKNOWLEDGED':
      return { new_webhook_url: item.webhook, error: viewError(item) };
  }
}

function viewError(item: SandboxItem): object | null {
  return item.trouble === null ? null : { ...item.trouble.error, status: 400 };
}

function revokeAccount(item: SandboxItem, name: string | undefined): string {
  const [named] = name === undefined ? [] : findAccountIds(item, [name]);
  const accountId = named ?? Array.from(item.sharedAccountIds).at(-1);
  if (accountId === undefined) throw new Error(`The Item ${item.itemId} shares no account that could be revoked.`);
  item.sharedAccountIds.delete(accountId);
  return accountId;
}
