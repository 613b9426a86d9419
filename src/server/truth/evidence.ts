import type { BeforeVisit, ItemFacts } from '../itemFacts.js';
import type { ItemWithFacts } from '../itemsPort.js';
import type { SafeLog } from '../log.js';
import type { PlaidClient } from '../plaidClient.js';
import type { PlaidItem } from '../plaidItem.js';
import type { AccountsReading } from '../readAccounts.js';

/** What a visit is judged by: the Item before and after it. */
export interface Evidence {
  /** With what was known before the visit. */
  item: ItemWithFacts;
  before: BeforeVisit | null;
  hadLoginError: boolean;
  /** What Plaid has just said; null where it answered with an error alone. */
  plaidItem: PlaidItem | null;
  accounts: AccountsReading;
  /** Milliseconds since 1970, by the browser's clock; null where nobody said. */
  startedAt: number | null;
  plaid: PlaidClient;
  log: SafeLog;
}

/** A link token lives for half an hour, a hosted one for longer: what was asked days ago was for another visit. */
const OLDEST_MS = 24 * 60 * 60_000;

/** The Item as it was when the visit's link token was made, if that is what the facts hold. */
export function readBefore({ before }: ItemFacts, purpose: string, endedAt: number): BeforeVisit | null {
  if (before?.purpose !== purpose) return null;
  const age = endedAt - Date.parse(before.asked_at);
  return age >= 0 && age <= OLDEST_MS ? before : null;
}
