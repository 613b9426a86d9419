import type { Item, ItemsPort } from 'react-plaid-update-mode/server';
import type { Connection } from './connections.js';
import type { User } from './sessions.js';
import type { Stores } from './stores.js';

/** The library's port on this app's database, for its own requests and for webhooks. */
export type HarbourItems = ItemsPort<User> & { findByPlaidId: NonNullable<ItemsPort<User>['findByPlaidId']> };

export function createItems({ connections, people, transfers }: Stores): HarbourItems {
  return {
    list: async (user) => (await connections.list(user)).map((connection) => toItem(connection, user)),
    async find(user, itemId) {
      const connection = await connections.find(user, itemId);
      return connection && toItem(connection, user);
    },
    async findByPlaidId(itemId) {
      const connection = await connections.findByItemId(itemId);
      return connection && { ...toItem(connection), endUserId: connection.householdId };
    },
    exclusively: connections.exclusively,
    saveFacts: (itemId, facts) => connections.saveFacts(itemId, facts),
    async findUser({ id }) {
      const userToken = await people.findPlaidUserToken(id);
      return userToken === null ? null : { userToken };
    },
    async findAuthorization({ id }, authorizationId) {
      const transfer = await transfers.find(id, authorizationId);
      return transfer && { authorizationId };
    },
  };
}

function toItem(connection: Connection, user?: User): Item {
  const { itemId, accessToken, institutionName, institutionLogo, institutionUrl, countryCode, facts } = connection;
  const owner = user && user.id !== connection.userId ? 'other' : 'you';
  return { itemId, accessToken, institutionName, institutionLogo, institutionUrl, countryCode, owner, facts };
}
