import * as v from 'valibot';
import type { ItemFacts } from 'react-plaid-update-mode/server';
import type { Database } from './database.js';
import type { User } from './sessions.js';
import type { TokenCipher } from './tokenCipher.js';

/** One bank connection, as the database holds it. */
export interface Connection {
  itemId: string;
  /** Who has made it: the only one who can repair it. */
  userId: string;
  userName: string;
  householdId: string;
  institutionId: string;
  institutionName: string;
  institutionLogo: string | undefined;
  institutionUrl: string | undefined;
  /** ISO 3166-1 alpha-2. */
  countryCode: string;
  accessToken: string;
  facts: ItemFacts;
}

export type NewConnection = Omit<Connection, 'userName' | 'householdId' | 'facts'>;

/** The connections of the households. Access tokens are encrypted on the way in, and decrypted for the server's own use. */
export interface Connections {
  /** Their own, and those that others of their household have made. */
  list(user: User): Promise<Connection[]>;
  find(user: User, itemId: string): Promise<Connection | null>;
  /** Whoever's it is: for webhooks, which have no user. */
  findByItemId(itemId: string): Promise<Connection | null>;
  add(connection: NewConnection): Promise<void>;
  saveFacts(itemId: string, facts: ItemFacts): Promise<void>;
  /** One thing at a time about a connection, among all servers; missing where there is but one. */
  exclusively?: Database['exclusively'];
  /** With all that hangs on it. */
  remove(itemId: string): Promise<void>;
  removeAll(householdId: string): Promise<void>;
}

const rowSchema = v.object({
  item_id: v.string(),
  user_id: v.string(),
  user_name: v.string(),
  household_id: v.string(),
  institution_id: v.string(),
  institution_name: v.string(),
  institution_logo: v.nullable(v.string()),
  institution_url: v.nullable(v.string()),
  country_code: v.string(),
  encrypted_access_token: v.string(),
  facts: v.custom<ItemFacts>((facts) => typeof facts === 'object' && facts !== null),
});

const SELECT = `select items.*, users.name as user_name, users.household_id
  from items join users on users.id = items.user_id`;

export function createConnections(database: Database, cipher: TokenCipher): Connections {
  function read(row: unknown): Connection {
    const fields = v.parse(rowSchema, row);
    return {
      itemId: fields.item_id,
      userId: fields.user_id,
      userName: fields.user_name,
      householdId: fields.household_id,
      institutionId: fields.institution_id,
      institutionName: fields.institution_name,
      institutionLogo: fields.institution_logo ?? undefined,
      institutionUrl: fields.institution_url ?? undefined,
      countryCode: fields.country_code,
      accessToken: cipher.open(fields.encrypted_access_token, fields.item_id),
      facts: fields.facts,
    };
  }

  async function findOne(condition: string, parameters: string[]): Promise<Connection | null> {
    const rows = await database.query(`${SELECT} where ${condition}`, parameters);
    return rows.length > 0 ? read(rows[0]) : null;
  }

  return {
    exclusively: database.exclusively,
    async list({ householdId }) {
      const rows = await database.query(`${SELECT} where household_id = $1 order by items.created_at`, [householdId]);
      return rows.map(read);
    },
    find: ({ householdId }, itemId) => findOne('household_id = $1 and item_id = $2', [householdId, itemId]),
    findByItemId: (itemId) => findOne('item_id = $1', [itemId]),
    async add({ itemId, userId, accessToken, ...connection }) {
      const { institutionId, institutionName, institutionLogo, institutionUrl, countryCode } = connection;
      await database.query(
        `insert into items (item_id, user_id, institution_id, institution_name, institution_logo, institution_url,
           country_code, encrypted_access_token)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          itemId,
          userId,
          institutionId,
          institutionName,
          institutionLogo ?? null,
          institutionUrl ?? null,
          countryCode,
          cipher.seal(accessToken, itemId),
        ],
      );
    },
    async saveFacts(itemId, facts) {
      await database.query('update items set facts = $2::text::jsonb where item_id = $1', [
        itemId,
        JSON.stringify(facts),
      ]);
    },
    async remove(itemId) {
      await database.query('delete from items where item_id = $1', [itemId]);
    },
    async removeAll(householdId) {
      await database.query('delete from items where user_id in (select id from users where household_id = $1)', [
        householdId,
      ]);
    },
  };
}
