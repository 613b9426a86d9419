import type { PlaidLinkError, PlaidLinkOnExitMetadata } from 'react-plaid-link';
import { UpdateModeError } from '../core/errors.js';

/** Errors that pass by themselves; all others need the user, the app or Plaid's support. */
const PASSING_TYPES = ['INSTITUTION_ERROR', 'API_ERROR', 'RATE_LIMIT_EXCEEDED'];

/** Link's exit as this library's error. In the wild both arguments have had missing fields, whatever their types say. */
export function createLinkExitError(
  error: PlaidLinkError | null | undefined,
  metadata: PlaidLinkOnExitMetadata | undefined,
): UpdateModeError | null {
  if (!error) return null;
  return new UpdateModeError('link_exit', `The user left Link after ${error.error_code ?? 'an error'}.`, {
    isRetryable: PASSING_TYPES.includes(error.error_type),
    plaidErrorType: error.error_type,
    plaidErrorCode: error.error_code,
    linkSessionId: metadata?.link_session_id,
    requestId: metadata?.request_id,
  });
}
