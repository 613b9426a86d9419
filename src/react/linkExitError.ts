import { UpdateModeError } from '../core/errors.js';
import { readConstant, readErrorCode, readField } from '../core/linkMetadata.js';
import type { VisitIds } from '../core/session.js';

/** Errors that pass by themselves; all others need the user, the app or Plaid's support. */
const PASSING_TYPES = ['INSTITUTION_ERROR', 'API_ERROR', 'RATE_LIMIT_EXCEEDED'];

/**
 * Link's exit as this library's error: Plaid's constants of it, none of its sentences. In the wild the argument has had
 * missing fields, whatever its type says.
 */
export function createLinkExitError(error: unknown, ids: VisitIds): UpdateModeError | null {
  if (!error) return null;
  const plaidErrorType = readConstant(readField(error, 'error_type'));
  const plaidErrorCode = readErrorCode(readField(error, 'error_code'));
  return new UpdateModeError('link_exit', `The user left Link after ${plaidErrorCode ?? 'an error'}.`, {
    isRetryable: plaidErrorType !== undefined && PASSING_TYPES.includes(plaidErrorType),
    plaidErrorType,
    plaidErrorCode,
    ...ids,
  });
}
