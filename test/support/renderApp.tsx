import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, type RenderResult } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import {
  createHttpEndpoint,
  UpdateModeProvider,
  type NewLinkEvent,
  type RepairErrorEvent,
  type RepairExitEvent,
  type RepairedEvent,
  type UpdateModeEvent,
  type UpdateModeProviderProps,
} from 'react-plaid-update-mode';
import { vi } from 'vitest';
import type { ScriptedServer } from './scriptedServer.js';

export interface AppOptions extends Partial<UpdateModeProviderProps> {
  server: ScriptedServer;
  queryClient?: QueryClient | undefined;
}

export interface App extends Omit<RenderResult, 'rerender'> {
  user: UserEvent;
  queryClient: QueryClient;
  /** What the provider told the app. */
  heard: ReturnType<typeof createListeners>;
  /** Renders other content, or with other props for the provider. */
  rerender(content: ReactNode, props?: Partial<UpdateModeProviderProps>): void;
}

/** Renders what an app has around its banners, over a scripted server. */
export function renderApp(
  content: ReactNode,
  { server, queryClient = createQueryClient(), ...props }: AppOptions,
): App {
  const heard = createListeners();
  const endpoint = createHttpEndpoint('/api/update-mode', { fetch: server.fetch });
  const page = (inner: ReactNode, changes: Partial<UpdateModeProviderProps> = {}) => (
    <QueryClientProvider client={queryClient}>
      <UpdateModeProvider endpoint={endpoint} scope="user-1" {...heard} {...props} {...changes}>
        {inner}
      </UpdateModeProvider>
    </QueryClientProvider>
  );
  const { rerender, ...result } = render(page(content));
  return {
    ...result,
    user: userEvent.setup(),
    queryClient,
    heard,
    rerender: (inner, changes) => rerender(page(inner, changes)),
  };
}

/** Without pauses between retries, so that a test need not wait for them. */
export function createQueryClient(): QueryClient {
  return new QueryClient({ defaultOptions: { queries: { retryDelay: 0 } } });
}

export function createListeners() {
  return {
    onRepaired: vi.fn<(event: RepairedEvent) => void>(),
    onExit: vi.fn<(event: RepairExitEvent) => void>(),
    onError: vi.fn<(event: RepairErrorEvent) => void>(),
    onNewLink: vi.fn<(event: NewLinkEvent) => void>(),
    onEvent: vi.fn<(event: UpdateModeEvent) => void>(),
  };
}
