import { queryOptions } from '@tanstack/react-query';
import type { DemoSettings, DemoState, Overview, WireEntry } from '../api.js';

async function send(method: 'GET' | 'POST', path: string, body?: object): Promise<Response> {
  const response = await fetch(path, {
    method,
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new Error(`The server answered ${path} with ${response.status}.`);
  return response;
}

export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: async (): Promise<Overview> => (await send('GET', '/api/overview')).json(),
});

export async function readDemoState(): Promise<DemoState> {
  return (await send('GET', '/demo/state')).json();
}

const WIRE_INTERVAL_MS = 1_000;

export const wireQuery = queryOptions({
  queryKey: ['demo', 'wire'],
  queryFn: async (): Promise<WireEntry[]> => (await send('GET', '/demo/wire')).json(),
  refetchInterval: WIRE_INTERVAL_MS,
});

export async function changeDemoSettings(settings: DemoSettings): Promise<DemoState> {
  return (await send('POST', '/demo/settings', settings)).json();
}

export async function breakConnection(itemId: string): Promise<void> {
  await send('POST', '/demo/break', { itemId });
}

export async function resetDemo(): Promise<void> {
  await send('POST', '/demo/reset', {});
}
