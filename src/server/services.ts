import type { PurposeKind } from '../protocol/purpose.js';
import type { AccessOptions } from './accessOptions.js';
import type { AppFunctions } from './appFunctions.js';
import { createAppPorts, type AppPorts } from './appPorts.js';
import { createHeronClient, type HeronClient } from './heronClient.js';
import type { HeronOptions } from './heronRequest.js';
import { createLog, type Log, type SafeLog } from './log.js';
import { createPlaidClient, type PlaidCalls, type PlaidClient } from './plaidClient.js';
import { createRateLimits } from './rateLimits.js';
import type { PurposeOptions } from './purposeDefinition.js';
import { definePurposes, type Purposes } from './purposes.js';
import { sleep } from './sleep.js';

/** What both handlers need. */
export interface HandlerOptions<Caller, Name extends string = PurposeKind>
  extends AppFunctions<Caller>, AccessOptions<Caller> {
  /** Where the handler is mounted: a path that starts with `/`. */
  basePath: string;
  /** The app's own `PlaidApi`, with its keys and its environment. */
  plaid: PlaidCalls;
  heron: HeronOptions;
  /** What update mode is for in this app besides repairs; the same for all of its handlers. */
  purposes?: PurposeOptions<Caller, Name> | undefined;
  /**
   * How long one request to Plaid or Heron may take, in milliseconds.
   * @default 10_000
   */
  upstreamTimeLimitMs?: number | undefined;
  /**
   * After how many milliseconds a report is answered, however slow Plaid, Heron or the app's own functions are; most
   * proxies give up after 30 seconds, and so does the library's client. Plaid and Heron are asked nothing more after nine
   * tenths of it.
   * @default 25_000
   */
  answerWithinMs?: number | undefined;
  /**
   * How long a report waits while another one, or a webhook, is at work on its Item, in milliseconds. Then it is
   * answered with 202 and comes again.
   * @default 5_000
   */
  itemWaitLimitMs?: number | undefined;
  /**
   * Milliseconds since 1970.
   * @default Date.now
   */
  clock?: (() => number) | undefined;
  /**
   * How to wait between two tries at Heron.
   * @default setTimeout
   */
  pause?: ((ms: number) => Promise<void>) | undefined;
  /** Told of everything that went wrong. Without it nothing is said anywhere, not even on the console. */
  log?: Log | undefined;
}

/** What the routes work with. */
export interface Services<Caller> {
  ports: AppPorts<Caller>;
  plaid: PlaidClient;
  heron: HeronClient;
  purposes: Purposes<Caller>;
  answerWithinMs: number;
  clock(): number;
  log: SafeLog;
  /** The same, of which Plaid and Heron are asked nothing once this many milliseconds are over. */
  endingWithin(ms: number): Services<Caller>;
}

const TIME_LIMIT_MS = 10_000;
const ANSWER_WITHIN_MS = 25_000;
const ITEM_WAIT_LIMIT_MS = 5_000;

export function createServices<Caller, Name extends string>(options: HandlerOptions<Caller, Name>): Services<Caller> {
  const { upstreamTimeLimitMs: timeLimitMs = TIME_LIMIT_MS, clock = Date.now, pause = sleep } = options;
  const { answerWithinMs = ANSWER_WITHIN_MS, itemWaitLimitMs: waitLimitMs = ITEM_WAIT_LIMIT_MS } = options;
  const log = createLog(options.log, [options.heron.apiKey]);
  const ports = createAppPorts(options, waitLimitMs, log);
  const purposes = definePurposes(options.purposes);
  const upstream = { timeLimitMs, rateLimits: createRateLimits(clock), clock, log };

  function endingAt(endsAt: number): Services<Caller> {
    return {
      ports,
      plaid: createPlaidClient({ ...upstream, plaid: options.plaid, endsAt }),
      heron: createHeronClient({ ...upstream, heron: options.heron, pause, endsAt }),
      purposes,
      answerWithinMs,
      clock,
      log,
      endingWithin: (ms) => endingAt(clock() + ms),
    };
  }

  return endingAt(Infinity);
}
