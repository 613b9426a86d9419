import type { LinkTokenCreateRequest, PlaidApi } from 'plaid';
import * as v from 'valibot';
import { itemErrorSchema, type ItemError } from '../protocol/integrationLink.js';
import { parseLinkTokenAnswer, type LinkTokenAnswer } from '../protocol/linkToken.js';
import { createParser, type Parsed } from '../protocol/parsed.js';
import type { SafeLog, LogOperation } from './log.js';
import { readPlaidFailure, type PlaidFailure, type PlaidRefusal } from './plaidFailure.js';
import { ServerProblem } from './problemResponse.js';
import { toRetryAfterSeconds } from './retryAfter.js';
import { withinTimeLimit } from './timeLimit.js';

/** A `PlaidApi` of the `plaid` SDK, as far as the handlers use it. */
export type PlaidCalls = Pick<PlaidApi, 'itemGet' | 'linkTokenCreate'>;

/** Plaid's answer, unless it could not be asked: that is a problem, and thrown. */
export type PlaidAnswer<Data> = { isRefused: false; data: Data } | { isRefused: true; refusal: PlaidRefusal };

/** What of `/item/get` matters here. */
export interface PlaidItem {
  item_id: string;
  error?: ItemError | null | undefined;
}

export interface PlaidClient {
  getItem(itemId: string, accessToken: string): Promise<PlaidAnswer<PlaidItem>>;
  createLinkToken(itemId: string, request: LinkTokenCreateRequest): Promise<PlaidAnswer<LinkTokenAnswer>>;
}

export interface PlaidClientOptions {
  plaid: PlaidCalls;
  timeLimitMs: number;
  clock(): number;
  log: SafeLog;
}

const RETRY_AFTER_SECONDS = 10;

const parseItemAnswer = createParser<{ item: PlaidItem }>(
  v.object({ item: v.object({ item_id: v.string(), error: v.nullish(itemErrorSchema) }) }),
);

export function createPlaidClient({ plaid, timeLimitMs, clock, log }: PlaidClientOptions): PlaidClient {
  async function ask<Data>(
    operation: LogOperation,
    itemId: string,
    parse: (input: unknown) => Parsed<Data>,
    send: (options: { signal: AbortSignal }) => Promise<{ data: unknown }>,
  ): Promise<PlaidAnswer<Data>> {
    let failure: PlaidFailure = { kind: 'unavailable' };
    try {
      const parsed = parse((await withinTimeLimit(timeLimitMs, (signal) => send({ signal }))).data);
      if (parsed.ok) return { isRefused: false, data: parsed.value };
    } catch (error) {
      failure = readPlaidFailure(error, clock());
    }
    if (failure.kind === 'refused') return { isRefused: true, refusal: failure };
    const { httpStatus, errorType, errorCode, requestId, retryAfterMs } = failure;
    const code = readProblemCode(operation, failure);
    log({ code, operation, itemId, httpStatus, errorType, errorCode, requestId });
    if (code === 'misconfigured') throw new ServerProblem(code);
    throw new ServerProblem(code, { retryAfter: toRetryAfterSeconds(retryAfterMs, RETRY_AFTER_SECONDS) });
  }

  return {
    async getItem(itemId, accessToken) {
      const answer = await ask('plaid.itemGet', itemId, parseItemAnswer, (options) =>
        plaid.itemGet({ access_token: accessToken }, options),
      );
      return answer.isRefused ? answer : { isRefused: false, data: answer.data.item };
    },
    createLinkToken: (itemId, request) =>
      ask('plaid.linkTokenCreate', itemId, parseLinkTokenAnswer, (options) => plaid.linkTokenCreate(request, options)),
  };
}

function readProblemCode(
  operation: LogOperation,
  { kind }: PlaidFailure,
): 'misconfigured' | 'rate_limited' | 'plaid_unavailable' {
  if (kind === 'misconfigured') return kind;
  // A report waits in an outbox, which takes Plaid's limit for one more reason to come back later.
  return kind === 'rate_limited' && operation === 'plaid.linkTokenCreate' ? 'rate_limited' : 'plaid_unavailable';
}
