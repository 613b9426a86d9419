import { createPlaidId, createUuid } from '../randomId.js';

/** One user of the app at Plaid, with any number of Items. */
export interface SandboxUser {
  /** As `/user/create` gives it today. */
  userId: string;
  /** As it gave it before 10 December 2025. The sandbox's users have both. */
  userToken: string;
  itemIds: Set<string>;
}

export interface UserStore {
  create(): SandboxUser;
  findByItem(itemId: string): SandboxUser | undefined;
  find(name: { userId?: string | null | undefined; userToken?: string | null | undefined }): SandboxUser | undefined;
}

export function createUserStore(): UserStore {
  const users: SandboxUser[] = [];
  return {
    create() {
      const user = {
        userId: `usr_${createPlaidId(12)}`,
        userToken: `user-sandbox-${createUuid()}`,
        itemIds: new Set<string>(),
      };
      users.push(user);
      return user;
    },
    findByItem: (itemId) => users.find((user) => user.itemIds.has(itemId)),
    find: ({ userId, userToken }) => users.find((user) => user.userId === userId || user.userToken === userToken),
  };
}
