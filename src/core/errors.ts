/**
 * What went wrong, as a stable word to branch on.
 *
 * - `misuse`: the app's own mistake; the only code that is thrown at the app.
 * - `link_token_failed`: the endpoint gave no link token.
 * - `link_token_expired`: Plaid refused the link token, and a fresh one as well; or it ended while the user was at the bank.
 * - `script_failed`: Plaid's script could not be loaded.
 * - `link_failed`: Plaid's script is there, Link could not be made.
 * - `link_timeout`: Link was asked to open and gave no sign of life.
 * - `link_exit`: Plaid showed the user an error before they left Link; `plaidErrorCode` names it.
 * - `still_broken`: the user finished Link, and Plaid still names an error that needs them, or what the visit was
 *   for is still missing.
 * - `unchanged`: the user finished Link, and nothing has changed yet, as with a deposit that is still on its way.
 * - `list_failed`: the connections could not be read.
 * - `report_failed`: the server could not be told, or could not say yet, what became of a visit.
 */
export type UpdateModeErrorCode =
  | 'misuse'
  | 'link_token_failed'
  | 'link_token_expired'
  | 'script_failed'
  | 'link_failed'
  | 'link_timeout'
  | 'link_exit'
  | 'still_broken'
  | 'unchanged'
  | 'list_failed'
  | 'report_failed';

/** Why a request to the endpoint failed. */
export type EndpointFailure = 'network' | 'timeout' | 'http' | 'invalid_answer';

export interface UpdateModeErrorDetails {
  cause?: unknown;
  isRetryable?: boolean | undefined;
  failure?: EndpointFailure | undefined;
  httpStatus?: number | undefined;
  problemCode?: string | undefined;
  retryAfter?: number | undefined;
  plaidErrorType?: string | undefined;
  plaidErrorCode?: string | undefined;
  linkSessionId?: string | undefined;
  requestId?: string | undefined;
}

const MARKER = Symbol.for('react-plaid-update-mode.error');

/** The one error type of this library. Branch on `code`; `message` is for developers and may change. */
export class UpdateModeError extends Error {
  override readonly name = 'UpdateModeError';
  readonly code: UpdateModeErrorCode;
  /** Whether the same thing can succeed later without anyone changing anything. Decided by status, never by text. */
  readonly isRetryable: boolean;
  readonly failure: EndpointFailure | undefined;
  readonly httpStatus: number | undefined;
  /** The stable `code` of the endpoint's `application/problem+json`. */
  readonly problemCode: string | undefined;
  /** Seconds, from the server's `Retry-After`. */
  readonly retryAfter: number | undefined;
  readonly plaidErrorType: string | undefined;
  readonly plaidErrorCode: string | undefined;
  /** Plaid's support asks for this one and for `requestId`. */
  readonly linkSessionId: string | undefined;
  readonly requestId: string | undefined;

  constructor(code: UpdateModeErrorCode, message: string, details: UpdateModeErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.code = code;
    this.isRetryable = details.isRetryable ?? false;
    this.failure = details.failure;
    this.httpStatus = details.httpStatus;
    this.problemCode = details.problemCode;
    this.retryAfter = details.retryAfter;
    this.plaidErrorType = details.plaidErrorType;
    this.plaidErrorCode = details.plaidErrorCode;
    this.linkSessionId = details.linkSessionId;
    this.requestId = details.requestId;
    Object.defineProperty(this, MARKER, { value: true });
  }

  /** Like `instanceof`, and also true when two copies of this package are on the page. */
  static isInstance(value: unknown): value is UpdateModeError {
    return typeof value === 'object' && value !== null && MARKER in value;
  }
}
