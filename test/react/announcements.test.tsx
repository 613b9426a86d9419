import { screen, waitFor } from '@testing-library/react';
import { RepairAllBanner, RepairItemBanner } from 'react-plaid-update-mode';
import { en } from 'react-plaid-update-mode/messages/en';
import { expect, it, onTestFinished, vi } from 'vitest';
import { renderBrokenBanner } from '../support/brokenBanner.js';
import { passTime, startFakeClock } from '../support/fakeClock.js';
import { PLATYPUS, platypusLink, tattersallLink } from '../support/links.js';
import { leaveLink, signIn, startLinkSimulator } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer, problem } from '../support/scriptedServer.js';

/** What a screen reader has been given to say, in order. */
function listenToLiveRegions(): string[] {
  const said: string[] = [];
  const regions = [screen.getByRole('status'), screen.getByRole('alert')];
  for (const region of regions) {
    const note = () => {
      if (region.textContent) said.push(region.textContent);
    };
    new MutationObserver(note).observe(region, { childList: true, characterData: true, subtree: true });
  }
  return said;
}

inEachReactMode('Live regions', () => {
  it('are there, and empty, before there is anything to say', async () => {
    renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server: createScriptedServer(platypusLink()) });
    const [status, alert] = [screen.getByRole('status'), screen.getByRole('alert')];
    await screen.findByRole('region');
    expect(screen.getByRole('status')).toBe(status);
    expect([status.textContent, alert.textContent]).toEqual(['', '']);
  });

  it('say nothing of a banner that is there on load, or comes later, and move no focus', async () => {
    startFakeClock();
    const server = createScriptedServer(platypusLink({ status: 'active' }));
    const { queryClient } = renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server });
    const said = listenToLiveRegions();
    await waitFor(() => expect(server.requestsTo('GET /integration-links')).toHaveLength(1));
    server.links = [platypusLink()];
    await queryClient.refetchQueries();
    await screen.findByRole('region');
    await passTime(1_000);
    expect(said).toEqual([]);
    expect(document.body).toHaveFocus();
  });

  it('tell of a repair from the sign-in to the connection', async () => {
    startFakeClock();
    const simulator = startLinkSimulator();
    const { server, clickReconnect } = await renderBrokenBanner();
    const said = listenToLiveRegions();
    const release = server.hold('POST /repairs');
    await clickReconnect();
    await signIn(simulator);
    await passTime(500);
    release();
    await screen.findByRole('heading', { name: 'First Platypus Bank is reconnected' });
    await passTime(500);
    server.links = [platypusLink({ status: 'active' })];
    await passTime(1_000);
    expect(said).toEqual([
      'First Platypus Bank accepted your sign-in',
      'First Platypus Bank is reconnected. We are waiting for your latest data.',
      'First Platypus Bank is connected again',
    ]);
    expect(screen.getByRole('alert')).toBeEmptyDOMElement();
  });

  it('say politely that the user left, and at once that it did not work', async () => {
    startFakeClock();
    const simulator = startLinkSimulator();
    const { server, clickReconnect } = await renderBrokenBanner();
    await clickReconnect();
    await leaveLink(simulator);
    await passTime(500);
    expect(screen.getByRole('status')).toHaveTextContent(en.exitedText);

    server.queue('POST /link-token', problem(500, 'internal'), problem(500, 'internal'));
    await clickReconnect();
    await passTime(500);
    expect(screen.getByRole('alert')).toHaveTextContent(en.failedText);
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });

  it('say the same again when it happens again', async () => {
    startFakeClock();
    const simulator = startLinkSimulator();
    const { clickReconnect } = await renderBrokenBanner();
    const said = listenToLiveRegions();
    for (let visit = 0; visit < 2; visit += 1) {
      await clickReconnect();
      await leaveLink(simulator);
      await waitFor(() => expect(simulator.alive).toBe(0));
      await passTime(500);
    }
    expect(said).toEqual(Array(2).fill(en.exitedText));
  });

  it('say again that a report was refused when the user has it sent again', async () => {
    startFakeClock();
    const simulator = startLinkSimulator();
    const { server, user, clickReconnect } = await renderBrokenBanner();
    const said = listenToLiveRegions();
    server.queue('POST /repairs', problem(403, 'cross_origin'), problem(403, 'cross_origin'));
    await clickReconnect();
    await signIn(simulator);
    await passTime(500);
    await user.click(screen.getByRole('button', { name: 'Check again' }));
    await passTime(500);
    expect(said).toEqual(Array(2).fill(en.undeliveredText));
  });

  it('answer a user who wants to know once more of a report that waits, also with the same words', async () => {
    startFakeClock();
    const simulator = startLinkSimulator();
    const { server, user, clickReconnect } = await renderBrokenBanner();
    const said = listenToLiveRegions();
    server.queue('POST /repairs', ...Array.from({ length: 2 }, () => problem(503, 'plaid_unavailable')));
    await clickReconnect();
    await signIn(simulator);
    await passTime(500);
    expect(said.splice(0)).toEqual([en.queuedText]);
    await user.click(screen.getByRole('button', { name: 'Check again' }));
    await passTime(500);
    expect(said.splice(0)).toEqual([en.queuedText]);

    const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    onTestFinished(() => onLine.mockRestore());
    await user.click(screen.getByRole('button', { name: 'Check again' }));
    await passTime(500);
    expect(said).toEqual([en.offlineText]);
  });

  it('say of a visit for a whole user how far they are', async () => {
    startFakeClock();
    const simulator = startLinkSimulator();
    const server = createScriptedServer(platypusLink(), tattersallLink({ status: 'erroring' }));
    const { user } = renderApp(<RepairAllBanner />, { server });
    const said = listenToLiveRegions();
    for (const remaining of [1, 0]) {
      const progress = { repaired: 1, remaining };
      server.queue('POST /repairs', Response.json({ result: 'repaired', integration_links: server.links, progress }));
      await user.click(await screen.findByRole('button', { name: /^Reconnect/ }));
      await signIn(simulator);
      await passTime(500);
    }
    expect(said).toEqual(['1 of 2 reconnected.', 'All your bank connections work again']);
  });

  it('say once that a report has to wait, however often it is tried', async () => {
    startFakeClock();
    const simulator = startLinkSimulator();
    const { server, clickReconnect } = await renderBrokenBanner();
    const said = listenToLiveRegions();
    const slowly = async () => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      return problem(503, 'plaid_unavailable');
    };
    server.queue('POST /repairs', slowly, slowly, slowly, slowly);
    await clickReconnect();
    await signIn(simulator);
    // In steps, since React renders at the end of each.
    for (let second = 0; second < 20; second += 0.2) await passTime(200);
    expect(server.requestsTo('POST /repairs').length).toBeGreaterThan(3);
    expect(said).toEqual(['First Platypus Bank accepted your sign-in', en.queuedText]);
  });
});
