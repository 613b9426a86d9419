import { Configuration, CountryCode, PlaidApi } from 'plaid';
import { createMemoryItems, createUpdateModeHandler } from 'react-plaid-update-mode/server';
import { createSandbox, type Sandbox } from 'react-plaid-update-mode/testing';
import { listen, type Listener } from '../../demo/server/listen.js';

/** One report as it arrived at the app's server. */
export interface Arrival {
  idempotencyKey: string | null;
  outcome: unknown;
  /** Whether the package's handler was asked, and had the time to answer. */
  isAnswered: boolean;
}

export interface App extends Listener {
  sandbox: Sandbox;
  itemId: string;
  /** `hang` never answers and does nothing; `fail` says 503. */
  reports: 'take' | 'hang' | 'fail';
  arrivals: Arrival[];
  /** How often Heron was given an access token. */
  countPuts(): number;
}

/** Names the user in every request, as a session would. */
export const USER = 'user-1';

/** An app's server with one broken Item: the package's handler, with the sandbox as Plaid and Heron. */
export async function startApp(servePage: (path: string) => Response | null): Promise<App> {
  const sandbox = createSandbox({ heron: { afterPut: 'active_at_once' } });
  const { itemId, accessToken } = sandbox.createItem({ endUserId: USER });
  sandbox.breakItem(itemId);
  const items = createMemoryItems<string>((user) => user);
  items.add(USER, { itemId, accessToken, institutionName: 'First Platypus Bank' });
  const upstream = (input: RequestInfo | URL, init?: RequestInit) => sandbox.fetch(new Request(input, init));
  const headers = { 'PLAID-CLIENT-ID': 'client-id', 'PLAID-SECRET': 'plaid-secret' };
  const handler = createUpdateModeHandler({
    basePath: '/api/update-mode',
    plaid: new PlaidApi(
      new Configuration({
        basePath: 'https://plaid.test',
        baseOptions: { adapter: 'fetch', env: { fetch: upstream, Request, Response }, headers },
      }),
    ),
    heron: { apiKey: 'heron-key', fetch: upstream },
    authenticate: () => USER,
    endUserId: (user) => user,
    items,
    linkToken: { client_name: 'Acme', language: 'en', country_codes: [CountryCode.Us] },
  });

  async function takeReport(request: Request): Promise<Response> {
    const body: unknown = await request.clone().json();
    const outcome = typeof body === 'object' && body !== null && 'outcome' in body ? body.outcome : null;
    const arrival: Arrival = { idempotencyKey: request.headers.get('idempotency-key'), outcome, isAnswered: false };
    app.arrivals.push(arrival);
    if (app.reports === 'hang') return new Promise(() => {});
    if (app.reports === 'fail') return new Response(null, { status: 503 });
    const response = await handler(request);
    arrival.isAnswered = true;
    return response;
  }

  const listener = await listen(async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/sandbox/')) {
      const url = new URL(pathname.slice('/sandbox'.length), 'https://sandbox.test');
      return sandbox.fetch(new Request(url, { method: 'POST', headers: request.headers, body: await request.text() }));
    }
    if (pathname === '/api/update-mode/repairs') return takeReport(request);
    if (pathname.startsWith('/api/')) return handler(request);
    return servePage(pathname) ?? new Response(null, { status: 404 });
  }, 0);

  const app: App = {
    ...listener,
    sandbox,
    itemId,
    reports: 'take',
    arrivals: [],
    countPuts: () => sandbox.requests.filter(({ method }) => method === 'PUT').length,
  };
  return app;
}
