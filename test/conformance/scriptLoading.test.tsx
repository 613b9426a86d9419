import { screen, waitFor } from '@testing-library/react';
import { RepairItemBanner, RepairItemBannerList, UpdateModeLauncher } from 'react-plaid-update-mode';
import { PLAID_SCRIPT_URL } from 'react-plaid-update-mode/testing';
import { expect, it } from 'vitest';
import { passTime, startFakeClock } from '../support/fakeClock.js';
import { PLATYPUS, platypusLink, tattersallLink } from '../support/links.js';
import { signIn, startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

const reconnect = () => screen.findByRole('button', { name: 'Reconnect First Platypus Bank' });

inEachReactMode('The script of Plaid (1.3)', () => {
  it('is one tag and one request for any number of components', async () => {
    const simulator = startLinkSimulator();
    const server = createScriptedServer(platypusLink(), tattersallLink());
    const { user } = renderApp(
      <>
        <RepairItemBannerList />
        <UpdateModeLauncher itemId={PLATYPUS}>Sign in again</UpdateModeLauncher>
      </>,
      { server },
    );
    for (const button of await screen.findAllByRole('button')) await user.hover(button);
    await user.click(screen.getByRole('button', { name: 'Sign in again' }));
    await untilLinkIsOpen(simulator);
    expect(simulator.script).toEqual({ requests: 1, executions: 1 });
  });

  it('is not asked for before anyone shows an intent', async () => {
    const simulator = startLinkSimulator();
    renderApp(<RepairItemBannerList />, { server: createScriptedServer(platypusLink()) });
    await reconnect();
    expect(document.scripts).toHaveLength(0);
    expect(simulator.script.requests).toBe(0);
  });

  it('runs once when the page is left while it loads and entered again', async () => {
    startFakeClock();
    const simulator = startLinkSimulator({ script: { outcome: 'load', delay: 5_000 } });
    const server = createScriptedServer(platypusLink());
    const first = renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server });
    await first.user.click(await reconnect());
    await waitFor(() => expect(simulator.script.requests).toBe(1));
    first.unmount();

    const second = renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server });
    await second.user.click(await reconnect());
    expect(simulator.script.executions).toBe(0);
    await passTime(5_000);
    await signIn(simulator);
    await waitFor(() => expect(second.heard.onRepaired).toHaveBeenCalledOnce());
    expect(simulator.script).toEqual({ requests: 1, executions: 1 });
  });

  it('is tried again after a failure, with all components still mounted', async () => {
    const simulator = startLinkSimulator({ script: { outcome: 'error' } });
    const { user, heard } = renderApp(
      <>
        <RepairItemBanner itemId={PLATYPUS} />
        <UpdateModeLauncher itemId={PLATYPUS}>Sign in again</UpdateModeLauncher>
      </>,
      { server: createScriptedServer(platypusLink()) },
    );
    await user.click(await reconnect());
    await waitFor(() => expect(heard.onError).toHaveBeenCalledOnce());
    expect(heard.onError.mock.lastCall?.[0].error).toMatchObject({ code: 'script_failed', isRetryable: true });
    expect(document.scripts).toHaveLength(0);

    simulator.configure({ script: { outcome: 'load' } });
    await user.click(screen.getByRole('button', { name: 'Sign in again' }));
    await untilLinkIsOpen(simulator);
    expect(simulator.script.executions).toBe(1);
  });

  it('carries the nonce of the page', async () => {
    const simulator = startLinkSimulator();
    const server = createScriptedServer(platypusLink());
    const { user } = renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server, nonce: 'r4nd0m' });
    await user.hover(await reconnect());
    await waitFor(() => expect(simulator.alive).toBe(1));
    expect([...document.scripts].find((tag) => tag.nonce === 'r4nd0m')?.src).toBe(PLAID_SCRIPT_URL);
  });
});
