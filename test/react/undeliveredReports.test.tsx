import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, configure, screen, waitFor, within } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import {
  forgetScope,
  RepairItemBanner,
  UpdateModeProvider,
  useUndeliveredReports,
  type RepairedEvent,
  type UseUndeliveredReportsResult,
} from 'react-plaid-update-mode';
import { expect, it, onTestFinished, vi } from 'vitest';
import { PLATYPUS, platypusLink } from '../support/links.js';
import { signIn, startLinkSimulator } from '../support/linkSimulator.js';
import { leavePageFor, readStorages, startWithCleanStorages } from '../support/pageLoad.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp, type AppOptions } from '../support/renderApp.js';
import { createScriptedServer, problem, type Answer, type ScriptedServer } from '../support/scriptedServer.js';
import { fillStorage } from '../support/spoiledStorage.js';

// Each report waits a moment for its right among tabs.
configure({ asyncUtilTimeout: 5_000 });
vi.setConfig({ testTimeout: 20_000 });

const RECONNECT = { name: 'Reconnect First Platypus Bank' };
const RECONNECTED = { name: 'First Platypus Bank is reconnected' };

/** A page with the banner and an app's own list of reports. */
function loadPage(server: ScriptedServer, options: Partial<AppOptions> = {}, simulator = startLinkSimulator()) {
  const results: UseUndeliveredReportsResult[] = [];
  const onBannerRepaired = vi.fn<(event: RepairedEvent) => void>();
  function Reports() {
    results.push(useUndeliveredReports());
    return null;
  }
  const content = (
    <>
      <RepairItemBanner itemId={PLATYPUS} onRepaired={onBannerRepaired} />
      <Reports />
    </>
  );
  const app = renderApp(content, { server, ...options });
  return {
    ...app,
    simulator,
    onBannerRepaired,
    get last() {
      const result = results.at(-1);
      if (!result) throw new Error('The hook was not rendered.');
      return result;
    },
    /** Where each report is, with why its last attempt failed. */
    get states(): string[] {
      const reports = results.at(-1)?.reports ?? [];
      return reports.map(({ state, error }) => (error ? `${state} ${error.httpStatus}` : state));
    },
    async repair(): Promise<void> {
      await app.user.click(await screen.findByRole('button', RECONNECT));
      await signIn(simulator);
    },
  };
}

/** A page on which the user signs in at the bank, and whose report then gets these answers. */
async function loadPageOfARepair(...answers: Answer[]) {
  startWithCleanStorages();
  const server = createScriptedServer(platypusLink());
  server.queue('POST /repairs', ...answers);
  const page = loadPage(server);
  await page.repair();
  return { server, page };
}

const keysOf = (server: ScriptedServer) =>
  server.requestsTo('POST /repairs').map(({ headers }) => headers.get('idempotency-key'));

const reportsIn = (texts: string[]) => texts.filter((text) => text.includes('"report"'));

inEachReactMode('Reports on their way', () => {
  it('are listed while they wait, and gone once answered; the actions stay the same', async () => {
    const { server, page } = await loadPageOfARepair(problem(503, 'plaid_unavailable', { 'retry-after': '600' }));
    await waitFor(() => expect(page.states).toEqual(['waiting 503']));
    const { sendAgain, discard, reports } = page.last;
    expect(reports).toMatchObject([
      { target: { item_id: PLATYPUS }, purpose: 'repair', outcome: 'success', attempts: 1 },
    ]);
    expect(page.last).toMatchObject({ unreadable: 0, isDurable: true });
    act(() => sendAgain(reports[0]?.id ?? ''));
    await waitFor(() => expect(page.states).toEqual([]));
    await screen.findByRole('region', RECONNECTED);
    expect([page.last.sendAgain, page.last.discard]).toEqual([sendAgain, discard]);
    expect(new Set(keysOf(server))).toEqual(new Set([reports[0]?.id]));
  });

  it('outlive a reload before their first answer; the provider hears the end, the banner that launched nothing does not', async () => {
    const { server, page } = await loadPageOfARepair('never');
    await waitFor(() => expect(page.states).toEqual(['sending']));
    await leavePageFor('/', page, page.simulator);
    const next = loadPage(server);
    await screen.findByRole('region', RECONNECTED);
    expect(next.heard.onRepaired.mock.calls).toMatchObject([[{ itemId: PLATYPUS, by: 'user', isVerified: true }]]);
    expect(next.onBannerRepaired).not.toHaveBeenCalled();
    expect(next.simulator.handlers).toEqual([]);
    const [first, ...others] = keysOf(server);
    expect(others).toEqual([first]);
    expect(reportsIn(readStorages())).toEqual([]);
  });

  it('that were refused stay so on the next page until they are sent again, without Link', async () => {
    const { server, page } = await loadPageOfARepair(problem(403, 'cross_origin'));
    await waitFor(() => expect(page.states).toEqual(['refused 403']));
    await leavePageFor('/', page, page.simulator);
    const next = loadPage(server);
    await waitFor(() => expect(next.states).toEqual(['refused 403']));
    expect(next.last.reports).toMatchObject([{ error: { problemCode: 'cross_origin' } }]);
    await waitFor(() => expect(next.heard.onError).toHaveBeenCalledOnce());
    await next.user.click(await screen.findByRole('button', { name: 'Check again' }));
    await screen.findByRole('region', RECONNECTED);
    expect([next.states, next.simulator.handlers]).toEqual([[], []]);
  });

  it('are forgotten when the app discards them: the banner asks for a sign-in again', async () => {
    const { server, page } = await loadPageOfARepair(problem(403, 'internal'));
    await waitFor(() => expect(page.states).toEqual(['refused 403']));
    act(() => page.last.discard(page.last.reports[0]?.id ?? ''));
    await screen.findByRole('button', RECONNECT);
    expect(page.states).toEqual([]);
    await leavePageFor('/', page, page.simulator);
    const next = loadPage(server);
    await screen.findByRole('button', RECONNECT);
    expect([next.states, reportsIn(readStorages())]).toEqual([[], []]);
    expect(server.requestsTo('POST /repairs')).toHaveLength(1);
  });

  it('are seen and sent by every provider of their user on the page, once', async () => {
    const { server, page } = await loadPageOfARepair(problem(403, 'internal'));
    await waitFor(() => expect(page.states).toEqual(['refused 403']));
    const other = loadPage(server, {}, page.simulator);
    await waitFor(() => expect(other.states).toEqual(['refused 403']));
    act(() => other.last.sendAgain(other.last.reports[0]?.id ?? ''));
    await waitFor(() => expect([page.states, other.states]).toEqual([[], []]));
    await within(page.container).findByRole('region', RECONNECTED);
    expect(server.requestsTo('POST /repairs')).toHaveLength(2);
    expect(page.onBannerRepaired).toHaveBeenCalledOnce();
    expect(other.heard.onRepaired).not.toHaveBeenCalled();
  });

  it('are neither shown to another user nor sent for them, and wait for their own', async () => {
    const { server, page } = await loadPageOfARepair(problem(401, 'unauthenticated'));
    await waitFor(() => expect(page.states).toEqual(['waiting 401']));
    await leavePageFor('/', page, page.simulator);
    const stranger = loadPage(server, { scope: 'user-2' });
    await screen.findByRole('button', RECONNECT);
    stranger.rerender(null, { scope: 'user-2' });
    expect(stranger.states).toEqual([]);
    expect(server.requestsTo('POST /repairs')).toHaveLength(1);
    await leavePageFor('/', stranger, stranger.simulator);
    loadPage(server);
    await screen.findByRole('region', RECONNECTED);
  });

  it('are gone with all that is kept of a user who is forgotten', async () => {
    const { page } = await loadPageOfARepair(problem(401, 'unauthenticated'));
    await waitFor(() => expect(page.states).toEqual(['waiting 401']));
    act(() => forgetScope('user-1'));
    await waitFor(() => expect(page.states).toEqual([]));
    expect(reportsIn(readStorages())).toEqual([]);
  });

  it('say once that the browser has no room for them', async () => {
    startWithCleanStorages();
    fillStorage('localStorage', 'sessionStorage');
    onTestFinished(() => void vi.restoreAllMocks());
    const server = createScriptedServer(platypusLink());
    server.queue('POST /repairs', problem(403, 'internal'), problem(403, 'internal'));
    const page = loadPage(server);
    await page.repair();
    await waitFor(() => expect(page.last).toMatchObject({ isDurable: false, reports: [{ state: 'refused' }] }));
    await page.user.click(screen.getByRole('button', { name: 'Check again' }));
    await waitFor(() => expect(page.last.reports).toMatchObject([{ state: 'refused', attempts: 2 }]));
    const told = page.heard.onEvent.mock.calls.filter(([{ type }]) => type === 'storage_failed');
    expect(told).toEqual([[{ type: 'storage_failed' }]]);
  });

  it('that nobody can read are counted, told to the app, and left as they are', async () => {
    startWithCleanStorages();
    const key = 'react-plaid-update-mode.report.user-1.from-tomorrow';
    localStorage.setItem(key, '{"version":2}');
    const page = loadPage(createScriptedServer(platypusLink()));
    await waitFor(() => expect(page.last).toMatchObject({ reports: [], unreadable: 1, isDurable: true }));
    const told = page.last;
    act(() => void window.dispatchEvent(new StorageEvent('storage', { key, newValue: '{"version":2}' })));
    await waitFor(() => expect(page.last).not.toBe(told));
    expect(page.heard.onEvent.mock.calls).toEqual([[{ type: 'reports_unreadable', count: 1 }]]);
    expect(localStorage.getItem(key)).toBe('{"version":2}');
  });
});

it('are none on the server', () => {
  function Count() {
    return useUndeliveredReports().reports.length;
  }
  const html = renderToString(
    <QueryClientProvider client={new QueryClient()}>
      <UpdateModeProvider endpoint="/api/update-mode" scope="user-1">
        <Count />
      </UpdateModeProvider>
    </QueryClientProvider>,
  );
  expect(html).toMatch(/^0</);
});
