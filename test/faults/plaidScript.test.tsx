import { screen, waitFor } from '@testing-library/react';
import { en } from 'react-plaid-update-mode/messages/en';
import { installLinkSimulator, PLAID_SCRIPT_URL } from 'react-plaid-update-mode/testing';
import { expect, it, onTestFinished } from 'vitest';
import { renderBrokenBanner } from '../support/brokenBanner.js';
import { expectConsole } from '../support/expectConsole.js';
import { passTime, startFakeClock } from '../support/fakeClock.js';
import { signIn, startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';

inEachReactMode("Plaid's script", () => {
  it('that is blocked or missing is an error with a way on', async () => {
    const simulator = startLinkSimulator({ script: { outcome: 'error' } });
    const { heard, clickReconnect } = await renderBrokenBanner();
    await clickReconnect();
    await screen.findByText(en.failedText);
    expect(heard.onError.mock.calls).toMatchObject([[{ error: { code: 'script_failed', isRetryable: true } }]]);

    simulator.configure({ script: { outcome: 'load' } });
    await clickReconnect();
    await untilLinkIsOpen(simulator);
  });

  it('that never answers is given up, and asked for anew', async () => {
    startFakeClock();
    const simulator = startLinkSimulator({ script: { outcome: 'hang' } });
    const { heard, clickReconnect } = await renderBrokenBanner();
    await clickReconnect();
    await passTime(15_000);
    await waitFor(() => expect(heard.onError).toHaveBeenCalledOnce());
    expect(heard.onError.mock.lastCall?.[0].error.code).toBe('script_failed');

    simulator.configure({ script: { outcome: 'load' } });
    await clickReconnect();
    await untilLinkIsOpen(simulator);
  });

  it('that comes a second time by the host page harms nothing', async () => {
    expectConsole('warn', 'embedded more than once');
    const simulator = installLinkSimulator();
    onTestFinished(() => simulator.uninstall());
    const { heard, clickReconnect } = await renderBrokenBanner();
    await clickReconnect();
    await untilLinkIsOpen(simulator);
    const second = document.createElement('script');
    second.src = PLAID_SCRIPT_URL;
    document.head.append(second);
    await waitFor(() => expect(simulator.script.executions).toBe(2));
    await signIn(simulator);
    await waitFor(() => expect(heard.onRepaired).toHaveBeenCalledOnce());
    expect(simulator.alive).toBe(0);
  });

  it('that arrives after it was given up harms nothing', async () => {
    expectConsole('warn', 'embedded more than once');
    startFakeClock();
    const simulator = installLinkSimulator({ script: { outcome: 'load', delay: 20_000 } });
    onTestFinished(() => simulator.uninstall());
    const { heard, clickReconnect } = await renderBrokenBanner();
    await clickReconnect();
    await passTime(15_000);
    await waitFor(() => expect(heard.onError).toHaveBeenCalledOnce());

    simulator.configure({ script: { outcome: 'load', delay: 0 } });
    await clickReconnect();
    await untilLinkIsOpen(simulator);
    await passTime(20_000);
    expect(simulator.script.executions).toBe(2);
    await signIn(simulator);
    await waitFor(() => expect(heard.onRepaired).toHaveBeenCalledOnce());
  });
});
