import * as v from 'valibot';
import type { Database } from './database.js';
import type { User } from './sessions.js';
import type { TokenCipher } from './tokenCipher.js';

/** The users, and what Plaid calls them: a user token is as secret as an access token. */
export interface People {
  add(user: User): Promise<void>;
  savePlaidUserToken(userId: string, userToken: string): Promise<void>;
  findPlaidUserToken(userId: string): Promise<string | null>;
}

const rowsSchema = v.array(v.object({ encrypted_plaid_user_token: v.nullable(v.string()) }));

export function createPeople(database: Database, cipher: TokenCipher): People {
  return {
    async add({ id, name, householdId }) {
      await database.query('insert into users (id, name, household_id) values ($1, $2, $3) on conflict do nothing', [
        id,
        name,
        householdId,
      ]);
    },
    async savePlaidUserToken(userId, userToken) {
      await database.query('update users set encrypted_plaid_user_token = $2 where id = $1', [
        userId,
        cipher.seal(userToken, userId),
      ]);
    },
    async findPlaidUserToken(userId) {
      const rows = await database.query('select encrypted_plaid_user_token from users where id = $1', [userId]);
      const sealed = v.parse(rowsSchema, rows)[0]?.encrypted_plaid_user_token;
      return sealed ? cipher.open(sealed, userId) : null;
    },
  };
}
