import { waitFor } from '@testing-library/react';
import { installLinkSimulator } from 'react-plaid-update-mode/testing';
import { expect, it, onTestFinished } from 'vitest';
import { renderAppWithOwnLink } from '../support/appWithOwnLink.js';
import { expectConsole } from '../support/expectConsole.js';
import { passTime, startFakeClock } from '../support/fakeClock.js';
import { signIn, untilLinkIsOpen } from '../support/linkSimulator.js';

const SCRIPT_MS = 4_000;

const setOverflow = (overflow: string) => void (document.body.style.overflow = overflow);

it('leaves the page unlocked where a dialog came while the Link of the app loaded the script once more', async () => {
  expectConsole('warn', 'embedded more than once');
  startFakeClock();
  const simulator = installLinkSimulator({ script: { outcome: 'load', delay: SCRIPT_MS } });
  onTestFinished(() => {
    setOverflow('');
    simulator.uninstall();
  });
  const { clickReconnect, goTo } = renderAppWithOwnLink();
  await clickReconnect();
  await passTime(SCRIPT_MS / 2);
  goTo('settings');
  await passTime(SCRIPT_MS / 2);
  // The script is there, and react-plaid-link waits for the app's second tag.
  expect(simulator).toMatchObject({ script: { executions: 1 }, handlers: [] });
  setOverflow('hidden');
  await passTime(SCRIPT_MS / 2);
  await untilLinkIsOpen(simulator);
  setOverflow('');
  await signIn(simulator);
  await waitFor(() => expect(simulator.alive).toBe(0));
  await waitFor(() => expect(document.body.style.overflow).toBe(''));
});
