import { screen } from '@testing-library/react';
import { RepairItemBanner } from 'react-plaid-update-mode';
import { expect, it } from 'vitest';
import { startLinkSimulator } from '../support/linkSimulator.js';
import { startFakeClock } from '../support/fakeClock.js';
import { PLATYPUS, platypusLink, TATTERSALL, tattersallLink } from '../support/links.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

inEachReactMode('RepairItemBanner', () => {
  it('tells the deadline and the last sync apart', async () => {
    startLinkSimulator();
    renderApp(<RepairItemBanner itemId={TATTERSALL} />, { server: createScriptedServer(tattersallLink()) });
    expect(await screen.findByText(/^It works until November 27, 2026\./)).toBeVisible();
    expect(screen.getByText('Last updated November 18, 2026')).toBeVisible();
  });

  it('S10: says when a consent ends as Plaid gives it, in the provider’s language and time zone', async () => {
    startFakeClock();
    const link = platypusLink({ status: 'active', consent_expiration_time: '2026-11-25T23:30:00Z' });
    renderApp(<RepairItemBanner itemId={PLATYPUS} />, {
      server: createScriptedServer(link),
      locale: 'en-GB',
      timeZone: 'Europe/Berlin',
    });
    expect(await screen.findByRole('region', { name: /ends in 6 days$/ })).toHaveAttribute('data-severity', 'warning');
    expect(screen.getByText(/26 November 2026/)).toBeVisible();
    expect(document.body).not.toHaveTextContent(/month/);
  });
});
