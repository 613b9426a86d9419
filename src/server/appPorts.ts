import type { IntegrationLink } from '../protocol/integrationLink.js';
import type { ItemFacts } from './itemFacts.js';
import type { Item, ItemsPort, ItemWithFacts, PlaidUser, TransferAuthorization } from './itemsPort.js';
import { readErrorName, type SafeLog, type LogOperation } from './log.js';
import { ServerProblem } from './problemResponse.js';

export interface RepairedItem<Caller> {
  caller: Caller;
  itemId: string;
  integrationLink: IntegrationLink;
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
  /** Called and awaited once Plaid has confirmed a repair and Heron has been told. */
  onRepaired?: ((repaired: RepairedItem<Caller>) => void | Promise<void>) | undefined;
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
  /** Reads, changes and writes an Item's facts; answers the Item as it is then. */
  changeFacts(caller: Caller, itemId: string, change: (facts: ItemFacts) => ItemFacts): Promise<ItemWithFacts>;
  repaired(repaired: RepairedItem<Caller>): Promise<void>;
}

export function createAppPorts<Caller>(app: AppFunctions<Caller>, log: SafeLog): AppPorts<Caller> {
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

  async function findItem(caller: Caller, itemId: string): Promise<ItemWithFacts> {
    const item = await guard('items.find', () => app.items.find(caller, itemId), itemId);
    if (item?.itemId !== itemId) throw new ServerProblem('item_not_found');
    return toItemWithFacts(item);
  }

  return {
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
    async changeFacts(caller, itemId, change) {
      // Read again: Plaid and Heron have been asked meanwhile, and somebody else may have written.
      const newest = await findItem(caller, itemId);
      const facts = change(newest.facts);
      await guard('items.saveFacts', () => app.items.saveFacts(itemId, facts), itemId);
      return { ...newest, facts };
    },
    async repaired(repaired) {
      try {
        await app.onRepaired?.(repaired);
      } catch (error) {
        log({ code: 'internal', operation: 'onRepaired', itemId: repaired.itemId, errorName: readErrorName(error) });
      }
    },
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
