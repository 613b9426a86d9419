import type { Item, ItemFacts } from 'react-plaid-update-mode/server';

/** An Item of the sandbox, and whose it is. */
export interface OwnedItem {
  userId: string;
  itemId: string;
  accessToken: string;
}

export interface User {
  id: string;
}

/** The app's database, as quick as one can be: the same for both servers. */
export function createStore(owned: readonly OwnedItem[]) {
  const byUser = new Map<string, Map<string, Item>>();
  const byId = new Map<string, Item>();
  for (const { userId, itemId, accessToken } of owned) {
    const item: Item = { itemId, accessToken, institutionName: 'First Platypus Bank' };
    byId.set(itemId, item);
    byUser.set(userId, (byUser.get(userId) ?? new Map<string, Item>()).set(itemId, item));
  }
  return {
    list: (user: User) => [...(byUser.get(user.id)?.values() ?? [])],
    find: (user: User, itemId: string) => byUser.get(user.id)?.get(itemId),
    saveFacts(itemId: string, facts: ItemFacts) {
      const item = byId.get(itemId);
      if (item) item.facts = facts;
    },
  };
}

export function authenticate(request: Request): User | null {
  const id = request.headers.get('x-user');
  return id === null ? null : { id };
}
