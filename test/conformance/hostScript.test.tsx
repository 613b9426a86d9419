import { screen } from '@testing-library/react';
import { RepairItemBanner } from 'react-plaid-update-mode';
import { PLAID_SCRIPT_URL } from 'react-plaid-update-mode/testing';
import { expect, it, onTestFinished } from 'vitest';
import { passTime, startFakeClock } from '../support/fakeClock.js';
import { PLATYPUS, platypusLink } from '../support/links.js';
import { startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

/** The tag that a host page has in its own markup. Resolves with the event that tells how it went. */
function addHostTag(): Promise<Event> {
  const tag = document.createElement('script');
  tag.async = true;
  tag.src = PLAID_SCRIPT_URL;
  const settled = new Promise<Event>((resolve) => {
    tag.addEventListener('load', resolve);
    tag.addEventListener('error', resolve);
  });
  document.head.append(tag);
  onTestFinished(() => tag.remove());
  return settled;
}

async function clickReconnect(): Promise<void> {
  const { user } = renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server: createScriptedServer(platypusLink()) });
  await user.click(await screen.findByRole('button', { name: 'Reconnect First Platypus Bank' }));
}

inEachReactMode("A host's own script tag (1.3)", () => {
  it('is used as it is when it has run, and not run again', async () => {
    const simulator = startLinkSimulator();
    await addHostTag();
    await clickReconnect();
    await untilLinkIsOpen(simulator);
    expect(simulator.script).toEqual({ requests: 1, executions: 1 });
  });

  it('is waited for while it loads', async () => {
    startFakeClock();
    const simulator = startLinkSimulator({ script: { outcome: 'load', delay: 5_000 } });
    void addHostTag();
    await clickReconnect();
    await passTime(4_000);
    expect(simulator.handlers).toHaveLength(0);
    await passTime(1_000);
    await untilLinkIsOpen(simulator);
    expect(simulator.script).toEqual({ requests: 1, executions: 1 });
  });

  it('is replaced when it had failed before', async () => {
    startFakeClock();
    const simulator = startLinkSimulator({ script: { outcome: 'error' } });
    const settled = addHostTag();
    await passTime(1);
    expect((await settled).type).toBe('error');
    simulator.configure({ script: { outcome: 'load' } });
    await clickReconnect();
    await passTime(15_000);
    await untilLinkIsOpen(simulator);
    expect(simulator.script).toEqual({ requests: 2, executions: 1 });
  });

  it('is replaced when it fails while it is waited for', async () => {
    startFakeClock();
    const simulator = startLinkSimulator({ script: { outcome: 'error', delay: 5_000 } });
    void addHostTag();
    await clickReconnect();
    simulator.configure({ script: { outcome: 'load', delay: 0 } });
    await passTime(5_000);
    await untilLinkIsOpen(simulator);
    expect(simulator.script).toEqual({ requests: 2, executions: 1 });
  });
});
