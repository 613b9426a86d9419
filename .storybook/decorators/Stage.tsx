import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type CSSProperties, type ReactNode, useEffect, useMemo, useState } from 'react';
import { createHttpEndpoint, forgetScope, UpdateModeProvider } from '../../src/index.js';
import type { Catalog } from '../../src/core/messages.js';
import { installLinkSimulator } from '../../src/testing/index.js';
import stylesheet from '../../src/styles/styles.css?inline';
import { playDevice } from './device.js';
import { leaveReports } from './leaveReports.js';
import type { Scene } from './scene.js';
import { createStoryServer } from './storyServer.js';

interface StageProps {
  scope: string;
  createScene(): Scene;
  /** The words of the toolbar's language. */
  words: Catalog;
  /** Of the container: `full`, or a length. */
  width: string;
  children: ReactNode;
}

/** The world around one story: a provider, a QueryClient, a server and a simulated Link of its own. */
export function Stage({ scope, createScene, words, width, children }: StageProps) {
  const [scene] = useState(createScene);
  const [{ server, endpoint, queryClient }] = useState(() => createWorld(scope, scene));

  // Before any visitor can press a button; Plaid's script is not asked for earlier.
  useEffect(() => {
    const simulator = installLinkSimulator({ ...scene.link, backend: server.linkBackend });
    simulator.queue(...(scene.visits ?? []));
    return () => simulator.uninstall();
  }, [scene, server]);

  // Before a report goes out: that waits for its right among tabs.
  useEffect(() => playDevice(scene.device), [scene]);

  const { messages } = scene.provider ?? {};
  const spoken = useMemo(
    () => (typeof messages === 'function' ? messages : { ...words, ...messages }),
    [words, messages],
  );

  return (
    <QueryClientProvider client={queryClient}>
      {scene.hasStylesheet !== false && <style>{stylesheet}</style>}
      <UpdateModeProvider
        endpoint={endpoint}
        scope={scope}
        timeZone="UTC"
        locale={words.language}
        {...scene.provider}
        messages={spoken}
      >
        <main style={width === 'full' ? PAGE : { ...PAGE, inlineSize: width, outline: EDGE }}>{children}</main>
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
const PAGE: CSSProperties = { fontFamily: 'system-ui, sans-serif', marginInline: 'auto' };
const EDGE = '1px dashed color-mix(in srgb, CanvasText 30%, Canvas)';
