import type { AccountBase, PlaidApi } from 'plaid';
import type { BankAccount, BankConnection, Overview } from '../api.js';
import type { Accounts } from './accounts.js';
import type { Connection } from './connections.js';
import type { User } from './sessions.js';
import type { Stores } from './stores.js';

/** What the page shows of a household's money. */
export async function readOverview(user: User, stores: Stores, plaid: PlaidApi): Promise<Overview> {
  const { connections, accounts, transfers, activity, people } = stores;
  const mine = await connections.list(user);
  const shown = await Promise.all(mine.map((connection) => readConnection(user, connection, accounts, plaid)));
  return {
    user: { id: user.id, name: user.name },
    connections: shown,
    transfers: await transfers.list(user.id),
    activity: await activity.list(user.householdId),
    canReconnectAll: (await people.findPlaidUserToken(user.id)) !== null,
  };
}

async function readConnection(
  user: User,
  connection: Connection,
  accounts: Accounts,
  plaid: PlaidApi,
): Promise<BankConnection> {
  const { itemId, userId, userName, institutionName, institutionLogo } = connection;
  // While the connection is broken or Plaid is away, the last known balances are shown.
  await refreshAccounts(connection, accounts, plaid).catch(() => undefined);
  return {
    itemId,
    institutionName,
    institutionLogo: institutionLogo ?? null,
    connectedBy: userId === user.id ? null : userName,
    accounts: await accounts.list(itemId),
  };
}

/** Reads Plaid's balances. Rejects with what Plaid's client rejects with. */
export async function refreshAccounts(
  { itemId, accessToken }: Pick<Connection, 'itemId' | 'accessToken'>,
  accounts: Accounts,
  plaid: PlaidApi,
): Promise<void> {
  const { data } = await plaid.accountsGet({ access_token: accessToken });
  await accounts.save(itemId, data.accounts.map(toBankAccount));
}

function toBankAccount({
  account_id,
  name,
  mask,
  type,
  subtype,
  balances,
  verification_status,
}: AccountBase): BankAccount {
  const { current, available, iso_currency_code } = balances;
  const owes = type === 'credit' || type === 'loan';
  const amount = current ?? available ?? 0;
  return {
    id: account_id,
    name,
    mask,
    kind: type === 'credit' ? 'credit' : subtype === 'savings' ? 'savings' : type === 'depository' ? 'cash' : 'other',
    balance: owes ? -amount : amount,
    currency: iso_currency_code ?? 'USD',
    awaitsCode: verification_status === 'pending_manual_verification',
  };
}
