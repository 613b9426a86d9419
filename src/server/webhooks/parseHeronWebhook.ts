import * as v from 'valibot';
import { itemIdSchema } from '../../protocol/requestSchemas.js';
import { timeSchema } from '../../protocol/time.js';

/** Heron's webhook as far as it is documented: `topic`, `created`, `data` and `meta`. */
export interface HeronWebhook {
  topic: string | null;
  /** Milliseconds since 1970: when it was sent, if it says so. */
  sentAt: number | null;
  /** Plaid's; null where none was found. */
  itemId: string | null;
}

const itemSchema = v.object({ item_id: itemIdSchema });

const topicSchema = v.object({ topic: v.string() });
const createdSchema = v.object({ created: timeSchema });

/**
 * Nobody has published what `data` holds for `integration_link.erroring`: "the data of the resource", says
 * Heron's page, and its API wraps that resource in two ways.
 */
const PLACES = [
  v.pipe(
    v.object({ data: itemSchema }),
    v.transform(({ data }) => data.item_id),
  ),
  v.pipe(
    v.object({ data: v.object({ integration_link: itemSchema }) }),
    v.transform(({ data }) => data.integration_link.item_id),
  ),
  v.pipe(
    v.object({ data: v.object({ link: itemSchema }) }),
    v.transform(({ data }) => data.link.item_id),
  ),
  v.pipe(
    v.object({ integration_link: itemSchema }),
    v.transform(({ integration_link }) => integration_link.item_id),
  ),
  v.pipe(
    itemSchema,
    v.transform(({ item_id }) => item_id),
  ),
];

export function parseHeronWebhook(body: unknown): HeronWebhook {
  const topic = v.safeParse(topicSchema, body);
  const created = v.safeParse(createdSchema, body);
  return {
    topic: topic.success ? topic.output.topic : null,
    sentAt: created.success ? Date.parse(created.output.created) : null,
    itemId: findItemId(body),
  };
}

function findItemId(body: unknown): string | null {
  for (const place of PLACES) {
    const found = v.safeParse(place, body);
    if (found.success) return found.output;
  }
  return null;
}
