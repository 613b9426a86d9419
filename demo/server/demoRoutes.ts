import { Hono } from 'hono';
import * as v from 'valibot';
import type { ItemFacts } from 'react-plaid-update-mode/server';
import type { ServiceFault } from 'react-plaid-update-mode/testing';
import type { DemoState } from '../api.js';
import type { Bank, BuiltIn } from './bank.js';
import type { Connections } from './connections.js';
import type { Sessions, User } from './sessions.js';
import type { WireLog } from './wireLog.js';

export interface DemoRoutesOptions {
  bank: Bank;
  connections: Connections;
  sessions: Sessions;
  wireLog: WireLog;
  latency: Latency;
}

/** Milliseconds that each of the app's own requests takes longer. */
export interface Latency {
  ms: number;
}

const settingsSchema = v.strictObject({
  latency: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000))),
  isHeronDown: v.optional(v.boolean()),
  isPlaidDown: v.optional(v.boolean()),
});

const itemSchema = v.strictObject({ itemId: v.string() });

const LOGIN_REQUIRED: ItemFacts['error'] = { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED' };

const DOWN: ServiceFault = { kind: 'down' };

/** Link's own server side, for the simulator in the page: of the sandbox's routes these two alone. */
const LINK_PATHS = ['/link/session/open', '/link/session/finish'];

/** Behind the panel "Demo controls". Without the built-in sandbox there is nothing but a word on that. */
export function createDemoRoutes(options: DemoRoutesOptions): Hono {
  const { builtIn } = options.bank;
  return builtIn ? createBuiltInRoutes(options, builtIn) : new Hono().get('/state', (c) => c.json(PLAID_STATE));
}

const PLAID_STATE: DemoState = { bank: 'plaid', latency: 0, isHeronDown: false, isPlaidDown: false };

function createBuiltInRoutes(options: DemoRoutesOptions, { sandbox }: BuiltIn): Hono {
  const { bank, connections, sessions, wireLog, latency } = options;
  const routes = new Hono<{ Variables: { user: User } }>();

  const readState = (): DemoState => ({
    bank: 'built_in',
    latency: latency.ms,
    isHeronDown: sandbox.faults.heron !== null,
    isPlaidDown: sandbox.faults.plaid !== null,
  });

  function changeSettings({ latency: ms, isHeronDown, isPlaidDown }: v.InferOutput<typeof settingsSchema>): void {
    latency.ms = ms ?? latency.ms;
    if (isHeronDown !== undefined) sandbox.faults.heron = isHeronDown ? DOWN : null;
    if (isPlaidDown !== undefined) sandbox.faults.plaid = isPlaidDown ? DOWN : null;
  }

  routes.use(async (c, next) => {
    const user = await sessions.find(c.req.raw);
    if (!user) return c.json({ title: 'Nobody is signed in.' }, 401);
    c.set('user', user);
    await next();
  });

  routes.get('/state', (c) => c.json(readState()));
  routes.get('/wire', (c) => c.json(wireLog.list()));

  routes.post('/settings', async (c) => {
    const settings = v.safeParse(settingsSchema, await c.req.json());
    if (!settings.success) return c.json({ title: 'These settings are none of this demo.' }, 400);
    changeSettings(settings.output);
    return c.json(readState());
  });

  routes.post('/break', async (c) => {
    const body = v.safeParse(itemSchema, await c.req.json());
    const connection = body.success ? await connections.find(c.get('user').id, body.output.itemId) : null;
    if (!connection) return c.json({ title: 'There is no such connection.' }, 404);
    await bank.plaid.sandboxItemResetLogin({ access_token: connection.accessToken });
    // What Plaid's ERROR webhook would tell this server, if Plaid could reach it.
    await connections.saveFacts(connection.itemId, { ...connection.facts, error: LOGIN_REQUIRED });
    return c.body(null, 204);
  });

  routes.post('/reset', async (c) => {
    changeSettings({ latency: 0, isHeronDown: false, isPlaidDown: false });
    await bank.seed(c.get('user'), connections);
    wireLog.clear();
    return c.body(null, 204);
  });

  for (const path of LINK_PATHS) {
    routes.post(`/link${path}`, async (c) => {
      const request = new Request(new URL(path, c.req.url), { method: 'POST', body: await c.req.text() });
      const response = await sandbox.fetch(request);
      wireLog.add({ from: 'browser', to: 'link', method: 'POST', path, status: response.status });
      return response;
    });
  }

  return new Hono().route('/', routes);
}
