import { expect, test } from '@playwright/test';
import { Configuration, CountryCode, PlaidApi } from 'plaid';
import { createMemoryItems, createUpdateModeHandler, type LogEntry } from 'react-plaid-update-mode/server';
import { createSandbox } from 'react-plaid-update-mode/testing';
import { listen } from '../../demo/server/listen.js';

const PAGE = '<!doctype html><title>A page</title>';

/** An endpoint on an origin of its own, and two pages on others: the app's and somebody else's. */
async function startThree() {
  const sandbox = createSandbox();
  const { itemId, accessToken } = sandbox.createItem({ endUserId: 'user-1' });
  const items = createMemoryItems<string>((user) => user);
  items.add('user-1', { itemId, accessToken });
  const log: LogEntry[] = [];
  const html = { headers: { 'content-type': 'text/html' } };
  const front = await listen(() => new Response(PAGE, html), 0);
  const evil = await listen(() => new Response(PAGE, html), 0);
  const handler = createUpdateModeHandler({
    basePath: '/api/update-mode',
    plaid: new PlaidApi(
      new Configuration({
        basePath: 'https://plaid.test',
        baseOptions: {
          adapter: 'fetch',
          env: { fetch: sandbox.fetch, Request, Response },
          headers: { 'PLAID-CLIENT-ID': 'client-id', 'PLAID-SECRET': 'plaid-secret' },
        },
      }),
    ),
    heron: { apiKey: 'key', fetch: sandbox.fetch },
    authenticate: (request) => {
      const isSignedIn = request.headers.get('cookie')?.includes('session=1') ?? false;
      return isSignedIn && request.headers.get('authorization') === 'Bearer of-the-app' ? 'user-1' : null;
    },
    endUserId: (user) => user,
    items,
    linkToken: { client_name: 'Acme', language: 'en', country_codes: [CountryCode.Us] },
    allowedOrigins: [front.url],
    allowedHeaders: ['authorization'],
    rateLimit: ({ route }) => (route === 'createLinkToken' ? { retryAfter: 7 } : null),
    log: (entry) => void log.push(entry),
  });
  const api = await listen((request) => {
    const { pathname } = new URL(request.url);
    if (pathname !== '/sign-in') return handler(request);
    return new Response(null, { status: 204, headers: { 'set-cookie': 'session=1; Path=/; SameSite=Lax' } });
  }, 0);
  const close = () => Promise.all([front, evil, api].map((server) => server.close()));
  return { front: front.url, evil: evil.url, api: api.url, itemId, sandbox, log, close };
}

/** What the client sends, from the page that is open. */
function send({ api, itemId }: { api: string; itemId: string }) {
  const ask = (path: string, init: RequestInit) =>
    fetch(`${api}/api/update-mode${path}`, { credentials: 'include', ...init }).then(
      async (response) => ({
        status: response.status,
        retryAfter: response.headers.get('retry-after'),
        body: JSON.stringify(await response.json()),
      }),
      (error: Error) => error.name,
    );
  const headers = {
    accept: 'application/json',
    'content-type': 'application/json',
    'idempotency-key': 'visit-1',
    authorization: 'Bearer of-the-app',
  };
  const visit = { target: { item_id: itemId }, purpose: 'repair' };
  const report = { ...visit, outcome: 'exit', started_at: new Date().toISOString() };
  return Promise.all([
    ask('/integration-links', { headers }),
    ask('/link-token', { method: 'POST', headers, body: JSON.stringify(visit) }),
    ask('/repairs', { method: 'POST', headers, body: JSON.stringify(report) }),
    // What needs no preflight: as a form sends it.
    ask('/repairs', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: JSON.stringify(report) }),
  ]);
}

test('a page of an allowed origin works with the endpoint in a browser, and one of another origin gets nothing', async ({
  page,
}) => {
  const world = await startThree();
  try {
    await page.goto(`${world.api}/sign-in`).catch(() => null);
    await page.goto(world.front);
    const [list, token, report] = await page.evaluate(send, { api: world.api, itemId: world.itemId });
    expect(list).toMatchObject({ status: 200, body: expect.stringContaining(world.itemId) });
    expect(token).toMatchObject({ status: 429, retryAfter: '7' });
    expect(report).toMatchObject({ status: 200, body: expect.stringContaining('unchanged') });

    const asked = world.sandbox.requests.length;
    await page.goto(world.evil);
    const answers = await page.evaluate(send, { api: world.api, itemId: world.itemId });
    expect(answers).toEqual(['TypeError', 'TypeError', 'TypeError', 'TypeError']);
    expect(world.sandbox.requests).toHaveLength(asked);
    const refusals = world.log.filter(({ code }) => code === 'cross_origin');
    expect(refusals.map(({ origin }) => origin)).toEqual(Array.from({ length: 4 }, () => world.evil));
  } finally {
    await world.close();
  }
});
