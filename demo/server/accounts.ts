import * as v from 'valibot';
import type { BankAccount } from '../api.js';
import type { Database } from './database.js';

/** The accounts of each connection, as Plaid told them last. */
export interface Accounts {
  list(itemId: string): Promise<BankAccount[]>;
  /** Adds and renews. What Plaid tells of no more stays until `remove`: while it is broken a connection tells of none. */
  save(itemId: string, accounts: BankAccount[]): Promise<void>;
  /** Removes them and all that is kept of them; answers those that were there. */
  remove(itemId: string, accountIds: string[]): Promise<BankAccount[]>;
}

const rowsSchema = v.array(
  v.object({ account: v.custom<BankAccount>((account) => typeof account === 'object' && account !== null) }),
);

export function createAccounts(database: Database): Accounts {
  const readAll = (rows: unknown[]) => v.parse(rowsSchema, rows).map(({ account }) => account);
  return {
    async list(itemId) {
      return readAll(
        await database.query('select account from accounts where item_id = $1 order by place, account_id', [itemId]),
      );
    },
    async save(itemId, accounts) {
      for (const [place, account] of accounts.entries()) {
        await database.query(
          `insert into accounts (item_id, account_id, place, account) values ($1, $2, $3, $4::text::jsonb)
           on conflict (item_id, account_id) do update set place = excluded.place, account = excluded.account`,
          [itemId, account.id, place, JSON.stringify(account)],
        );
      }
    },
    async remove(itemId, accountIds) {
      return readAll(
        await database.query('delete from accounts where item_id = $1 and account_id = any($2) returning account', [
          itemId,
          accountIds,
        ]),
      );
    },
  };
}
