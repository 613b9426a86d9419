import { setTimeout as pause } from 'node:timers/promises';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type Context } from 'hono';
import type { Log } from 'react-plaid-update-mode/server';
import type { Bank, Household } from './bank.js';
import { createConnectionRoutes } from './connectionRoutes.js';
import type { Database } from './database.js';
import { createDemoRoutes, type Latency } from './demoRoutes.js';
import { describeRequest } from './describeRequest.js';
import { createLiveUpdates } from './liveUpdates.js';
import { createLoopbackOnly } from './loopbackOnly.js';
import { readOverview } from './overview.js';
import type { Page } from './page.js';
import type { Stores } from './stores.js';
import { createUpdateModeRoutes } from './updateModeRoutes.js';
import type { WireLog } from './wireLog.js';

export interface AppOptions {
  bank: Bank;
  stores: Stores;
  database: Database;
  /** Whom a new visitor is, since this demo has no login form, and with whom they share their connections. */
  household: Household;
  wireLog: WireLog;
  page: Page;
  /** A name of this machine in the world, for webhooks alone. */
  publicUrl?: string | undefined;
  log: Log;
}

export function createApp({ bank, stores, database, household, wireLog, page, publicUrl, log }: AppOptions): Hono {
  const { sessions } = stores;
  const liveUpdates = createLiveUpdates();
  const routes = createUpdateModeRoutes({ bank, stores, database, liveUpdates, log });
  const latency: Latency = { ms: 0 };
  const app = new Hono();

  // An error of the SDK holds the whole request, keys and all: nothing of it but its name is written anywhere.
  app.onError((error, c) => {
    void log({ code: 'internal', operation: 'handler', errorName: error.name });
    return c.json({ title: 'The server failed.' }, 500);
  });

  app.use(createLoopbackOnly(publicUrl));
  app.use(async (c, next) => {
    await next();
    c.header('x-content-type-options', 'nosniff');
    // With none at all a form's own page would not be known as its sender.
    c.header('referrer-policy', 'same-origin');
  });

  app.use('/webhooks/:from{plaid|heron}', async (c, next) => {
    const about = await describeRequest(c.req.raw);
    await next();
    const from = c.req.param('from') === 'heron' ? 'heron' : 'plaid';
    wireLog.add({ from, to: 'harbour', method: c.req.method, path: c.req.path, status: c.res.status, about });
  });
  app.all('/webhooks/plaid', (c) => routes.plaidWebhook(c.req.raw));
  app.all('/webhooks/heron', (c) => routes.heronWebhook?.(c.req.raw) ?? c.notFound());

  app.use('/api/*', async (c, next) => {
    if (latency.ms > 0) await pause(latency.ms);
    await next();
    const { method, path } = c.req;
    wireLog.add({ from: 'browser', to: 'harbour', method, path, status: c.res.status, about: [] });
  });
  app.all('/api/update-mode/*', (c) => routes.updateMode(c.req.raw));
  app.all('/api/heron/*', (c) => routes.heronProxy(c.req.raw));
  app.get('/api/update-mode-events', async (c) => {
    const request = c.req.raw;
    const user = await sessions.find(request);
    if (!user) return c.json({ title: 'Nobody is signed in.' }, 401);
    const stream = liveUpdates.open(user, async () => (await sessions.find(request)) !== null);
    return stream ?? c.json({ title: 'Too many pages are open.' }, 429, { 'retry-after': '30' });
  });
  app.get('/api/overview', async (c) => {
    const user = await sessions.find(c.req.raw);
    if (!user) return c.json({ title: 'Nobody is signed in.' }, 401);
    c.header('cache-control', 'no-store');
    return c.json(await readOverview(user, stores, bank.plaid));
  });
  app.route('/api', createConnectionRoutes(bank, stores, liveUpdates));

  app.route('/demo', createDemoRoutes({ bank, stores, household, liveUpdates, wireLog, latency }));

  async function servePage(c: Context): Promise<Response> {
    const url = new URL(c.req.url);
    // One name for all: what a bank's redirect comes back to has to find the same cookies and the same storage.
    if (url.hostname !== 'localhost') return c.redirect(`http://localhost:${url.port}${url.pathname}${url.search}`);
    if (!(await sessions.find(c.req.raw))) c.header('set-cookie', await sessions.start(household.user));
    c.header('cache-control', 'no-store');
    c.header('content-security-policy', CONTENT_SECURITY_POLICY);
    return c.html(page.html);
  }
  app.get('/', servePage);
  // Where a bank sends its users back to: the same page, which goes on with their visit.
  app.get('/bank-return', servePage);
  // The page has its icon within; the bank's own pages have none.
  app.get('/favicon.ico', (c) => c.body(null, 204));
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
