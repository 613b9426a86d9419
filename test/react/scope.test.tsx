import { screen, waitFor } from '@testing-library/react';
import { RepairItemBanner, RepairItemBannerList } from 'react-plaid-update-mode';
import { expect, it } from 'vitest';
import { PLATYPUS, platypusLink, tattersallLink } from '../support/links.js';
import { signIn, startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

inEachReactMode('A new scope', () => {
  it('shows nothing of the one before, not even for a moment', async () => {
    const server = createScriptedServer(platypusLink());
    const { rerender } = renderApp(<RepairItemBannerList />, { server });
    await screen.findByRole('region');
    const release = server.hold('GET /integration-links');
    rerender(<RepairItemBannerList />, { scope: 'user-2' });
    expect(screen.queryByRole('region')).toBeNull();
    server.links = [tattersallLink()];
    release();
    expect(await screen.findByRole('button', { name: 'Reconnect Tattersall Federal Credit Union' })).toBeVisible();
    expect(screen.getAllByRole('region')).toHaveLength(1);
  });

  it('closes an open Link, and tells its callbacks of nothing that came before', async () => {
    const simulator = startLinkSimulator();
    const server = createScriptedServer(platypusLink());
    const { user, rerender, heard } = renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server });
    await user.click(await screen.findByRole('button'));
    await untilLinkIsOpen(simulator);
    heard.onEvent.mockClear();
    rerender(<RepairItemBanner itemId={PLATYPUS} />, { scope: 'user-2' });
    expect(simulator.alive).toBe(0);
    expect(await screen.findByRole('button')).toHaveAttribute('data-status', 'idle');
    for (const listener of Object.values(heard)) expect(listener).not.toHaveBeenCalled();
    expect(server.requestsTo('POST /repairs')).toEqual([]);
  });

  it('starts with a token of its own', async () => {
    const simulator = startLinkSimulator();
    const server = createScriptedServer(platypusLink());
    const { user, rerender, heard } = renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server });
    await user.hover(await screen.findByRole('button'));
    await waitFor(() => expect(simulator.alive).toBe(1));
    rerender(<RepairItemBanner itemId={PLATYPUS} />, { scope: 'user-2' });
    await user.click(await screen.findByRole('button'));
    expect((await untilLinkIsOpen(simulator)).linkToken).toBe('link-sandbox-2');
    await signIn(simulator);
    await waitFor(() => expect(heard.onRepaired).toHaveBeenCalledOnce());
  });

  it('changes nothing where it is the same', async () => {
    const server = createScriptedServer(platypusLink());
    const { rerender } = renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server });
    const banner = await screen.findByRole('region');
    rerender(<RepairItemBanner itemId={PLATYPUS} />, { scope: 'user-1', locale: 'de' });
    expect(screen.getByRole('region')).toBe(banner);
    expect(server.requests).toHaveLength(1);
  });
});
