import { createUuid } from '../randomId.js';
import { createNewAccount, type SandboxAccount } from './accounts.js';
import { setHeronStatus, viewHeronLink, type HeronLinkView, type HeronStatus } from './heronLink.js';
import { removeItem } from './itemRoutes.js';
import { breakItem, findItemError, healItem } from './itemTrouble.js';
import { buildItem, findAccountIds, type CreateItemOptions, type SandboxItem } from './sandboxItem.js';
import type { SandboxWorld } from './sandboxWorld.js';

/** What is true of one Item now. */
export interface SandboxItemView {
  itemId: string;
  accessToken: string;
  /** Plaid's error code, or `null` for a healthy Item. */
  error: string | null;
  /** `null` where Heron does not know the Item. */
  heron: HeronLinkView | null;
}

/** What a test, or a demo's panel, does to the world behind the sandbox's routes. Accounts are named by id, name or mask. */
export interface SandboxControls {
  /** One user of the app at Plaid; `createItem({ userId })` gives them Items. */
  createUser(): { userId: string; userToken: string };
  createItem(options?: CreateItemOptions): { itemId: string; accessToken: string };
  /** A Transfer authorization with the decision `user_action_required`, for an account of the Item. */
  createTransferAuthorization(itemId: string): { authorizationId: string };
  /** Whether its user has been through Link since. */
  isUserActionDone(authorizationId: string): boolean;
  /** At Plaid and, since its next sync fails, at Heron. `reason` is Plaid's `error_code_reason`. @default code 'ITEM_LOGIN_REQUIRED' */
  breakItem(itemId: string, code?: string, reason?: string | null): void;
  /** At Plaid alone, as when the user signs in elsewhere. */
  healItem(itemId: string): void;
  /** As after `/item/remove`: Heron says `deleted_in_plaid`. */
  removeItem(itemId: string): void;
  /** The user opens an account at the bank; nobody shares it yet. */
  openAccount(itemId: string, account?: SandboxAccount): SandboxAccount;
  /** Exactly these accounts are shared from now on. */
  shareAccounts(itemId: string, accounts: readonly string[]): void;
  /** All accounts at the bank, shared or not. */
  readAccounts(itemId: string): (SandboxAccount & { isShared: boolean })[];
  /** Exactly these products lack the user's permission from now on. */
  withholdProducts(itemId: string, products: readonly string[]): void;
  /** For the statuses that no route leads to. */
  setHeronStatus(itemId: string, status: HeronStatus): void;
  readItem(itemId: string): SandboxItemView;
  /** All link tokens that were given so far are refused by Link from now on. */
  expireLinkTokens(): void;
}

export function requireKnownItem(world: SandboxWorld, itemId: string): SandboxItem {
  const item = world.items.find(itemId);
  if (item === undefined) throw new Error(`The sandbox has no Item ${itemId}: make it with createItem() first.`);
  return item;
}

export function createSandboxControls(world: SandboxWorld): SandboxControls {
  const requireItem = (itemId: string): SandboxItem => requireKnownItem(world, itemId);

  return {
    createUser() {
      const { userId, userToken } = world.users.create();
      return { userId, userToken };
    },
    createItem(options = {}) {
      const { userId } = options;
      const user = userId === undefined ? undefined : world.users.find({ userId });
      if (userId !== undefined && user === undefined) {
        throw new Error(`The sandbox has no user ${userId}: make one with createUser() first.`);
      }
      const item = buildItem(options, world.now(), world.webhook);
      world.items.add(item);
      user?.itemIds.add(item.itemId);
      return { itemId: item.itemId, accessToken: item.accessToken };
    },
    createTransferAuthorization(itemId) {
      const authorizationId = createUuid();
      world.authorizations.set(authorizationId, {
        authorizationId,
        itemId: requireItem(itemId).itemId,
        isUserActionDone: false,
      });
      return { authorizationId };
    },
    isUserActionDone: (authorizationId) => world.authorizations.get(authorizationId)?.isUserActionDone ?? false,
    breakItem: (itemId, code = 'ITEM_LOGIN_REQUIRED', reason = null) =>
      breakItem(requireItem(itemId), code, world.now(), reason),
    healItem: (itemId) => healItem(requireItem(itemId), world.now()),
    removeItem: (itemId) => removeItem(requireItem(itemId), world.now()),
    openAccount(itemId, account) {
      const item = requireItem(itemId);
      const opened = account ?? createNewAccount(item.accounts.length + 1);
      item.accounts = [...item.accounts, opened];
      return opened;
    },
    shareAccounts(itemId, accounts) {
      const item = requireItem(itemId);
      item.sharedAccountIds = new Set(findAccountIds(item, accounts));
    },
    readAccounts(itemId) {
      const { accounts, sharedAccountIds } = requireItem(itemId);
      return accounts.map((account) => ({ ...account, isShared: sharedAccountIds.has(account.account_id) }));
    },
    withholdProducts(itemId, products) {
      requireItem(itemId).withheldProducts = new Set(products);
    },
    setHeronStatus(itemId, status) {
      const { heron } = requireItem(itemId);
      if (heron !== null) setHeronStatus(heron, status, null, world.now());
    },
    readItem(itemId) {
      const item = requireItem(itemId);
      return {
        itemId,
        accessToken: item.accessToken,
        error: findItemError(item)?.error_code ?? null,
        heron: item.heron === null ? null : viewHeronLink(itemId, item.heron, world.now()),
      };
    },
    expireLinkTokens: () => world.linkTokens.expireAll(),
  };
}
