import { screen, waitFor } from '@testing-library/react';
import { RepairItemBanner, RepairItemBannerList } from 'react-plaid-update-mode';
import { en } from 'react-plaid-update-mode/messages/en';
import { expect, it, onTestFinished, vi } from 'vitest';
import { PLATYPUS, platypusLink, tartanLink, TATTERSALL } from '../support/links.js';
import { inEachReactMode } from '../support/reactModes.js';
import { createRenderCounter } from '../support/renderCounter.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

inEachReactMode('A refetch that changes one Item', () => {
  const links = () => [platypusLink(), platypusLink({ item_id: TATTERSALL, institution_name: 'Tattersall' })];
  const changed = () => [platypusLink({ institution_name: 'First Platypus' }), ...links().slice(1)];

  it('renders one of the banners that the app has placed', async () => {
    const { Counted, takeRendered } = createRenderCounter();
    const server = createScriptedServer(...links());
    const banners = [PLATYPUS, TATTERSALL].map((itemId) => (
      <Counted key={itemId} name={itemId}>
        <RepairItemBanner itemId={itemId} />
      </Counted>
    ));
    const { queryClient } = renderApp(banners, { server });
    await waitFor(() => expect(screen.getAllByRole('button')).toHaveLength(2));
    takeRendered();
    server.links = changed();
    await queryClient.refetchQueries();
    await screen.findByRole('button', { name: 'Reconnect First Platypus' });
    expect(takeRendered()).toEqual([PLATYPUS]);
  });

  it('renders one of the banners of the list', async () => {
    // Every render of a banner fills in its text, and nothing else does.
    const fill = vi.spyOn(String.prototype, 'replaceAll');
    onTestFinished(() => fill.mockRestore());
    const countSpoken = () => fill.mock.contexts.filter((text) => String(text) === en.loginText).length;
    const server = createScriptedServer(...links());
    const { queryClient } = renderApp(<RepairItemBannerList layout="stacked" />, { server });
    await waitFor(() => expect(screen.getAllByRole('button')).toHaveLength(2));
    fill.mockClear();
    server.links = links().slice(1);
    await queryClient.refetchQueries();
    await waitFor(() => expect(screen.getAllByRole('button')).toHaveLength(1));
    expect(countSpoken()).toBe(0);
    server.links = [platypusLink({ item_id: TATTERSALL, institution_name: 'Tartan Bank' })];
    await queryClient.refetchQueries();
    await screen.findByRole('button', { name: 'Reconnect Tartan Bank' });
    expect(countSpoken()).toBeGreaterThan(0);
  });

  it('renders one of the rows of the combined banner, and none of a thousand that work', async () => {
    const fill = vi.spyOn(String.prototype, 'replaceAll');
    onTestFinished(() => fill.mockRestore());
    const titles = () => fill.mock.contexts.filter((text) => String(text) === en.loginTitle).length;
    const broken = ['One', 'Two', 'Three'].map((name) => platypusLink({ item_id: name, institution_name: name }));
    const working = Array.from({ length: 1_000 }, (_, index) => tartanLink({ item_id: `item-${index}` }));
    const server = createScriptedServer(...broken, ...working);
    const { queryClient } = renderApp(<RepairItemBannerList />, { server });
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(3));
    fill.mockClear();
    server.links = [...broken.slice(0, 2), platypusLink({ item_id: 'Three', institution_name: 'Four' }), ...working];
    await queryClient.refetchQueries();
    await screen.findByRole('button', { name: 'Reconnect Four' });
    const count = titles();
    expect(count).toBeGreaterThan(0);
    // StrictMode renders each twice.
    expect(count).toBeLessThanOrEqual(2);
  });
});
