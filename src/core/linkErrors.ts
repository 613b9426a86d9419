import { UpdateModeError } from './errors.js';
import type { LinkExit } from './mountedLink.js';

/** Whatever a way into Link broke off with, as this library's error. */
export function asLinkError(cause: unknown): UpdateModeError {
  return UpdateModeError.isInstance(cause) ? cause : createLinkFailure('Link could not be prepared.', cause);
}

export function createLinkFailure(message: string, cause: unknown): UpdateModeError {
  return new UpdateModeError('link_failed', message, { cause, isRetryable: true });
}

export function createLinkTimeout(): UpdateModeError {
  return new UpdateModeError('link_timeout', 'Link did not open.', { isRetryable: true });
}

const TOKEN_EXPIRED = {
  twice: 'Plaid refused the link token, and a fresh one as well.',
  at_the_bank: 'The link token expired while the user was at the bank.',
} as const;

/** Without Link's exit where nobody has tried the token again. */
export function createTokenExpired(
  how: keyof typeof TOKEN_EXPIRED,
  { error, linkSessionId }: Partial<LinkExit> = {},
): UpdateModeError {
  return new UpdateModeError('link_token_expired', TOKEN_EXPIRED[how], {
    cause: error,
    isRetryable: true,
    linkSessionId,
    requestId: error?.requestId,
    plaidErrorType: error?.plaidErrorType,
    plaidErrorCode: error?.plaidErrorCode,
  });
}
