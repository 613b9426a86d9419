import type { MiddlewareHandler } from 'hono';

const NAMES = new Set(['127.0.0.1', 'localhost']);

/**
 * Answers only under the machine's own names, so that another site's name that points at this machine gets
 * nothing, and takes commands only from the demo's own page.
 */
export const loopbackOnly: MiddlewareHandler = async (context, next) => {
  const { hostname, origin } = new URL(context.req.url);
  if (!NAMES.has(hostname)) return context.text('This demo answers on 127.0.0.1 and localhost only.', 421);
  const sender = context.req.header('origin');
  const isCommand = context.req.method !== 'GET' && context.req.method !== 'HEAD';
  if (isCommand && sender !== undefined && sender !== origin)
    return context.text('The request comes from another site.', 403);
  await next();
};
