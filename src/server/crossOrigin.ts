/** Who besides the endpoint's own pages may ask it. */
export interface CrossOriginOptions {
  allowedOrigins: readonly string[];
  allowedHeaders: readonly string[];
}

const OWN_HEADERS = ['content-type', 'idempotency-key'];
/** As long as Chromium keeps an answer at most. */
const PREFLIGHT_SECONDS = 7200;

/** Whether a browser asks what a page of another origin may send. */
export function isPreflight({ method, headers }: Request): boolean {
  return method === 'OPTIONS' && headers.has('origin') && headers.has('access-control-request-method');
}

/** Answers a preflight of an allowed origin; whose it is, `addCrossOriginHeaders` says. */
export function createPreflightResponse(methods: readonly string[], { allowedHeaders }: CrossOriginOptions): Response {
  const names = new Set([...OWN_HEADERS, ...allowedHeaders.map((name) => name.toLowerCase())]);
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-methods': methods.join(', '),
      'access-control-allow-headers': [...names].join(', '),
      'access-control-max-age': String(PREFLIGHT_SECONDS),
      'cache-control': 'no-store',
    },
  });
}

/** Lets a page of an allowed origin read the answer, problems and the pause that they ask for among it; no other page. */
export function addCrossOriginHeaders(
  response: Response,
  request: Request,
  { allowedOrigins }: CrossOriginOptions,
): Response {
  const { headers } = response;
  headers.set('x-content-type-options', 'nosniff');
  headers.set('cross-origin-resource-policy', 'same-origin');
  if (allowedOrigins.length === 0) return response;
  headers.append('vary', 'origin');
  const origin = request.headers.get('origin');
  if (origin === null || !allowedOrigins.includes(origin)) return response;
  headers.set('access-control-allow-origin', origin);
  headers.set('access-control-allow-credentials', 'true');
  headers.set('access-control-expose-headers', 'retry-after');
  return response;
}
