import { parseProblem } from '../protocol/problem.js';
import { EndpointFault } from './endpointFault.js';

export interface HttpOptions {
  /** Added to every request; a function is asked anew each time, so a token in it may change. */
  headers?: Record<string, string> | (() => Record<string, string> | Promise<Record<string, string>>) | undefined;
  /** @default 'same-origin' */
  credentials?: RequestCredentials | undefined;
  /** @default the global `fetch` */
  fetch?: typeof globalThis.fetch | undefined;
}

export interface JsonRequest {
  url: string;
  method: 'GET' | 'POST' | 'PUT';
  signal: AbortSignal;
  body?: unknown;
  idempotencyKey?: string | undefined;
  /** The request goes on where the page is closed meanwhile. @default false */
  outlivesPage?: boolean | undefined;
}

export interface JsonAnswer {
  status: number;
  headers: Headers;
  body: unknown;
}

/** Sends JSON and reads JSON; whatever goes wrong is an `EndpointFault`. */
export async function requestJson(options: HttpOptions, request: JsonRequest): Promise<JsonAnswer> {
  const response = await send(options, request);
  if (!response.ok) throw await readFault(response);
  return { status: response.status, headers: response.headers, body: await readBody(response) };
}

async function readBody(response: Response): Promise<unknown> {
  // It says when to ask again, and that in a header: many a server sends it empty.
  if (response.status === 202) return undefined;
  const text = await response.text().catch((cause: unknown) => {
    throw new EndpointFault('network', 'The connection broke within the answer.', { cause });
  });
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new EndpointFault('invalid_answer', 'The endpoint answered something that is not JSON.', {
      cause,
      httpStatus: response.status,
    });
  }
}

async function send(options: HttpOptions, request: JsonRequest): Promise<Response> {
  const { url, method, signal, body, idempotencyKey, outlivesPage: keepalive = false } = request;
  const own = typeof options.headers === 'function' ? await options.headers() : options.headers;
  const headers = new Headers(own);
  headers.set('accept', 'application/json');
  if (body !== undefined) headers.set('content-type', 'application/json');
  if (idempotencyKey !== undefined) headers.set('idempotency-key', idempotencyKey);
  const init: RequestInit = { method, headers, signal, keepalive, credentials: options.credentials ?? 'same-origin' };
  if (body !== undefined) init.body = JSON.stringify(body);
  try {
    return await (options.fetch ?? globalThis.fetch)(url, init);
  } catch (cause) {
    throw new EndpointFault('network', 'The endpoint could not be reached.', { cause });
  }
}

async function readFault(response: Response): Promise<EndpointFault> {
  // Any proxy on the way can answer an error, in any shape: what can be read of it is a gift.
  const problem = parseProblem(await response.json().catch(() => null));
  return new EndpointFault('http', `The endpoint answered ${response.status}.`, {
    httpStatus: response.status,
    retryAfter: readRetryAfter(response.headers),
    ...(problem.ok
      ? { problemCode: problem.value.code ?? undefined, requestId: problem.value.request_id ?? undefined }
      : {}),
  });
}

/** `Retry-After` in seconds; its other form, a date, is counted from the answer's own `Date`. */
export function readRetryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : readDelay(value, headers.get('date') ?? '');
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}

function readDelay(date: string, now: string): number {
  // An HTTP date begins with a weekday. Engines take far more than that for a date, `-5` among it.
  return /^[A-Z]/i.test(date) ? (Date.parse(date) - Date.parse(now)) / 1000 : Number.NaN;
}
