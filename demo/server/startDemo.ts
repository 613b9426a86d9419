import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import type { Log } from 'react-plaid-update-mode/server';
import { createApp } from './app.js';
import type { Bank, Household } from './bank.js';
import { startBuiltInBank } from './builtInBank.js';
import type { Configuration } from './configuration.js';
import { openEmbeddedDatabase, openPostgres, type Database } from './database.js';
import { listen, type Listener } from './listen.js';
import { readPage, type Page } from './page.js';
import { connectPlaidSandbox } from './plaidSandboxBank.js';
import { createStores } from './stores.js';
import { createTokenCipher } from './tokenCipher.js';
import { createWireLog } from './wireLog.js';

export interface Demo extends Listener {
  bank: Bank;
  /** What Heron calls the demo's household. */
  endUserId: string;
}

const DATA_FOLDER = fileURLToPath(new URL('../.data', import.meta.url));

const HOUSEHOLD_ID = 'household-1';

const HOUSEHOLD: Household = {
  user: { id: 'user-robin', name: 'Robin', householdId: HOUSEHOLD_ID },
  other: { id: 'user-sam', name: 'Sam', householdId: HOUSEHOLD_ID },
};

/** Starts the demo's server; the page has to be built before. */
export async function startDemo(configuration: Configuration, log: Log): Promise<Demo> {
  const page = await readPage();
  // First of all, so that a port that is taken is known before anything is made. A request that comes early waits.
  const listener = await listen(async (request) => (await preparation).app.fetch(request), configuration.port);
  const preparation = prepare(configuration, listener.url, page, log);
  const { bank, database } = await preparation;
  return {
    url: listener.url,
    bank,
    endUserId: HOUSEHOLD_ID,
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

async function prepare(configuration: Configuration, url: string, page: Page, log: Log): Promise<Prepared> {
  const { credentials, encryptionKey } = configuration;
  const wireLog = createWireLog();
  const database = await openDatabase(configuration);
  const stores = createStores(database, createTokenCipher(encryptionKey));
  const bank = credentials ? connectPlaidSandbox(credentials) : await startBuiltInBank(url, wireLog);

  await stores.people.add(HOUSEHOLD.user);
  await stores.people.add(HOUSEHOLD.other);
  await bank.seed(HOUSEHOLD, stores);
  wireLog.clear();

  const publicUrl = credentials?.publicUrl;
  const app = createApp({ bank, stores, database, household: HOUSEHOLD, wireLog, page, publicUrl, log });
  return { app, bank, database };
}

function openDatabase({ databaseUrl, credentials }: Configuration): Promise<Database> {
  if (databaseUrl) return openPostgres(databaseUrl);
  return openEmbeddedDatabase(credentials ? DATA_FOLDER : undefined);
}
