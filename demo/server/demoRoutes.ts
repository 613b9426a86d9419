import { Hono } from 'hono';
import * as v from 'valibot';
import type { Sandbox, ServiceFault } from 'react-plaid-update-mode/testing';
import { BANK_EVENTS, HERON_REACTIONS, PLAID_REACTIONS, type DemoSettings, type DemoState } from '../api.js';
import type { Bank, BuiltIn, Household } from './bank.js';
import { playBankEvent } from './bankEvents.js';
import type { LiveUpdates } from './liveUpdates.js';
import type { User } from './sessions.js';
import type { Stores } from './stores.js';
import type { WireLog } from './wireLog.js';

export interface DemoRoutesOptions {
  bank: Bank;
  stores: Stores;
  household: Household;
  liveUpdates: LiveUpdates;
  wireLog: WireLog;
  latency: Latency;
}

/** Milliseconds that each of the app's own requests takes longer. */
export interface Latency {
  ms: number;
}

const settingsSchema = v.strictObject({
  latency: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)),
  isHeronDown: v.boolean(),
  isPlaidDown: v.boolean(),
  heronReaction: v.picklist(HERON_REACTIONS),
  plaidReaction: v.picklist(PLAID_REACTIONS),
});

const changesSchema = v.partial(settingsSchema);

const fireSchema = v.strictObject({ itemId: v.string(), event: v.picklist(BANK_EVENTS) });

const DEFAULT_SETTINGS: DemoSettings = {
  latency: 0,
  isHeronDown: false,
  isPlaidDown: false,
  heronReaction: 'sync',
  plaidReaction: 'at_once',
};

const DOWN: ServiceFault = { kind: 'down' };

/** Milliseconds until Plaid shows what a visit has changed. */
const PLAID_DELAYS = { at_once: 0, later: 8_000, never: 'never' } as const;

/** Of the sandbox's routes Link's own alone: its server side for the simulator in the page, and the pages that a browser visits. */
const LINK_PATHS = /^\/link\/(session|oauth|hosted)\//;

/** Behind the panel "Demo controls". Without the built-in sandbox there is nothing but a word on that. */
export function createDemoRoutes(options: DemoRoutesOptions): Hono {
  const { builtIn } = options.bank;
  const plaidState: DemoState = { ...DEFAULT_SETTINGS, bank: 'plaid' };
  return builtIn ? createBuiltInRoutes(options, builtIn) : new Hono().get('/state', (c) => c.json(plaidState));
}

function createBuiltInRoutes(options: DemoRoutesOptions, { sandbox }: BuiltIn): Hono {
  const { bank, stores, household, liveUpdates, wireLog, latency } = options;
  const routes = new Hono<{ Variables: { user: User } }>();
  let settings = DEFAULT_SETTINGS;

  const readState = (): DemoState => ({ ...settings, bank: 'built_in' });

  function change(changed: DemoSettings): void {
    settings = changed;
    latency.ms = changed.latency;
    applySettings(sandbox, changed);
  }

  routes.use(async (c, next) => {
    const user = await stores.sessions.find(c.req.raw);
    if (!user) return c.json({ title: 'Nobody is signed in.' }, 401);
    c.set('user', user);
    await next();
  });

  routes.get('/state', (c) => c.json(readState()));
  routes.get('/wire', (c) => c.json(wireLog.list()));

  routes.post('/settings', async (c) => {
    const given = v.safeParse(changesSchema, await c.req.json());
    if (!given.success) return c.json({ title: 'These settings are none of this demo.' }, 400);
    change(v.parse(settingsSchema, { ...settings, ...given.output }));
    return c.json(readState());
  });

  routes.post('/fire', async (c) => {
    const { householdId } = c.get('user');
    const body = v.safeParse(fireSchema, await c.req.json());
    if (!body.success) return c.json({ title: 'There is no such event.' }, 400);
    const { event, itemId } = body.output;
    const connection = await stores.connections.find(c.get('user'), itemId);
    if (!connection) return c.json({ title: 'There is no such connection.' }, 404);
    const { webhookStatus, isUntold } = await playBankEvent(event, { bank, sandbox, stores, connection });
    if (isUntold) liveUpdates.tell(householdId, itemId);
    return c.json({ webhookStatus });
  });

  routes.post('/reset', async (c) => {
    change(DEFAULT_SETTINGS);
    await bank.seed(household, stores);
    wireLog.clear();
    return c.body(null, 204);
  });

  routes.all('/link/*', async (c) => {
    const url = new URL(c.req.url);
    const path = url.pathname.replace(/^\/demo/, '');
    if (!LINK_PATHS.test(path)) return c.notFound();
    const { method } = c.req;
    const body = method === 'POST' ? await c.req.text() : null;
    const response = await sandbox.fetch(new Request(new URL(path, url), { method, body }));
    wireLog.add({ from: 'browser', to: 'link', method, path: shorten(path), status: response.status, about: [] });
    return response;
  });

  return new Hono().route('/', routes);
}

/** The last part of these paths is an id that opens a visit. */
function shorten(path: string): string {
  return path.replace(/^(\/link\/(?:oauth|hosted))\/.*/, '$1/…');
}

function applySettings(
  sandbox: Sandbox,
  { isHeronDown, isPlaidDown, heronReaction, plaidReaction }: DemoSettings,
): void {
  sandbox.faults.heron = isHeronDown ? DOWN : null;
  sandbox.faults.plaid = isPlaidDown ? DOWN : null;
  sandbox.heron.afterPut = heronReaction;
  sandbox.plaid.healsAfter = PLAID_DELAYS[plaidReaction];
}
