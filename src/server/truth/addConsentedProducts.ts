import type { AddConsentedProductsPurpose } from '../purposeDefinition.js';
import type { Evidence } from './evidence.js';
import { DONE, NOT_YET, UNKNOWN, type PurposeTruth } from './purposeTruth.js';

/**
 * The user has consented to all of the products. Plaid only names those that the app has Production access for.
 * https://plaid.com/docs/api/items/#item-get-response-item-consented-products
 */
export function judgeConsentedProducts({ plaidItem }: Evidence, purpose: AddConsentedProductsPurpose): PurposeTruth {
  const consented = plaidItem?.consented_products;
  // Only Items with Data Transparency Messaging have the field.
  if (!consented) return UNKNOWN;
  return hasConsent(consented, purpose) ? DONE : NOT_YET;
}

/** Whether all of the purpose's products are among those consented to. */
export function hasConsent(
  consented: readonly string[],
  { additional_consented_products }: AddConsentedProductsPurpose,
): boolean {
  return additional_consented_products.every((product) => consented.includes(product));
}
