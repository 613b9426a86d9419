import type { IntegrationLink } from '../protocol/integrationLink.js';
import type { Purpose } from '../protocol/purpose.js';
import type { AccountsDifference } from './accountsChange.js';
import { createExclusiveItems, ItemBusy } from './exclusiveItems.js';
import type { ItemFacts } from './itemFacts.js';
import type { Exclusively } from './itemQueue.js';
import type { Item, ItemsPort, ItemWithFacts, PlaidUser, TransferAuthorization } from './itemsPort.js';
import { readErrorName, type SafeLog, type LogOperation } from './log.js';
import { ServerProblem } from './problemResponse.js';
import { withinTimeLimit } from './timeLimit.js';
import type { UndeliveredReport } from './undeliveredReport.js';

export interface RepairedItem<Caller> {
  caller: Caller;
  itemId: string;
  /** The name of the purpose that is achieved: the visit's own, or `repair` where only the login works again. */
  purpose: Purpose;
  /** Whether Plaid has said so; false where the visit went well and Plaid has no way to tell. */
  isVerified: boolean;
  integrationLink: IntegrationLink;
}

/** The accounts of an Item that a user has begun and ceased to share since Plaid told last. */
export interface ChangedAccounts<Caller> extends AccountsDifference {
  caller: Caller;
  itemId: string;
}

/** A Transfer authorization whose user has been to Link. */
export interface ReadyAuthorization<Caller> {
  caller: Caller;
  authorizationId: string;
}

/** The app's own functions, as it gives them to a handler. */
export interface AppFunctions<Caller> {
  /**
   * Who sends this request, by the app's own session; null or undefined for nobody. Leaves the body unread.
   *
   * Stands before `endUserId` and `items`, where the caller's type is to be inferred from it: TypeScript reads
   * the options in order.
   */
  authenticate(request: Request): Caller | null | undefined | Promise<Caller | null | undefined>;
  /** Heron's `end_user_id` of the caller; also Plaid's `client_user_id`, so nothing personal. */
  endUserId(caller: Caller): string;
  items: ItemsPort<Caller>;
  /**
   * Called and awaited once a visit has achieved something and Heron has been told; while the Item is locked, so leave
   * its lock alone. Reports of several tabs for which Heron was told once are one call for each purpose. Called again where the
   * process died before it was known that this had ended. Plaid fetches what was missed
   * by itself, and tells with its next webhook; recurring streams of added accounts wait for
   * `/transactions/refresh` or for the Item's next periodic update:
   * https://plaid.com/docs/link/update-mode/#using-update-mode-to-request-new-accounts
   */
  onRepaired?: ((repaired: RepairedItem<Caller>) => void | Promise<void>) | undefined;
  /**
   * Called and awaited after a visit, finished or not, since which an Item shares other accounts; the new ones are in
   * the facts by then, so that it is called once, and again only where the process died meanwhile. Plaid recommends to remove the data of accounts that were
   * de-selected; a closed account is gone from its list as well.
   */
  onAccountsChanged?: ((changed: ChangedAccounts<Caller>) => void | Promise<void>) | undefined;
  /**
   * Called and awaited after a visit for a Transfer authorization that succeeded: time to create the authorization
   * again, whose decision alone tells whether the visit was enough. Nothing is transferred here. A report that is sent
   * again calls again.
   */
  onAuthorizationReady?: ((ready: ReadyAuthorization<Caller>) => void | Promise<void>) | undefined;
  /**
   * Called, and awaited for up to two seconds, before a report to the endpoint is answered with 503 because Plaid or
   * Heron could not be asked: for the app's own queue, whose worker delivers it by `createReportDelivery`. Called for each
   * such attempt: `idempotencyKey` says which are the same. The browser goes on trying, where it is still there.
   */
  onUndelivered?: ((undelivered: UndeliveredReport<Caller>) => void | Promise<void>) | undefined;
}

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
