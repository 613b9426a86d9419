import { diagnoseError } from '../core/diagnosis.js';
import type { ItemError } from '../protocol/integrationLink.js';
import { isLoginErrorCode } from '../protocol/loginErrors.js';
import { DEFAULT_PURPOSE } from '../protocol/purpose.js';
import type { Item } from './itemsPort.js';
import type { SafeLog } from './log.js';
import type { PlaidClient } from './plaidClient.js';
import type { PlaidRefusal } from './plaidFailure.js';
import type { PlaidItem } from './plaidItem.js';
import { ServerProblem } from './problemResponse.js';

/**
 * How an Item is, in Plaid's own words.
 *
 * - `login_error`: its user has to log in again, in update mode; or nobody knows the error, so that no repair is claimed.
 * - `lost`: no visit in update mode brings it back.
 * - `access_error`: the login works, and the user shares too little for a product.
 * - `other_error`: not its user's affair, as an outage of the institution.
 */
export type PlaidTruth = (
  | { state: 'healthy'; error?: undefined }
  | { state: 'login_error'; error: ItemError }
  | { state: 'lost'; error: ItemError }
  | { state: 'access_error'; error: ItemError }
  | { state: 'other_error'; error: ItemError }
) & {
  /** Null where Plaid answered with the error alone. */
  item: PlaidItem | null;
  /**
   * Plaid does not know the access token: its Item is gone, or this server asks in another environment, or with another
   * account's keys. https://plaid.com/docs/errors/invalid-input/#invalid_access_token (read on 21 November 2026)
   */
  isTokenUnknown?: boolean | undefined;
};

type BrokenState = Exclude<PlaidTruth['state'], 'healthy'>;

const INVALID_ACCESS_TOKEN = 'INVALID_ACCESS_TOKEN';

/** Nobody tells Heron that an Item is gone, so this one error is kept in the Item's facts. */
export const ITEM_NOT_FOUND: ItemError = { error_type: 'ITEM_ERROR', error_code: 'ITEM_NOT_FOUND' };

/** Whether an error says that there is no such Item any more. */
export function isGone({ error_code }: ItemError): boolean {
  return error_code === ITEM_NOT_FOUND.error_code || error_code === 'ITEM_CONCURRENTLY_DELETED';
}

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
    if (error) return { ...judge(error, null), isTokenUnknown: errorCode === INVALID_ACCESS_TOKEN };
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
  return { state: readState(error), error, item };
}

/** Whether an error says that the user shares too little for a product: `/item/get` does not contradict it by naming none. */
export function isAccessError(error: ItemError): boolean {
  return readState(error) === 'access_error';
}

/** By the table that the browser's banners go by, so that the two can't disagree. */
function readState(error: ItemError): BrokenState {
  if (isLoginErrorCode(error.error_code)) return 'login_error';
  const { remedy, purpose } = diagnoseError(error);
  switch (remedy) {
    case 'update_mode':
    case 'ask_owner':
      return purpose === undefined || purpose === DEFAULT_PURPOSE ? 'login_error' : 'access_error';
    case 'new_link':
    case 'contact_support':
      return 'lost';
    case 'wait':
    case 'none':
      return 'other_error';
  }
}

function readItemError({ errorType, errorCode, errorCodeReason }: PlaidRefusal): ItemError | null {
  if (errorCode === undefined) return null;
  if (errorCode === ITEM_NOT_FOUND.error_code || errorCode === INVALID_ACCESS_TOKEN) return ITEM_NOT_FOUND;
  const isAboutItem =
    errorType === 'ITEM_ERROR' ||
    errorType === 'INSTITUTION_ERROR' ||
    // Plaid counts what its user has revoked among the invalid inputs.
    diagnoseError({ error_type: '', error_code: errorCode }).cause === 'ended';
  if (!isAboutItem) return null;
  return { error_type: errorType ?? '', error_code: errorCode, error_code_reason: errorCodeReason };
}
