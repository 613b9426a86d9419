import { screen, waitFor, within } from '@testing-library/react';
import { RepairItemBanner, RepairItemBannerList } from 'react-plaid-update-mode';
import { expect, it, vi } from 'vitest';
import { RECONNECT, renderBrokenBanner } from '../support/brokenBanner.js';
import { PLATYPUS, platypusLink, tattersallLink } from '../support/links.js';
import { leaveLink, signIn, startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { createListeners, renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';
import { collectUncaughtErrors } from '../support/uncaughtErrors.js';

const button = (name: string) => screen.getByRole('button', { name });
const TATTERSALL_BUTTON = 'Reconnect Tattersall Federal Credit Union';

inEachReactMode('A banner', () => {
  it('that is clicked twice launches once', async () => {
    const simulator = startLinkSimulator();
    const { server, user, heard } = await renderBrokenBanner();
    await user.dblClick(button(RECONNECT));
    await leaveLink(simulator);
    await waitFor(() => expect(heard.onExit).toHaveBeenCalledOnce());
    expect(server.requestsTo('POST /link-token')).toHaveLength(1);
    expect(heard.onEvent.mock.calls.filter(([event]) => event.type === 'status')).toHaveLength(3);
  });

  it('that leaves the page while it launches is told of by the provider alone', async () => {
    const simulator = startLinkSimulator();
    const server = createScriptedServer(platypusLink());
    const release = server.hold('POST /link-token');
    const own = createListeners();
    const app = renderApp(<RepairItemBanner itemId={PLATYPUS} {...own} />, { server });
    await app.user.click(await screen.findByRole('button', { name: RECONNECT }));
    app.rerender(<p>Another page</p>);
    release();
    await signIn(simulator);
    await waitFor(() => expect(app.heard.onRepaired).toHaveBeenCalledOnce());
    expect(own.onRepaired).not.toHaveBeenCalled();
  });

  it('that leaves while Link is open and comes back shows how it stands', async () => {
    const simulator = startLinkSimulator();
    const { clickReconnect, rerender, heard } = await renderBrokenBanner();
    await clickReconnect();
    await untilLinkIsOpen(simulator);
    rerender(<p>Another page</p>);
    rerender(<RepairItemBanner itemId={PLATYPUS} />);
    expect(button(RECONNECT)).toHaveAttribute('data-status', 'open');
    await signIn(simulator);
    await screen.findByRole('heading', { name: 'First Platypus Bank is reconnected' });
    expect(heard.onRepaired).toHaveBeenCalledOnce();
  });

  it('whose whole page goes while Link is open has the next one ask the server what became of it', async () => {
    const simulator = startLinkSimulator();
    const { server, clickReconnect, unmount } = await renderBrokenBanner();
    await clickReconnect();
    await untilLinkIsOpen(simulator);
    unmount();
    const next = await renderBrokenBanner();
    await waitFor(() => expect(next.server.requestsTo('POST /repairs')).toHaveLength(1));
    expect(next.server.requestsTo('POST /repairs')[0]?.body).toMatchObject({ outcome: 'unknown' });
    expect(server.requestsTo('POST /repairs')).toEqual([]);
  });

  it('whose whole page goes while it launches opens nothing later', async () => {
    const simulator = startLinkSimulator();
    const { server, clickReconnect, unmount } = await renderBrokenBanner();
    const release = server.hold('POST /link-token');
    await clickReconnect();
    unmount();
    release();
    const next = await renderBrokenBanner();
    await next.clickReconnect();
    await leaveLink(simulator);
    await waitFor(() => expect(next.heard.onExit).toHaveBeenCalledOnce());
    expect(simulator.handlers.filter(({ openCount }) => openCount > 0)).toHaveLength(1);
  });

  it('gives way to another one that is clicked while it launches', async () => {
    const simulator = startLinkSimulator();
    const server = createScriptedServer(platypusLink(), tattersallLink());
    server.hold('POST /link-token');
    const { user, heard } = renderApp(<RepairItemBannerList />, { server });
    await user.click(await screen.findByRole('button', { name: RECONNECT }));
    await user.click(button(TATTERSALL_BUTTON));
    await signIn(simulator);
    await waitFor(() => expect(heard.onRepaired).toHaveBeenCalledOnce());
    expect(heard.onRepaired.mock.lastCall?.[0].itemId).toBe('item-tattersall');
    expect(button(RECONNECT)).toHaveAttribute('data-status', 'idle');
    expect([heard.onExit.mock.calls, heard.onError.mock.calls]).toEqual([[], []]);
  });

  it('keeps its open Link when another one is clicked', async () => {
    const simulator = startLinkSimulator();
    const server = createScriptedServer(platypusLink(), tattersallLink());
    const { user, heard } = renderApp(<RepairItemBannerList />, { server });
    await user.click(await screen.findByRole('button', { name: RECONNECT }));
    await untilLinkIsOpen(simulator);
    await user.click(button(TATTERSALL_BUTTON));
    expect(button(TATTERSALL_BUTTON)).toHaveAttribute('data-status', 'idle');
    await signIn(simulator);
    await waitFor(() => expect(heard.onRepaired).toHaveBeenCalledOnce());
    expect(heard.onRepaired.mock.lastCall?.[0].itemId).toBe(PLATYPUS);
  });

  it('keeps its launch when another one is hovered', async () => {
    const simulator = startLinkSimulator();
    const server = createScriptedServer(platypusLink(), tattersallLink());
    const release = server.hold('POST /link-token');
    const { user } = renderApp(<RepairItemBannerList />, { server });
    await user.click(await screen.findByRole('button', { name: RECONNECT }));
    await user.hover(button(TATTERSALL_BUTTON));
    release();
    await untilLinkIsOpen(simulator);
    expect(button(RECONNECT)).toHaveAttribute('data-status', 'open');
  });

  it('takes new callbacks on every render without another Link or token', async () => {
    const simulator = startLinkSimulator();
    const server = createScriptedServer(platypusLink());
    const heard = vi.fn<(render: number) => void>();
    const content = (render: number) => <RepairItemBanner itemId={PLATYPUS} onExit={() => heard(render)} />;
    const { user, rerender } = renderApp(content(0), { server });
    await user.click(await screen.findByRole('button', { name: RECONNECT }));
    await untilLinkIsOpen(simulator);
    const made = simulator.handlers.length;
    for (let render = 1; render <= 10; render += 1) rerender(content(render), { onEvent: () => {} });
    await leaveLink(simulator);
    await waitFor(() => expect(heard.mock.calls).toEqual([[10]]));
    expect(simulator.handlers).toHaveLength(made);
    expect(server.requestsTo('POST /link-token')).toHaveLength(1);
  });

  it('whose callback throws goes on, and so do the other callbacks', async () => {
    const uncaught = collectUncaughtErrors();
    const simulator = startLinkSimulator();
    const failure = new Error('The app has a bug.');
    const onRepaired = () => {
      throw failure;
    };
    const { user, heard } = renderApp(<RepairItemBanner itemId={PLATYPUS} onRepaired={onRepaired} />, {
      server: createScriptedServer(platypusLink()),
    });
    await user.click(await screen.findByRole('button', { name: RECONNECT }));
    await signIn(simulator);
    await waitFor(() => expect(heard.onRepaired).toHaveBeenCalledOnce());
    expect(uncaught).toEqual([failure]);
    const banner = screen.getByRole('region');
    expect(within(banner).getByRole('heading', { name: 'First Platypus Bank is reconnected' })).toBeVisible();
  });
});
