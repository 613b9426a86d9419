import type { ItemFacts } from './itemFacts.js';

/** One Item of the app's database. */
export interface Item {
  itemId: string;
  /** Decrypted, and used for Plaid and Heron alone: no answer and no log entry ever holds it. */
  accessToken: string;
  institutionName?: string | undefined;
  /** URL of an image, or a `data:` URL. */
  institutionLogo?: string | undefined;
  /** URL of the bank's own site. */
  institutionUrl?: string | undefined;
  /** ISO 3166-1 alpha-2: where the bank is. */
  countryCode?: string | undefined;
  /** `other` for a connection that the caller sees and a colleague has made: only they can repair it. @default 'you' */
  owner?: 'you' | 'other' | undefined;
  /** What `saveFacts` was given last; null or missing for an Item without any yet. */
  facts?: ItemFacts | null | undefined;
}

/** An Item as the routes use it. */
export interface ItemWithFacts extends Item {
  facts: ItemFacts;
}

/** An Item with its end user's name at Heron: what a webhook, which has no caller, needs to know. */
export interface ItemOfEndUser extends Item {
  endUserId: string;
}

/** Plaid's name for a user with several Items: a `user_token` (made before 10 December 2025) or a `user_id`. */
export type PlaidUser = { userToken: string; userId?: undefined } | { userToken?: undefined; userId: string };

/** A Transfer authorization that waits for its user. */
export interface TransferAuthorization {
  authorizationId: string;
}

/** The app's Items, on its own database. */
export interface ItemsPort<Caller> {
  /** The caller's own Items. */
  list(caller: Caller): Item[] | Promise<Item[]>;
  /** The caller's own Item; null or undefined where there is none, and also for an Item of somebody else. */
  find(caller: Caller, itemId: string): Item | null | undefined | Promise<Item | null | undefined>;
  /** Replaces the facts of an Item. They are plain JSON; the handlers read them right before they write. */
  saveFacts(itemId: string, facts: ItemFacts): void | Promise<void>;
  /**
   * Runs `run` while no other process of the app runs one for the same Item, and answers what it answers, or rejects as it
   * rejects. It may be run again from its beginning, as by a transaction that is repeated. Without it the handlers take
   * turns within one process only: enough for a single one.
   */
  exclusively?: (<Value>(itemId: string, run: () => Promise<Value>) => Promise<Value>) | undefined;
  /** By Plaid's id alone, for webhooks; null or undefined for an Item that is none of this app's. */
  findByPlaidId?:
    | ((itemId: string) => ItemOfEndUser | null | undefined | Promise<ItemOfEndUser | null | undefined>)
    | undefined;
  /** The caller's own user at Plaid, for the target `user`. */
  findUser?: ((caller: Caller) => PlaidUser | null | undefined | Promise<PlaidUser | null | undefined>) | undefined;
  /** The caller's own Transfer authorization; null or undefined where there is none, and for one of somebody else. */
  findAuthorization?:
    | ((
        caller: Caller,
        authorizationId: string,
      ) => TransferAuthorization | null | undefined | Promise<TransferAuthorization | null | undefined>)
    | undefined;
}
