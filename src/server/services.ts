import type { PurposeKind } from '../protocol/purpose.js';
import type { AccessOptions } from './accessOptions.js';
import { createAppPorts, type AppFunctions, type AppPorts } from './appPorts.js';
import { createHeronClient, type HeronClient } from './heronClient.js';
import type { HeronOptions } from './heronRequest.js';
import { createLog, type Log, type SafeLog } from './log.js';
import { createPlaidClient, type PlaidCalls, type PlaidClient } from './plaidClient.js';
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
  clock(): number;
  log: SafeLog;
}

const TIME_LIMIT_MS = 10_000;

export function createServices<Caller, Name extends string>(options: HandlerOptions<Caller, Name>): Services<Caller> {
  const { upstreamTimeLimitMs: timeLimitMs = TIME_LIMIT_MS, clock = Date.now, pause = sleep } = options;
  const log = createLog(options.log, [options.heron.apiKey]);
  return {
    ports: createAppPorts(options, log),
    plaid: createPlaidClient({ plaid: options.plaid, timeLimitMs, clock, log }),
    heron: createHeronClient({ heron: options.heron, timeLimitMs, clock, pause, log }),
    purposes: definePurposes(options.purposes),
    clock,
    log,
  };
}
