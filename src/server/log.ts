import type { ProblemCode } from '../protocol/problem.js';
import { redactSecrets } from './redactSecrets.js';
import type { WebhookRefusalReason } from './webhooks/webhookRefusal.js';

/** Where something went wrong: a call to Plaid or Heron, or one of the app's own functions. */
export type LogOperation =
  | 'plaid.itemGet'
  | 'plaid.linkTokenCreate'
  | 'plaid.webhookVerificationKeyGet'
  | 'plaid.accountsGet'
  | 'plaid.authGet'
  | 'plaid.identityGet'
  | 'plaid.documentsGet'
  | 'plaid.userItemsGet'
  | 'heron.listLinks'
  | 'heron.updateLink'
  | 'heron.refreshLink'
  | 'authenticate'
  | 'rateLimit'
  | 'endUserId'
  | 'items.list'
  | 'items.find'
  | 'items.findUser'
  | 'items.findAuthorization'
  | 'items.saveFacts'
  | 'items.exclusively'
  | 'items.findByPlaidId'
  | 'linkToken'
  | 'purposes'
  | 'onRepaired'
  | 'onAccountsChanged'
  | 'onAuthorizationReady'
  | 'onUndelivered'
  | 'plaidWebhook'
  | 'heronWebhook'
  | 'onItemEvent'
  | 'forwardTo'
  | 'onForwardFailed'
  | 'dedupe'
  | 'handler';

/**
 * What went wrong on the server. An entry holds ids, codes and statuses, never an access token, a key, a body
 * or the text of an error: an error's text may quote any of them.
 */
export interface LogEntry {
  /**
   * The code of the problem that the browser is told. Besides, `internal` for a callback that threw, and
   * `heron_link_not_found` for each Item that a list goes without, as after a wrong `endUserId` or base URL, and
   * `heron_link_malformed` for each of Heron's links that can't be read.
   */
  code: ProblemCode | 'heron_link_malformed';
  operation: LogOperation;
  itemId?: string | undefined;
  /** What Plaid or Heron answered; missing when there was no answer in time. */
  httpStatus?: number | undefined;
  /** Plaid's. */
  errorType?: string | undefined;
  /** Plaid's. */
  errorCode?: string | undefined;
  /** Plaid's request id: its support asks for it. */
  requestId?: string | undefined;
  /** The class of an error that the app's own function threw. */
  errorName?: string | undefined;
  /** Of a request that was refused as `cross_origin`: one for `allowedOrigins`, if the page is the app's. */
  origin?: string | undefined;
  /** Of a webhook that was refused: why. Its sender is not told. */
  reason?: WebhookRefusalReason | undefined;
}

export type Log = (entry: LogEntry) => void | Promise<void>;

/** The app's log as the handlers use it. */
export type SafeLog = (entry: LogEntry) => void;

/**
 * The last line of defence: whatever looks like a secret, or is one of these, is taken out of every field. An entry
 * that can't be written harms no request: there is nowhere left to tell it.
 */
export function createLog(log: Log | undefined, secrets: readonly string[]): SafeLog {
  return (entry) => {
    const write = async (): Promise<void> => log?.(redact(entry, secrets));
    write().catch(() => {});
  };
}

function redact(entry: LogEntry, secrets: readonly string[]): LogEntry {
  const redacted = { ...entry };
  for (const [name, value] of Object.entries(entry)) {
    if (typeof value === 'string') Reflect.set(redacted, name, redactSecrets(value, secrets));
  }
  return redacted;
}

/** The class of a thrown value, if it reads like one. */
export function readErrorName(error: unknown): string | undefined {
  return error instanceof Error && /^[A-Za-z]\w{0,63}$/.test(error.name) ? error.name : undefined;
}
