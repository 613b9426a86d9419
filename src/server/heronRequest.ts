import type { Parsed } from '../protocol/parsed.js';
import type { SafeLog, LogOperation } from './log.js';
import { ServerProblem } from './problemResponse.js';
import { readRetryAfterMs, toRetryAfterSeconds } from './retryAfter.js';
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

/** What came of one request; null where nothing came in time. */
type Reply = { status: number; text: string; retryAfterMs: number | undefined } | null;

export function createHeronRequest({ heron, timeLimitMs, clock, pause, log }: HeronRequestOptions): HeronRequest {
  const baseUrl = (heron.baseUrl ?? BASE_URL).replace(/\/+$/, '');
  const budget = {
    tries: TRIES,
    totalMs: BUDGET_MS,
    clock,
    pause,
    shouldRetry: (reply: Reply) => (isBusy(reply) ? { afterMs: reply?.retryAfterMs } : null),
  };

  async function send({ method, path, body }: HeronCall<unknown>): Promise<Reply> {
    const headers = new Headers({ 'x-api-key': heron.apiKey, accept: 'application/json' });
    // A redirect that is followed would carry the key to wherever it leads.
    const init: RequestInit = { method, headers, redirect: 'manual' };
    if (body !== undefined) {
      headers.set('content-type', 'application/json');
      init.body = JSON.stringify(body);
    }
    try {
      return await withinTimeLimit(timeLimitMs, async (signal) => {
        const response = await (heron.fetch ?? fetch)(`${baseUrl}${path}`, { ...init, signal });
        const retryAfterMs = readRetryAfterMs((name) => response.headers.get(name), clock());
        return { status: response.status, text: await response.text(), retryAfterMs };
      });
    } catch {
      return null;
    }
  }

  return async (call) => {
    const { operation, itemId, parse } = call;
    const reply = await retryWithinBudget(budget, () => send(call));
    const fail = (code: 'heron_unavailable' | 'misconfigured', retryAfter?: number): ServerProblem => {
      log({ code, operation, itemId, httpStatus: reply?.status });
      return new ServerProblem(code, { retryAfter });
    };
    if (reply === null || isBusy(reply)) {
      throw fail('heron_unavailable', toRetryAfterSeconds(reply?.retryAfterMs, RETRY_AFTER_SECONDS));
    }
    if (reply.status === 404) return null;
    if (reply.status < 200 || reply.status > 299) throw fail('misconfigured');
    const parsed = parse(readJson(reply.text));
    if (!parsed.ok) throw fail('heron_unavailable', RETRY_AFTER_SECONDS);
    return parsed.value;
  };
}

/** Whether the same request may succeed a moment later. */
function isBusy(reply: Reply): boolean {
  return reply === null || reply.status >= 500 || reply.status === 408 || reply.status === 429;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
