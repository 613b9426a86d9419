import type { ItemFacts } from './itemFacts.js';

/** One Item of the app's database. */
export interface Item {
  itemId: string;
  /** Decrypted, and used for Plaid and Heron alone: no answer and no log entry ever holds it. */
  accessToken: string;
  institutionName?: string | undefined;
  /** URL of an image, or a `data:` URL. */
  institutionLogo?: string | undefined;
  /** What `saveFacts` was given last; null or missing for an Item without any yet. */
  facts?: ItemFacts | null | undefined;
}

/** An Item as the routes use it. */
export interface ItemWithFacts extends Item {
  facts: ItemFacts;
}

/** The app's Items, on its own database. */
export interface ItemsPort<Caller> {
  /** The caller's own Items. */
  list(caller: Caller): Item[] | Promise<Item[]>;
  /** The caller's own Item; null or undefined where there is none, and also for an Item of somebody else. */
  find(caller: Caller, itemId: string): Item | null | undefined | Promise<Item | null | undefined>;
  /** Replaces the facts of an Item. They are plain JSON; the handlers read them right before they write. */
  saveFacts(itemId: string, facts: ItemFacts): void | Promise<void>;
}
