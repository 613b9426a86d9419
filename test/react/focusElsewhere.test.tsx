import { screen, waitFor } from '@testing-library/react';
import { RepairItemBanner } from 'react-plaid-update-mode';
import { expect, it } from 'vitest';
import { RECONNECT, renderBrokenBanner } from '../support/brokenBanner.js';
import { passTime, startFakeClock } from '../support/fakeClock.js';
import { PLATYPUS, platypusLink } from '../support/links.js';
import { leaveLink, startLinkSimulator } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

const button = (name: string) => screen.getByRole('button', { name });

inEachReactMode('The focus of somebody who is elsewhere', () => {
  it('is not moved by a banner that comes or goes', async () => {
    const server = createScriptedServer(platypusLink({ status: 'active' }));
    const content = (
      <>
        <input aria-label="Search" />
        <RepairItemBanner itemId={PLATYPUS} />
      </>
    );
    const { user, queryClient } = renderApp(content, { server });
    await user.click(screen.getByRole('textbox'));
    for (const link of [platypusLink(), platypusLink({ status: 'active' })]) {
      server.links = [link];
      await queryClient.refetchQueries();
      const title = link.status === 'active' ? 'is connected again' : 'needs you to sign in again';
      await screen.findByRole('region', { name: `First Platypus Bank ${title}` });
      expect(screen.getByRole('textbox')).toHaveFocus();
    }
  });

  it('is not moved when a hidden Link comes and goes', async () => {
    startFakeClock();
    const simulator = startLinkSimulator();
    const { user, clickReconnect } = await renderBrokenBanner();
    await clickReconnect();
    await leaveLink(simulator);
    await waitFor(() => expect(button(RECONNECT)).toHaveFocus());

    await user.click(document.body);
    expect(document.body).toHaveFocus();
    await user.unhover(button(RECONNECT));
    await user.hover(button(RECONNECT));
    await waitFor(() => expect(simulator.alive).toBe(1));
    expect(document.body).toHaveFocus();
    await passTime(29 * 60_000);
    expect(simulator.alive).toBe(0);
    expect(document.body).toHaveFocus();
  });

  it('is not moved by a banner that they had been in and left', async () => {
    startFakeClock();
    const server = createScriptedServer(platypusLink());
    const content = [<h1 key="h1">Accounts</h1>, <RepairItemBanner key="banner" itemId={PLATYPUS} />];
    const { user, queryClient } = renderApp(content, { server });
    startLinkSimulator();
    await screen.findByRole('button', { name: RECONNECT });
    await user.tab();
    expect(button(RECONNECT)).toHaveFocus();
    await user.click(screen.getByRole('heading', { name: 'Accounts' }));
    expect(document.body).toHaveFocus();
    server.links = [platypusLink({ status: 'active' })];
    await queryClient.refetchQueries();
    await screen.findByRole('region', { name: 'First Platypus Bank is connected again' });
    await passTime(6_000);
    expect(screen.queryByRole('region')).toBeNull();
    expect(document.body).toHaveFocus();
  });
});
