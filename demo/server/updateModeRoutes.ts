import { CountryCode } from 'plaid';
import {
  createHeronProxyHandler,
  createUpdateModeHandler,
  type ItemsPort,
  type Log,
} from 'react-plaid-update-mode/server';
import type { Bank } from './bank.js';
import type { Connections } from './connections.js';
import type { Sessions, User } from './sessions.js';

export interface UpdateModeRoutes {
  /** For `/api/update-mode/*`. */
  updateMode(request: Request): Promise<Response>;
  /** For `/api/heron/*`. */
  heronProxy(request: Request): Promise<Response>;
}

export interface UpdateModeRoutesOptions {
  bank: Bank;
  connections: Connections;
  sessions: Sessions;
  log: Log;
}

/** The library's server entry on this app's sessions and database: all that an app has to write. */
export function createUpdateModeRoutes({
  bank,
  connections,
  sessions,
  log,
}: UpdateModeRoutesOptions): UpdateModeRoutes {
  const items: ItemsPort<User> = {
    list: (user) => connections.list(user.id),
    find: (user, itemId) => connections.find(user.id, itemId),
    saveFacts: (itemId, facts) => connections.saveFacts(itemId, facts),
  };
  const options = {
    plaid: bank.plaid,
    heron: bank.heron,
    authenticate: (request: Request) => sessions.find(request),
    endUserId: (user: User) => user.id,
    items,
    log,
  };
  return {
    updateMode: createUpdateModeHandler({
      ...options,
      basePath: '/api/update-mode',
      linkToken: { client_name: 'Harbour', language: 'en', country_codes: [CountryCode.Us] },
    }),
    heronProxy: createHeronProxyHandler({ ...options, basePath: '/api/heron' }),
  };
}
