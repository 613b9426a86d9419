import autocannon from 'autocannon';
import type { OwnedItem } from './owners.js';
import type { BenchRoute } from './routes.js';

export interface Window {
  requests: number;
  seconds: number;
  p50: number;
  p99: number;
  /** Connections that broke, requests without an answer, and every answer but 200. */
  failed: number;
}

export interface DriveOptions {
  url: string;
  route: BenchRoute;
  owned: readonly OwnedItem[];
  connections: number;
  /** So many requests, or so many seconds. */
  length: { requests: number } | { seconds: number };
}

let count = 0;

/** One window of load on one server. */
export async function drive({ url, route, owned, connections, length }: DriveOptions): Promise<Window> {
  const began = performance.now();
  const result = await autocannon({
    url,
    connections,
    ...('requests' in length ? { amount: length.requests } : { duration: length.seconds }),
    requests: [
      {
        setupRequest(request) {
          const target = owned[count % owned.length];
          count += 1;
          return target ? { ...request, ...route.create(target, count) } : request;
        },
      },
    ],
  });
  const requests = result.requests.total;
  return {
    requests,
    seconds: (performance.now() - began) / 1000,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result.errors + result.timeouts + requests - (result.statusCodeStats?.['200']?.count ?? 0),
  };
}
