import type { IntegrationLink } from '../protocol/integrationLink.js';
import type { Purpose } from '../protocol/purpose.js';
import type { AccountsDifference } from './accountsChange.js';
import type { ItemsPort } from './itemsPort.js';
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
