import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { RepairItemBanner, UpdateModeProvider } from 'react-plaid-update-mode';
import { expect, it, vi } from 'vitest';
import { PLATYPUS, platypusLink } from '../support/links.js';
import { signIn, startLinkSimulator } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer, problem } from '../support/scriptedServer.js';

const banner = <RepairItemBanner itemId={PLATYPUS} style={{ '--update-mode-critical': 'maroon' }} />;

inEachReactMode('UpdateModeProvider', () => {
  it('tells the app when the data of a repaired connection is current again, and not before', async () => {
    const simulator = startLinkSimulator();
    const server = createScriptedServer(platypusLink());
    const onConnected = vi.fn();
    const { user, heard } = renderApp(banner, { server, onConnected });
    await user.click(await screen.findByRole('button', { name: 'Reconnect First Platypus Bank' }));
    await signIn(simulator);
    await waitFor(() => expect(heard.onRepaired).toHaveBeenCalledOnce());
    expect(onConnected).not.toHaveBeenCalled();
    const active = platypusLink({ status: 'active' });
    server.links = [active];
    await waitFor(() => expect(onConnected).toHaveBeenCalledOnce(), { timeout: 5000 });
    expect(onConnected).toHaveBeenCalledWith({ itemId: PLATYPUS, integrationLink: active });
  });

  it('tells the app that no banner can be shown, since the list can not be read', async () => {
    startLinkSimulator();
    const server = createScriptedServer();
    server.queue('GET /integration-links', problem(404, 'not_found'));
    const { heard } = renderApp(banner, { server });
    await waitFor(() =>
      expect(heard.onEvent).toHaveBeenCalledWith({ type: 'list_failed', httpStatus: 404, problemCode: 'not_found' }),
    );
  });

  it('takes some words of the app, and keeps English for the others', async () => {
    startLinkSimulator();
    const messages = { reconnect: 'Sign in to {institution}' };
    renderApp(banner, { server: createScriptedServer(platypusLink()), messages });
    expect(await screen.findByRole('button', { name: 'Sign in to First Platypus Bank' })).toBeVisible();
    expect(screen.getByRole('heading', { name: 'First Platypus Bank needs you to sign in again' })).toBeVisible();
  });

  it('goes on reading the list where a proxy says nothing of the repair but a stale error', async () => {
    const simulator = startLinkSimulator();
    const server = createScriptedServer(platypusLink());
    const stale = { result: 'unverifiable', integration_links: [platypusLink()] };
    server.queue('POST /repairs', Response.json(stale));
    const onConnected = vi.fn();
    const { user, heard } = renderApp(banner, { server, onConnected });
    await user.click(await screen.findByRole('button', { name: 'Reconnect First Platypus Bank' }));
    await signIn(simulator);
    await waitFor(() => expect(heard.onRepaired).toHaveBeenCalledOnce());
    server.links = [platypusLink({ status: 'active' })];
    await waitFor(() => expect(onConnected).toHaveBeenCalledOnce(), { timeout: 5000 });
  });

  it('refuses an empty scope', () => {
    const page = (
      <QueryClientProvider client={new QueryClient()}>
        <UpdateModeProvider endpoint="/api/update-mode" scope="" />
      </QueryClientProvider>
    );
    expect(() => renderToString(page)).toThrow(expect.objectContaining({ code: 'misuse' }));
  });
});
