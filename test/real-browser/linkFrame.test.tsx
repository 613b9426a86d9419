import { screen, waitFor } from '@testing-library/react';
import { RepairItemBanner, RepairItemBannerList } from 'react-plaid-update-mode';
import { expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { leaveLink, signIn, startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { brokenLinks, PLATYPUS, platypusLink } from '../support/links.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

const reconnect = () => page.getByRole('button', { name: 'Reconnect First Platypus Bank' });
const frames = () => document.querySelectorAll('iframe[id^="plaid-link-iframe"]');

inEachReactMode("Link's frame in a real browser", () => {
  it('takes the focus while it is open and gives it back to the button', async () => {
    const simulator = startLinkSimulator();
    renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server: createScriptedServer(platypusLink()) });
    await expect.element(reconnect()).toBeVisible();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await untilLinkIsOpen(simulator);
    await waitFor(() => expect(document.activeElement).toBe(frames()[0]));
    await leaveLink(simulator);
    await waitFor(() => expect(simulator.current).toBeNull());
    await waitFor(() => expect(reconnect().element()).toHaveFocus());
  });

  it('lies over the page unseen while it is only prepared, and catches no click', async () => {
    const simulator = startLinkSimulator();
    const onClick = vi.fn();
    renderApp(
      <>
        <RepairItemBanner itemId={PLATYPUS} />
        <button onClick={onClick}>Elsewhere</button>
      </>,
      { server: createScriptedServer(platypusLink()) },
    );
    await userEvent.hover(reconnect());
    await waitFor(() => expect(frames()).toHaveLength(1));
    await userEvent.click(page.getByRole('button', { name: 'Elsewhere' }));
    await waitFor(() => expect(onClick).toHaveBeenCalledOnce());
    expect(simulator.current).toBeNull();
  });

  it('leaves the page scrollable where a dialog that locked it has closed meanwhile', async () => {
    const { style } = document.body;
    onTestFinished(() => void (style.overflow = ''));
    const simulator = startLinkSimulator();
    renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server: createScriptedServer(platypusLink()) });
    await expect.element(reconnect()).toBeVisible();
    style.overflow = 'hidden';
    await userEvent.click(reconnect());
    await untilLinkIsOpen(simulator);
    style.overflow = '';
    await signIn(simulator);
    await waitFor(() => expect(frames()).toHaveLength(0));
    expect(getComputedStyle(document.body).overflowY).toBe('visible');
  });

  it('exists once for a hundred banners, and only after the first sign of intent', async () => {
    const simulator = startLinkSimulator();
    const server = createScriptedServer(...brokenLinks(100));
    renderApp(<RepairItemBannerList layout="stacked" />, { server });
    await waitFor(() => expect(screen.getAllByRole('region')).toHaveLength(100));
    expect(frames()).toHaveLength(0);
    // By keyboard: the pointer would pass over others while the page scrolls.
    screen.getByRole('button', { name: 'Reconnect Bank 7' }).focus();
    await waitFor(() => expect(frames()).toHaveLength(1));
    const [first] = frames();
    screen.getByRole('button', { name: 'Reconnect Bank 9' }).focus();
    await waitFor(() => expect(first?.isConnected).toBe(false));
    await waitFor(() => expect(frames()).toHaveLength(1));
    expect(simulator.maxAlive).toBe(1);
  });
});
