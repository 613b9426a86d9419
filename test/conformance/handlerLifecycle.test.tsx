import { act, screen, waitFor } from '@testing-library/react';
import { RepairItemBanner, RepairItemBannerList, useUpdateMode } from 'react-plaid-update-mode';
import { LINK_ERRORS } from 'react-plaid-update-mode/testing';
import { expect, it, vi } from 'vitest';
import { brokenLinks, PLATYPUS, platypusLink } from '../support/links.js';
import { leaveLink, signIn, startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp, type AppOptions } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

const reconnect = () => screen.findByRole('button', { name: 'Reconnect First Platypus Bank' });

function renderBanner(options: Partial<AppOptions> = {}) {
  return renderApp(<RepairItemBanner itemId={PLATYPUS} />, {
    server: createScriptedServer(platypusLink()),
    ...options,
  });
}

inEachReactMode('A Link handler (1.4)', () => {
  it('exists for one of many banners, and for none before an intent', async () => {
    const simulator = startLinkSimulator();
    const { user } = renderApp(<RepairItemBannerList />, { server: createScriptedServer(...brokenLinks(8)) });
    const buttons = await screen.findAllByRole('button');
    expect(simulator.handlers).toHaveLength(0);
    for (const button of buttons) await user.hover(button);
    await waitFor(() => expect(simulator.handlers.at(-1)?.isDestroyed).toBe(false));
    expect(simulator.alive).toBe(1);
    expect(document.querySelectorAll('iframe')).toHaveLength(1);
  });

  it('keeps its token for life: a new token gets a new handler, after the old one is gone', async () => {
    const simulator = startLinkSimulator();
    const { user } = renderBanner();
    await user.click(await reconnect());
    await leaveLink(simulator, LINK_ERRORS.INVALID_LINK_TOKEN);
    await waitFor(() => expect(simulator.current?.linkToken).toBe('link-sandbox-2'));
    const dead = simulator.handlers.slice(0, -1).filter(({ token }) => token === 'link-sandbox-1');
    expect(dead.every(({ isDestroyed }) => isDestroyed)).toBe(true);
    expect(simulator.handlers.at(-1)).toMatchObject({ token: 'link-sandbox-2', isOpen: true, openCount: 1 });
  });

  it('is gone after a visit, and the next click opens another one for real', async () => {
    const simulator = startLinkSimulator();
    const { user } = renderBanner();
    await user.click(await reconnect());
    await leaveLink(simulator);
    await waitFor(() => expect(simulator.alive).toBe(0));
    await user.click(await reconnect());
    const { linkToken } = await untilLinkIsOpen(simulator);
    expect(linkToken).toBe('link-sandbox-2');
  });

  it('opens for a launch that was captured before its token existed', async () => {
    const simulator = startLinkSimulator();
    const captured: (() => void)[] = [];
    function Row() {
      const repair = useUpdateMode({ itemId: PLATYPUS });
      captured.push(repair.launch);
      return <p>{repair.status}</p>;
    }
    renderApp(<Row />, { server: createScriptedServer(platypusLink()) });
    const launch = captured[0];
    act(() => launch?.());
    await leaveLink(simulator);
    act(() => launch?.());
    await untilLinkIsOpen(simulator);
    expect(screen.getByText('open')).toBeVisible();
  });

  it('opens late for a click that came while script and token were on their way', async () => {
    const simulator = startLinkSimulator({ script: { outcome: 'load', delay: 40 } });
    const server = createScriptedServer(platypusLink());
    const release = server.hold('POST /link-token');
    const { user } = renderBanner({ server });
    await user.click(await reconnect());
    expect(screen.getByRole('button', { name: 'Opening…' })).toHaveAttribute('aria-busy', 'true');
    await waitFor(() => expect(simulator.script.executions).toBe(1));
    expect(simulator.handlers).toHaveLength(0);
    release();
    await untilLinkIsOpen(simulator);
  });

  it('is opened once by a double click', async () => {
    const simulator = startLinkSimulator();
    const { user } = renderBanner();
    await user.dblClick(await reconnect());
    await untilLinkIsOpen(simulator);
    expect(simulator.handlers.map(({ openCount }) => openCount).filter(Boolean)).toEqual([1]);
  });

  it('calls the newest callbacks, not those that it was made with', async () => {
    const simulator = startLinkSimulator();
    const [stale, newest] = [vi.fn(), vi.fn()];
    const { user, rerender } = renderApp(<RepairItemBanner itemId={PLATYPUS} onRepaired={stale} />, {
      server: createScriptedServer(platypusLink()),
    });
    await user.click(await reconnect());
    await untilLinkIsOpen(simulator);
    const made = simulator.handlers.length;
    rerender(<RepairItemBanner itemId={PLATYPUS} onRepaired={newest} />);
    await signIn(simulator);
    await waitFor(() => expect(newest).toHaveBeenCalledOnce());
    expect(stale).not.toHaveBeenCalled();
    expect(simulator.handlers).toHaveLength(made);
  });
});
