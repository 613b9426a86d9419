import type { SafeLog } from './log.js';
import { ServerProblem } from './problemResponse.js';

/**
 * Refuses a request that another site made the user's browser send. No page's script can set `Sec-Fetch-Site`,
 * so the browser's word there goes before `Origin`, which a proxy may have made differ from the request's URL.
 * What sends neither is no browser and carries no cookie that it was not given.
 */
export function assertSameOrigin(request: Request, allowedOrigins: readonly string[], log: SafeLog): void {
  if (isSameOrigin(request, allowedOrigins)) return;
  const origin = readOriginName(request.headers.get('origin'));
  log({ code: 'cross_origin', operation: 'handler', origin });
  throw new ServerProblem('cross_origin');
}

function isSameOrigin({ headers, method, url }: Request, allowedOrigins: readonly string[]): boolean {
  const origin = headers.get('origin');
  if (origin !== null && allowedOrigins.includes(origin)) return true;
  const site = headers.get('sec-fetch-site');
  if (site === 'same-origin' || site === 'none') return true;
  if (site === null) return origin === null || origin === new URL(url).origin;
  // A link of another site that the user has followed: no script reads what comes of it, and a server that renders
  // the page for them may pass these headers on when it reads the list.
  return (
    method === 'GET' && headers.get('sec-fetch-mode') === 'navigate' && headers.get('sec-fetch-dest') === 'document'
  );
}

/** An `Origin` header, if it reads like one: whoever sends the request can write anything into it. */
function readOriginName(origin: string | null): string | undefined {
  return origin !== null && /^(null|[a-z][a-z\d+.-]{0,31}:\/\/[\w.:[\]-]{1,255})$/i.test(origin) ? origin : undefined;
}
