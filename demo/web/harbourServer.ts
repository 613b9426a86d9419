import { queryOptions } from '@tanstack/react-query';
import type { Overview, RefusedRefresh, SupportRequest } from '../api.js';
import { send } from './send.js';

export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: async (): Promise<Overview> => (await send('GET', '/api/overview')).json(),
});

/** Answers why Plaid refuses, or null where the balances are new. */
export async function refreshBalances(itemId: string): Promise<RefusedRefresh['error'] | null> {
  const response = await send('POST', `/api/connections/${itemId}/refresh`, {}, [409]);
  if (response.status !== 409) return null;
  const { error }: RefusedRefresh = await response.json();
  return error;
}

export async function removeConnection(itemId: string): Promise<void> {
  await send('POST', `/api/connections/${itemId}/remove`, {});
}

export async function replaceConnection(itemId: string): Promise<void> {
  await send('POST', `/api/connections/${itemId}/replace`, {});
}

export async function askSupport(request: SupportRequest): Promise<void> {
  await send('POST', '/api/support', request);
}
