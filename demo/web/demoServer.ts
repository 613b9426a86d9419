import { queryOptions } from '@tanstack/react-query';
import type { BankEvent, DemoSettings, DemoState, WireEntry } from '../api.js';
import { send } from './send.js';

export async function readDemoState(): Promise<DemoState> {
  return (await send('GET', '/demo/state')).json();
}

const WIRE_INTERVAL_MS = 1_000;

export const wireQuery = queryOptions({
  queryKey: ['demo', 'wire'],
  queryFn: async (): Promise<WireEntry[]> => (await send('GET', '/demo/wire')).json(),
  refetchInterval: WIRE_INTERVAL_MS,
});

export async function changeDemoSettings(settings: Partial<DemoSettings>): Promise<DemoState> {
  return (await send('POST', '/demo/settings', settings)).json();
}

/** Answers how Harbour has taken the webhook, where there is one to wait for. */
export async function fireBankEvent(request: {
  itemId: string;
  event: BankEvent;
}): Promise<{ webhookStatus: number | null }> {
  return (await send('POST', '/demo/fire', request)).json();
}

export async function resetDemo(): Promise<void> {
  await send('POST', '/demo/reset', {});
}
