import { Configuration, PlaidApi } from 'plaid';

/** A request that Plaid or Heron was sent. */
export interface SentRequest {
  /** Method and path, such as `PUT /api/integration_links/M5eV`. */
  route: string;
  url: string;
  headers: Record<string, string>;
  text: string;
  body: unknown;
}

/** What an upstream does with a request: answers it, breaks the connection, or says nothing. */
export type Reply = (() => Response | Promise<Response>) | 'network error' | 'silence';

export interface Upstream {
  requests: SentRequest[];
  /** What a route answers from now on: one after the other, the last one for good. */
  script(route: string, ...replies: Reply[]): void;
  fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response>;
  /** The requests to one route. */
  sent(route: string): SentRequest[];
  /** Resolves once a route has been asked this often. */
  arrival(route: string, count?: number): Promise<void>;
}

/** Plaid and Heron at the HTTP edge, answering what the test says. */
export function createUpstream(): Upstream {
  const scripts = new Map<string, Reply[]>();
  const requests: SentRequest[] = [];
  const awaited = new Set<() => void>();
  const sent = (route: string): SentRequest[] => requests.filter((request) => request.route === route);

  return {
    requests,
    script: (route, ...replies) => void scripts.set(route, replies),
    sent,
    arrival: (route, count = 1) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (sent(route).length < count) return;
          awaited.delete(look);
          resolve();
        };
        awaited.add(look);
        look();
      }),
    async fetch(input, init) {
      const request = new Request(input, init);
      const route = `${request.method} ${new URL(request.url).pathname}`;
      const text = await request.text();
      const headers = Object.fromEntries(request.headers);
      requests.push({ route, url: request.url, headers, text, body: text === '' ? undefined : JSON.parse(text) });
      for (const look of awaited) look();
      const replies = scripts.get(route);
      const reply = replies && replies.length > 1 ? replies.shift() : replies?.[0];
      if (reply === undefined) throw new Error(`The test did not expect ${route}.`);
      if (reply === 'network error') throw new TypeError('fetch failed');
      if (reply === 'silence') return new Promise(() => {});
      return reply();
    },
  };
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Reply {
  return () => Response.json(body, { status, headers });
}

export function text(body: string, status = 200): Reply {
  return () => new Response(body, { status, headers: { 'content-type': 'text/html' } });
}

/** The real SDK, its HTTP sent to `upstream`. */
export function createPlaid(upstream: Upstream, secret: string): PlaidApi {
  return new PlaidApi(
    new Configuration({
      basePath: 'https://plaid.test',
      baseOptions: {
        adapter: 'fetch',
        env: { fetch: upstream.fetch },
        headers: { 'PLAID-CLIENT-ID': 'client-id', 'PLAID-SECRET': secret },
      },
    }),
  );
}

/** Plaid's answer to `/item/get`; `fields` are its further ones. */
export function plaidItem(itemId: string, error: object | null = null, fields: object = {}): Reply {
  return json({
    item: {
      item_id: itemId,
      institution_id: 'ins_1',
      webhook: '',
      error,
      available_products: [],
      billed_products: [],
      ...fields,
    },
    status: null,
    request_id: 'HNTDNrA8F1shFEW',
  });
}

export function plaidError(errorType: string, errorCode: string): object {
  return {
    error_type: errorType,
    error_code: errorCode,
    error_message: 'a message that may quote the request',
    display_message: null,
    request_id: 'HNTDNrA8F1shFEW',
  };
}
