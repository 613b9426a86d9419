import type { Dedupe } from 'react-plaid-update-mode/server';
import type { Database } from './database.js';

/** Remembers webhooks that were taken, for as long as they may be sent again. */
export function createWebhooksTaken(database: Database): Dedupe {
  return {
    async has(key) {
      return (await database.query('select 1 from webhooks_taken where key = $1', [key])).length > 0;
    },
    async add(key) {
      await database.query('insert into webhooks_taken (key) values ($1) on conflict do nothing', [key]);
      await database.query("delete from webhooks_taken where taken_at < now() - interval '2 days'");
    },
  };
}
