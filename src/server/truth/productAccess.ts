import { isLoginErrorCode } from '../../protocol/loginErrors.js';
import { isAccessErrorCode } from '../accessErrorCode.js';
import type { CheckedProduct } from '../plaidClient.js';
import type { PlaidRefusal } from '../plaidFailure.js';
import { readProducts } from '../plaidItem.js';
import type { Evidence } from './evidence.js';
import { denied, DONE, NOT_YET, UNKNOWN, type PurposeTruth } from './purposeTruth.js';

const CHECKED_PRODUCTS: CheckedProduct[] = ['auth', 'identity'];

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
  return judgeSafely(evidence, (product) => billed.includes(product));
}

/**
 * Whether these products of the Item answer, or all of its products that can be asked. One that is not billed yet is not
 * asked, so that nobody knows of it. Never rejects.
 */
export async function judgeLackingProducts(
  evidence: Evidence,
  lacking?: readonly CheckedProduct[],
): Promise<PurposeTruth> {
  const { plaidItem } = evidence;
  const billed = plaidItem?.billed_products ?? [];
  const added = plaidItem ? readProducts(plaidItem) : undefined;
  const products = lacking ?? CHECKED_PRODUCTS.filter((product) => added?.includes(product));
  const truth = await judgeSafely(evidence, (product) => products.includes(product) && billed.includes(product));
  return truth.state === 'done' && !products.every((product) => billed.includes(product)) ? UNKNOWN : truth;
}

async function judgeSafely(evidence: Evidence, isMeant: (product: CheckedProduct) => boolean): Promise<PurposeTruth> {
  try {
    return await judgeProducts(evidence, CHECKED_PRODUCTS.filter(isMeant));
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
  return judgeRefusal(answer.refusal, product);
}

function judgeRefusal({ errorCode }: PlaidRefusal, product: CheckedProduct): PurposeTruth {
  if (isAccessErrorCode(errorCode)) return denied(errorCode, product);
  if (isLoginErrorCode(errorCode)) return NOT_YET;
  return errorCode === 'PRODUCT_NOT_READY' ? { state: 'missing', mayLag: true, result: 'unverifiable' } : UNKNOWN;
}
