import type { AccountBase, PlaidApi } from 'plaid';
import type { BankAccount, BankConnection, Overview } from '../api.js';
import type { Connection, Connections } from './connections.js';
import type { User } from './sessions.js';

/** What the page shows of a user's money. */
export async function readOverview(user: User, connections: Connections, plaid: PlaidApi): Promise<Overview> {
  const mine = await connections.list(user.id);
  const shown = await Promise.all(mine.map((connection) => readConnection(connection, connections, plaid)));
  return { user, connections: shown };
}

async function readConnection(
  connection: Connection,
  connections: Connections,
  plaid: PlaidApi,
): Promise<BankConnection> {
  const { itemId, institutionName, institutionLogo } = connection;
  const accounts = await refreshAccounts(connection, connections, plaid);
  return { itemId, institutionName, institutionLogo: institutionLogo ?? null, accounts };
}

/** Plaid's balances, or the last known ones while the connection is broken or Plaid is away. */
export async function refreshAccounts(
  { itemId, accessToken, accounts: lastKnown }: Pick<Connection, 'itemId' | 'accessToken' | 'accounts'>,
  connections: Connections,
  plaid: PlaidApi,
): Promise<BankAccount[]> {
  let accounts;
  try {
    const { data } = await plaid.accountsGet({ access_token: accessToken });
    accounts = data.accounts.map(toBankAccount);
  } catch {
    return lastKnown;
  }
  await connections.saveAccounts(itemId, accounts);
  return accounts;
}

function toBankAccount({ account_id, name, mask, type, subtype, balances }: AccountBase): BankAccount {
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
  };
}
