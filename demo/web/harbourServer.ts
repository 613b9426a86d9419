import { queryOptions } from '@tanstack/react-query';
import type { Overview, RefreshAnswer, SupportRequest } from '../api.js';
import { send } from './send.js';

export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: async (): Promise<Overview> => (await send('GET', '/api/overview')).json(),
});

/** Answers why Plaid refuses, or null where the balances are new. */
export async function refreshBalances(itemId: string): Promise<RefreshAnswer['error']> {
  const { error }: RefreshAnswer = await (await send('POST', `/api/connections/${itemId}/refresh`, {})).json();
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
