import { EndpointFault } from './endpointFault.js';
import { UpdateModeError, type UpdateModeErrorCode } from './errors.js';
import { TimeLimitReached } from './timeLimit.js';

/** Turns whatever a request to the endpoint rejected with into this library's error. */
export function createEndpointError(code: UpdateModeErrorCode, cause: unknown): UpdateModeError {
  if (UpdateModeError.isInstance(cause)) return cause;
  if (cause instanceof TimeLimitReached) {
    return new UpdateModeError(code, 'The endpoint did not answer in time.', {
      cause,
      failure: 'timeout',
      isRetryable: true,
    });
  }
  if (cause instanceof EndpointFault) {
    return new UpdateModeError(code, cause.message, {
      cause: cause.cause,
      failure: cause.failure,
      httpStatus: cause.httpStatus,
      problemCode: cause.problemCode,
      requestId: cause.requestId,
      retryAfter: cause.retryAfter,
      isRetryable: cause.isRetryable,
    });
  }
  return new UpdateModeError(code, 'The endpoint could not be reached.', {
    cause,
    failure: 'network',
    isRetryable: true,
  });
}
