import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createHttpEndpoint, RepairItemBannerList, UpdateModeProvider } from 'react-plaid-update-mode';
import { expect, it } from 'vitest';
import { RECONNECT } from '../support/brokenBanner.js';
import { passTime, startFakeClock } from '../support/fakeClock.js';
import { leaveLink, signIn, startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { createListeners, createQueryClient } from '../support/renderApp.js';
import { createSandboxedApp, type SandboxedApp } from '../support/sandboxedApp.js';

function renderWholeChain() {
  startFakeClock();
  const app = createSandboxedApp();
  app.sandbox.breakItem(app.itemId);
  const simulator = startLinkSimulator({ backend: app.sandbox.link });
  const heard = createListeners();
  const endpoint = createHttpEndpoint('/api/update-mode', { fetch: app.fetch });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <UpdateModeProvider endpoint={endpoint} scope="user-1" {...heard}>
        <RepairItemBannerList />
      </UpdateModeProvider>
    </QueryClientProvider>,
  );
  const clickReconnect = async () => userEvent.setup().click(await screen.findByRole('button', { name: RECONNECT }));
  return { ...app, simulator, heard, clickReconnect };
}

const putsOf = ({ sandbox }: SandboxedApp) => sandbox.requests.filter(({ method }) => method === 'PUT');

inEachReactMode('Browser, server, Plaid and Heron together', () => {
  it('repair a connection, and no secret reaches the browser', async () => {
    const app = renderWholeChain();
    await app.clickReconnect();
    await signIn(app.simulator);
    await screen.findByRole('region', { name: 'First Platypus Bank is reconnected' });
    expect(app.heard.onRepaired.mock.calls).toMatchObject([[{ itemId: app.itemId, by: 'user', isVerified: true }]]);
    expect(app.sandbox.readItem(app.itemId)).toMatchObject({ error: null, heron: { status: 'pending' } });
    expect(putsOf(app)).toHaveLength(1);

    for (let second = 0; second < 10; second += 1) await passTime(1_000);
    expect(app.sandbox.readItem(app.itemId).heron?.status).toBe('active');
    await waitFor(() => expect(screen.queryByRole('region')).toBeNull());
    expect(app.heard.onEvent).toHaveBeenCalledWith({ type: 'connected', itemId: app.itemId });
    const seen = app.answers.join();
    expect(seen).toContain(app.itemId);
    for (const secret of [app.accessToken, 'plaid-secret', 'heron-key']) expect(seen).not.toContain(secret);
  });

  it('leave a connection as it was when the user leaves', async () => {
    const app = renderWholeChain();
    await app.clickReconnect();
    await leaveLink(app.simulator);
    await waitFor(() => expect(app.heard.onExit).toHaveBeenCalledOnce());
    await waitFor(() => expect(app.answers.at(-1)).toContain('unchanged'));
    expect(await screen.findByRole('button', { name: RECONNECT })).toBeVisible();
    expect(putsOf(app)).toHaveLength(0);
  });

  it('get a fresh link token without a word where the first one has expired', async () => {
    const app = renderWholeChain();
    await app.clickReconnect();
    const { linkToken } = await untilLinkIsOpen(app.simulator);
    await leaveLink(app.simulator);
    await waitFor(() => expect(app.heard.onExit).toHaveBeenCalledOnce());

    const user = userEvent.setup();
    await user.unhover(screen.getByRole('button', { name: RECONNECT }));
    await user.hover(screen.getByRole('button', { name: RECONNECT }));
    await waitFor(() => expect(app.simulator.handlers.at(-1)?.isLoaded).toBe(true));
    app.sandbox.expireLinkTokens();
    await app.clickReconnect();
    await waitFor(() => expect(app.simulator.handlers.at(-1)?.isOpen).toBe(true));
    await signIn(app.simulator);
    await waitFor(() => expect(app.heard.onRepaired).toHaveBeenCalledOnce());
    expect(app.heard.onError).not.toHaveBeenCalled();
    expect(new Set([linkToken, ...app.simulator.handlers.map(({ token }) => token)]).size).toBe(3);
  });

  it('tell of a sign-in that did not help', async () => {
    const app = renderWholeChain();
    app.sandbox.plaid.healsAfter = 'never';
    await app.clickReconnect();
    await signIn(app.simulator);
    expect(await screen.findByRole('button', { name: 'Checking…' })).toBeVisible();
    for (let second = 0; second < 120 && !app.heard.onError.mock.calls.length; second += 1) await passTime(1_000);
    expect(app.heard.onError.mock.calls).toMatchObject([[{ error: { code: 'still_broken' } }]]);
    expect(putsOf(app)).toHaveLength(0);
    expect(screen.getByRole('button', { name: RECONNECT })).toBeVisible();
  });
});
