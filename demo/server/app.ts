import { setTimeout as pause } from 'node:timers/promises';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Log } from 'react-plaid-update-mode/server';
import type { Bank } from './bank.js';
import type { Connections } from './connections.js';
import { createDemoRoutes, type Latency } from './demoRoutes.js';
import { loopbackOnly } from './loopbackOnly.js';
import { readOverview } from './overview.js';
import type { Page } from './page.js';
import type { Sessions, User } from './sessions.js';
import { createUpdateModeRoutes } from './updateModeRoutes.js';
import type { WireLog } from './wireLog.js';

export interface AppOptions {
  bank: Bank;
  connections: Connections;
  sessions: Sessions;
  /** Whom a new visitor is: this demo has no login form. */
  demoUser: User;
  wireLog: WireLog;
  page: Page;
  log: Log;
}

export function createApp({ bank, connections, sessions, demoUser, wireLog, page, log }: AppOptions): Hono {
  const { updateMode, heronProxy } = createUpdateModeRoutes({ bank, connections, sessions, log });
  const latency: Latency = { ms: 0 };
  const app = new Hono();

  // An error of the SDK holds the whole request, keys and all: nothing of it but its name is written anywhere.
  app.onError((error, c) => {
    void log({ code: 'internal', operation: 'handler', errorName: error.name });
    return c.json({ title: 'The server failed.' }, 500);
  });

  app.use(loopbackOnly);
  app.use(async (c, next) => {
    await next();
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'no-referrer');
  });

  app.use('/api/*', async (c, next) => {
    if (latency.ms > 0) await pause(latency.ms);
    await next();
    wireLog.add({ from: 'browser', to: 'harbour', method: c.req.method, path: c.req.path, status: c.res.status });
  });
  app.all('/api/update-mode/*', (c) => updateMode(c.req.raw));
  app.all('/api/heron/*', (c) => heronProxy(c.req.raw));

  app.get('/api/overview', async (c) => {
    const user = await sessions.find(c.req.raw);
    if (!user) return c.json({ title: 'Nobody is signed in.' }, 401);
    c.header('cache-control', 'no-store');
    return c.json(await readOverview(user, connections, bank.plaid));
  });

  app.route('/demo', createDemoRoutes({ bank, connections, sessions, wireLog, latency }));

  app.get('/', async (c) => {
    if (!(await sessions.find(c.req.raw))) c.header('set-cookie', await sessions.start(demoUser));
    c.header('cache-control', 'no-store');
    c.header('content-security-policy', CONTENT_SECURITY_POLICY);
    return c.html(page.html);
  });
  app.use(serveStatic({ root: page.folder }));

  return app;
}

/** Plaid's hosts stand as its documentation asks for them; the built-in sandbox needs none of them. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self' https://cdn.plaid.com/link/v2/stable/link-initialize.js",
  "style-src 'self'; style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "frame-src 'self' https://cdn.plaid.com/",
  "connect-src 'self' https://sandbox.plaid.com/",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');
