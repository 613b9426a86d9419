import { QueryClient } from '@tanstack/react-query';
import { act, screen, waitFor } from '@testing-library/react';
import {
  createHttpEndpoint,
  createServerSentEvents,
  RepairItemBanner,
  RepairItemBannerList,
  type Subscribe,
  type UpdateModeEndpoint,
} from 'react-plaid-update-mode';
import { expect, it } from 'vitest';
import { RECONNECT } from '../support/brokenBanner.js';
import { installEventSource } from '../support/eventSourceByHand.js';
import { passTime, startFakeClock } from '../support/fakeClock.js';
import { PLATYPUS, platypusLink, tartanLink } from '../support/links.js';
import { showPage } from '../support/pageVisibility.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp, type AppOptions } from '../support/renderApp.js';
import { createScriptedServer, problem, type ScriptedServer } from '../support/scriptedServer.js';
import { collectUncaughtErrors } from '../support/uncaughtErrors.js';

const CONNECTED = 'First Platypus Bank is connected again';
const healed = platypusLink({ status: 'active', last_updated: '2026-11-20T09:00:00Z' });
const banner = <RepairItemBanner itemId={PLATYPUS} />;

const readings = (server: ScriptedServer) => server.requestsTo('GET /integration-links').length;
const untilBroken = () => screen.findByRole('button', { name: RECONNECT });

/** A server's push, in the test's hands. */
function createPush() {
  const subscriptions: { onChange: Parameters<Subscribe>[0]; signal: AbortSignal }[] = [];
  return {
    subscriptions,
    subscribe: ((onChange, { signal }) => void subscriptions.push({ onChange, signal })) satisfies Subscribe,
    live: () => subscriptions.filter(({ signal }) => !signal.aborted),
    send(itemId?: string): void {
      for (const { onChange } of subscriptions) onChange(itemId === undefined ? undefined : { item_id: itemId });
    },
  };
}

function withPush(server: ScriptedServer, subscribe: Subscribe): UpdateModeEndpoint {
  return { ...createHttpEndpoint('/api/update-mode', { fetch: server.fetch }), subscribe };
}

async function renderBroken(options: Partial<AppOptions> = {}) {
  const server = options.server ?? createScriptedServer(platypusLink());
  const push = createPush();
  const app = renderApp(banner, { server, endpoint: withPush(server, push.subscribe), ...options });
  await untilBroken();
  return { ...app, server, push };
}

inEachReactMode('A server that pushes', () => {
  it('S3: dismisses the banner of a connection that was repaired elsewhere, and says so', async () => {
    startFakeClock();
    const { server, push, heard } = await renderBroken();
    server.links = [healed];
    push.send(PLATYPUS);
    expect(await screen.findByRole('region', { name: CONNECTED })).toBeVisible();
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(CONNECTED));
    await passTime(6_000);
    expect(screen.queryByRole('region')).toBeNull();
    expect(heard.onEvent).toHaveBeenCalledExactlyOnceWith({ type: 'connected', itemId: PLATYPUS });
  });

  it('shows a banner as soon as a connection breaks', async () => {
    const server = createScriptedServer(tartanLink());
    const push = createPush();
    renderApp(<RepairItemBannerList />, { server, endpoint: withPush(server, push.subscribe) });
    await waitFor(() => expect(readings(server)).toBe(1));
    server.links = [tartanLink(), platypusLink()];
    push.send();
    expect(await untilBroken()).toBeVisible();
  });

  it('is only a hint: a list that says otherwise is what counts', async () => {
    const { server, push } = await renderBroken();
    push.send(PLATYPUS);
    await waitFor(() => expect(readings(server)).toBe(2));
    expect(await untilBroken()).toBeVisible();
  });

  it('is read after once for a burst', async () => {
    startFakeClock();
    const { server, push } = await renderBroken();
    for (let hints = 0; hints < 50; hints += 1) push.send(`item-${hints}`);
    await passTime(10_000);
    expect(readings(server)).toBe(2);
  });

  it('is read after once more where a reading is under way, which may have come too early', async () => {
    startFakeClock();
    const { server, push, queryClient } = await renderBroken();
    const release = server.hold('GET /integration-links');
    void queryClient.refetchQueries();
    await waitFor(() => expect(readings(server)).toBe(2));
    push.send();
    push.send();
    await passTime(5_000);
    expect(readings(server)).toBe(2);
    server.links = [healed];
    release();
    expect(await screen.findByRole('region', { name: CONNECTED })).toBeVisible();
    await passTime(5_000);
    expect(readings(server)).toBe(3);
  });

  it('goes on being heard after a reading that failed', async () => {
    const { server, push } = await renderBroken();
    server.queue('GET /integration-links', problem(403, 'cross_origin'));
    push.send();
    await waitFor(() => expect(readings(server)).toBe(2));
    server.links = [healed];
    push.send();
    expect(await screen.findByRole('region', { name: CONNECTED }, { timeout: 3_000 })).toBeVisible();
  });

  it('is subscribed to once for all that show the list, while there are any', async () => {
    const server = createScriptedServer(platypusLink(), tartanLink());
    const push = createPush();
    const endpoint = withPush(server, push.subscribe);
    const { rerender, unmount } = renderApp(<p>Nothing yet</p>, { server, endpoint });
    expect(push.subscriptions).toHaveLength(0);
    rerender([<RepairItemBannerList key="list" />, <RepairItemBanner key="banner" itemId={PLATYPUS} />]);
    await waitFor(() => expect(screen.getAllByRole('region')).toHaveLength(2));
    // An app may make its endpoint anew on every render.
    rerender(<RepairItemBannerList />, { endpoint: withPush(server, createPush().subscribe) });
    expect(push.live()).toHaveLength(1);
    expect(push.subscriptions).toHaveLength(1);

    rerender(<p>Another page</p>);
    await waitFor(() => expect(push.live()).toHaveLength(0));
    const before = readings(server);
    push.send();
    rerender(<RepairItemBannerList />, { endpoint });
    await waitFor(() => expect(push.live()).toHaveLength(1));
    await waitFor(() => expect(readings(server)).toBe(before + 1));
    unmount();
    await waitFor(() => expect(push.live()).toHaveLength(0));
  });

  it('is left with its user, and heard by the next', async () => {
    const { server, push, rerender } = await renderBroken();
    rerender(banner, { scope: 'user-2' });
    await waitFor(() => expect(push.live()).toHaveLength(1));
    await untilBroken();
    expect(push.subscriptions).toHaveLength(2);
    await waitFor(() => expect(readings(server)).toBe(2));
  });

  it('is not needed: a subscribe that throws harms nothing, and is heard of', async () => {
    const errors = collectUncaughtErrors();
    const server = createScriptedServer(platypusLink());
    const failure = new Error('No push today.');
    const endpoint = withPush(server, () => {
      throw failure;
    });
    const { queryClient } = renderApp(banner, { server, endpoint });
    await untilBroken();
    await waitFor(() => expect(errors).toEqual([failure]));
    server.links = [healed];
    await act(() => queryClient.refetchQueries());
    expect(await screen.findByRole('region', { name: CONNECTED })).toBeVisible();
  });

  it('may speak by server-sent events', async () => {
    const connections = installEventSource();
    const server = createScriptedServer(platypusLink());
    const endpoint = withPush(server, createServerSentEvents('/api/update-mode-events'));
    const { unmount } = renderApp(banner, { server, endpoint });
    await untilBroken();
    expect(connections.map(({ url }) => url)).toEqual(['/api/update-mode-events']);
    server.links = [healed];
    connections[0]?.open();
    connections[0]?.send(`{"item_id":"${PLATYPUS}"}`);
    expect(await screen.findByRole('region', { name: CONNECTED })).toBeVisible();
    unmount();
    await waitFor(() => expect(connections[0]?.isClosed).toBe(true));
  });
});

inEachReactMode('Somebody who comes back to the page', () => {
  const comeBack = async () => {
    showPage('hidden');
    await act(async () => showPage('visible'));
  };

  it.each([
    ['as React Query is', {}],
    ['that never reads again for it', { refetchOnWindowFocus: false }],
    ['that takes a list for fresh for ever', { staleTime: Number.POSITIVE_INFINITY }],
    ['that decides by itself', { refetchOnWindowFocus: () => false }],
  ] as const)('S3: finds a connection that was repaired meanwhile, with a client %s', async (_, queries) => {
    const queryClient = new QueryClient({ defaultOptions: { queries } });
    const server = createScriptedServer(platypusLink());
    renderApp(banner, { server, queryClient });
    await untilBroken();
    server.links = [healed];
    await comeBack();
    expect(await screen.findByRole('region', { name: CONNECTED })).toBeVisible();
  });

  it.each([
    [{}, 2],
    [{ refetchOnWindowFocus: false }, 1],
    [{ staleTime: Number.POSITIVE_INFINITY }, 1],
    [{ staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: 'always' }, 2],
    [{ refetchOnWindowFocus: () => false }, 1],
  ] as const)('has it as the app likes it, where all is well: %j', async (queries, expected) => {
    startFakeClock();
    const queryClient = new QueryClient({ defaultOptions: { queries } });
    const server = createScriptedServer(tartanLink());
    renderApp(<RepairItemBannerList />, { server, queryClient });
    await waitFor(() => expect(queryClient.isFetching()).toBe(0));
    await comeBack();
    await passTime(1_000);
    expect(readings(server)).toBe(expected);
  });

  it('finds it as well who was offline', async () => {
    const queries = { refetchOnReconnect: false, staleTime: Number.POSITIVE_INFINITY };
    const queryClient = new QueryClient({ defaultOptions: { queries } });
    const server = createScriptedServer(platypusLink());
    renderApp(banner, { server, queryClient });
    await untilBroken();
    server.links = [healed];
    await act(async () => {
      window.dispatchEvent(new Event('offline'));
      window.dispatchEvent(new Event('online'));
    });
    expect(await screen.findByRole('region', { name: CONNECTED })).toBeVisible();
  });
});
