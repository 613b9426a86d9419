import { createHeronClient, type HeronClient } from '../heronClient.js';
import { createLog, type SafeLog } from '../log.js';
import { createPlaidClient, type PlaidClient } from '../plaidClient.js';
import { createRateLimits } from '../rateLimits.js';
import { sleep } from '../sleep.js';
import type { WebhookOptions } from './webhookOptions.js';
import { createWebhookPorts, type WebhookPorts } from './webhookPorts.js';

/** What the webhook handlers work with. */
export interface WebhookServices {
  ports: WebhookPorts;
  plaid: PlaidClient;
  heron: HeronClient;
  timeLimitMs: number;
  clock(): number;
  log: SafeLog;
}

/** Plaid waits ten seconds for the answer, and up to three requests go one after the other. */
const TIME_LIMIT_MS = 4000;

/** `secrets` are those besides Heron's API key that no log entry may hold. */
export function createWebhookServices(options: WebhookOptions, secrets: readonly string[] = []): WebhookServices {
  const { plaid, heron, upstreamTimeLimitMs: timeLimitMs = TIME_LIMIT_MS, clock = Date.now, pause = sleep } = options;
  const log = createLog(options.log, [heron.apiKey, ...secrets]);
  const upstream = { timeLimitMs, rateLimits: createRateLimits(clock), clock, log };
  return {
    ports: createWebhookPorts(options, log),
    plaid: createPlaidClient({ ...upstream, plaid }),
    heron: createHeronClient({ ...upstream, heron, pause }),
    timeLimitMs,
    clock,
    log,
  };
}
