import { findItemError } from './itemTrouble.js';
import type { SandboxItem } from './sandboxItem.js';

/** An Item as Plaid's answers show it. */
export function viewItem(item: SandboxItem): object {
  const { consentExpiresAt, products } = item;
  return {
    item_id: item.itemId,
    institution_id: item.institutionId,
    institution_name: item.institutionName,
    webhook: item.webhook,
    auth_method: null,
    error: findItemError(item),
    available_products: ['balance'],
    billed_products: products,
    products,
    ...(item.consentedProducts === null ? {} : { consented_products: item.consentedProducts }),
    consent_expiration_time: consentExpiresAt === null ? null : new Date(consentExpiresAt).toISOString(),
    update_type: 'background',
  };
}

/** With the fields that `/item/get` alone has. */
export function viewWholeItem(item: SandboxItem): object {
  const { consentedProducts, consentedUseCases: consented_use_cases, createdAt } = item;
  const created_at = new Date(createdAt).toISOString();
  return { ...viewItem(item), created_at, ...(consentedProducts === null ? {} : { consented_use_cases }) };
}
