import type { AppFunctions, ItemNews } from 'react-plaid-update-mode/server';
import type { LiveUpdates } from './liveUpdates.js';
import type { User } from './sessions.js';
import type { Stores } from './stores.js';

type Callback<Name extends 'onRepaired' | 'onAccountsChanged' | 'onAuthorizationReady'> = NonNullable<
  AppFunctions<User>[Name]
>;

/** What Harbour makes of all that it hears about its connections. */
export interface HouseNews {
  repaired: Callback<'onRepaired'>;
  accountsChanged: Callback<'onAccountsChanged'>;
  authorizationReady: Callback<'onAuthorizationReady'>;
  itemEvent(news: ItemNews): Promise<void>;
}

export function createHouseNews(
  { connections, accounts, transfers, activity }: Stores,
  liveUpdates: LiveUpdates,
): HouseNews {
  /** What the user does not share any more is not kept. */
  async function removeAccounts(householdId: string, itemId: string, accountIds: string[]): Promise<void> {
    const removed = await accounts.remove(itemId, accountIds);
    for (const { name, mask } of removed) {
      await activity.add(householdId, `Removed ${nameAccount(name, mask)} and its history: it is no longer shared.`);
    }
  }

  return {
    async repaired({ caller, itemId }) {
      liveUpdates.tell(caller.householdId, itemId);
    },
    async accountsChanged({ caller, itemId, added, removed }) {
      const connection = await connections.find(caller, itemId);
      for (const { name, mask } of added) {
        const account = nameAccount(name ?? 'an account', mask ?? null);
        await activity.add(caller.householdId, `Added ${account} at ${connection?.institutionName ?? 'your bank'}.`);
      }
      await removeAccounts(
        caller.householdId,
        itemId,
        removed.map(({ account_id }) => account_id),
      );
    },
    async authorizationReady({ caller, authorizationId }) {
      await transfers.markReady(caller.id, authorizationId);
      await activity.add(caller.householdId, 'Your bank has what it needed. The transfer can be authorized again.');
    },
    async itemEvent({ event, itemId, endUserId: householdId }) {
      if (event.code === 'USER_ACCOUNT_REVOKED') await removeAccounts(householdId, itemId, [event.accountId]);
      liveUpdates.tell(householdId, itemId);
    },
  };
}

function nameAccount(name: string, mask: string | null): string {
  return mask === null ? name : `${name} ••${mask}`;
}
