import type { KnownAccount } from './itemFacts.js';
import type { Item } from './itemsPort.js';
import type { PlaidClient } from './plaidClient.js';

/**
 * The accounts that an Item shares.
 *
 * - `none`: Plaid says that there is no account, by its error NO_ACCOUNTS. Banks cause that for a while as well,
 *   so nobody's data is to be deleted by it.
 * - `unknown`: Plaid does not tell, as of an Item that it has no accounts for, or during an outage. No failure.
 */
export type AccountsReading = KnownAccount[] | 'none' | 'unknown';

export const NO_ACCOUNTS = 'NO_ACCOUNTS';

export async function readAccounts(plaid: PlaidClient, item: Item): Promise<AccountsReading> {
  try {
    const answer = await plaid.getAccounts(item);
    if (!answer.isRefused) return answer.data;
    return answer.refusal.errorCode === NO_ACCOUNTS ? 'none' : 'unknown';
  } catch {
    // Logged where it went wrong. What a visit was for is told by other calls.
    return 'unknown';
  }
}
