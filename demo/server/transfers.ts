import * as v from 'valibot';
import type { Transfer } from '../api.js';
import type { Database } from './database.js';

/** Transfers that Plaid's authorization holds up until their user has been to Link. */
export interface Transfers {
  list(userId: string): Promise<Transfer[]>;
  find(userId: string, authorizationId: string): Promise<Transfer | null>;
  add(userId: string, transfer: Omit<Transfer, 'isReady'>): Promise<void>;
  markReady(userId: string, authorizationId: string): Promise<void>;
}

const rowSchema = v.object({
  authorization_id: v.string(),
  item_id: v.string(),
  amount: v.number(),
  currency: v.string(),
  is_ready: v.boolean(),
});

export function createTransfers(database: Database): Transfers {
  function read(row: unknown): Transfer {
    const { authorization_id, item_id, amount, currency, is_ready } = v.parse(rowSchema, row);
    return { authorizationId: authorization_id, itemId: item_id, amount, currency, isReady: is_ready };
  }

  return {
    async list(userId) {
      const rows = await database.query('select * from transfers where user_id = $1', [userId]);
      return rows.map(read);
    },
    async find(userId, authorizationId) {
      const [row] = await database.query('select * from transfers where user_id = $1 and authorization_id = $2', [
        userId,
        authorizationId,
      ]);
      return row === undefined ? null : read(row);
    },
    async add(userId, { authorizationId, itemId, amount, currency }) {
      await database.query(
        'insert into transfers (authorization_id, user_id, item_id, amount, currency) values ($1, $2, $3, $4, $5)',
        [authorizationId, userId, itemId, amount, currency],
      );
    },
    async markReady(userId, authorizationId) {
      await database.query('update transfers set is_ready = true where user_id = $1 and authorization_id = $2', [
        userId,
        authorizationId,
      ]);
    },
  };
}
