import type { EndpointFailure } from './errors.js';

export interface EndpointFaultDetails {
  cause?: unknown;
  httpStatus?: number | undefined;
  problemCode?: string | undefined;
  requestId?: string | undefined;
  /** Seconds. */
  retryAfter?: number | undefined;
}

/** How a request to the endpoint failed, before it is known what the request was for. */
export class EndpointFault extends Error {
  readonly failure: EndpointFailure;
  readonly httpStatus: number | undefined;
  readonly problemCode: string | undefined;
  readonly requestId: string | undefined;
  readonly retryAfter: number | undefined;

  constructor(failure: EndpointFailure, message: string, details: EndpointFaultDetails = {}) {
    super(message, { cause: details.cause });
    this.failure = failure;
    this.httpStatus = details.httpStatus;
    this.problemCode = details.problemCode;
    this.requestId = details.requestId;
    this.retryAfter = details.retryAfter;
  }

  /** A server that speaks in 4xx will say so again; one that is busy, down or garbled may not. */
  get isRetryable(): boolean {
    const status = this.httpStatus;
    if (this.failure !== 'http' || status === undefined) return true;
    return status >= 500 || status === 408 || status === 425 || status === 429;
  }
}
