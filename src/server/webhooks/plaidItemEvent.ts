import type { ItemError } from '../../protocol/integrationLink.js';

interface AboutItem {
  itemId: string;
  /** ISO 8601: when the webhook was signed. */
  sentAt: string;
}

/**
 * What one of Plaid's webhooks says about an Item, in Plaid's own codes.
 * https://plaid.com/docs/api/items/#webhooks, https://plaid.com/docs/api/products/auth/#webhooks and
 * https://plaid.com/docs/api/products/identity/#webhooks (read 2026-11-21)
 */
export type PlaidItemEvent = AboutItem & PlaidItemEventDetails;

export type PlaidItemEventDetails =
  | { code: 'ERROR'; error: ItemError | null }
  /** UK and EU: the user's consent ends in seven days. */
  | { code: 'PENDING_EXPIRATION'; consentExpirationTime: string }
  /** US and CA: the Item breaks in seven days, for `INSTITUTION_MIGRATION` or `INSTITUTION_TOKEN_EXPIRATION`. */
  | { code: 'PENDING_DISCONNECT'; reason: string; disconnectTime: string }
  /** The Item works again: Plaid's webhook, or what Plaid said when another webhook made us ask. */
  | { code: 'LOGIN_REPAIRED' }
  | { code: 'NEW_ACCOUNTS_AVAILABLE' }
  | { code: 'USER_PERMISSION_REVOKED'; error: ItemError | null }
  | { code: 'USER_ACCOUNT_REVOKED'; accountId: string }
  | { code: 'PRODUCT_PERMISSIONS_REQUIRED'; product: 'auth' | 'identity' };
