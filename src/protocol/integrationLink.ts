import * as v from 'valibot';
import { createParser } from './parsed.js';
import { timeSchema } from './time.js';
import { httpsUrl, pictureUrl } from './webAddress.js';

const HERON_STATUSES = ['pending', 'active', 'syncing', 'erroring', 'sync_disabled', 'deleted_in_plaid'] as const;

/** Heron's six statuses; `unknown` is any other string, so that a seventh one breaks no page. */
export type IntegrationLinkStatus = (typeof HERON_STATUSES)[number] | 'unknown';

/** What Plaid says is wrong with an Item. Only `error_code` and `error_code_reason` are safe to decide by. */
export interface ItemError {
  error_type: string;
  error_code: string;
  error_code_reason?: string | null | undefined;
}

/** Plaid's PENDING_DISCONNECT webhook (US and CA): the Item will break at `disconnect_time` unless its user comes back before. */
export interface PendingDisconnect {
  reason: string;
  /** ISO 8601. */
  disconnect_time: string;
}

/**
 * What the user has taken back, or never gave, on an Item that works otherwise: from Plaid's webhooks
 * USER_PERMISSION_REVOKED, USER_ACCOUNT_REVOKED and PRODUCT_PERMISSIONS_REQUIRED, from its errors
 * ACCESS_NOT_GRANTED and NO_AUTH_ACCOUNTS, or `ACCOUNTS_REMOVED` where a visit took away what the app needs.
 */
export interface AccessError {
  code: string;
}

/**
 * One bank connection: the readable fields of Heron's Integration Link, and what the app's server knows
 * besides. Times are ISO 8601.
 */
export interface IntegrationLink {
  item_id: string;
  status: IntegrationLinkStatus;
  /** Heron's words, with Plaid's code in brackets. Means something only while `status` is `erroring`. */
  status_message?: string | null | undefined;
  /** `plaid_integration` or `plaid_assets_report`. */
  type?: string | null | undefined;
  created?: string | null | undefined;
  last_updated?: string | null | undefined;
  last_successful_sync?: string | null | undefined;
  /** Heron knows no names of banks: this and the logo come from the app. */
  institution_name?: string | null | undefined;
  /**
   * For an `<img>`: https, a path of the page's own, or a `data:` URL of a PNG, JPEG, GIF, WebP, AVIF or SVG. Any other
   * address is read as null.
   */
  institution_logo?: string | null | undefined;
  /** URL of the bank's own site, for steps that the user has to take there first. One without https is read as null. */
  institution_url?: string | null | undefined;
  /** ISO 3166-1 alpha-2: where the bank is. In the UK and the EU update mode can't change which accounts are shared. */
  country_code?: string | null | undefined;
  /** Whether the reader has made this connection, or a colleague has. @default 'you' */
  owner?: 'you' | 'other' | null | undefined;
  /** When the user's consent ends, as Plaid says it. */
  consent_expiration_time?: string | null | undefined;
  pending_disconnect?: PendingDisconnect | null | undefined;
  /** Plaid has seen accounts that the user may want to share. */
  new_accounts_available?: boolean | null | undefined;
  access_error?: AccessError | null | undefined;
  /** The purposes that the server offers for this Item; missing where it does not say. */
  purposes?: string[] | null | undefined;
  /**
   * What some of these are for, where their names do not say it: from a kind, or `reauthorize_assets`, to the name to launch.
   * `reauthorize_assets` gives Assets back after a selection of accounts that was left; with Data Transparency Messaging
   * alone.
   */
  purpose_names?: Record<string, string> | null | undefined;
  /** Plaid's own word on the Item, where the server has asked. It outranks `status_message`. */
  error?: ItemError | null | undefined;
  /** When Plaid last confirmed a repair. Heron may go on saying `erroring` for a while after it. */
  repaired_at?: string | null | undefined;
}

const statusSchema = v.pipe(
  v.string(),
  v.transform((status): IntegrationLinkStatus => HERON_STATUSES.find((known) => known === status) ?? 'unknown'),
);

export const itemErrorSchema = v.object({
  error_type: v.string(),
  error_code: v.string(),
  error_code_reason: v.nullish(v.string()),
});

export const pendingDisconnectSchema = v.object({ reason: v.string(), disconnect_time: timeSchema });

/** Unknown fields are dropped: neither a secret nor a stranger's data can travel along. */
export const integrationLinkSchema = v.object({
  item_id: v.pipe(v.string(), v.nonEmpty()),
  status: statusSchema,
  status_message: v.nullish(v.string()),
  type: v.nullish(v.string()),
  created: v.nullish(timeSchema),
  last_updated: v.nullish(timeSchema),
  last_successful_sync: v.nullish(timeSchema),
  institution_name: v.nullish(v.string()),
  institution_logo: v.nullish(
    v.pipe(
      v.string(),
      v.transform((url) => pictureUrl(url)),
    ),
  ),
  institution_url: v.nullish(
    v.pipe(
      v.string(),
      v.transform((url) => httpsUrl(url)),
    ),
  ),
  country_code: v.nullish(v.string()),
  owner: v.nullish(v.picklist(['you', 'other'])),
  consent_expiration_time: v.nullish(timeSchema),
  pending_disconnect: v.nullish(pendingDisconnectSchema),
  new_accounts_available: v.nullish(v.boolean()),
  access_error: v.nullish(v.object({ code: v.string() })),
  purposes: v.nullish(v.array(v.string())),
  purpose_names: v.nullish(v.record(v.string(), v.string())),
  error: v.nullish(itemErrorSchema),
  repaired_at: v.nullish(timeSchema),
});

/** `GET {endpoint}/integration-links`. */
export interface IntegrationLinkList {
  integration_links: IntegrationLink[];
}

export const parseIntegrationLink = createParser<IntegrationLink>(integrationLinkSchema);

export const parseIntegrationLinkList = createParser<IntegrationLinkList>(
  v.object({ integration_links: v.array(integrationLinkSchema) }),
);
