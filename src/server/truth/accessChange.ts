import { isAccessErrorCode } from '../accessErrorCode.js';
import { compareAccounts } from '../accountsChange.js';
import type { CheckedProduct } from '../plaidClient.js';
import { readProducts } from '../plaidItem.js';
import type { DefinedPurpose } from '../purposeDefinition.js';
import { NO_ACCOUNTS } from '../readAccounts.js';
import { ACCOUNTS_REMOVED, ASSETS_REVOKED, judgeAccess, readLackingProducts } from './accessTruth.js';
import type { Evidence } from './evidence.js';
import { judgeBilledProducts } from './productAccess.js';
import type { PurposeTruth } from './purposeTruth.js';

/** What a visit does to the access error that the facts hold: nothing, takes it away, or puts another there. */
export type AccessChange =
  | { type: 'keep' }
  | { type: 'clear' }
  | { type: 'set'; code: string; products?: CheckedProduct[] | undefined };

const KEEP: AccessChange = { type: 'keep' };
const CLEAR: AccessChange = { type: 'clear' };

/** Whether a visit took away so much that the connection is of no use, whatever else it achieved. */
export function isUseless(change: AccessChange): boolean {
  return change.type === 'set' && change.code === ACCOUNTS_REMOVED;
}

export async function readAccessChange(
  evidence: Evidence,
  purpose: DefinedPurpose,
  truth: PurposeTruth,
): Promise<AccessChange> {
  if (await sharesTooLittle(evidence)) return { type: 'set', code: ACCOUNTS_REMOVED };
  if (truth.state === 'missing' && truth.accessCode !== undefined) {
    return { type: 'set', code: truth.accessCode, products: truth.product && [truth.product] };
  }
  const known = evidence.item.facts.access_error;
  if (!known) return KEEP;
  if (purpose.kind === 'restore_permissions') return truth.state === 'missing' ? KEEP : CLEAR;
  if (purpose.kind === 'validate_products' && truth.state === 'done' && isAboutProduct(known.code)) {
    // What was validated says nothing of another product.
    if (readLackingProducts(known)?.every((product) => purpose.products.includes(product)) ?? true) return CLEAR;
  }
  return (await judgeAccess(evidence, known)).state === 'done' ? CLEAR : KEEP;
}

/** Whether a product's own call would name the error again. */
function isAboutProduct(code: string): boolean {
  return isAccessErrorCode(code) || code === ACCOUNTS_REMOVED;
}

/** The same after a visit that was not finished, which gives nothing back. */
export async function readAccessChangeAfterExit(evidence: Evidence): Promise<AccessChange> {
  if (await sharesTooLittle(evidence)) return { type: 'set', code: ACCOUNTS_REMOVED };
  return hasLostAssets(evidence) ? { type: 'set', code: ASSETS_REVOKED } : KEEP;
}

/** Whether the user now shares no account any more, or none that a product of the Item can work with. */
async function sharesTooLittle(evidence: Evidence): Promise<boolean> {
  const { accounts, plaidItem, item } = evidence;
  if (plaidItem?.error?.error_code === NO_ACCOUNTS) return true;
  const known = item.facts.accounts;
  if (!known?.length || accounts === 'unknown') return false;
  if (accounts === 'none' || accounts.length === 0) return true;
  if (!compareAccounts(known, accounts)?.removed.length) return false;
  const truth = await judgeBilledProducts(evidence);
  return truth.state === 'missing' && !truth.mayLag;
}

/** https://plaid.com/docs/link/update-mode/#using-update-mode-to-request-new-accounts */
function hasLostAssets({ before, plaidItem }: Evidence): boolean {
  const products = plaidItem ? readProducts(plaidItem) : undefined;
  return products !== undefined && before?.products?.includes('assets') === true && !products.includes('assets');
}
