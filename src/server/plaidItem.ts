import * as v from 'valibot';
import { itemErrorSchema, type ItemError } from '../protocol/integrationLink.js';
import { timeSchema } from '../protocol/time.js';

/** What of an Item in Plaid's answers matters here. What else is missing or of another shape, Plaid has not said. */
export interface PlaidItem {
  item_id: string;
  /** Null: there is none. An answer that leaves it out says nothing of the Item, and never that it works. */
  error: ItemError | null;
  /** Null: the consent does not end. */
  consent_expiration_time?: string | null | undefined;
  billed_products?: string[] | null | undefined;
  products?: string[] | null | undefined;
  consented_products?: string[] | null | undefined;
  consented_use_cases?: string[] | null | undefined;
}

const namesSchema = v.fallback(v.nullish(v.array(v.string())), undefined);

/** https://plaid.com/docs/api/items/#itemget */
export const plaidItemSchema = v.object({
  item_id: v.string(),
  error: v.nullable(itemErrorSchema),
  consent_expiration_time: v.fallback(v.nullish(timeSchema), undefined),
  billed_products: namesSchema,
  products: namesSchema,
  consented_products: namesSchema,
  consented_use_cases: namesSchema,
});

/** The products that were added to an Item: `products`, of which Plaid's older answers only have the billed ones. */
export function readProducts({ products, billed_products }: PlaidItem): string[] | undefined {
  return products ?? billed_products ?? undefined;
}
