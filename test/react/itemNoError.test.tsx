import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createHttpEndpoint, UpdateModeLauncher, UpdateModeProvider } from 'react-plaid-update-mode';
import { expect, it } from 'vitest';
import { LINK_ERRORS } from 'react-plaid-update-mode/testing';
import { startFakeClock } from '../support/fakeClock.js';
import { leaveLink, startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { createListeners, createQueryClient } from '../support/renderApp.js';
import { createSandboxedApp } from '../support/sandboxedApp.js';

/** The browser's side over the real handler, whose Plaid and Heron are the sandbox. */
function renderLauncher() {
  startFakeClock();
  const app = createSandboxedApp();
  const simulator = startLinkSimulator({ backend: app.sandbox.link });
  const heard = createListeners();
  const endpoint = createHttpEndpoint('/api/update-mode', { fetch: app.fetch });
  const launch = async () => {
    render(
      <QueryClientProvider client={createQueryClient()}>
        <UpdateModeProvider endpoint={endpoint} scope="user-1" {...heard}>
          <UpdateModeLauncher itemId={app.itemId}>Sign in again</UpdateModeLauncher>
        </UpdateModeProvider>
      </QueryClientProvider>,
    );
    await userEvent.setup().click(await screen.findByRole('button', { name: 'Sign in again' }));
    await untilLinkIsOpen(simulator);
  };
  const countPuts = () => app.sandbox.requests.filter(({ method }) => method === 'PUT').length;
  return { ...app, simulator, heard, launch, countPuts };
}

const SPELLINGS = ['ITEM_NO_ERROR', 'item-no-error'].map((error_code) => ({
  ...LINK_ERRORS.ITEM_NO_ERROR,
  error_code,
}));

inEachReactMode('An exit because the Item has no error', () => {
  it.each(SPELLINGS)('S19: is repaired elsewhere where it was known to be broken: $error_code', async (error) => {
    const app = renderLauncher();
    app.sandbox.breakItem(app.itemId);
    await app.launch();
    app.sandbox.healItem(app.itemId);
    await leaveLink(app.simulator, error);
    await waitFor(() => expect(app.heard.onRepaired).toHaveBeenCalledOnce());
    expect(app.heard.onRepaired.mock.calls).toMatchObject([
      [{ itemId: app.itemId, by: 'elsewhere', isVerified: true }],
    ]);
    expect(app.heard.onExit.mock.calls).toMatchObject([[{ itemId: app.itemId, error: null }]]);
    expect(app.heard.onError).not.toHaveBeenCalled();
    expect(app.countPuts()).toBe(1);
  });

  it.each(SPELLINGS)('S19: changed nothing where it was never known to be broken: $error_code', async (error) => {
    const app = renderLauncher();
    await app.launch();
    await leaveLink(app.simulator, error);
    await waitFor(() => expect(app.answers.at(-1)).toContain('unchanged'));
    expect(app.heard.onExit.mock.calls).toMatchObject([[{ itemId: app.itemId, error: null }]]);
    expect(app.heard.onRepaired).not.toHaveBeenCalled();
    expect(app.heard.onError).not.toHaveBeenCalled();
    expect(app.countPuts()).toBe(0);
  });
});
