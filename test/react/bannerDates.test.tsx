import { screen } from '@testing-library/react';
import { RepairItemBanner } from 'react-plaid-update-mode';
import { expect, it } from 'vitest';
import { startLinkSimulator } from '../support/linkSimulator.js';
import { TATTERSALL, tattersallLink } from '../support/links.js';
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
});
