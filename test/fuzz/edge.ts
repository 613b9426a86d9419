import { createWireResponse, type Reply } from './arbitraries/malformedAnswer.js';
import { answerValidly, isKnownRoute, refuseKey } from './upstreamAnswers.js';

export interface Exchange {
  route: string;
  /** Null where no answer came. */
  status: number | null;
  text: string;
}

/** Plaid and Heron at the HTTP edge. */
export interface Edge {
  exchanges: Exchange[];
  /** Requests that the handlers should never send. */
  strayed: string[];
  fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response>;
  /** From now on nothing is wrong any more. */
  calm(): void;
}

export interface EdgeOptions {
  /** Whether the Item needs its user, by Plaid's word. */
  isBroken: boolean;
  /** The n-th request gets the n-th of these, and then the first again; none answer validly. */
  replies?: readonly Reply[] | undefined;
}

export function createEdge({ isBroken, replies = [] }: EdgeOptions): Edge {
  const exchanges: Exchange[] = [];
  const strayed: string[] = [];
  let isCalm = replies.length === 0;

  return {
    exchanges,
    strayed,
    calm: () => void (isCalm = true),
    async fetch(input, init) {
      const request = new Request(input, init);
      const route = `${request.method} ${new URL(request.url).pathname}`;
      if (!isKnownRoute(route)) strayed.push(route);
      const refusal = refuseKey(route, await request.text());
      const valid = refusal ?? answerValidly(route, isBroken);
      const wire = isCalm ? undefined : replies[exchanges.length % replies.length]?.(valid);
      const exchange: Exchange = { route, status: null, text: '' };
      exchanges.push(exchange);
      if (wire === undefined) return Response.json(valid, { status: refusal ? 400 : 200 });
      if (wire === 'network error') throw new TypeError('fetch failed');
      if (wire === 'silence') return waitForAbort(request.signal);
      exchange.status = wire.status;
      exchange.text = new TextDecoder().decode(wire.bytes);
      return createWireResponse(wire);
    },
  };
}

function waitForAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')), { once: true });
  });
}
