import type { IntegrationLink } from '../../protocol/integrationLink.js';
import type { ItemFacts } from '../itemFacts.js';
import type { HeronItemEvent } from './heronItemEvent.js';
import type { PlaidItemEvent } from './plaidItemEvent.js';

/** What a webhook said about an Item, once it was found to be so and is stored. */
export interface ItemNews {
  event: PlaidItemEvent | HeronItemEvent;
  itemId: string;
  /** Heron's name for the Item's user: whose pages to tell. */
  endUserId: string;
  /** The Item's facts as they are now. */
  facts: ItemFacts;
  /** Heron's own word, where it was asked. */
  integrationLink?: IntegrationLink | undefined;
}

/**
 * Called and awaited for each webhook that tells something true about an Item. If it rejects, the webhook is
 * sent again, so it may hear the same news twice.
 */
export type ItemNewsListener = (news: ItemNews) => void | Promise<void>;
