import type { ItemError } from '../protocol/integrationLink.js';
import { isLoginErrorCode } from '../protocol/loginErrors.js';
import type { Item } from './itemsPort.js';
import type { SafeLog } from './log.js';
import type { PlaidClient } from './plaidClient.js';
import type { PlaidRefusal } from './plaidFailure.js';
import type { PlaidItem } from './plaidItem.js';
import { ServerProblem } from './problemResponse.js';

/**
 * How an Item is, in Plaid's own words.
 *
 * - `login_error`: its user has to log in again, in update mode.
 * - `lost`: no visit in update mode brings it back.
 * - `other_error`: nobody's login is to blame, as in an outage of the institution.
 */
export type PlaidTruth = (
  | { state: 'healthy'; error?: undefined }
  | { state: 'login_error'; error: ItemError }
  | { state: 'lost'; error: ItemError }
  | { state: 'other_error'; error: ItemError }
) & {
  /** Null where Plaid answered with the error alone. */
  item: PlaidItem | null;
};

/** https://plaid.com/docs/errors/item/ and https://plaid.com/docs/errors/institution/ */
const LOST_ERROR_CODES = [
  'ITEM_NOT_FOUND',
  'INVALID_UPDATED_USERNAME',
  'ITEM_NOT_SUPPORTED',
  'MFA_NOT_SUPPORTED',
  'USER_PERMISSION_REVOKED',
  'INSTITUTION_NO_LONGER_SUPPORTED',
];

/** What Plaid says of an access token whose Item was removed. */
const GONE_ERROR_CODES = ['ITEM_NOT_FOUND', 'INVALID_ACCESS_TOKEN'];

/** Nobody tells Heron that an Item is gone, so this one error is kept in the Item's facts. */
export const ITEM_NOT_FOUND: ItemError = { error_type: 'ITEM_ERROR', error_code: 'ITEM_NOT_FOUND' };

/** Asks Plaid how an Item is. Where Plaid cannot be asked, that is a problem, and thrown. */
export async function askPlaid(plaid: PlaidClient, item: Item, log: SafeLog): Promise<PlaidTruth> {
  const operation = 'plaid.itemGet';
  const { itemId } = item;
  const answer = await plaid.getItem(item);
  if (answer.isRefused) {
    const error = readItemError(answer.refusal);
    const { httpStatus, errorType, errorCode, requestId } = answer.refusal;
    const code = error ? 'still_broken' : 'misconfigured';
    log({ code, operation, itemId, httpStatus, errorType, errorCode, requestId });
    if (error) return judge(error, null);
    throw new ServerProblem('misconfigured');
  }
  if (answer.data.item_id !== itemId) {
    // The app stores this access token with another Item: Heron must not be given it for this one.
    log({ code: 'misconfigured', operation, itemId });
    throw new ServerProblem('misconfigured');
  }
  return readTruth(answer.data);
}

/** The same for an Item that Plaid has told of already. */
export function readTruth(item: PlaidItem): PlaidTruth {
  return item.error ? judge(item.error, item) : { state: 'healthy', item };
}

function judge(error: ItemError, item: PlaidItem | null): PlaidTruth {
  if (isLoginErrorCode(error.error_code)) return { state: 'login_error', error, item };
  return { state: LOST_ERROR_CODES.includes(error.error_code) ? 'lost' : 'other_error', error, item };
}

function readItemError({ errorType, errorCode, errorCodeReason }: PlaidRefusal): ItemError | null {
  if (errorCode === undefined) return null;
  if (GONE_ERROR_CODES.includes(errorCode)) return ITEM_NOT_FOUND;
  if (errorType !== 'ITEM_ERROR' && errorType !== 'INSTITUTION_ERROR') return null;
  return { error_type: errorType, error_code: errorCode, error_code_reason: errorCodeReason };
}
