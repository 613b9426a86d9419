import { redactSecretTokens } from './redactSecrets.js';

export interface JsonResponseOptions {
  /** @default 200 */
  status?: number | undefined;
  /** Seconds. */
  retryAfter?: number | undefined;
}

export function createJsonResponse(body: unknown, { status = 200, retryAfter }: JsonResponseOptions = {}): Response {
  const headers = new Headers({ 'content-type': 'application/json', 'cache-control': 'no-store' });
  if (retryAfter !== undefined) headers.set('retry-after', String(retryAfter));
  return new Response(redactSecretTokens(JSON.stringify(body)), { status, headers });
}
