import { isLoginErrorCode } from '../../protocol/loginErrors.js';
import type { CheckedProduct } from '../plaidClient.js';
import type { PlaidRefusal } from '../plaidFailure.js';
import type { Evidence } from './evidence.js';
import { denied, DONE, NOT_YET, UNKNOWN, type PurposeTruth } from './purposeTruth.js';

/** Plaid's errors of a product whose permission or accounts the user does not share. https://plaid.com/docs/errors/item/ */
const ACCESS_ERROR_CODES = ['ACCESS_NOT_GRANTED', 'NO_AUTH_ACCOUNTS'];

const CHECKED_PRODUCTS: CheckedProduct[] = ['auth', 'identity'];

export function isAccessErrorCode(code: string | undefined): code is string {
  return code !== undefined && ACCESS_ERROR_CODES.includes(code);
}

/** Whether the products' own calls answer. Plaid bills the first one that does, for each Item and product. */
export async function judgeProducts(evidence: Evidence, products: readonly CheckedProduct[]): Promise<PurposeTruth> {
  const truths = await Promise.all(products.map((product) => judgeProduct(evidence, product)));
  const isDenied = (truth: PurposeTruth): boolean => truth.state === 'missing' && !truth.mayLag;
  return (
    truths.find(isDenied) ??
    truths.find(({ state }) => state === 'missing') ??
    truths.find(({ state }) => state === 'unknown') ??
    (truths.length > 0 ? DONE : UNKNOWN)
  );
}

/** The same for those products of the Item that are billed already, which costs nothing. Never rejects. */
export async function judgeBilledProducts(evidence: Evidence): Promise<PurposeTruth> {
  const billed = evidence.plaidItem?.billed_products ?? [];
  try {
    return await judgeProducts(
      evidence,
      CHECKED_PRODUCTS.filter((product) => billed.includes(product)),
    );
  } catch {
    // Logged where it went wrong.
    return UNKNOWN;
  }
}

async function judgeProduct({ plaid, item, log }: Evidence, product: CheckedProduct): Promise<PurposeTruth> {
  const answer = await plaid.checkProduct(item, product);
  if (!answer.isRefused) return DONE;
  const { httpStatus, errorType, errorCode, requestId } = answer.refusal;
  const operation = product === 'auth' ? 'plaid.authGet' : 'plaid.identityGet';
  log({ code: 'still_broken', operation, itemId: item.itemId, httpStatus, errorType, errorCode, requestId });
  return judgeRefusal(answer.refusal);
}

function judgeRefusal({ errorCode }: PlaidRefusal): PurposeTruth {
  if (isAccessErrorCode(errorCode)) return denied(errorCode);
  if (isLoginErrorCode(errorCode)) return NOT_YET;
  return errorCode === 'PRODUCT_NOT_READY' ? { state: 'missing', mayLag: true, result: 'unverifiable' } : UNKNOWN;
}
