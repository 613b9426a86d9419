import { QueryClientProvider } from '@tanstack/react-query';
import { act, configure, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useEffect, type ReactNode } from 'react';
import { createHttpEndpoint, RepairItemBanner, UpdateModeProvider, useUpdateMode } from 'react-plaid-update-mode';
import { SANDBOX_INSTITUTIONS, type LinkSimulatorOptions } from 'react-plaid-update-mode/testing';
import { expect, it, vi } from 'vitest';
import { installHandMadePlaid } from '../support/handMadePlaid.js';
import { PLATYPUS, platypusLink } from '../support/links.js';
import { leaveLink, signIn, startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { leavePageFor, readStorages, startWithCleanStorages } from '../support/pageLoad.js';
import { inEachReactMode } from '../support/reactModes.js';
import { createResumableBackend } from '../support/resumableBackend.js';
import { createListeners, createQueryClient, renderApp } from '../support/renderApp.js';
import { createSandboxedApp, type SandboxedApp } from '../support/sandboxedApp.js';
import { createScriptedServer, type ScriptedServer } from '../support/scriptedServer.js';

// Two pages, a server and a bank in one test.
configure({ asyncUtilTimeout: 5_000 });
vi.setConfig({ testTimeout: 20_000 });

const BANK = SANDBOX_INSTITUTIONS.platypusOAuthBank;
const RETURN_PAGE = `${location.origin}/accounts/return`;
const RETURN_URL = `${RETURN_PAGE}?oauth_state_id=state-1`;
const RECONNECT = { name: `Reconnect ${BANK.name}` };

/** One of an app's pages over its own server, with Plaid's Sandbox played behind it. */
function loadPage(
  app: SandboxedApp,
  options: LinkSimulatorOptions = {},
  content: ReactNode = <RepairItemBanner itemId={app.itemId} />,
) {
  const left: string[] = [];
  const navigate = (url: string) => void left.push(url);
  const simulator = startLinkSimulator({ backend: app.sandbox.link, oauth: 'redirect', navigate, ...options });
  const heard = createListeners();
  const endpoint = createHttpEndpoint('/api/update-mode', { fetch: app.fetch });
  const { unmount } = render(
    <QueryClientProvider client={createQueryClient()}>
      <UpdateModeProvider endpoint={endpoint} scope="user-1" {...heard}>
        {content}
      </UpdateModeProvider>
    </QueryClientProvider>,
  );
  return { simulator, heard, unmount, left };
}

function createOAuthApp(): SandboxedApp {
  startWithCleanStorages();
  const app = createSandboxedApp({ institution: BANK, linkToken: { redirect_uri: RETURN_PAGE } });
  app.sandbox.breakItem(app.itemId);
  return app;
}

/** From the click to the bank, and back to the address that Plaid gives it. */
async function visitTheBank(app: SandboxedApp, address = (url: string) => url, state: unknown = null) {
  const page = loadPage(app, { outcome: { kind: 'success' } });
  await userEvent.setup().click(await screen.findByRole('button', RECONNECT));
  await waitFor(() => expect(page.left).toHaveLength(1));
  const [returnUrl = ''] = page.left;
  await leavePageFor(address(returnUrl), page, page.simulator, state);
  return { token: page.simulator.handlers.at(-1)?.token, returnUrl };
}

/** A page of another server, left while Link was open, for the sake of what it leaves behind. */
async function leaveForTheBank(scope = 'user-1'): Promise<void> {
  startWithCleanStorages();
  const simulator = startLinkSimulator();
  const page = renderApp(<RepairItemBanner itemId={PLATYPUS} />, {
    server: createScriptedServer(platypusLink()),
    scope,
  });
  await page.user.click(await screen.findByRole('button', { name: 'Reconnect First Platypus Bank' }));
  await untilLinkIsOpen(simulator);
  await leavePageFor(RETURN_URL, page, simulator);
}

const outcomes = (server: ScriptedServer) =>
  server.requestsTo('POST /repairs').map(({ text }) => JSON.parse(text).outcome);

/** What is still to be asked, and nothing else that is kept. */
const waitingOutcomes = () => readStorages().map((text) => JSON.parse(text).report.outcome);

inEachReactMode('A bank that Link leaves the page for', () => {
  it('S17: sends the user back, the visit goes on with the same token and is repaired, and nothing is left', async () => {
    const app = createOAuthApp();
    const state = { usr: null, key: 'k1', idx: 2 };
    const { token, returnUrl } = await visitTheBank(app, (url) => `${url}&tab=a%20b#list`, state);
    const { simulator, heard } = loadPage(app, { outcome: { kind: 'success' } });
    await screen.findByRole('region', { name: `${BANK.name} is reconnected` });
    expect(simulator.handlers.map((handler) => handler.token)).toEqual([token]);
    expect(heard.onRepaired.mock.calls).toMatchObject([[{ itemId: app.itemId, by: 'user', isVerified: true }]]);
    const statuses = heard.onEvent.mock.calls.flatMap(([event]) => (event.type === 'status' ? [event.status] : []));
    expect([...new Set(statuses)]).toEqual(['launching', 'open', 'confirming', 'repaired']);
    expect(app.sandbox.readItem(app.itemId).error).toBeNull();
    expect(readStorages()).toEqual([]);
    expect(location.href).toBe(`${RETURN_PAGE}?tab=a%20b#list`);
    expect(history.state).toEqual(state);
    expect(returnUrl).toContain('oauth_state_id=');
  });

  it('S17: shows banner and hook alike as open, of that purpose alone', async () => {
    const app = createOAuthApp();
    await visitTheBank(app);
    function Row({ purpose }: { purpose: string }) {
      return <p>{`${purpose}: ${useUpdateMode({ itemId: app.itemId, purpose }).status}`}</p>;
    }
    const rows = (
      <>
        <RepairItemBanner itemId={app.itemId} />
        <Row purpose="repair" />
        <Row purpose="select_accounts" />
      </>
    );
    const { simulator } = loadPage(app, { outcome: { kind: 'success', delay: 3_600_000 } }, rows);
    await untilLinkIsOpen(simulator);
    await screen.findByText('repair: open');
    expect(screen.getByText('select_accounts: idle')).toBeVisible();
    expect(await screen.findByRole('button', RECONNECT)).toHaveAttribute('data-status', 'open');
  });

  it('S17: finds the visit on any route of the app, also where its router has moved on at once', async () => {
    const app = createOAuthApp();
    await visitTheBank(app);
    function Redirect() {
      useEffect(() => history.replaceState(null, '', '/settings?tab=banks'), []);
      return <RepairItemBanner itemId={app.itemId} />;
    }
    loadPage(app, { outcome: { kind: 'success' } }, <Redirect />);
    await screen.findByRole('region', { name: `${BANK.name} is reconnected` });
    expect(location.href).toBe(`${location.origin}/settings?tab=banks`);
  });

  it('S17: is made once, in StrictMode too, with token and address at the same time', async () => {
    await leaveForTheBank();
    const links = installHandMadePlaid();
    renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server: createScriptedServer(platypusLink()) });
    await waitFor(() => expect(links).toHaveLength(1));
    const [link] = links;
    expect(link?.config).toMatchObject({ token: 'link-sandbox-1', receivedRedirectUri: RETURN_URL });
    await waitFor(() => expect(link?.open).toHaveBeenCalledOnce());
    act(() => link?.config.onLoad?.());
    expect(await screen.findByText('Continue in the window that opened.')).toBeVisible();
    expect(links).toHaveLength(1);
    expect(location.search).toBe('');
  });

  it('S17: is made once with two providers on the page', async () => {
    await leaveForTheBank();
    const simulator = startLinkSimulator({ backend: createResumableBackend() });
    const server = createScriptedServer(platypusLink());
    const one = renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server });
    const other = renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server });
    await signIn(simulator);
    await waitFor(() => expect(one.heard.onRepaired).toHaveBeenCalledOnce());
    expect(other.heard.onRepaired).not.toHaveBeenCalled();
    expect(outcomes(server)).toEqual(['success']);
    expect(readStorages()).toEqual([]);
  });

  it('S17: does not take the user in a second time after a reload of the return page: the server is asked', async () => {
    const app = createOAuthApp();
    const { returnUrl } = await visitTheBank(app);
    const second = loadPage(app, { outcome: { kind: 'success', delay: 3_600_000 } });
    await untilLinkIsOpen(second.simulator);
    await leavePageFor(returnUrl, second, second.simulator);
    const third = loadPage(app);
    await waitFor(() => expect(app.answers.at(-1)).toContain('checking'));
    expect(third.simulator.handlers).toEqual([]);
    expect(third.heard.onExit).toHaveBeenCalledOnce();
    expect([waitingOutcomes(), location.search]).toEqual([['unknown'], '']);
    expect(await screen.findByRole('button', RECONNECT)).toHaveAttribute('data-status', 'exited');
  });

  it('S17: is asked after where Link says that the state has been used', async () => {
    const app = createOAuthApp();
    const { token = '', returnUrl } = await visitTheBank(app);
    await app.sandbox.link.resumeSession({ linkToken: token, receivedRedirectUri: returnUrl });
    const { heard } = loadPage(app);
    await waitFor(() => expect(heard.onExit).toHaveBeenCalledOnce());
    expect(heard.onExit.mock.lastCall?.[0].error).toMatchObject({ plaidErrorCode: 'OAUTH_STATE_ID_ALREADY_PROCESSED' });
    await waitFor(() => expect(app.answers.at(-1)).toContain('checking'));
    expect([waitingOutcomes(), location.search]).toEqual([['unknown'], '']);
  });

  it('S17: does not bother a page that a stranger’s oauth_state_id comes to', async () => {
    startWithCleanStorages();
    history.replaceState(null, '', RETURN_URL);
    const simulator = startLinkSimulator();
    const server = createScriptedServer(platypusLink());
    const { heard } = renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server });
    expect(await screen.findByRole('button', { name: 'Reconnect First Platypus Bank' })).toHaveAttribute(
      'data-status',
      'idle',
    );
    expect([simulator.handlers, heard.onEvent.mock.calls, outcomes(server)]).toEqual([[], [], []]);
    expect(location.href).toBe(RETURN_URL);
  });

  it('S17: shows another user nothing of it, and nobody can go on with it any more', async () => {
    await leaveForTheBank('user-1');
    expect(readStorages().join()).toContain(PLATYPUS);
    const simulator = startLinkSimulator();
    const server = createScriptedServer(platypusLink());
    const { heard } = renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server, scope: 'user-2' });
    await screen.findByRole('button', { name: 'Reconnect First Platypus Bank' });
    expect([simulator.handlers, heard.onEvent.mock.calls, outcomes(server)]).toEqual([[], [], []]);
    expect(readStorages().join()).toContain('"token":null');
    expect(readStorages().join()).not.toContain('link-sandbox');
  });

  it('gives the focus to the connection’s button when the user leaves Link, where nobody pressed one', async () => {
    await leaveForTheBank();
    const simulator = startLinkSimulator({ backend: createResumableBackend() });
    const server = createScriptedServer(platypusLink());
    const { heard } = renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server });
    await leaveLink(simulator);
    await waitFor(() => expect(heard.onExit).toHaveBeenCalledOnce());
    await waitFor(() => expect(screen.getByRole('button', { name: 'Reconnect First Platypus Bank' })).toHaveFocus());
    await waitFor(() => expect([readStorages(), location.search]).toEqual([[], '']));
  });

  it('may be in a popup: then the visit never leaves the page', async () => {
    const app = createOAuthApp();
    const { left, simulator } = loadPage(app, { oauth: 'popup', outcome: { kind: 'success' } });
    await userEvent.setup().click(await screen.findByRole('button', RECONNECT));
    await screen.findByRole('region', { name: `${BANK.name} is reconnected` });
    expect([left, simulator.maxAlive, readStorages()]).toEqual([[], 1, []]);
  });

  it('needs a storage for the way back, and nothing else does', async () => {
    startWithCleanStorages();
    for (const name of ['localStorage', 'sessionStorage'] as const) {
      vi.spyOn(window, name, 'get').mockImplementation(() => {
        throw new DOMException('Blocked', 'SecurityError');
      });
    }
    const simulator = startLinkSimulator();
    const server = createScriptedServer(platypusLink());
    const { user, heard } = renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server });
    await user.click(await screen.findByRole('button', { name: 'Reconnect First Platypus Bank' }));
    await signIn(simulator);
    await waitFor(() => expect(heard.onRepaired).toHaveBeenCalledOnce());
    vi.restoreAllMocks();
    expect(readStorages()).toEqual([]);
  });
});
