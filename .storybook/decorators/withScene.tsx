import type { Decorator } from '@storybook/react-vite';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type CSSProperties, type ReactNode, useEffect, useState } from 'react';
import { createHttpEndpoint, forgetScope, UpdateModeProvider } from '../../src/index.js';
import { installLinkSimulator } from '../../src/testing/index.js';
import stylesheet from '../../src/styles/styles.css?inline';
import { playDevice } from './device.js';
import { leaveReports } from './leaveReports.js';
import type { Scene } from './scene.js';
import { createStoryServer } from './storyServer.js';

/** Gives each story a provider, a QueryClient, a server and a simulated Link of its own, as its `scene` has them. */
export const withScene: Decorator = (Story, { id, parameters }) => (
  <Stage key={id} scope={id} scene={parameters['scene']}>
    <Story />
  </Stage>
);

function Stage({ scope, scene, children }: { scope: string; scene: Scene; children: ReactNode }) {
  const [{ server, endpoint, queryClient }] = useState(() => createWorld(scope, scene));

  // Before any visitor can press a button; Plaid's script is not asked for earlier.
  useEffect(() => {
    const simulator = installLinkSimulator({ ...scene.link, backend: server.linkBackend });
    simulator.queue(...(scene.visits ?? []));
    return () => simulator.uninstall();
  }, [scene, server]);

  // Before a report goes out: that waits for its right among tabs.
  useEffect(() => playDevice(scene.device), [scene]);

  return (
    <QueryClientProvider client={queryClient}>
      {scene.hasStylesheet !== false && <style>{stylesheet}</style>}
      <UpdateModeProvider endpoint={endpoint} scope={scope} timeZone="UTC" {...scene.provider}>
        <main style={PAGE}>{children}</main>
      </UpdateModeProvider>
    </QueryClientProvider>
  );
}

function createWorld(scope: string, scene: Scene) {
  // All stories share one browser: what one of them has left there is none of the next one's.
  forgetScope(scope);
  leaveReports(scope, scene.reports ?? []);
  const server = createStoryServer(scene.server);
  return {
    server,
    endpoint: createHttpEndpoint('/api/update-mode', { fetch: server.fetch }),
    queryClient: new QueryClient({ defaultOptions: { queries: { retryDelay: 0 } } }),
  };
}

/** What an app's page brings and the banner takes over: a typeface and a measure. */
const PAGE: CSSProperties = { fontFamily: 'system-ui, sans-serif', maxInlineSize: '45rem', marginInline: 'auto' };
