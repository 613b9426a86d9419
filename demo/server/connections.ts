import * as v from 'valibot';
import type { ItemFacts } from 'react-plaid-update-mode/server';
import type { BankAccount } from '../api.js';
import type { Database } from './database.js';
import type { TokenCipher } from './tokenCipher.js';

/** One bank connection of a user, as the database holds it. */
export interface Connection {
  itemId: string;
  institutionName: string;
  institutionLogo: string | undefined;
  accessToken: string;
  facts: ItemFacts;
  /** As they were when Plaid last told. */
  accounts: BankAccount[];
}

export interface NewConnection extends Omit<Connection, 'facts' | 'accounts'> {
  userId: string;
  institutionId: string;
}

/** The users' connections. Access tokens are encrypted on the way in, and decrypted for the server's own use. */
export interface Connections {
  list(userId: string): Promise<Connection[]>;
  find(userId: string, itemId: string): Promise<Connection | null>;
  add(connection: NewConnection): Promise<void>;
  saveFacts(itemId: string, facts: ItemFacts): Promise<void>;
  saveAccounts(itemId: string, accounts: BankAccount[]): Promise<void>;
  removeAll(userId: string): Promise<void>;
}

const rowSchema = v.object({
  item_id: v.string(),
  institution_name: v.string(),
  institution_logo: v.nullable(v.string()),
  encrypted_access_token: v.string(),
  facts: v.custom<ItemFacts>((facts) => typeof facts === 'object' && facts !== null),
  accounts: v.custom<BankAccount[]>((accounts) => Array.isArray(accounts)),
});

const COLUMNS = 'item_id, institution_name, institution_logo, encrypted_access_token, facts, accounts';

export function createConnections(database: Database, cipher: TokenCipher): Connections {
  function read(row: unknown): Connection {
    const { item_id, institution_name, institution_logo, encrypted_access_token, facts, accounts } = v.parse(
      rowSchema,
      row,
    );
    return {
      itemId: item_id,
      institutionName: institution_name,
      institutionLogo: institution_logo ?? undefined,
      accessToken: cipher.open(encrypted_access_token, item_id),
      facts,
      accounts,
    };
  }

  return {
    async list(userId) {
      const rows = await database.query(`select ${COLUMNS} from items where user_id = $1 order by created_at`, [
        userId,
      ]);
      return rows.map(read);
    },
    async find(userId, itemId) {
      const rows = await database.query(`select ${COLUMNS} from items where user_id = $1 and item_id = $2`, [
        userId,
        itemId,
      ]);
      return rows.length > 0 ? read(rows[0]) : null;
    },
    async add({ itemId, userId, institutionId, institutionName, institutionLogo, accessToken }) {
      await database.query(
        `insert into items (item_id, user_id, institution_id, institution_name, institution_logo, encrypted_access_token)
         values ($1, $2, $3, $4, $5, $6)`,
        [itemId, userId, institutionId, institutionName, institutionLogo ?? null, cipher.seal(accessToken, itemId)],
      );
    },
    async saveFacts(itemId, facts) {
      await database.query('update items set facts = $2::text::jsonb where item_id = $1', [
        itemId,
        JSON.stringify(facts),
      ]);
    },
    async saveAccounts(itemId, accounts) {
      await database.query('update items set accounts = $2::text::jsonb where item_id = $1', [
        itemId,
        JSON.stringify(accounts),
      ]);
    },
    async removeAll(userId) {
      await database.query('delete from items where user_id = $1', [userId]);
    },
  };
}
