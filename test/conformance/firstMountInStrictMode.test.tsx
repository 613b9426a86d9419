import { configure, screen } from '@testing-library/react';
import { RepairItemBanner } from 'react-plaid-update-mode';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PLATYPUS, platypusLink } from '../support/links.js';
import { startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

// A file of its own: react-plaid-link remembers a script for as long as its module lives.
describe('The very first mount of react-plaid-link in StrictMode (1.3)', () => {
  beforeEach(() => configure({ reactStrictMode: true }));
  afterEach(() => configure({ reactStrictMode: false }));

  it('runs the script once', async () => {
    const simulator = startLinkSimulator();
    const { user } = renderApp(<RepairItemBanner itemId={PLATYPUS} />, {
      server: createScriptedServer(platypusLink()),
    });
    await user.click(await screen.findByRole('button', { name: 'Reconnect First Platypus Bank' }));
    await untilLinkIsOpen(simulator);
    expect(simulator.script).toEqual({ requests: 1, executions: 1 });
  });
});
