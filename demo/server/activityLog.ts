import * as v from 'valibot';
import type { Activity } from '../api.js';
import type { Database } from './database.js';

/** What Harbour did by itself, for the people whose money it is. */
export interface ActivityLog {
  add(householdId: string, text: string): Promise<void>;
  /** The latest few, newest first. */
  list(householdId: string): Promise<Activity[]>;
  clear(householdId: string): Promise<void>;
}

const SHOWN = 4;

const rowsSchema = v.array(v.object({ id: v.number(), at: v.date(), text: v.string() }));

export function createActivityLog(database: Database): ActivityLog {
  return {
    async add(householdId, text) {
      await database.query('insert into activity (household_id, text) values ($1, $2)', [householdId, text]);
    },
    async list(householdId) {
      const rows = await database.query(
        'select id::int4, at, text from activity where household_id = $1 order by id desc limit $2',
        [householdId, SHOWN],
      );
      return v.parse(rowsSchema, rows).map(({ id, at, text }) => ({ id, at: at.toISOString(), text }));
    },
    async clear(householdId) {
      await database.query('delete from activity where household_id = $1', [householdId]);
    },
  };
}
