import type { KnownAccount } from './itemFacts.js';
import type { AccountsReading } from './readAccounts.js';

/** The accounts that a user has begun and ceased to share. */
export interface AccountsDifference {
  added: KnownAccount[];
  removed: KnownAccount[];
}

/**
 * How an account is known again, the surest way first: Plaid may give it a new `account_id` after a visit.
 * https://plaid.com/docs/api/accounts/#accounts-get-response-accounts-account-id
 */
const WAYS: ((account: KnownAccount) => string | undefined)[] = [
  ({ account_id }) => account_id,
  ({ persistent_account_id }) => persistent_account_id,
  ({ mask, type, subtype, name }) => (mask === undefined ? undefined : JSON.stringify([mask, type, subtype, name])),
];

/** What has changed since the accounts were told last; null where one of the two lists is not known. */
export function compareAccounts(known: KnownAccount[] | undefined, now: AccountsReading): AccountsDifference | null {
  if (known === undefined || typeof now === 'string') return null;
  let removed = known;
  let added = now;
  for (const way of WAYS) {
    const pairs = findPairs(removed, added, way);
    removed = removed.filter((account) => !pairs.has(account));
    added = added.filter((account) => !pairs.has(account));
  }
  return { added, removed };
}

/** The accounts of two lists that are the same by one way, each one once. */
function findPairs(
  before: KnownAccount[],
  after: KnownAccount[],
  way: (account: KnownAccount) => string | undefined,
): Set<KnownAccount> {
  const pairs = new Set<KnownAccount>();
  for (const account of before) {
    const key = way(account);
    const same = key === undefined ? undefined : after.find((other) => !pairs.has(other) && way(other) === key);
    if (same) pairs.add(account).add(same);
  }
  return pairs;
}
