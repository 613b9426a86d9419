import { HeronFailure } from './heronFailure.js';
import { PlaidFailure } from './plaidFailure.js';
import type { SandboxRequest, SandboxService } from './requestLog.js';

/**
 * What is wrong with a service: it is down (503), limits the rate (429), answers what is no JSON, can't be
 * reached (the call rejects, as `fetch` does without a network), or is merely slow.
 */
export type ServiceFault = FaultScope &
  (
    | { kind: 'down' | 'garbage' | 'unreachable' | 'slow' }
    | {
        kind: 'rate_limited';
        /** Seconds. */
        retryAfter?: number | undefined;
      }
  );

interface FaultScope {
  /** Milliseconds before the answer, of whatever kind. */
  latency?: number | undefined;
  /** After so many requests the fault is over. */
  times?: number | undefined;
  /** Only requests whose path begins so. */
  path?: string | undefined;
  method?: string | undefined;
}

/** The faults of now, by service. Assign one, or `null`. */
export type SandboxFaults = Record<SandboxService, ServiceFault | null>;

/** Lets a request feel the fault of its service: the answer is the fault's, or `null` where the service may answer. */
export function createFaults(
  faults: SandboxFaults,
): (request: SandboxRequest, signal: AbortSignal) => Promise<Response | null> {
  const hits = new WeakMap<ServiceFault, number>();

  function findFault({ service, path, method }: SandboxRequest): ServiceFault | null {
    const fault = faults[service];
    if (fault === null || !path.startsWith(fault.path ?? '') || method !== (fault.method ?? method)) return null;
    const count = (hits.get(fault) ?? 0) + 1;
    if (count > (fault.times ?? Infinity)) return null;
    hits.set(fault, count);
    return fault;
  }

  return async (request, signal) => {
    const fault = findFault(request);
    if (fault === null) return null;
    if (fault.latency !== undefined) await wait(fault.latency, signal);
    switch (fault.kind) {
      case 'slow':
        return null;
      case 'unreachable':
        throw new TypeError('fetch failed');
      case 'garbage':
        return new Response('<!doctype html><title>Gateway</title>', { headers: { 'content-type': 'text/html' } });
      case 'down':
        return answerDown(request.service);
      case 'rate_limited':
        return answerRateLimited(request, fault.retryAfter);
    }
  };
}

function answerDown(service: SandboxService): Response {
  return service === 'heron'
    ? new HeronFailure(
        503,
        'Service Unavailable',
        'The server is temporarily unable to service your request.',
      ).toResponse()
    : new PlaidFailure('API_ERROR', 'INTERNAL_SERVER_ERROR', 'an unexpected error occurred', 503).toResponse();
}

/** Heron's limits differ by endpoint and customer; 100 a minute is what its notes show. */
function answerRateLimited({ service, at }: SandboxRequest, retryAfter: number | undefined): Response {
  const headers: Record<string, string> = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  if (service !== 'heron') {
    return new PlaidFailure('RATE_LIMIT_EXCEEDED', 'RATE_LIMIT', 'rate limit exceeded', 429).toResponse(headers);
  }
  return new HeronFailure(429, 'Too Many Requests', '100 per 1 minute').toResponse({
    ...headers,
    'x-ratelimit-limit': '100',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(Math.ceil(at / 1000) + (retryAfter ?? 60)),
  });
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(finish, ms);
    function finish(): void {
      signal.removeEventListener('abort', abort);
      resolve();
    }
    function abort(): void {
      clearTimeout(timer);
      reject(signal.reason);
    }
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}
