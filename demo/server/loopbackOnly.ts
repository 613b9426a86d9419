import type { MiddlewareHandler } from 'hono';

const NAMES = new Set(['127.0.0.1', 'localhost']);

/**
 * Answers only under the machine's own names, so that another site's name that points at this machine gets
 * nothing, and takes commands, readings of its API and listeners only from the demo's own page. Under its name in the
 * world it takes webhooks alone.
 */
export function createLoopbackOnly(publicUrl: string | undefined): MiddlewareHandler {
  const publicHost = publicUrl === undefined ? undefined : new URL(publicUrl).host;
  return async (context, next) => {
    const { hostname, host, origin, pathname } = new URL(context.req.url);
    const isWebhook = host === publicHost && pathname.startsWith('/webhooks/');
    if (!NAMES.has(hostname) && !isWebhook) {
      return context.text('This demo answers on 127.0.0.1 and localhost only.', 421);
    }
    const sender = context.req.header('origin');
    const site = context.req.header('sec-fetch-site') ?? 'none';
    const isForeign = (sender !== undefined && sender !== origin) || (site !== 'same-origin' && site !== 'none');
    const isCommand = context.req.method !== 'GET' && context.req.method !== 'HEAD';
    if (isForeign && (isCommand || pathname.startsWith('/api/'))) {
      return context.text('The request comes from another site.', 403);
    }
    await next();
  };
}
