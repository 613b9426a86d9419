import type { AddProductPurpose } from '../purposeDefinition.js';
import type { Evidence } from './evidence.js';
import { DONE, NOT_YET, UNKNOWN, type PurposeTruth } from './purposeTruth.js';

/** One product under the two names that Plaid's pages give it. */
const INCOME = ['income', 'income_verification'];

/**
 * The product was added to the Item: it is among its `products`, or billed already. Consent alone
 * (`consented_products`) is not enough: these products have a consent flow of their own.
 * https://plaid.com/docs/api/items/#item-get-response-item-products
 */
export function judgeAddedProduct({ plaidItem }: Evidence, purpose: AddProductPurpose): PurposeTruth {
  const added = [...(plaidItem?.products ?? []), ...(plaidItem?.billed_products ?? [])];
  if (hasProduct(added, purpose)) return DONE;
  // Where it says nothing but what is billed, a product that is not billed yet can't be seen.
  return plaidItem?.products ? NOT_YET : UNKNOWN;
}

/** Whether the purpose's product is among an Item's, under any of its names. */
export function hasProduct(added: readonly string[], { products: [product] }: AddProductPurpose): boolean {
  const names = INCOME.includes(product) ? INCOME : [product];
  return names.some((name) => added.includes(name));
}
