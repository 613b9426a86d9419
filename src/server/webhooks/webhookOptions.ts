import type { HeronOptions } from '../heronRequest.js';
import type { ItemsPort } from '../itemsPort.js';
import type { Log } from '../log.js';
import type { PlaidCalls } from '../plaidClient.js';
import type { Dedupe } from './dedupe.js';
import type { ItemNewsListener } from './itemNews.js';

/** The app's Items as webhooks need them: by Plaid's id, since a webhook has no caller. */
export interface WebhookItems extends Pick<ItemsPort<never>, 'saveFacts' | 'exclusively'> {
  findByPlaidId: NonNullable<ItemsPort<never>['findByPlaidId']>;
}

/** What both webhook handlers need. */
export interface WebhookOptions {
  /** The app's own `PlaidApi`, with its keys and its environment. */
  plaid: PlaidCalls;
  heron: HeronOptions;
  items: WebhookItems;
  /** For push: tell the user's open pages to read their list again. */
  onItemEvent?: ItemNewsListener | undefined;
  /**
   * Where webhooks that were taken are remembered.
   * @default createMemoryDedupe()
   */
  dedupe?: Dedupe | undefined;
  /**
   * How long one request to Plaid or Heron may take, in milliseconds.
   * @default 4_000
   */
  upstreamTimeLimitMs?: number | undefined;
  /**
   * After how many milliseconds a 503 is answered. The work goes on, and the webhook counts as taken when it is
   * done. Plaid waits for ten seconds.
   * @default 9_000
   */
  answerWithinMs?: number | undefined;
  /**
   * How long a webhook waits while a report, or another webhook, is at work on its Item, in milliseconds. Then it is
   * answered with 503 and comes again.
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
  /** Told of every refusal and of everything that went wrong. Without it nothing is said anywhere. */
  log?: Log | undefined;
}
