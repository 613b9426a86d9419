// @vitest-environment jsdom
import { render, screen, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { expect, it, onTestFinished } from 'vitest';
import { installLinkSimulator } from '../../src/testing/index.js';
import { expectConsole } from '../support/expectConsole.js';
import { PlaidLinkPage } from './PlaidLinkPage.js';

it('runs the script twice on a first mount in StrictMode, and says so as Plaid does', async () => {
  const simulator = installLinkSimulator();
  onTestFinished(() => simulator.uninstall());
  expectConsole('warn', 'embedded more than once');
  render(<PlaidLinkPage />, { wrapper: StrictMode });
  await screen.findByText('ready');
  await waitFor(() => expect(simulator.script).toEqual({ requests: 2, executions: 2 }));
  expect(document.querySelectorAll('script')).toHaveLength(1);
});
