import type { AccessError, ItemError, PendingDisconnect } from '../protocol/integrationLink.js';
import type { AccountsChange, RepairResult } from '../protocol/repair.js';
import type { PlaidItem } from './plaidItem.js';

/** A type's own fields, which fit the type of a JSON column: an interface has no index signature, and fits none. */
type PlainObject<Shape> = { [Key in keyof Shape]: Shape[Key] };

/** Plaid's webhook, as the app keeps it. */
export type PendingDisconnectFact = PlainObject<PendingDisconnect> & {
  /**
   * ISO 8601: when it arrived. A visit clears only what is older than the visit, and a report can be hours
   * late; without this every success clears it.
   */
  received_at?: string | undefined;
};

/** A repair that Plaid has not confirmed yet. */
export type RunningCheck = {
  /** The report's; or the Item's id, for a sender without keys. */
  idempotency_key: string;
  /** ISO 8601, by the server's clock: when the question came first. */
  since: string;
};

/** Something that a webhook said. */
export type Noticed = {
  /** ISO 8601: when it arrived. A visit clears only what is older than the visit. */
  received_at: string;
};

export type AccessFact = Noticed &
  PlainObject<AccessError> & {
    /** Of USER_ACCOUNT_REVOKED: the account that the user took back. */
    account_id?: string | undefined;
    /** Of PRODUCT_PERMISSIONS_REQUIRED and what a product's own call said: the products that are without permission. */
    products?: ('auth' | 'identity')[] | undefined;
  };

/** What the app is to hear of: the accounts that came and went, or a purpose that was achieved. */
export type UntoldNews = { added: KnownAccount[]; removed: KnownAccount[] } | { purpose: string; is_verified: boolean };

/** An account as far as it can be known again: Plaid may give it a new `account_id` after a visit. */
export type KnownAccount = {
  account_id: string;
  persistent_account_id?: string | undefined;
  mask?: string | undefined;
  name?: string | undefined;
  type?: string | undefined;
  subtype?: string | undefined;
  verification_status?: string | undefined;
};

/** The Item when a link token was made for it. */
export type BeforeVisit = {
  /** ISO 8601. */
  asked_at: string;
  purpose: string;
  consent_expiration_time?: string | undefined;
  consented_use_cases?: string[] | undefined;
  consented_products?: string[] | undefined;
  products?: string[] | undefined;
  accounts?: KnownAccount[] | undefined;
};

/**
 * What the app's server knows about an Item besides Heron. Plain JSON; times are ISO 8601. The app may read all and write
 * `error`, as Plaid gave it to a call of its own; `before`, `link_tokens_at`, `repaired_under`, `repaired_result`, `repaired_earlier`,
 * `told_heron_at`, `told_purposes`, `untold`, `accounts_changed` and `checking` are the handlers' own bookkeeping, to be kept as they are.
 */
export type ItemFacts = {
  pending_disconnect?: PendingDisconnectFact | undefined;
  /** From a webhook of Plaid's or Heron's, from a report, or from a call of the app's own. Cleared as soon as Plaid says otherwise. */
  error?: PlainObject<ItemError> | undefined;
  /** When the user's consent ends: from PENDING_EXPIRATION, or as Plaid said it last. */
  consent_expiration_time?: string | undefined;
  /** From NEW_ACCOUNTS_AVAILABLE. */
  new_accounts_available?: Noticed | undefined;
  /** What the user has taken back, or never gave. Cleared by a visit that gave it. */
  access_error?: AccessFact | undefined;
  /** The accounts that the user shared when Plaid last told: what a visit is compared with. */
  accounts?: KnownAccount[] | undefined;
  /** What Plaid said before the visit under way, where its purpose needs to know. */
  before?: BeforeVisit | undefined;
  /**
   * When the newest link token for a purpose was made, ISO 8601, by the server's clock: kept while a webhook's warning waits
   * for a visit, since the device's clock may be behind.
   */
  link_tokens_at?: Record<string, string> | undefined;
  /** When Plaid last confirmed a repair. */
  repaired_at?: string | undefined;
  /** The idempotency key of that repair: a report that is sent again, its answer lost, repairs nothing again. */
  repaired_under?: string | undefined;
  /** How that report was answered, where not with `repaired`. */
  repaired_result?: RepairResult | undefined;
  /** The keys of the repairs before it, for their reports sent again: two tabs and an outbox may be late at once. */
  repaired_earlier?: { idempotency_key: string; result?: RepairResult | undefined }[] | undefined;
  /** When Heron was last given the access token: the beginning of that request, by the server's clock. */
  told_heron_at?: string | undefined;
  /** The purposes that the app was told of since then. */
  told_purposes?: string[] | undefined;
  /** What the app is yet to be told: there only while it is being told, or where the process died meanwhile. */
  untold?: UntoldNews[] | undefined;
  /** What the last report found changed in the accounts, for the same report sent again. */
  accounts_changed?: (PlainObject<AccountsChange> & { idempotency_key: string }) | undefined;
  /** One for each report that is being asked about, so that two tabs do not reset each other's patience. */
  checking?: RunningCheck[] | undefined;
};

/** The facts after a visit that left the Item without a login error; `endedAt` in milliseconds since 1970. */
export function toVisitedFacts(facts: ItemFacts, endedAt: number): ItemFacts {
  const { pending_disconnect } = facts;
  const isNewer = Date.parse(pending_disconnect?.received_at ?? '') > endedAt;
  return { ...withoutError(facts), pending_disconnect: isNewer ? pending_disconnect : undefined };
}

/** The facts with the end of the user's consent as Plaid has just said it. What it left unsaid stays. */
export function withConsentEnd(facts: ItemFacts, item: PlaidItem | null): ItemFacts {
  if (item?.consent_expiration_time === undefined) return facts;
  return { ...facts, consent_expiration_time: item.consent_expiration_time ?? undefined };
}

export function withoutError(facts: ItemFacts): ItemFacts {
  return { ...facts, error: undefined };
}

export function withoutCheck(facts: ItemFacts, key: string): ItemFacts {
  const others = facts.checking?.filter((check) => check.idempotency_key !== key) ?? [];
  return { ...facts, checking: others.length > 0 ? others : undefined };
}
