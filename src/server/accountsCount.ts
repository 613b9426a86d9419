import type { AccountsChange } from '../protocol/repair.js';
import type { AccountsDifference } from './accountsChange.js';
import type { ItemFacts } from './itemFacts.js';

/** A difference as a browser is told: numbers alone. */
export function countAccounts(difference: AccountsDifference | null): AccountsChange | undefined {
  return difference ? { added: difference.added.length, removed: difference.removed.length } : undefined;
}

export function hasChanged(change: AccountsChange | undefined): change is AccountsChange {
  return change !== undefined && change.added + change.removed > 0;
}

/** The facts with what a report has found changed, for the same report sent again. */
export function withAccountsCount(facts: ItemFacts, key: string | null, change: AccountsChange | undefined): ItemFacts {
  if (key === null || !hasChanged(change)) return facts;
  return { ...facts, accounts_changed: { idempotency_key: key, added: change.added, removed: change.removed } };
}

export function readAccountsCount({ accounts_changed }: ItemFacts, key: string | null): AccountsChange | undefined {
  if (key === null || accounts_changed?.idempotency_key !== key) return undefined;
  return { added: accounts_changed.added, removed: accounts_changed.removed };
}
