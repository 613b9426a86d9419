export interface SentRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  /** Parsed JSON; undefined where nothing was sent. */
  body: unknown;
  credentials: RequestCredentials | undefined;
  signal: AbortSignal | null | undefined;
  /** Whether it goes on where the page is closed meanwhile. */
  keepalive: boolean | undefined;
}

/** A `fetch` that answers in the order given, and fails as a broken network does where it is given no answer. */
export interface FetchByHand {
  fetch: typeof globalThis.fetch;
  readonly requests: readonly SentRequest[];
}

export function createFetchByHand(...answers: Response[]): FetchByHand {
  const requests: SentRequest[] = [];
  const rest = [...answers];
  return {
    requests,
    fetch(input, init) {
      requests.push({
        method: init?.method ?? 'GET',
        url: input instanceof Request ? input.url : String(input),
        headers: Object.fromEntries(new Headers(init?.headers)),
        body: typeof init?.body === 'string' ? JSON.parse(init.body) : undefined,
        credentials: init?.credentials,
        signal: init?.signal,
        keepalive: init?.keepalive,
      });
      const answer = rest.shift();
      return answer ? Promise.resolve(answer) : Promise.reject(new TypeError('Failed to fetch'));
    },
  };
}

/** A body that ends before it is whole. */
export function createCutResponse(): Response {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{ "integration_links": ['));
    },
    pull(controller) {
      controller.error(new TypeError('network error'));
    },
  });
  return new Response(body, { headers: { 'content-type': 'application/json' } });
}
