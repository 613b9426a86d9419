import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import type { Log } from 'react-plaid-update-mode/server';
import { createApp } from './app.js';
import type { Bank } from './bank.js';
import { startBuiltInBank } from './builtInBank.js';
import type { Configuration } from './configuration.js';
import { createConnections } from './connections.js';
import { openEmbeddedDatabase, openPostgres, type Database } from './database.js';
import { listen, type Listener } from './listen.js';
import { readPage, type Page } from './page.js';
import { connectPlaidSandbox } from './plaidSandboxBank.js';
import { createSessions, type User } from './sessions.js';
import { createTokenCipher } from './tokenCipher.js';
import { createWireLog } from './wireLog.js';

export interface Demo extends Listener {
  bank: Bank;
}

const DATA_FOLDER = fileURLToPath(new URL('../.data', import.meta.url));

const ROBIN: User = { id: 'user-robin', name: 'Robin' };

/** Starts the demo's server; the page has to be built before. */
export async function startDemo(configuration: Configuration, log: Log): Promise<Demo> {
  const page = await readPage();
  // First of all, so that a port that is taken is known before anything is made. A request that comes early waits.
  const listener = await listen(async (request) => (await preparation).app.fetch(request), configuration.port);
  const preparation = prepare(configuration, page, log);
  const { bank, database } = await preparation;
  return {
    url: listener.url,
    bank,
    async close() {
      await listener.close();
      await bank.close();
      await database.close();
    },
  };
}

interface Prepared {
  app: Hono;
  bank: Bank;
  database: Database;
}

async function prepare(configuration: Configuration, page: Page, log: Log): Promise<Prepared> {
  const { credentials, encryptionKey } = configuration;
  const wireLog = createWireLog();
  const database = await openDatabase(configuration);
  const connections = createConnections(database, createTokenCipher(encryptionKey));
  const sessions = createSessions(database);
  const bank = credentials ? connectPlaidSandbox(credentials) : await startBuiltInBank(wireLog);

  await database.query('insert into users (id, name) values ($1, $2) on conflict do nothing', [ROBIN.id, ROBIN.name]);
  await bank.seed(ROBIN, connections);
  wireLog.clear();

  const app = createApp({ bank, connections, sessions, demoUser: ROBIN, wireLog, page, log });
  return { app, bank, database };
}

function openDatabase({ databaseUrl, credentials }: Configuration): Promise<Database> {
  if (databaseUrl) return openPostgres(databaseUrl);
  return openEmbeddedDatabase(credentials ? DATA_FOLDER : undefined);
}
