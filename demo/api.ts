/** The JSON between the demo's page and its server, besides the library's own routes. */

export interface BankAccount {
  id: string;
  name: string;
  mask: string | null;
  kind: 'cash' | 'savings' | 'credit' | 'other';
  /** What the user owns there; owed money is negative. */
  balance: number;
  /** ISO 4217. */
  currency: string;
  /** Plaid has sent a test deposit, whose code its owner has to enter. */
  awaitsCode: boolean;
}

export interface BankConnection {
  itemId: string;
  institutionName: string;
  institutionLogo: string | null;
  /** Who has made it, where that is somebody else of the same household. */
  connectedBy: string | null;
  accounts: BankAccount[];
}

/** A transfer whose authorization waits for the bank's owner. */
export interface Transfer {
  authorizationId: string;
  itemId: string;
  amount: number;
  /** ISO 4217. */
  currency: string;
  /** Whether its user has been to Link since: it can be authorized again. */
  isReady: boolean;
}

/** Something that Harbour has done by itself. */
export interface Activity {
  id: number;
  /** ISO 8601. */
  at: string;
  text: string;
}

/** `GET /api/overview`. */
export interface Overview {
  user: { id: string; name: string };
  connections: BankConnection[];
  transfers: Transfer[];
  /** The latest few, newest first. */
  activity: Activity[];
  /** Whether Plaid knows this user by a token: then all of their connections can be repaired in one go. */
  canReconnectAll: boolean;
}

/** `POST /api/connections/{item_id}/refresh`. */
export interface RefreshAnswer {
  /** Why Plaid refuses. */
  error: { error_type: string; error_code: string; error_code_reason: string | null } | null;
}

/** `POST /api/support`. */
export interface SupportRequest {
  itemId: string;
  linkSessionId?: string | undefined;
  requestId?: string | undefined;
  errorCode?: string | undefined;
}

/** What happens at a bank, at Plaid or at Heron when the panel fires it. */
export const BANK_EVENTS = [
  'reset_login',
  'broken_silently',
  'login_repaired',
  'healed_silently',
  'item_locked',
  'password_reset',
  'oauth_invalid_token',
  'oauth_consent_expired',
  'oauth_user_revoked',
  'pending_disconnect_migration',
  'pending_disconnect_token',
  'pending_expiration',
  'new_accounts_available',
  'user_account_revoked',
  'user_permission_revoked',
  'auth_permissions_required',
  'identity_permissions_required',
  'test_deposit_sent',
  'transfer_needs_user',
  'heron_erroring',
  'outage',
  'outage_over',
  'item_removed',
] as const;

export type BankEvent = (typeof BANK_EVENTS)[number];

/** What Heron does once it has been given the access token. */
export const HERON_REACTIONS = ['sync', 'active_at_once', 'stale_erroring', 'refresh_needed'] as const;

/** When Plaid shows what a visit to Link has changed. */
export const PLAID_REACTIONS = ['at_once', 'later', 'never'] as const;

/** What the panel can change while the demo runs. */
export interface DemoSettings {
  /** Milliseconds that each of the app's own requests takes longer. */
  latency: number;
  isHeronDown: boolean;
  isPlaidDown: boolean;
  heronReaction: (typeof HERON_REACTIONS)[number];
  plaidReaction: (typeof PLAID_REACTIONS)[number];
}

/** `GET /demo/state`. */
export interface DemoState extends DemoSettings {
  /** `built_in`: Plaid and Heron are the sandbox of this package; `plaid`: Plaid's Sandbox and Heron themselves. */
  bank: 'built_in' | 'plaid';
}

/** `GET /demo/wire`, newest first: one request between browser, server, Plaid and Heron. */
export interface WireEntry {
  id: number;
  /** ISO 8601. */
  at: string;
  from: 'browser' | 'server' | 'plaid' | 'heron';
  to: 'harbour' | 'plaid' | 'heron' | 'link';
  method: string;
  path: string;
  status: number;
  /** What it was about: a webhook's code, or the names of the fields in a request for a link token. */
  about: string[];
}
