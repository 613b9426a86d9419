import { readErrorName, type SafeLog } from './log.js';
import { ServerProblem } from './problemResponse.js';
import { toRetryAfterSeconds } from './retryAfter.js';

/** The routes of both handlers, by what they are for. */
export type RouteName = 'listIntegrationLinks' | 'createLinkToken' | 'reportRepair' | 'updateIntegrationLink';

export interface RateLimitContext<Caller> {
  caller: Caller;
  route: RouteName;
  /** With its body unread: leave it so. */
  request: Request;
}

/** Null or undefined lets the request pass; `retryAfter` is in seconds. */
export type RateLimitVerdict = { retryAfter: number } | null | undefined;

/** Counts requests for the app, which knows how many of its processes there are. */
export type RateLimit<Caller> = (context: RateLimitContext<Caller>) => RateLimitVerdict | Promise<RateLimitVerdict>;

const RETRY_AFTER_SECONDS = 10;

/** Ends a request that is one too many, before Plaid, Heron or the app's Items are asked. */
export async function assertWithinRateLimit<Caller>(
  rateLimit: RateLimit<Caller> | undefined,
  context: RateLimitContext<Caller>,
  log: SafeLog,
): Promise<void> {
  const verdict = await ask(rateLimit, context, log);
  if (!verdict) return;
  const ms = Number.isFinite(verdict.retryAfter) ? verdict.retryAfter * 1000 : undefined;
  throw new ServerProblem('rate_limited', { retryAfter: toRetryAfterSeconds(ms, RETRY_AFTER_SECONDS) });
}

async function ask<Caller>(
  rateLimit: RateLimit<Caller> | undefined,
  context: RateLimitContext<Caller>,
  log: SafeLog,
): Promise<RateLimitVerdict> {
  try {
    return await rateLimit?.(context);
  } catch (error) {
    log({ code: 'internal', operation: 'rateLimit', errorName: readErrorName(error) });
    throw new ServerProblem('internal');
  }
}
