import type { AppFunctions, ChangedAccounts, ReadyAuthorization, RepairedItem } from './appFunctions.js';
import { createExclusiveItems, ItemBusy } from './exclusiveItems.js';
import type { ItemFacts } from './itemFacts.js';
import type { Exclusively } from './itemQueue.js';
import type { Item, ItemWithFacts, PlaidUser, TransferAuthorization } from './itemsPort.js';
import { readErrorName, type SafeLog, type LogOperation } from './log.js';
import { ServerProblem } from './problemResponse.js';
import { withinTimeLimit } from './timeLimit.js';
import type { UndeliveredReport } from './undeliveredReport.js';

/** The app's functions as the routes use them: one that throws ends the request as `internal`, and is logged. */
export interface AppPorts<Caller> {
  authenticate(request: Request): Promise<Caller>;
  endUserId(caller: Caller): Promise<string>;
  listItems(caller: Caller): Promise<ItemWithFacts[]>;
  /** The caller's own Item. One of somebody else's and one that does not exist end alike. */
  findItem(caller: Caller, itemId: string): Promise<ItemWithFacts>;
  /** The caller's own user at Plaid. None, and an app that knows no users, end alike. */
  findUser(caller: Caller): Promise<PlaidUser>;
  /** The caller's own authorization. One of somebody else's and one that does not exist end alike. */
  findAuthorization(caller: Caller, authorizationId: string): Promise<TransferAuthorization>;
  /** One at a time for each Item; rejects with `ItemBusy` after a long wait. */
  exclusively: Exclusively;
  /** Reads, changes and writes an Item's facts; answers the Item as it is then. For use within `exclusively`. */
  changeFacts(caller: Caller, itemId: string, change: (facts: ItemFacts) => ItemFacts): Promise<ItemWithFacts>;
  /** The same outside of it, for what may go unremembered where the Item is busy for long. */
  rememberFacts(caller: Caller, itemId: string, change: (facts: ItemFacts) => ItemFacts): Promise<void>;
  /** What the app wants to hear of. */
  listensTo: { repairs: boolean; accounts: boolean };
  repaired(repaired: RepairedItem<Caller>): Promise<void>;
  accountsChanged(changed: ChangedAccounts<Caller>): Promise<void>;
  authorizationReady(ready: ReadyAuthorization<Caller>): Promise<void>;
  undelivered(undelivered: UndeliveredReport<Caller>): Promise<void>;
}

/** A browser waits meanwhile, and keeps the report itself. */
const HAND_OVER_LIMIT_MS = 2000;

export function createAppPorts<Caller>(app: AppFunctions<Caller>, waitLimitMs: number, log: SafeLog): AppPorts<Caller> {
  const exclusively = createExclusiveItems({ items: app.items, waitLimitMs, log });

  async function guard<Value>(
    operation: LogOperation,
    run: () => Value | Promise<Value>,
    itemId?: string,
  ): Promise<Value> {
    try {
      return await run();
    } catch (error) {
      log({ code: 'internal', operation, itemId, errorName: readErrorName(error) });
      throw new ServerProblem('internal');
    }
  }

  /** What has happened has happened, whatever the app makes of it. */
  async function tell(operation: LogOperation, run: () => void | Promise<void>, itemId?: string): Promise<void> {
    try {
      await run();
    } catch (error) {
      log({ code: 'internal', operation, itemId, errorName: readErrorName(error) });
    }
  }

  async function findItem(caller: Caller, itemId: string): Promise<ItemWithFacts> {
    const item = await guard('items.find', () => app.items.find(caller, itemId), itemId);
    if (item?.itemId !== itemId) throw new ServerProblem('item_not_found');
    return toItemWithFacts(item);
  }

  async function changeFacts(
    caller: Caller,
    itemId: string,
    change: (facts: ItemFacts) => ItemFacts,
  ): Promise<ItemWithFacts> {
    // Read again: an app without a lock across its processes may have written meanwhile.
    const newest = await findItem(caller, itemId);
    const facts = change(newest.facts);
    await guard('items.saveFacts', () => app.items.saveFacts(itemId, facts), itemId);
    return { ...newest, facts };
  }

  return {
    exclusively,
    changeFacts,
    async rememberFacts(caller, itemId, change) {
      try {
        await exclusively(itemId, () => changeFacts(caller, itemId, change));
      } catch (error) {
        if (!(error instanceof ItemBusy)) throw error;
      }
    },
    listensTo: { repairs: app.onRepaired !== undefined, accounts: app.onAccountsChanged !== undefined },
    async authenticate(request) {
      const caller = await guard('authenticate', () => app.authenticate(request));
      if (caller === null || caller === undefined) throw new ServerProblem('unauthenticated');
      return caller;
    },
    endUserId: (caller) => guard('endUserId', () => app.endUserId(caller)),
    async listItems(caller) {
      const items = await guard('items.list', () => app.items.list(caller));
      return items.map(toItemWithFacts);
    },
    findItem,
    async findUser(caller) {
      const user = await guard('items.findUser', () => app.items.findUser?.(caller));
      const { userToken, userId } = user ?? {};
      if (userToken) return { userToken };
      if (userId) return { userId };
      throw new ServerProblem('target_not_found');
    },
    async findAuthorization(caller, authorizationId) {
      const found = await guard('items.findAuthorization', () =>
        app.items.findAuthorization?.(caller, authorizationId),
      );
      if (found?.authorizationId !== authorizationId) throw new ServerProblem('target_not_found');
      return { authorizationId };
    },
    repaired: (repaired) => tell('onRepaired', () => app.onRepaired?.(repaired), repaired.itemId),
    accountsChanged: (changed) => tell('onAccountsChanged', () => app.onAccountsChanged?.(changed), changed.itemId),
    authorizationReady: (ready) => tell('onAuthorizationReady', () => app.onAuthorizationReady?.(ready)),
    undelivered: (undelivered) =>
      tell('onUndelivered', () => withinTimeLimit(HAND_OVER_LIMIT_MS, async () => app.onUndelivered?.(undelivered))),
  };
}

/** Field by field: the app's object may be an ORM's, whose fields are getters. */
function toItemWithFacts(item: Item): ItemWithFacts {
  const { itemId, accessToken, institutionName, institutionLogo, institutionUrl, countryCode, owner, facts } = item;
  return {
    itemId,
    accessToken,
    institutionName,
    institutionLogo,
    institutionUrl,
    countryCode,
    owner,
    facts: facts ?? {},
  };
}
