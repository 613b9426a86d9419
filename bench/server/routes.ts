import type { OwnedItem } from './owners.js';

export interface BenchRequest {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string | undefined;
}

/** A route of the endpoint; `create` makes its next request, each for another Item than the one before. */
export interface BenchRoute {
  name: string;
  create(owned: OwnedItem, count: number): BenchRequest;
}

function headersOf({ userId }: OwnedItem): Record<string, string> {
  return { 'x-user': userId, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
}

export const ROUTES: readonly BenchRoute[] = [
  {
    name: 'list',
    create: (owned) => ({ method: 'GET', path: '/api/update-mode/integration-links', headers: headersOf(owned) }),
  },
  {
    name: 'link-token',
    create: (owned) => ({
      method: 'POST',
      path: '/api/update-mode/link-token',
      headers: headersOf(owned),
      body: JSON.stringify({ target: { item_id: owned.itemId }, purpose: 'repair' }),
    }),
  },
  {
    name: 'repairs',
    create: (owned, count) => ({
      method: 'POST',
      path: '/api/update-mode/repairs',
      headers: { ...headersOf(owned), 'idempotency-key': `visit-${count}` },
      body: JSON.stringify({
        target: { item_id: owned.itemId },
        purpose: 'repair',
        outcome: 'success',
        link_session_id: `session-${count}`,
        started_at: new Date(Date.now() - 60_000).toISOString(),
        finished_at: new Date().toISOString(),
      }),
    }),
  },
];
