import * as v from 'valibot';
import { readRetryAfterMs } from './retryAfter.js';

/** What Plaid named when it refused. Only codes and ids: its messages may quote the request. */
export interface PlaidRefusal {
  httpStatus?: number | undefined;
  errorType?: string | undefined;
  errorCode?: string | undefined;
  errorCodeReason?: string | undefined;
  requestId?: string | undefined;
}

/**
 * - `refused`: about this Item or this request.
 * - `misconfigured`: about the app's keys.
 * - `rate_limited` and `unavailable`: later may be better.
 */
export interface PlaidFailure extends PlaidRefusal {
  kind: 'refused' | 'misconfigured' | 'rate_limited' | 'unavailable';
  retryAfterMs?: number | undefined;
}

/** https://plaid.com/docs/errors/invalid-input/ */
const KEY_ERROR_CODES = ['INVALID_API_KEYS', 'UNAUTHORIZED_ENVIRONMENT', 'UNAUTHORIZED_ROUTE_ACCESS'];

/** The SDK rejects with axios's error, whose `config` holds the secrets of the request: only `response` is read. */
const rejectionSchema = v.object({
  response: v.object({ status: v.number(), headers: v.unknown(), data: v.unknown() }),
});

const optionalCode = v.fallback(v.optional(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_-]{0,63}$/i))), undefined);

const errorSchema = v.object({
  error_type: optionalCode,
  error_code: optionalCode,
  error_code_reason: optionalCode,
  request_id: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/))), undefined),
});

export function readPlaidFailure(error: unknown, now: number): PlaidFailure {
  const rejection = v.safeParse(rejectionSchema, error);
  if (!rejection.success) return { kind: 'unavailable' };
  const { status, headers, data } = rejection.output.response;
  const body = v.safeParse(errorSchema, data);
  const refusal: PlaidRefusal = {
    httpStatus: status,
    errorType: body.success ? body.output.error_type : undefined,
    errorCode: body.success ? body.output.error_code : undefined,
    errorCodeReason: body.success ? body.output.error_code_reason : undefined,
    requestId: body.success ? body.output.request_id : undefined,
  };
  const retryAfterMs = readRetryAfterMs((name) => readHeader(headers, name), now);
  return { kind: readKind(status, refusal), ...refusal, retryAfterMs };
}

function readKind(status: number, { errorType, errorCode }: PlaidRefusal): PlaidFailure['kind'] {
  if (status === 429 || errorType === 'RATE_LIMIT_EXCEEDED') return 'rate_limited';
  if (status === 401 || status === 403 || KEY_ERROR_CODES.includes(errorCode ?? '')) return 'misconfigured';
  if (status < 400 || status >= 500 || errorType === 'API_ERROR') return 'unavailable';
  return 'refused';
}

function readHeader(headers: unknown, name: string): string | null {
  if (typeof headers !== 'object' || headers === null) return null;
  const value: unknown = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}
