import type { Parsed } from '../protocol/parsed.js';
import type { SafeLog, LogOperation } from './log.js';
import { ServerProblem } from './problemResponse.js';
import type { RateLimits } from './rateLimits.js';
import { readRetryAfterMs, readUsedUpMs, toRetryAfterSeconds } from './retryAfter.js';
import { retryWithinBudget } from './retryWithinBudget.js';
import { withinTimeLimit } from './timeLimit.js';

export interface HeronOptions {
  /** Heron's `x-api-key`. */
  apiKey: string;
  /** @default 'https://app.herondata.io' */
  baseUrl?: string | undefined;
  /**
   * Heron's `heron_id` of your integration. With it Heron is also asked to refresh a link that it still calls
   * `erroring` when it has just been given the access token of an Item that works.
   */
  integrationId?: string | undefined;
  /** @default the global `fetch` */
  fetch?: typeof fetch | undefined;
}

export interface HeronRequestOptions {
  heron: HeronOptions;
  timeLimitMs: number;
  /**
   * When all requests for whoever asks have to be over, in milliseconds since 1970.
   * @default Infinity
   */
  endsAt?: number | undefined;
  rateLimits: RateLimits;
  clock(): number;
  pause(ms: number): Promise<void>;
  log: SafeLog;
}

export interface HeronCall<Value> {
  operation: LogOperation;
  method: 'GET' | 'PUT' | 'POST';
  path: string;
  body?: unknown;
  itemId?: string | undefined;
  parse(input: unknown): Parsed<Value>;
}

/** Heron's answer, or null for a 404. Whatever else fails is a problem, and thrown. */
export type HeronRequest = <Value>(call: HeronCall<Value>) => Promise<Value | null>;

const BASE_URL = 'https://app.herondata.io';
const TRIES = 4;
const BUDGET_MS = 5000;
const RETRY_AFTER_SECONDS = 15;

/** What came of one request; without a status where it was not sent, or nothing came in time. */
interface Reply {
  status?: number | undefined;
  text: string;
  retryAfterMs?: number | undefined;
}

export function createHeronRequest(options: HeronRequestOptions): HeronRequest {
  const { heron, timeLimitMs, endsAt = Infinity, rateLimits, clock, pause, log } = options;
  const baseUrl = (heron.baseUrl ?? BASE_URL).replace(/\/+$/, '');

  async function sendInTime(call: HeronCall<unknown>): Promise<Reply> {
    const pauseMs = rateLimits.readPauseMs(call.operation);
    if (pauseMs > 0) return { text: '', retryAfterMs: pauseMs };
    const restMs = endsAt - clock();
    return restMs > 0 ? send(call, Math.min(timeLimitMs, restMs)) : { text: '' };
  }

  async function send({ operation, method, path, body }: HeronCall<unknown>, limitMs: number): Promise<Reply> {
    const headers = new Headers({ 'x-api-key': heron.apiKey, accept: 'application/json' });
    // A redirect that is followed would carry the key to wherever it leads.
    const init: RequestInit = { method, headers, redirect: 'manual' };
    if (body !== undefined) {
      headers.set('content-type', 'application/json');
      init.body = JSON.stringify(body);
    }
    try {
      return await withinTimeLimit(limitMs, async (signal) => {
        const response = await (heron.fetch ?? fetch)(`${baseUrl}${path}`, { ...init, signal });
        const { status } = response;
        const header = (name: string): string | null => response.headers.get(name);
        const retryAfterMs = readRetryAfterMs(header, clock());
        rateLimits.note(operation, status === 429 || status === 503 ? retryAfterMs : readUsedUpMs(header, clock()));
        return { status, text: await response.text(), retryAfterMs };
      });
    } catch {
      return { text: '' };
    }
  }

  return async (call) => {
    const { operation, itemId, parse } = call;
    const budget = {
      tries: TRIES,
      totalMs: Math.min(BUDGET_MS, endsAt - clock()),
      clock,
      pause,
      shouldRetry: (reply: Reply) => (isBusy(reply) ? { afterMs: reply.retryAfterMs } : null),
    };
    const reply = await retryWithinBudget(budget, () => sendInTime(call));
    const fail = (code: 'heron_unavailable' | 'misconfigured', retryAfter?: number): ServerProblem => {
      log({ code, operation, itemId, httpStatus: reply.status });
      return new ServerProblem(code, { retryAfter });
    };
    const { status, retryAfterMs } = reply;
    if (status === undefined || isBusy(reply)) {
      throw fail('heron_unavailable', toRetryAfterSeconds(retryAfterMs, RETRY_AFTER_SECONDS));
    }
    if (status === 404) return null;
    if (status < 200 || status > 299) throw fail('misconfigured');
    const parsed = parse(readJson(reply.text));
    if (!parsed.ok) throw fail('heron_unavailable', RETRY_AFTER_SECONDS);
    return parsed.value;
  };
}

/** Whether the same request may succeed a moment later. */
function isBusy({ status }: Reply): boolean {
  return status === undefined || status >= 500 || status === 408 || status === 429;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
