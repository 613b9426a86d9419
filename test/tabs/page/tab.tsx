import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { forgetScope, RepairItemBannerList, UpdateModeProvider } from 'react-plaid-update-mode';
import { createHttpLinkBackend, installLinkSimulator, type LinkSimulator } from 'react-plaid-update-mode/testing';
import { createBrowserPorts } from '../../../src/browser/browserPorts.js';
import { createTabLocks } from '../../../src/browser/tabLocks.js';
import type { Ports } from '../../../src/core/ports.js';
import { createFastClock } from './fastClock.js';

/** What a test may do in a tab. */
export interface Tab {
  ports: Pick<Ports, 'outboxStorage' | 'visitStorage'>;
  forgetScope(scope: string): void;
  /** Asks for a right; a second request for the same name waits beside the first one. */
  request(name: string): void;
  /** How often it was granted here. */
  countGranted(name: string): number;
  isHolder(name: string): boolean;
  /** Gives the right to that name back that was granted here. */
  giveBack(name: string): void;
  /** The time for those rights alone. */
  putForward(ms: number): void;
  stopClock(): void;
  /** What was heard of a user's reports since `listen`: ids of removed ones, else what kind of change it was. */
  listen(scope: string): void;
  heard: string[];
  simulator: LinkSimulator;
  /** An app of that user's. */
  renderApp(scope: string): void;
}

declare global {
  interface Window {
    tab: Tab;
  }
}

const ports = createBrowserPorts(() => undefined);
const clock = createFastClock();
const tabLocks = createTabLocks(clock, ports.createId);
const granted: string[] = [];
const held = new Map<string, () => void>();

window.tab = {
  ports,
  forgetScope,
  request(name) {
    const giveBack = tabLocks.request(name, () => {
      granted.push(name);
      held.set(name, giveBack);
    });
  },
  countGranted: (name) => granted.filter((each) => each === name).length,
  isHolder: (name) => held.has(name),
  giveBack(name) {
    held.get(name)?.();
    held.delete(name);
  },
  putForward: clock.putForward,
  stopClock: clock.stop,
  listen(scope) {
    ports.outboxStorage.onChange(scope, (change) => {
      window.tab.heard.push(change.type === 'removed' ? change.id : change.type);
    });
  },
  heard: [],
  simulator: installLinkSimulator({ backend: createHttpLinkBackend('/sandbox') }),
  renderApp(scope) {
    const root = document.querySelector('#app');
    if (!root) throw new Error('The page has no place for the app.');
    createRoot(root).render(
      <StrictMode>
        <QueryClientProvider client={new QueryClient()}>
          <UpdateModeProvider endpoint="/api/update-mode" scope={scope}>
            <RepairItemBannerList layout="stacked" />
          </UpdateModeProvider>
        </QueryClientProvider>
      </StrictMode>,
    );
  },
};
