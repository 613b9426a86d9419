import { screen, waitFor } from '@testing-library/react';
import { RepairItemBanner } from 'react-plaid-update-mode';
import { expect, it } from 'vitest';
import { brokenLinks } from '../support/links.js';
import { leaveLink, startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { createRenderCounter } from '../support/renderCounter.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

async function renderHundredBanners() {
  const { Counted, takeRendered } = createRenderCounter();
  const links = brokenLinks(100);
  const server = createScriptedServer(...links);
  const simulator = startLinkSimulator();
  const app = renderApp(
    links.map(({ item_id }) => (
      <Counted key={item_id} name={item_id}>
        <RepairItemBanner itemId={item_id} />
      </Counted>
    )),
    { server },
  );
  await screen.findByText('Bank 99 needs you to sign in again');
  const reconnect = screen.getByText('Reconnect Bank 42');
  takeRendered();
  return { ...app, server, simulator, reconnect, takeRendered };
}

inEachReactMode('A hundred banners', () => {
  it('cost one request, and no token, script, handler or iframe before an intent', async () => {
    const { server, simulator } = await renderHundredBanners();
    expect(server.requests.map(({ route }) => route)).toEqual(['GET /integration-links']);
    expect(document.scripts).toHaveLength(0);
    expect(simulator.handlers).toHaveLength(0);
    expect(document.querySelector('iframe')).toBeNull();
  });

  it('have one handler and one token after an intent, and render nothing for it', async () => {
    const { server, simulator, user, reconnect, takeRendered } = await renderHundredBanners();
    await user.hover(reconnect);
    await waitFor(() => expect(simulator.handlers.at(-1)?.isLoaded).toBe(true));
    expect(simulator.alive).toBe(1);
    expect(document.querySelectorAll('iframe')).toHaveLength(1);
    expect(server.requestsTo('POST /link-token')).toHaveLength(1);
    expect(takeRendered()).toEqual([]);
  });

  it('render one of them from a launch to the end of the visit', async () => {
    const { simulator, user, reconnect, takeRendered, heard } = await renderHundredBanners();
    await user.click(reconnect);
    await untilLinkIsOpen(simulator);
    await leaveLink(simulator);
    await waitFor(() => expect(heard.onExit).toHaveBeenCalledOnce());
    expect(takeRendered()).toEqual(['item-42']);
  });
});
