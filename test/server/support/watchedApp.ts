import { Configuration, CountryCode, PlaidApi } from 'plaid';
import {
  createHeronProxyHandler,
  createHeronWebhookHandler,
  createMemoryItems,
  createPlaidWebhookHandler,
  createUpdateModeHandler,
} from 'react-plaid-update-mode/server';
import { createSandbox, type SandboxOptions } from 'react-plaid-update-mode/testing';
import { FORWARD_TO, HERON_SECRET } from '../webhooks/support.js';
import { HERON_KEY } from './secrets.js';

const ORIGIN = 'https://app.test';
const USER = 'user-1';
const SESSION = 'session-5d0f2b7e91';
/** In Plaid's own form. */
const PLAID_SECRET = 'b1946ac92492d2347c6235b4d26111';
const CLIENT_ID = 'client-3a91';

/** Something that has left the process, whole. */
export interface Left {
  to: 'browser' | 'plaid' | 'heron' | 'forward' | 'log' | 'console' | 'thrown';
  /** Method and path, where it is a request. */
  route: string;
  headers: Record<string, string>;
  body: string;
}

/** As somebody's browser would send it: what comes with a webhook is nothing to pass on. */
function withSession(request: Request): Request {
  const headers = new Headers(request.headers);
  headers.set('cookie', `session=${SESSION}`);
  return new Request(request, { headers });
}

/** An app with every handler and every secret, of which all is kept that leaves the process. */
export function createWatchedApp(sandboxOptions: SandboxOptions = {}) {
  const left: Left[] = [];
  /** What Heron answers to a webhook that is forwarded to it. */
  const forward = { status: 200 };
  const say = (to: Left['to'], words: unknown): void =>
    void left.push({ to, route: '', headers: {}, body: typeof words === 'string' ? words : JSON.stringify(words) });

  const sandbox = createSandbox({
    clientId: CLIENT_ID,
    secret: PLAID_SECRET,
    heronApiKey: HERON_KEY,
    heronWebhookSecret: HERON_SECRET,
    deliverWebhook: (request) => serve(plaidWebhook, withSession(request)),
    deliverHeronWebhook: (request) => serve(heronWebhook, withSession(request)),
    ...sandboxOptions,
  });

  async function send(to: 'plaid' | 'heron', input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init);
    const { method, url } = request;
    const isForward = url === FORWARD_TO;
    left.push({
      to: isForward ? 'forward' : to,
      route: `${method} ${new URL(url).pathname}`,
      headers: Object.fromEntries(request.headers),
      body: await request.clone().text(),
    });
    return isForward ? new Response(null, { status: forward.status }) : sandbox.fetch(request);
  }

  const { userId, userToken } = sandbox.createUser();
  const { itemId, accessToken } = sandbox.createItem({ endUserId: USER, userId });
  const foreign = sandbox.createItem({ endUserId: 'user-2' });
  const { authorizationId } = sandbox.createTransferAuthorization(itemId);
  const store = createMemoryItems<string>((user) => user);
  store.add(USER, { itemId, accessToken });
  store.add('user-2', { itemId: foreign.itemId, accessToken: foreign.accessToken });

  const secrets = {
    accessToken,
    foreignAccessToken: foreign.accessToken,
    userToken,
    plaidSecret: PLAID_SECRET,
    heronKey: HERON_KEY,
    heronWebhookSecret: HERON_SECRET,
    session: SESSION,
  };
  const quote = Object.values(secrets).join(' ');
  /** Whether the app's own functions fail, with all that they know in their words. */
  const broken = { isBroken: false };
  const orFail = <Value>(value: Value): Value => {
    if (broken.isBroken) throw new Error(quote, { cause: secrets });
    return value;
  };

  const shared = {
    plaid: new PlaidApi(
      new Configuration({
        basePath: 'https://plaid.test',
        baseOptions: {
          adapter: 'fetch',
          env: { fetch: send.bind(null, 'plaid'), Request, Response },
          headers: { 'PLAID-CLIENT-ID': CLIENT_ID, 'PLAID-SECRET': PLAID_SECRET },
        },
      }),
    ),
    heron: { apiKey: HERON_KEY, fetch: send.bind(null, 'heron') },
    items: {
      ...store,
      list: (user: string) => orFail(store.list(user)),
      find: (user: string, id: string) => orFail(store.find(user, id)),
      findByPlaidId: (id: string) => orFail(store.findByPlaidId(id)),
      findUser: () => orFail({ userToken }),
      findAuthorization: (_user: string, id: string) => (id === authorizationId ? { authorizationId } : null),
    },
    authenticate: (request: Request) => (request.headers.get('cookie') === `session=${SESSION}` ? USER : null),
    endUserId: (user: string) => user,
    onRepaired: () => orFail(undefined),
    onItemEvent: () => orFail(undefined),
    upstreamTimeLimitMs: 10,
    pause: async () => {},
    log: (entry: object) => say('log', entry),
  };
  const linkToken = { client_name: 'Acme', language: 'en', country_codes: [CountryCode.Us] };
  const endpoint = createUpdateModeHandler({ ...shared, basePath: '/api/update-mode', linkToken });
  const proxy = createHeronProxyHandler({ ...shared, basePath: '/heron' });
  const plaidWebhook = createPlaidWebhookHandler({ ...shared, environment: 'sandbox', forwardTo: FORWARD_TO });
  const heronWebhook = createHeronWebhookHandler({ ...shared, secret: HERON_SECRET });

  async function serve(handler: (request: Request) => Promise<Response>, request: Request): Promise<Response> {
    try {
      const response = await handler(request);
      const body = await response.clone().text();
      left.push({ to: 'browser', route: '', headers: Object.fromEntries(response.headers), body });
      return response;
    } catch (error) {
      say('thrown', error instanceof Error ? `${error.stack} ${String(error.cause)}` : String(error));
      throw error;
    }
  }

  function ask(path: string, method: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const handler = path.startsWith('/heron') ? proxy : endpoint;
    const init: RequestInit = {
      method,
      headers: {
        cookie: `session=${SESSION}`,
        authorization: `Bearer ${SESSION}`,
        'content-type': 'application/json',
        'idempotency-key': 'visit-1',
        ...headers,
      },
    };
    if (body !== undefined) init.body = typeof body === 'string' ? body : JSON.stringify(body);
    return serve(handler, new Request(`${ORIGIN}${path}`, init));
  }

  return { sandbox, left, say, secrets, itemId, foreignItemId: foreign.itemId, authorizationId, forward, broken, ask };
}
