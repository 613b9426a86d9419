import type { ItemGetResponse, LinkTokenCreateRequest, LinkTokenCreateResponse, PlaidApi } from 'plaid';
import type { Log, LogOperation } from './log.js';
import { readPlaidFailure, type PlaidRefusal } from './plaidFailure.js';
import { ServerProblem } from './problemResponse.js';
import { toRetryAfterSeconds } from './retryAfter.js';
import { withinTimeLimit } from './timeLimit.js';

/** A `PlaidApi` of the `plaid` SDK, as far as the handlers use it. */
export type PlaidCalls = Pick<PlaidApi, 'itemGet' | 'linkTokenCreate'>;

/** Plaid's answer, unless it could not be asked: that is a problem, and thrown. */
export type PlaidAnswer<Data> = { isRefused: false; data: Data } | { isRefused: true; refusal: PlaidRefusal };

export interface PlaidClient {
  getItem(itemId: string, accessToken: string): Promise<PlaidAnswer<ItemGetResponse>>;
  createLinkToken(itemId: string, request: LinkTokenCreateRequest): Promise<PlaidAnswer<LinkTokenCreateResponse>>;
}

export interface PlaidClientOptions {
  plaid: PlaidCalls;
  timeLimitMs: number;
  clock(): number;
  log: Log;
}

const RETRY_AFTER_SECONDS = 10;

export function createPlaidClient({ plaid, timeLimitMs, clock, log }: PlaidClientOptions): PlaidClient {
  async function ask<Data>(
    operation: LogOperation,
    itemId: string,
    send: (options: { signal: AbortSignal }) => Promise<{ data: Data }>,
  ): Promise<PlaidAnswer<Data>> {
    try {
      const { data } = await withinTimeLimit(timeLimitMs, (signal) => send({ signal }));
      return { isRefused: false, data };
    } catch (error) {
      const failure = readPlaidFailure(error, clock());
      const { httpStatus, errorType, errorCode, requestId } = failure;
      const details = { itemId, httpStatus, errorType, errorCode, requestId };
      switch (failure.kind) {
        case 'refused':
          return { isRefused: true, refusal: failure };
        case 'misconfigured':
          log({ code: 'misconfigured', operation, ...details });
          throw new ServerProblem('misconfigured');
        case 'rate_limited':
        case 'unavailable': {
          const isLimited = failure.kind === 'rate_limited' && operation === 'plaid.linkTokenCreate';
          const code = isLimited ? 'rate_limited' : 'plaid_unavailable';
          log({ code, operation, ...details });
          throw new ServerProblem(code, { retryAfter: toRetryAfterSeconds(failure.retryAfterMs, RETRY_AFTER_SECONDS) });
        }
      }
    }
  }

  return {
    getItem: (itemId, accessToken) =>
      ask('plaid.itemGet', itemId, (options) => plaid.itemGet({ access_token: accessToken }, options)),
    createLinkToken: (itemId, request) =>
      ask('plaid.linkTokenCreate', itemId, (options) => plaid.linkTokenCreate(request, options)),
  };
}
