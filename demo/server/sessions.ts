import { createHash, randomBytes } from 'node:crypto';
import * as v from 'valibot';
import type { Database } from './database.js';

export interface User {
  id: string;
  name: string;
  /** Who shares their connections. It is also what Heron and Plaid call them: nothing personal. */
  householdId: string;
}

/** Who is who on this server. The cookie's value is known to the browser alone: the database holds its hash. */
export interface Sessions {
  /** Starts a session for the user and answers the header that gives it to the browser. */
  start(user: User): Promise<string>;
  find(request: Request): Promise<User | null>;
}

const COOKIE = 'harbour_session';
const LIFETIME_SECONDS = 30 * 24 * 60 * 60;

const rowsSchema = v.array(v.object({ id: v.string(), name: v.string(), household_id: v.string() }));

export function createSessions(database: Database): Sessions {
  return {
    async start(user) {
      const token = randomBytes(32).toString('base64url');
      await database.query('insert into sessions (token_hash, user_id) values ($1, $2)', [hash(token), user.id]);
      return `${COOKIE}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${LIFETIME_SECONDS}`;
    },
    async find(request) {
      const token = readCookie(request.headers.get('cookie') ?? '');
      if (!token) return null;
      const rows = await database.query(
        `select users.id, users.name, users.household_id from sessions join users on users.id = sessions.user_id
         where token_hash = $1 and created_at > now() - make_interval(secs => $2)`,
        [hash(token), LIFETIME_SECONDS],
      );
      const [user] = v.parse(rowsSchema, rows);
      return user ? { id: user.id, name: user.name, householdId: user.household_id } : null;
    },
  };
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

function readCookie(header: string): string | undefined {
  const pairs = header.split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === COOKIE)?.[1];
}
