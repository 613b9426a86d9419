import { compareAccounts } from '../accountsChange.js';
import { countAccounts, hasChanged } from '../accountsCount.js';
import type { DefinedPurpose } from '../purposeDefinition.js';
import { hasConsent } from './addConsentedProducts.js';
import { hasProduct } from './addProduct.js';
import type { Evidence } from './evidence.js';
import { judgePurpose } from './judgePurpose.js';

/**
 * Whether a visit whose end nobody saw, as on Plaid's own page or in a tab that died, did what it was for: only where
 * the Item was another one when the visit's link token was made. What could have been so all along proves nothing.
 */
export async function isProvenByComparison(purpose: DefinedPurpose, evidence: Evidence): Promise<boolean> {
  return wasMissing(purpose, evidence) && (await judgePurpose(purpose, evidence)).state === 'done';
}

function wasMissing(purpose: DefinedPurpose, { before, item, accounts }: Evidence): boolean {
  switch (purpose.kind) {
    // These two are judged by comparing anyway, and the third by when a document arrived.
    case 'renew_consent':
    case 'add_use_cases':
    case 'collect_documents':
      return before !== null;
    case 'select_accounts':
      return hasChanged(countAccounts(compareAccounts(before?.accounts, accounts)));
    case 'add_product':
      return before?.products !== undefined && !hasProduct(before.products, purpose);
    case 'add_consented_products':
      return before?.consented_products !== undefined && !hasConsent(before.consented_products, purpose);
    case 'verify_micro_deposits':
      return before?.accounts?.some(({ verification_status }) => isPending(verification_status)) === true;
    case 'restore_permissions':
      return item.facts.access_error !== undefined;
    // A login is known by its error, and a product's call may have answered before.
    case 'repair':
    case 'validate_products':
      return false;
  }
}

function isPending(status: string | undefined): boolean {
  return status?.startsWith('pending_') === true || status === 'unsent';
}
