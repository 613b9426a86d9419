import { readErrorName, type SafeLog } from '../log.js';
import { ServerProblem } from '../problemResponse.js';
import { withinTimeLimit } from '../timeLimit.js';

/** A webhook of Plaid's as Heron has to get it: the very bytes, or the signature says nothing. */
export interface ForwardedWebhook {
  body: Uint8Array<ArrayBuffer>;
  /** `plaid-verification`, `content-type` and `user-agent`, as Plaid sent them. */
  headers: Record<string, string>;
}

export interface FailedForward extends ForwardedWebhook {
  /** What was answered; missing where nothing came in time. */
  httpStatus?: number | undefined;
}

export interface ForwardingOptions {
  forwardTo: string | undefined;
  fetch: typeof fetch | undefined;
  onForwardFailed: ((failed: FailedForward) => void | Promise<void>) | undefined;
  timeLimitMs: number;
  log: SafeLog;
}

/** Forwards a webhook, or rejects where neither the other side nor the app has taken it. */
export type Forward = (request: Request, body: Uint8Array<ArrayBuffer>) => Promise<void>;

/** Nothing else goes along: no cookie, no address. */
const FORWARDED_HEADERS = ['plaid-verification', 'content-type', 'user-agent'];

export function createForwarding(options: ForwardingOptions): Forward {
  const { forwardTo, onForwardFailed, timeLimitMs, log } = options;
  if (forwardTo === undefined) return async () => {};

  async function send({ body, headers }: ForwardedWebhook): Promise<Response | null> {
    const init: RequestInit = { method: 'POST', body, headers, redirect: 'manual' };
    try {
      return await withinTimeLimit(timeLimitMs, (signal) =>
        (options.fetch ?? fetch)(forwardTo ?? '', { ...init, signal }),
      );
    } catch {
      return null;
    }
  }

  return async (request, body) => {
    const webhook = { body, headers: pickHeaders(request.headers) };
    const response = await send(webhook);
    // Whatever it says beyond its status stays unread.
    response?.body?.cancel().catch(() => {});
    if (response?.ok) return;
    const httpStatus = response?.status;
    log({ code: 'heron_unavailable', operation: 'forwardTo', httpStatus });
    if (!onForwardFailed) throw new ServerProblem('heron_unavailable');
    try {
      await onForwardFailed({ ...webhook, httpStatus });
    } catch (error) {
      log({ code: 'internal', operation: 'onForwardFailed', errorName: readErrorName(error) });
      throw new ServerProblem('internal');
    }
  };
}

function pickHeaders(headers: Headers): Record<string, string> {
  const names = FORWARDED_HEADERS.filter((name) => headers.has(name));
  return Object.fromEntries(names.map((name) => [name, headers.get(name) ?? '']));
}
