import type { DefinedPurpose } from '../purposeDefinition.js';
import { judgeConsentedProducts } from './addConsentedProducts.js';
import { judgeAddedProduct } from './addProduct.js';
import { judgeUseCases } from './addUseCases.js';
import { judgeDocuments } from './collectDocuments.js';
import type { Evidence } from './evidence.js';
import { judgeProducts } from './productAccess.js';
import { DONE, type PurposeTruth } from './purposeTruth.js';
import { judgeRenewedConsent } from './renewConsent.js';
import { judgeRestoredPermissions } from './restorePermissions.js';
import { judgeMicroDeposits } from './verifyMicroDeposits.js';

/** Whether what a visit was for is so, after one that succeeded and left the Item without a login error. */
export async function judgePurpose(purpose: DefinedPurpose, evidence: Evidence): Promise<PurposeTruth> {
  switch (purpose.kind) {
    case 'repair':
    // Every choice is one: which accounts it changed, the comparison tells.
    case 'select_accounts':
      return DONE;
    case 'renew_consent':
      return judgeRenewedConsent(evidence);
    case 'add_product':
      return judgeAddedProduct(evidence, purpose);
    case 'validate_products':
      return judgeProducts(evidence, purpose.products);
    case 'add_consented_products':
      return judgeConsentedProducts(evidence, purpose);
    case 'add_use_cases':
      return judgeUseCases(evidence);
    case 'restore_permissions':
      return judgeRestoredPermissions(evidence);
    case 'verify_micro_deposits':
      return judgeMicroDeposits(evidence);
    case 'collect_documents':
      return judgeDocuments(evidence);
  }
}
