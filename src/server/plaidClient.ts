import type { LinkTokenCreateRequest, PlaidApi } from 'plaid';
import { parseLinkTokenAnswer, type LinkTokenAnswer } from '../protocol/linkToken.js';
import type { Parsed } from '../protocol/parsed.js';
import type { KnownAccount } from './itemFacts.js';
import type { Item, PlaidUser } from './itemsPort.js';
import type { SafeLog, LogOperation } from './log.js';
import { parseAccounts, parseAnything, parseItem, parseUploadTimes, parseUserItems } from './plaidAnswers.js';
import { readPlaidFailure, type PlaidFailure, type PlaidRefusal } from './plaidFailure.js';
import type { PlaidItem } from './plaidItem.js';
import { ServerProblem } from './problemResponse.js';
import type { RateLimits } from './rateLimits.js';
import { toRetryAfterSeconds } from './retryAfter.js';
import { withinTimeLimit } from './timeLimit.js';

/** A `PlaidApi` of the `plaid` SDK, as far as the handlers use it. */
export type PlaidCalls = Pick<
  PlaidApi,
  | 'itemGet'
  | 'linkTokenCreate'
  | 'accountsGet'
  | 'authGet'
  | 'identityGet'
  | 'identityDocumentsUploadsGet'
  | 'userItemsGet'
>;

/** Plaid's answer, unless it could not be asked: that is a problem, and thrown. */
export type PlaidAnswer<Data> = { isRefused: false; data: Data } | { isRefused: true; refusal: PlaidRefusal };

/** The products that can be asked for whether they answer. */
export type CheckedProduct = 'auth' | 'identity';

export interface PlaidClient {
  getItem(item: Item): Promise<PlaidAnswer<PlaidItem>>;
  /** The accounts that the Item shares. */
  getAccounts(item: Item): Promise<PlaidAnswer<KnownAccount[]>>;
  /** Whether a product's own call answers for the Item. Plaid bills the first such call of an Item. */
  checkProduct(item: Item, product: CheckedProduct): Promise<PlaidAnswer<null>>;
  /** When the Item's documents were uploaded; null for one whose time Plaid does not say. */
  getUploadTimes(item: Item): Promise<PlaidAnswer<(string | null)[]>>;
  getUserItems(user: PlaidUser): Promise<PlaidAnswer<PlaidItem[]>>;
  createLinkToken(itemId: string | undefined, request: LinkTokenCreateRequest): Promise<PlaidAnswer<LinkTokenAnswer>>;
}

export interface PlaidClientOptions {
  plaid: PlaidCalls;
  timeLimitMs: number;
  /**
   * When all requests for whoever asks have to be over, in milliseconds since 1970.
   * @default Infinity
   */
  endsAt?: number | undefined;
  rateLimits: RateLimits;
  clock(): number;
  log: SafeLog;
}

const RETRY_AFTER_SECONDS = 10;

export function createPlaidClient(options: PlaidClientOptions): PlaidClient {
  const { plaid, timeLimitMs, endsAt = Infinity, rateLimits, clock, log } = options;

  async function ask<Data>(
    operation: LogOperation,
    itemId: string | undefined,
    parse: (input: unknown) => Parsed<Data>,
    send: (options: { signal: AbortSignal }) => Promise<{ data: unknown }>,
  ): Promise<PlaidAnswer<Data>> {
    let failure: PlaidFailure = { kind: 'unavailable' };
    // Plaid counts by Item as well: https://plaid.com/docs/errors/rate-limit-exceeded/
    const kind = itemId === undefined ? null : `${operation} ${itemId}`;
    const pauseMs = kind === null ? 0 : rateLimits.readPauseMs(kind);
    const restMs = endsAt - clock();
    if (pauseMs > 0) {
      failure = { kind: 'rate_limited', retryAfterMs: pauseMs };
    } else if (restMs > 0) {
      try {
        const limitMs = Math.min(timeLimitMs, restMs);
        const parsed = parse((await withinTimeLimit(limitMs, (signal) => send({ signal }))).data);
        if (parsed.ok) return { isRefused: false, data: parsed.value };
      } catch (error) {
        failure = readPlaidFailure(error, clock());
        if (kind !== null && failure.kind === 'rate_limited') rateLimits.note(kind, failure.retryAfterMs);
      }
    }
    if (failure.kind === 'refused') return { isRefused: true, refusal: failure };
    const { httpStatus, errorType, errorCode, requestId, retryAfterMs } = failure;
    const code = readProblemCode(operation, failure);
    log({ code, operation, itemId, httpStatus, errorType, errorCode, requestId });
    if (code === 'misconfigured') throw new ServerProblem(code);
    throw new ServerProblem(code, { retryAfter: toRetryAfterSeconds(retryAfterMs, RETRY_AFTER_SECONDS) });
  }

  return {
    getItem: ({ itemId, accessToken }) =>
      ask('plaid.itemGet', itemId, parseItem, (options) => plaid.itemGet({ access_token: accessToken }, options)),
    getAccounts: ({ itemId, accessToken }) =>
      ask('plaid.accountsGet', itemId, parseAccounts, (options) =>
        plaid.accountsGet({ access_token: accessToken }, options),
      ),
    checkProduct: ({ itemId, accessToken }, product) =>
      product === 'auth'
        ? ask('plaid.authGet', itemId, parseAnything, (options) =>
            plaid.authGet({ access_token: accessToken }, options),
          )
        : ask('plaid.identityGet', itemId, parseAnything, (options) =>
            plaid.identityGet({ access_token: accessToken }, options),
          ),
    getUploadTimes: ({ itemId, accessToken }) =>
      ask('plaid.documentsGet', itemId, parseUploadTimes, (options) =>
        plaid.identityDocumentsUploadsGet({ access_token: accessToken }, options),
      ),
    getUserItems: ({ userToken, userId }) =>
      ask('plaid.userItemsGet', undefined, parseUserItems, (options) =>
        plaid.userItemsGet(userToken === undefined ? { user_id: userId } : { user_token: userToken }, options),
      ),
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
