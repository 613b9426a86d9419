import { createAccounts, type Accounts } from './accounts.js';
import { createActivityLog, type ActivityLog } from './activityLog.js';
import { createConnections, type Connections } from './connections.js';
import type { Database } from './database.js';
import { createPeople, type People } from './people.js';
import { createSessions, type Sessions } from './sessions.js';
import { createSupportRequests, type SupportRequests } from './supportRequests.js';
import type { TokenCipher } from './tokenCipher.js';
import { createTransfers, type Transfers } from './transfers.js';

/** All that Harbour keeps. */
export interface Stores {
  people: People;
  sessions: Sessions;
  connections: Connections;
  accounts: Accounts;
  transfers: Transfers;
  activity: ActivityLog;
  supportRequests: SupportRequests;
}

export function createStores(database: Database, cipher: TokenCipher): Stores {
  return {
    people: createPeople(database, cipher),
    sessions: createSessions(database),
    connections: createConnections(database, cipher),
    accounts: createAccounts(database),
    transfers: createTransfers(database),
    activity: createActivityLog(database),
    supportRequests: createSupportRequests(database),
  };
}
