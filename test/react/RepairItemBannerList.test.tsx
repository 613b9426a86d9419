import { screen, waitFor, within } from '@testing-library/react';
import { RepairItemBannerList } from 'react-plaid-update-mode';
import { expect, it, vi } from 'vitest';
import { PLATYPUS, platypusLink, tartanLink, tattersallLink, repairOf } from '../support/links.js';
import { leaveLink, startLinkSimulator } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

inEachReactMode('RepairItemBannerList', () => {
  it('has a banner for each connection that needs one, in the order of the list', async () => {
    const server = createScriptedServer(tattersallLink(), tartanLink(), platypusLink());
    renderApp(<RepairItemBannerList headingLevel={3} />, { server });
    await waitFor(() => expect(screen.getAllByRole('region')).toHaveLength(2));
    const banners = screen.getAllByRole('region');
    expect(banners.map((banner) => within(banner).getByRole('button').textContent)).toEqual([
      'Reconnect Tattersall Federal Credit Union',
      'Reconnect First Platypus Bank',
    ]);
    expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(2);
  });

  it('takes className and style, and is there while it is empty', () => {
    renderApp(<RepairItemBannerList className="mine" style={{ gap: 8 }} />, { server: createScriptedServer() });
    const list = document.querySelector('.update-mode-banner-list');
    expect(list).toHaveClass('mine');
    expect(list).toHaveStyle({ gap: '8px' });
    expect(list).toBeEmptyDOMElement();
  });

  it('follows connections that come and go', async () => {
    const server = createScriptedServer();
    const { queryClient } = renderApp(<RepairItemBannerList />, { server });
    await waitFor(() => expect(queryClient.isFetching()).toBe(0));
    for (const links of [[platypusLink()], [platypusLink(), tattersallLink()], [tattersallLink()], []]) {
      server.links = links;
      await queryClient.refetchQueries();
      await waitFor(() => expect(screen.queryAllByRole('region')).toHaveLength(links.length));
    }
    expect(server.requestsTo('GET /integration-links')).toHaveLength(5);
  });

  it('tells its callbacks of the visits that its banners launched', async () => {
    const simulator = startLinkSimulator();
    const onExit = vi.fn();
    const server = createScriptedServer(platypusLink(), tattersallLink());
    const { user } = renderApp(<RepairItemBannerList onExit={onExit} />, { server });
    await user.click(await screen.findByRole('button', { name: 'Reconnect First Platypus Bank' }));
    await leaveLink(simulator);
    await waitFor(() =>
      expect(onExit.mock.calls).toMatchObject([[{ ...repairOf(PLATYPUS), itemId: PLATYPUS, error: null }]]),
    );
  });
});
