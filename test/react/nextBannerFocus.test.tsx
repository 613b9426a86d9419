import { screen, waitFor } from '@testing-library/react';
import { RepairItemBanner } from 'react-plaid-update-mode';
import { expect, it } from 'vitest';
import { startLinkSimulator } from '../support/linkSimulator.js';
import { PLATYPUS, platypusLink, TATTERSALL, tattersallLink } from '../support/links.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

inEachReactMode('A banner that leaves', () => {
  it('hands the focus to the next one, which takes it for no sign of intent', async () => {
    startLinkSimulator();
    const server = createScriptedServer(platypusLink(), tattersallLink());
    const next = <RepairItemBanner key={TATTERSALL} itemId={TATTERSALL} />;
    const app = renderApp([<RepairItemBanner key={PLATYPUS} itemId={PLATYPUS} />, next], { server });
    (await screen.findByRole('region', { name: /First Platypus Bank/ })).focus();

    app.rerender([next]);

    const button = screen.getByRole('button', { name: 'Reconnect Tattersall Federal Credit Union' });
    await waitFor(() => expect(button).toHaveFocus());
    expect(server.requestsTo('POST /link-token')).toHaveLength(0);
  });
});
