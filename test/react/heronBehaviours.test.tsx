import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createHttpEndpoint, RepairItemBannerList, UpdateModeProvider } from 'react-plaid-update-mode';
import type { HeronProfile } from 'react-plaid-update-mode/testing';
import { expect, it } from 'vitest';
import { RECONNECT } from '../support/brokenBanner.js';
import { passTime, startFakeClock } from '../support/fakeClock.js';
import { signIn, startLinkSimulator } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { createListeners, createQueryClient } from '../support/renderApp.js';
import { createSandboxedApp } from '../support/sandboxedApp.js';

/** What a PUT with an unchanged token does at Heron, nobody knows: each way leads to the same end. */
const WAYS: HeronProfile['afterPut'][] = ['sync', 'active_at_once', 'stale_erroring', 'refresh_needed'];

inEachReactMode('S29: a repair where Heron, given the access token,', () => {
  it.each(WAYS)(
    'answers with %s ends with the connection, and its old error is not shown meanwhile',
    async (afterPut) => {
      startFakeClock();
      const app = createSandboxedApp({ integrationId: 'heron-integration-1' });
      app.sandbox.heron.afterPut = afterPut;
      app.sandbox.breakItem(app.itemId);
      const simulator = startLinkSimulator({ backend: app.sandbox.link });
      const heard = createListeners();
      render(
        <QueryClientProvider client={createQueryClient()}>
          <UpdateModeProvider
            endpoint={createHttpEndpoint('/api/update-mode', { fetch: app.fetch })}
            scope="user-1"
            {...heard}
          >
            <RepairItemBannerList />
          </UpdateModeProvider>
        </QueryClientProvider>,
      );
      await userEvent.setup().click(await screen.findByRole('button', { name: RECONNECT }));
      await signIn(simulator);
      await waitFor(() => expect(heard.onRepaired).toHaveBeenCalledOnce());
      for (let second = 0; second < 20; second += 1) {
        expect(screen.queryByRole('button', { name: RECONNECT })).toBeNull();
        await passTime(1_000);
      }
      expect(app.sandbox.readItem(app.itemId).heron?.status).toBe('active');
      expect(heard.onEvent).toHaveBeenCalledWith({ type: 'connected', itemId: app.itemId });
      expect(screen.queryByRole('region')).toBeNull();
    },
  );
});
