import { screen, waitFor } from '@testing-library/react';
import { RepairItemBanner, RepairItemBannerList, UpdateModeLauncher } from 'react-plaid-update-mode';
import { expect, it, vi } from 'vitest';
import { RECONNECT, renderBrokenBanner } from '../support/brokenBanner.js';
import { passTime, startFakeClock } from '../support/fakeClock.js';
import { PLATYPUS, platypusLink, TATTERSALL, tattersallLink } from '../support/links.js';
import { leaveLink, signIn, startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';
import { collectUncaughtErrors } from '../support/uncaughtErrors.js';

const button = (name: string) => screen.getByRole('button', { name });
const TATTERSALL_BUTTON = 'Reconnect Tattersall Federal Credit Union';

inEachReactMode('The focus after Link', () => {
  it('returns to the button that opened it', async () => {
    const simulator = startLinkSimulator();
    const { clickReconnect } = await renderBrokenBanner();
    await clickReconnect();
    await leaveLink(simulator);
    await waitFor(() => expect(simulator.alive).toBe(0));
    await waitFor(() => expect(button(RECONNECT)).toHaveFocus());
  });

  it('stays in the banner when its button goes, and goes on when the banner goes', async () => {
    startFakeClock();
    const simulator = startLinkSimulator();
    const server = createScriptedServer(platypusLink(), tattersallLink());
    const { user } = renderApp(<RepairItemBannerList layout="stacked" />, { server });
    await user.click(await screen.findByRole('button', { name: RECONNECT }));
    await signIn(simulator);
    const banner = await screen.findByRole('region', { name: 'First Platypus Bank is reconnected' });
    await waitFor(() => expect(banner).toHaveFocus());

    server.links = [platypusLink({ status: 'active' }), tattersallLink()];
    await passTime(1_000);
    expect(banner).toHaveFocus();
    await passTime(6_000);
    expect(banner).not.toBeInTheDocument();
    expect(button(TATTERSALL_BUTTON)).toHaveFocus();
  });

  it.each([
    ['the main part', <main key="main">Accounts</main>, 'MAIN'],
    ['the first heading', <h1 key="h1">Accounts</h1>, 'H1'],
    ['another launcher of the Item', <UpdateModeLauncher key="row" itemId={PLATYPUS} />, 'BUTTON'],
  ])('goes to %s when the last banner goes', async (_place, place, tagName) => {
    startFakeClock();
    const simulator = startLinkSimulator();
    const server = createScriptedServer(platypusLink());
    const { user } = renderApp([<RepairItemBanner key="banner" itemId={PLATYPUS} />, place], { server });
    const [opener] = await screen.findAllByRole('button', { name: RECONNECT });
    if (opener) await user.click(opener);
    await signIn(simulator);
    await screen.findByRole('region', { name: 'First Platypus Bank is reconnected' });
    server.links = [platypusLink({ status: 'active' })];
    await passTime(1_000);
    await passTime(6_000);
    expect(screen.queryByRole('region')).toBeNull();
    expect(document.activeElement?.tagName).toBe(tagName);
  });

  it.each<[string, string, (heading: HTMLElement | null) => HTMLElement | null]>([
    ['goes where the app says, before the next banner', 'H2', (heading) => heading],
    ['goes to the next banner where the app says nothing', 'BUTTON', () => null],
    ['goes to the next banner where what the app says can’t take it', 'BUTTON', () => document.createElement('p')],
    [
      'goes to the next banner where the app fails to say',
      'BUTTON',
      () => {
        throw new Error('no place');
      },
    ],
  ])('%s, when a banner goes', async (rule, tagName, say) => {
    startFakeClock();
    startLinkSimulator();
    const uncaught = collectUncaughtErrors();
    const returnFocus = vi.fn<(itemId: string | null) => HTMLElement | null>(() => say(document.querySelector('h2')));
    const [one, next] = [PLATYPUS, TATTERSALL].map((itemId) => <RepairItemBanner key={itemId} itemId={itemId} />);
    const server = createScriptedServer(platypusLink(), tattersallLink());
    const heading = <h2 key="h2">Accounts</h2>;
    const app = renderApp([heading, one, next], { server, returnFocus });
    (await screen.findByRole('button', { name: RECONNECT })).focus();
    app.rerender([heading, next], { returnFocus });
    await waitFor(() => expect(document.activeElement?.tagName).toBe(tagName));
    expect(returnFocus.mock.calls).toEqual([[PLATYPUS]]);
    await waitFor(() => expect(uncaught.map(String)).toEqual(/fails/.test(rule) ? ['Error: no place'] : []));
  });

  it('is never on the body, however little the page has', async () => {
    startFakeClock();
    const simulator = startLinkSimulator();
    const { server, clickReconnect } = await renderBrokenBanner();
    await clickReconnect();
    await signIn(simulator);
    await screen.findByRole('region', { name: 'First Platypus Bank is reconnected' });
    server.links = [platypusLink({ status: 'active' })];
    await passTime(1_000);
    await passTime(6_000);
    expect(screen.queryByRole('region')).toBeNull();
    expect(document.body).not.toHaveFocus();
  });

  it('finds the button again that was rendered anew meanwhile', async () => {
    const simulator = startLinkSimulator();
    const { clickReconnect, rerender } = await renderBrokenBanner();
    await clickReconnect();
    await untilLinkIsOpen(simulator);
    const before = button(RECONNECT);
    rerender(<RepairItemBanner key="anew" itemId={PLATYPUS} />);
    await leaveLink(simulator);
    await waitFor(() => expect(button(RECONNECT)).toHaveFocus());
    expect(button(RECONNECT)).not.toBe(before);
  });

  it('goes to the next banner when the opener left the page', async () => {
    const simulator = startLinkSimulator();
    const server = createScriptedServer(platypusLink(), tattersallLink());
    const { user, rerender } = renderApp(<RepairItemBannerList layout="stacked" />, { server });
    await user.click(await screen.findByRole('button', { name: RECONNECT }));
    await untilLinkIsOpen(simulator);
    rerender(<RepairItemBanner itemId={TATTERSALL} />);
    await leaveLink(simulator);
    await waitFor(() => expect(button(TATTERSALL_BUTTON)).toHaveFocus());
  });
});

inEachReactMode('The focus after a Link that a launcher opened', () => {
  it.each([
    ['', []],
    [', also after a token that Plaid refused', [{ kind: 'error', errorCode: 'INVALID_LINK_TOKEN' } as const]],
  ])('finds the launcher that was rendered anew meanwhile%s', async (_also, outcomes) => {
    const simulator = startLinkSimulator();
    simulator.queue(...outcomes);
    const { user, rerender } = renderApp(<UpdateModeLauncher itemId={PLATYPUS} />, {
      server: createScriptedServer(platypusLink()),
    });
    await user.click(screen.getByRole('button'));
    await waitFor(() => expect(simulator.current?.linkToken).toBe(`link-sandbox-${outcomes.length + 1}`));
    rerender(<UpdateModeLauncher key="anew" itemId={PLATYPUS} />);
    await leaveLink(simulator);
    await waitFor(() => expect(simulator.alive).toBe(0));
    await waitFor(() => expect(screen.getByRole('button')).toHaveFocus());
  });
});
