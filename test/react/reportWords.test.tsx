import { act, configure, screen, waitFor } from '@testing-library/react';
import { RepairAllBanner, RepairItemBanner } from 'react-plaid-update-mode';
import { en } from 'react-plaid-update-mode/messages/en';
import { expect, it, onTestFinished, vi } from 'vitest';
import { passTime } from '../support/fakeClock.js';
import { PLATYPUS, platypusLink } from '../support/links.js';
import { signIn, startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { leavePageFor, startWithCleanStorages } from '../support/pageLoad.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer, problem, type ScriptedServer } from '../support/scriptedServer.js';
import { fillStorage } from '../support/spoiledStorage.js';

// Each report waits a moment for its right among tabs.
configure({ asyncUtilTimeout: 5_000 });
vi.setConfig({ testTimeout: 20_000 });

const BANK = 'First Platypus Bank';
const RECONNECT = { name: `Reconnect ${BANK}` };
const ACCEPTED = { name: `${BANK} accepted your sign-in` };
const RECONNECTED = { name: `${BANK} is reconnected` };
const CHECK_AGAIN = { name: en.checkAgain };
const SIGNED_OUT = en.signedOutText.replace('{institution}', BANK);

const banner = <RepairItemBanner itemId={PLATYPUS} />;

function loadPage(server: ScriptedServer, content = banner) {
  const simulator = startLinkSimulator();
  const app = renderApp(content, { server });
  const said: string[] = [];
  for (const region of [screen.getByRole('status'), screen.getByRole('alert')]) {
    const note = () => region.textContent && said.push(region.textContent);
    new MutationObserver(note).observe(region, { childList: true, characterData: true, subtree: true });
  }
  return { ...app, server, simulator, said };
}

async function signInAtTheBank({ user, simulator }: ReturnType<typeof loadPage>): Promise<void> {
  await user.click(await screen.findByRole('button', RECONNECT));
  await signIn(simulator);
}

function startServer(...statuses: number[]): ScriptedServer {
  startWithCleanStorages();
  const server = createScriptedServer(platypusLink());
  // None is tried again by itself before its test is over.
  server.queue('POST /repairs', ...statuses.map((status) => problem(status, 'internal', { 'retry-after': '600' })));
  return server;
}

function setOnline(isOnline: boolean): void {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline);
  onTestFinished(() => void vi.restoreAllMocks());
}

const findInBanner = (words: string | RegExp) => screen.findByText(words, { selector: 'p' });

inEachReactMode('The words of a report', () => {
  it.each([
    [[503], en.queuedText],
    // On each page somebody else may be signed in.
    [[401, 401], SIGNED_OUT],
    [[403], en.undeliveredText],
  ])('are after a reload what they were before it, and the button opens no Link: %j', async (statuses, words) => {
    const page = loadPage(startServer(...statuses));
    const { server } = page;
    await signInAtTheBank(page);
    expect(await findInBanner(words)).toBeVisible();
    await leavePageFor('/', page, page.simulator);
    const next = loadPage(server);
    expect(await findInBanner(words)).toBeVisible();
    expect(screen.getByRole('region', ACCEPTED)).toHaveAttribute('data-status', 'confirming');
    await waitFor(() => expect(server.requestsTo('POST /repairs')).toHaveLength(statuses.length));
    await next.user.click(await screen.findByRole('button', CHECK_AGAIN));
    await screen.findByRole('region', RECONNECTED);
    expect(next.simulator.handlers).toEqual([]);
  });

  it('keep quiet on load about what an earlier page has said, and answer each time the user asks', async () => {
    const page = loadPage(startServer(503, 503, 401, 401));
    const { server } = page;
    await signInAtTheBank(page);
    await waitFor(() => expect(page.said).toContain(en.queuedText));
    await leavePageFor('/', page, page.simulator);
    const next = loadPage(server);
    vi.useFakeTimers({ shouldAdvanceTime: true });
    onTestFinished(() => void vi.useRealTimers());
    for (const words of [en.queuedText, SIGNED_OUT, SIGNED_OUT]) {
      const attempts = server.requestsTo('POST /repairs').length;
      await next.user.click(await screen.findByRole('button', CHECK_AGAIN));
      await waitFor(() => expect(server.requestsTo('POST /repairs')).toHaveLength(attempts + 1));
      await findInBanner(words);
      await passTime(1_000);
    }
    await next.user.click(await screen.findByRole('button', CHECK_AGAIN));
    await waitFor(() => expect(next.said.at(-1)).toContain('is reconnected'));
    expect(next.said).toEqual([en.queuedText, SIGNED_OUT, SIGNED_OUT, `${BANK} is reconnected. ${en.syncingText}`]);
  });

  it('keep quiet on load about a refusal that an earlier page has told of, and keep what support asks for', async () => {
    const page = loadPage(startServer(403));
    await signInAtTheBank(page);
    await waitFor(() => expect(page.said).toContain(en.undeliveredText));
    const linkSessionId = page.heard.onEvent.mock.calls.flatMap(([event]) =>
      event.type === 'status' && event.linkSessionId ? [event.linkSessionId] : [],
    )[0];
    if (!linkSessionId) throw new Error('No session was told of.');
    await leavePageFor('/', page, page.simulator);
    const next = loadPage(page.server);
    await findInBanner(en.undeliveredText);
    await next.user.click(screen.getByText(en.supportDetails));
    expect(await screen.findByText(linkSessionId)).toBeVisible();
    expect(next.said).toEqual([]);
  });

  it('say that the device is offline while it is, and go on by themselves', async () => {
    const page = loadPage(startServer());
    await page.user.click(await screen.findByRole('button', RECONNECT));
    await untilLinkIsOpen(page.simulator);
    setOnline(false);
    await signIn(page.simulator);
    expect(await findInBanner(en.offlineText)).toBeVisible();
    await waitFor(() => expect(page.said.at(-1)).toBe(en.offlineText));
    setOnline(true);
    act(() => void window.dispatchEvent(new Event('online')));
    await screen.findByRole('region', RECONNECTED);
  });

  it('ask to keep the page open where the browser has no room, and promise nothing else', async () => {
    const server = startServer(503);
    fillStorage('localStorage', 'sessionStorage');
    onTestFinished(() => void vi.restoreAllMocks());
    const page = loadPage(server);
    await signInAtTheBank(page);
    expect(await findInBanner(en.keepOpenText)).toBeVisible();
    await waitFor(() => expect(page.said.at(-1)).toBe(`${en.queuedText} ${en.keepOpenText}`));
  });

  it('are the same for all connections at once, with what support asks for', async () => {
    const page = loadPage(startServer(403), <RepairAllBanner />);
    await page.user.click(await screen.findByRole('button', { name: 'Reconnect your bank' }));
    await signIn(page.simulator);
    await findInBanner(en.undeliveredText);
    await leavePageFor('/', page, page.simulator);
    const next = loadPage(page.server, <RepairAllBanner />);
    expect(await findInBanner(en.undeliveredText)).toBeVisible();
    expect(screen.getByText(en.supportDetails)).toBeVisible();
    await next.user.click(screen.getByRole('button', CHECK_AGAIN));
    await waitFor(() => expect(page.server.requestsTo('POST /repairs')).toHaveLength(2));
    expect(next.simulator.handlers).toEqual([]);
  });
});

inEachReactMode('A visit whose page went while Link was open', () => {
  async function leaveInLink() {
    const page = loadPage(startServer());
    await page.user.click(await screen.findByRole('button', RECONNECT));
    await untilLinkIsOpen(page.simulator);
    await leavePageFor('/', page, page.simulator);
    return page.server;
  }

  it('is asked about on the next page, which does not claim to know how it ended', async () => {
    const server = await leaveInLink();
    const next = loadPage(server);
    expect(await findInBanner(en.lostText)).toBeVisible();
    await waitFor(() => expect(server.requestsTo('POST /repairs')).toHaveLength(1));
    expect(server.requestsTo('POST /repairs')[0]?.body).toMatchObject({ outcome: 'unknown' });
    await waitFor(() => expect(next.said).toEqual([en.lostText]));
    expect(screen.getByRole('button', RECONNECT)).toBeVisible();
    expect(next.heard.onExit).toHaveBeenCalledOnce();
  });

  it('counts as repaired where the server says that the connection works', async () => {
    const server = await leaveInLink();
    const integration_links = [platypusLink({ status: 'pending', status_message: null })];
    server.queue('POST /repairs', Response.json({ result: 'repaired', integration_links }));
    const next = loadPage(server);
    await screen.findByRole('region', RECONNECTED);
    expect(next.heard.onRepaired.mock.calls).toMatchObject([[{ by: 'elsewhere' }]]);
  });
});
