import { readErrorName, type LogOperation, type SafeLog } from '../log.js';
import { createProblemResponse, ServerProblem } from '../problemResponse.js';
import { WebhookRefusal } from './webhookRefusal.js';

/** Takes a webhook, or rejects: with a refusal, or with what went wrong. */
export type TakeWebhook = (request: Request) => Promise<void>;

/**
 * Makes a handler of it that never rejects: 200 once the webhook is taken, 401 for all that is refused alike,
 * and 503 for what may go well when it is sent again.
 */
export function createWebhookRoute(
  operation: LogOperation,
  log: SafeLog,
  take: TakeWebhook,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'POST')
      return createProblemResponse(new ServerProblem('method_not_allowed', { allow: 'POST' }));
    try {
      await take(request);
      return new Response(null, { status: 200, headers: { 'cache-control': 'no-store' } });
    } catch (error) {
      if (error instanceof WebhookRefusal) {
        log({ code: 'unauthenticated', operation, reason: error.reason });
        return createProblemResponse(new ServerProblem('unauthenticated'));
      }
      // A problem was logged where it arose.
      if (error instanceof ServerProblem) return createProblemResponse(new ServerProblem(error.code, { status: 503 }));
      log({ code: 'internal', operation, errorName: readErrorName(error) });
      return createProblemResponse(new ServerProblem('internal', { status: 503 }));
    }
  };
}
