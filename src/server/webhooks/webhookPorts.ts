import { createExclusiveItems } from '../exclusiveItems.js';
import type { ItemFacts } from '../itemFacts.js';
import type { Exclusively } from '../itemQueue.js';
import type { ItemOfEndUser } from '../itemsPort.js';
import { readErrorName, type LogOperation, type SafeLog } from '../log.js';
import { ServerProblem } from '../problemResponse.js';
import { createMemoryDedupe } from './dedupe.js';
import type { ItemNews } from './itemNews.js';
import type { WebhookOptions } from './webhookOptions.js';

/** An Item as webhooks use it. */
export interface KnownItem extends ItemOfEndUser {
  facts: ItemFacts;
}

/** The app's functions as the webhook handlers use them: one that throws ends the request as `internal`, and is logged. */
export interface WebhookPorts {
  findItem(itemId: string): Promise<KnownItem | null>;
  /** One at a time for each Item; rejects with `ItemBusy` after a long wait. */
  exclusively: Exclusively;
  /**
   * Reads, changes and writes an Item's facts; answers the Item as it is then. The same facts are not written. For use
   * within `exclusively`.
   */
  changeFacts(item: KnownItem, change: (facts: ItemFacts) => ItemFacts): Promise<KnownItem>;
  tell(news: ItemNews): Promise<void>;
  wasTaken(key: string): Promise<boolean>;
  markTaken(key: string): Promise<void>;
}

const ITEM_WAIT_LIMIT_MS = 5_000;

export function createWebhookPorts(
  { items, onItemEvent, dedupe = createMemoryDedupe(), itemWaitLimitMs = ITEM_WAIT_LIMIT_MS }: WebhookOptions,
  log: SafeLog,
): WebhookPorts {
  async function guard<Value>(operation: LogOperation, itemId: string | undefined, run: () => Value | Promise<Value>) {
    try {
      return await run();
    } catch (error) {
      log({ code: 'internal', operation, itemId, errorName: readErrorName(error) });
      throw new ServerProblem('internal');
    }
  }

  async function findItem(itemId: string): Promise<KnownItem | null> {
    const item = await guard('items.findByPlaidId', itemId, () => items.findByPlaidId(itemId));
    return item?.itemId === itemId ? toKnownItem(item) : null;
  }

  return {
    findItem,
    exclusively: createExclusiveItems({ items, waitLimitMs: itemWaitLimitMs, log }),
    async changeFacts(item, change) {
      // Read again: an app without a lock across its processes may have written meanwhile.
      const newest = (await findItem(item.itemId)) ?? item;
      const facts = change(newest.facts);
      if (facts === newest.facts) return newest;
      await guard('items.saveFacts', item.itemId, () => items.saveFacts(item.itemId, facts));
      return { ...newest, facts };
    },
    tell: (news) => guard('onItemEvent', news.itemId, () => onItemEvent?.(news)),
    wasTaken: (key) => guard('dedupe', undefined, () => dedupe.has(key)),
    async markTaken(key) {
      try {
        await dedupe.add(key);
      } catch (error) {
        // What it said is stored already: hearing it once more does no harm.
        log({ code: 'internal', operation: 'dedupe', errorName: readErrorName(error) });
      }
    },
  };
}

/** Field by field: the app's object may be an ORM's, whose fields are getters. */
function toKnownItem(item: ItemOfEndUser): KnownItem {
  const { itemId, accessToken, endUserId, institutionName, institutionLogo, institutionUrl, countryCode } = item;
  const { owner, facts } = item;
  return {
    itemId,
    accessToken,
    endUserId,
    institutionName,
    institutionLogo,
    institutionUrl,
    countryCode,
    owner,
    facts: facts ?? {},
  };
}
