import type { Decorator } from '@storybook/react-vite';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type CSSProperties, type ReactNode, useEffect, useState } from 'react';
import { createHttpEndpoint, UpdateModeProvider } from '../../src/index.js';
import { installLinkSimulator } from '../../src/testing/index.js';
import stylesheet from '../../src/styles/styles.css?inline';
import type { Scene } from './scene.js';
import { createStoryServer } from './storyServer.js';

/** Gives each story a provider, a QueryClient, a server and a simulated Link of its own, as its `scene` has them. */
export const withScene: Decorator = (Story, { id, parameters }) => (
  <Stage key={id} scene={parameters['scene']}>
    <Story />
  </Stage>
);

function Stage({ scene, children }: { scene: Scene; children: ReactNode }) {
  const [{ server, endpoint, queryClient }] = useState(() => createWorld(scene));

  // Before any visitor can press a button; Plaid's script is not asked for earlier.
  useEffect(() => {
    const simulator = installLinkSimulator({ ...scene.link, backend: server.linkBackend });
    simulator.queue(...(scene.visits ?? []));
    return () => simulator.uninstall();
  }, [scene, server]);

  return (
    <QueryClientProvider client={queryClient}>
      {scene.hasStylesheet !== false && <style>{stylesheet}</style>}
      <UpdateModeProvider endpoint={endpoint} scope="user-1" timeZone="UTC" {...scene.provider}>
        <main style={PAGE}>{children}</main>
      </UpdateModeProvider>
    </QueryClientProvider>
  );
}

function createWorld(scene: Scene) {
  const server = createStoryServer(scene.server);
  return {
    server,
    endpoint: createHttpEndpoint('/api/update-mode', { fetch: server.fetch }),
    queryClient: new QueryClient({ defaultOptions: { queries: { retryDelay: 0 } } }),
  };
}

/** What an app's page brings and the banner takes over: a typeface and a measure. */
const PAGE: CSSProperties = { fontFamily: 'system-ui, sans-serif', maxInlineSize: '45rem', marginInline: 'auto' };
