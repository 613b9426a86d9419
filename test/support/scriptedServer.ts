import { readItemId } from '../../src/protocol/target.js';
import type { IntegrationLink, RepairReport } from 'react-plaid-update-mode';

export type Route = 'GET /integration-links' | 'POST /link-token' | 'POST /repairs';

export interface ServerRequest {
  route: Route;
  headers: Headers;
  /** Parsed JSON; null where there is none. */
  body: unknown;
  /** The body as it went over the wire. */
  text: string;
}

/** A response, a way to make one, or a way to fail before there is one. */
export type Answer = Response | 'offline' | 'never' | ((request: ServerRequest) => Response | Promise<Response>);

/** The app's server at the HTTP edge: it does what a good one does, unless the test has it answer otherwise. */
export interface ScriptedServer {
  readonly fetch: typeof globalThis.fetch;
  readonly requests: readonly ServerRequest[];
  /** What the list says now; a repair's answer changes it. */
  links: IntegrationLink[];
  requestsTo(route: Route): ServerRequest[];
  /** Answers for the next requests on a route, one each. */
  queue(route: Route, ...answers: Answer[]): void;
  /** Answers so to every request on a route, however many there are, until the answer of this function is called. */
  alwaysAnswer(route: Route, answer: () => Answer): () => void;
  /** Keeps the next request on a route waiting, until the answer of this function is called. */
  hold(route: Route): () => void;
}

const BASE = '/api/update-mode';
const LIFETIME_MS = 30 * 60_000;

export function createScriptedServer(...links: IntegrationLink[]): ScriptedServer {
  const requests: ServerRequest[] = [];
  const queued: Record<Route, Answer[]> = { 'GET /integration-links': [], 'POST /link-token': [], 'POST /repairs': [] };
  const always = new Map<Route, () => Answer>();
  let tokens = 0;

  const usual: Record<Route, (request: ServerRequest) => Response> = {
    'GET /integration-links': () => Response.json({ integration_links: server.links }),
    'POST /link-token'() {
      tokens += 1;
      const expiration = new Date(Date.now() + LIFETIME_MS).toISOString();
      return Response.json({ link_token: `link-sandbox-${tokens}`, expiration });
    },
    'POST /repairs'({ text }) {
      const { target, outcome }: RepairReport = JSON.parse(text);
      const isTarget = (link: IntegrationLink) => link.item_id === readItemId(target);
      const isRepaired = outcome === 'success';
      if (isRepaired) server.links = server.links.map((link) => (isTarget(link) ? toPending(link) : link));
      const result = isRepaired ? 'repaired' : 'unchanged';
      return Response.json({ result, integration_links: server.links.filter(isTarget) });
    },
  };

  const server: ScriptedServer = {
    requests,
    links,
    async fetch(input, init) {
      const text = typeof init?.body === 'string' ? init.body : '';
      const request: ServerRequest = {
        route: toRoute(
          init?.method ?? 'GET',
          new URL(input instanceof Request ? input.url : input, 'https://app.test'),
        ),
        headers: new Headers(init?.headers),
        body: text === '' ? null : JSON.parse(text),
        text,
      };
      requests.push(request);
      const answer = queued[request.route].shift() ?? always.get(request.route)?.() ?? usual[request.route];
      if (answer === 'offline') throw new TypeError('Failed to fetch');
      if (answer === 'never') return untilAborted(init?.signal);
      return typeof answer === 'function' ? answer(request) : answer;
    },
    requestsTo: (route) => requests.filter((request) => request.route === route),
    queue: (route, ...answers) => void queued[route].push(...answers),
    alwaysAnswer(route, answer) {
      always.set(route, answer);
      return () => void always.delete(route);
    },
    hold(route) {
      let release = () => {};
      const gate = new Promise<void>((resolve) => (release = resolve));
      server.queue(route, async (request) => {
        await gate;
        return usual[route](request);
      });
      return release;
    },
  };
  return server;
}

/** An error as the endpoint serves it. */
export function problem(status: number, code: string, headers: Record<string, string> = {}): Response {
  const body = JSON.stringify({ title: code, status, code, request_id: 'request-1' });
  return new Response(body, { status, headers: { 'content-type': 'application/problem+json', ...headers } });
}

/** What an Item looks like at Heron right after its PUT. */
function toPending({ error: _error, pending_disconnect: _disconnect, ...link }: IntegrationLink): IntegrationLink {
  return { ...link, status: 'pending', status_message: null, repaired_at: new Date().toISOString() };
}

function toRoute(method: string, { pathname }: URL): Route {
  const route = `${method} ${pathname.replace(BASE, '')}`;
  if (route === 'GET /integration-links' || route === 'POST /link-token' || route === 'POST /repairs') return route;
  throw new Error(`The scripted server has no route ${route}.`);
}

function untilAborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
  });
}
