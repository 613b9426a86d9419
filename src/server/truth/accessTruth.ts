import { isAccessErrorCode, isAuthErrorCode } from '../accessErrorCode.js';
import { compareAccounts } from '../accountsChange.js';
import type { AccessFact } from '../itemFacts.js';
import type { CheckedProduct } from '../plaidClient.js';
import { readProducts } from '../plaidItem.js';
import type { Evidence } from './evidence.js';
import { judgeBilledProducts, judgeLackingProducts } from './productAccess.js';
import { denied, DONE, NOT_YET, UNKNOWN, type PurposeTruth } from './purposeTruth.js';

/** A visit took away what the app needs. */
export const ACCOUNTS_REMOVED = 'ACCOUNTS_REMOVED';
/** A visit that chose further accounts was left before its end: Plaid takes Assets off the Item. */
export const ASSETS_REVOKED = 'ASSETS_REVOKED';

/** Whether what the user had taken back, or never gave, is there now. Never rejects. */
export async function judgeAccess(evidence: Evidence, access: AccessFact): Promise<PurposeTruth> {
  const { plaidItem, accounts } = evidence;
  const errorCode = plaidItem?.error?.error_code;
  if (isAccessErrorCode(errorCode)) return denied(errorCode);
  if (!plaidItem || errorCode !== undefined) return UNKNOWN;
  if (isAccessErrorCode(access.code)) return judgeLackingProducts(evidence, readLackingProducts(access));
  switch (access.code) {
    case 'USER_ACCOUNT_REVOKED':
      return judgeAccountBack(evidence, access);
    case ACCOUNTS_REMOVED:
      if (accounts === 'unknown') return UNKNOWN;
      return accounts === 'none' || accounts.length === 0 ? NOT_YET : judgeSharedAccounts(evidence);
    case ASSETS_REVOKED:
      return judgeAssetsBack(evidence);
    default:
      return UNKNOWN;
  }
}

/** The products that an access error is about; undefined where nobody has said. */
export function readLackingProducts({ code, products }: AccessFact): CheckedProduct[] | undefined {
  return products ?? (isAuthErrorCode(code) ? ['auth'] : undefined);
}

function judgeAccountBack({ accounts, item }: Evidence, { account_id }: AccessFact): PurposeTruth {
  if (typeof accounts === 'string') return accounts === 'none' ? NOT_YET : UNKNOWN;
  const known = item.facts.accounts;
  if (account_id !== undefined) {
    if (accounts.some((account) => account.account_id === account_id)) return DONE;
    const revoked = known?.filter((account) => account.account_id === account_id);
    // The account may be back under another id: one that can't be known again is no proof of its absence.
    if (!revoked?.length) return UNKNOWN;
    return compareAccounts(revoked, accounts)?.removed.length === 0 ? DONE : NOT_YET;
  }
  const difference = compareAccounts(known, accounts);
  if (difference?.removed.length) return NOT_YET;
  return difference?.added.length ? DONE : UNKNOWN;
}

async function judgeSharedAccounts(evidence: Evidence): Promise<PurposeTruth> {
  const truth = await judgeBilledProducts(evidence);
  return truth.state === 'missing' ? truth : DONE;
}

function judgeAssetsBack({ plaidItem }: Evidence): PurposeTruth {
  const products = plaidItem ? readProducts(plaidItem) : undefined;
  if (!products) return UNKNOWN;
  return products.includes('assets') ? DONE : NOT_YET;
}
