import { PGlite } from '@electric-sql/pglite';
import { Pool } from 'pg';

/** PostgreSQL, embedded or not: the same SQL for both. */
export interface Database {
  query(sql: string, parameters?: unknown[]): Promise<unknown[]>;
  /**
   * Runs one thing at a time for each key among all servers on this database. Missing where there is but one: an embedded
   * database has a single connection, which `run` needs for its own queries.
   */
  exclusively?: (<Value>(key: string, run: () => Promise<Value>) => Promise<Value>) | undefined;
  close(): Promise<void>;
}

/** In this process's memory, or in a folder that outlives it. */
export async function openEmbeddedDatabase(folder?: string): Promise<Database> {
  const pglite = await PGlite.create(folder ? { dataDir: folder } : {});
  return withTables({
    query: async (sql, parameters) => (await pglite.query(sql, parameters)).rows,
    close: () => pglite.close(),
  });
}

export async function openPostgres(url: string): Promise<Database> {
  const pool = new Pool({ connectionString: url });
  // Of their own: whoever waits for a lock must not keep its holder from a connection for its queries.
  const locks = new Pool({ connectionString: url, max: 5 });
  return withTables({
    query: async (sql, parameters) => (await pool.query<Record<string, unknown>>(sql, parameters)).rows,
    exclusively: (key, run) => holdLock(locks, key, run),
    close: async () => {
      await Promise.all([pool.end(), locks.end()]);
    },
  });
}

/** The lock belongs to the connection: it goes with a server that dies, and no transaction stays open meanwhile. */
async function holdLock<Value>(locks: Pool, key: string, run: () => Promise<Value>): Promise<Value> {
  const client = await locks.connect();
  // A connection that breaks while it is held tells so by this event, which would end the process unheard.
  client.on('error', ignore);
  try {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [key]);
    return await run();
  } finally {
    const isFree = await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [key]).then(
      () => true,
      () => false,
    );
    client.off('error', ignore);
    // A connection that may still hold it is closed.
    client.release(!isFree);
  }
}

function ignore(): void {}

const TABLES = [
  `create table if not exists users (
    id text primary key,
    name text not null,
    household_id text not null,
    encrypted_plaid_user_token text
  )`,
  `create table if not exists sessions (
    token_hash text primary key,
    user_id text not null references users (id) on delete cascade,
    created_at timestamptz not null default now()
  )`,
  `create table if not exists items (
    item_id text primary key,
    user_id text not null references users (id) on delete cascade,
    institution_id text not null,
    institution_name text not null,
    institution_logo text,
    institution_url text,
    country_code text not null,
    encrypted_access_token text not null,
    facts jsonb not null default '{}',
    created_at timestamptz not null default clock_timestamp()
  )`,
  `create table if not exists accounts (
    item_id text not null references items (item_id) on delete cascade,
    account_id text not null,
    place integer not null,
    account jsonb not null,
    primary key (item_id, account_id)
  )`,
  `create table if not exists transfers (
    authorization_id text primary key,
    user_id text not null references users (id) on delete cascade,
    item_id text not null references items (item_id) on delete cascade,
    amount double precision not null,
    currency text not null,
    is_ready boolean not null default false
  )`,
  `create table if not exists activity (
    id bigint generated always as identity primary key,
    household_id text not null,
    at timestamptz not null default clock_timestamp(),
    text text not null
  )`,
  `create table if not exists support_requests (
    id bigint generated always as identity primary key,
    user_id text not null references users (id) on delete cascade,
    item_id text not null,
    link_session_id text,
    request_id text,
    error_code text,
    at timestamptz not null default clock_timestamp()
  )`,
  `create table if not exists webhooks_taken (
    key text primary key,
    taken_at timestamptz not null default clock_timestamp()
  )`,
];

async function withTables(database: Database): Promise<Database> {
  for (const statement of TABLES) await database.query(statement);
  return database;
}
