import { QueryClient } from '@tanstack/react-query';
import { act, screen, waitFor, within } from '@testing-library/react';
import { RepairItemBanner, RepairItemBannerList } from 'react-plaid-update-mode';
import { expect, it, onTestFinished, vi } from 'vitest';
import { passTime, startFakeClock } from '../support/fakeClock.js';
import { PLATYPUS, platypusLink } from '../support/links.js';
import { signIn, startLinkSimulator } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { createQueryClient, renderApp, type App, type AppOptions } from '../support/renderApp.js';
import { createScriptedServer, type ScriptedServer } from '../support/scriptedServer.js';

const CHANNEL = 'react-plaid-update-mode:user-1';
const RECONNECT = 'Reconnect First Platypus Bank';
const CONNECTED = 'First Platypus Bank is connected again';
const healed = platypusLink({ status: 'active', last_updated: '2026-11-20T09:00:00Z' });
const banner = <RepairItemBanner itemId={PLATYPUS} />;

interface Tab extends App {
  readings(): number;
  region(name: string): Promise<HTMLElement>;
}

/** A tab of the app with memory and readings of its own, over the one server. */
async function openTab(server: ScriptedServer, options: Partial<AppOptions> = {}): Promise<Tab> {
  let readings = 0;
  const own: ScriptedServer = {
    ...server,
    fetch(input, init) {
      if ((init?.method ?? 'GET') === 'GET') readings += 1;
      return server.fetch(input, init);
    },
  };
  const app = renderApp(banner, { server: own, ...options });
  await within(app.container).findByRole('region');
  return {
    ...app,
    readings: () => readings,
    region: (name) => within(app.container).findByRole('region', { name }),
  };
}

/** What goes from tab to tab. */
function listenToTabs(name = CHANNEL): { said: unknown[]; untilHeard(): Promise<void> } {
  const said: unknown[] = [];
  const [listener, sender] = [new BroadcastChannel(name), new BroadcastChannel(name)];
  onTestFinished(() => {
    listener.close();
    sender.close();
  });
  let fences = 0;
  listener.onmessage = ({ data }) => {
    if (data === 'fence') fences += 1;
    else said.push(data);
  };
  return {
    said,
    /** All that was said before this has arrived. */
    async untilHeard() {
      const before = fences;
      sender.postMessage('fence');
      await vi.waitFor(() => expect(fences).toBe(before + 1));
    },
  };
}

/** How many channels are open that were made after this. */
function countChannels(): { readonly open: number } {
  const count = { open: 0 };
  class Counted extends BroadcastChannel {
    constructor(name: string) {
      super(name);
      count.open += 1;
    }

    override close(): void {
      count.open -= 1;
      super.close();
    }
  }
  vi.stubGlobal('BroadcastChannel', Counted);
  onTestFinished(() => void vi.unstubAllGlobals());
  return count;
}

inEachReactMode('A repair', () => {
  it('S3: dismisses the banner in every tab, and each says so', async () => {
    startFakeClock();
    const simulator = startLinkSimulator();
    const server = createScriptedServer(platypusLink());
    const tabs = [await openTab(server), await openTab(server), await openTab(server)] as const;
    await tabs[0].user.click(within(tabs[0].container).getByRole('button', { name: RECONNECT }));
    await signIn(simulator);
    for (const tab of tabs) expect(await tab.region('First Platypus Bank is reconnected')).toBeVisible();
    server.links = [healed];
    await passTime(1_000);
    for (const tab of tabs) expect(await tab.region(CONNECTED)).toBeVisible();
    await passTime(6_000);
    expect(screen.queryByRole('region')).toBeNull();
    for (const tab of tabs) {
      const connected = tab.heard.onEvent.mock.calls.filter(([{ type }]) => type === 'connected');
      expect(connected).toHaveLength(1);
    }
    expect(tabs[0].heard.onRepaired).toHaveBeenCalledOnce();
    expect(tabs[1].heard.onRepaired).not.toHaveBeenCalled();
  });

  it('is told to the other tabs once, and what comes of it later as well', async () => {
    const simulator = startLinkSimulator();
    const server = createScriptedServer(platypusLink());
    const { said, untilHeard } = listenToTabs();
    const { user, container, queryClient, region } = await openTab(server);
    await user.click(within(container).getByRole('button', { name: RECONNECT }));
    await signIn(simulator);
    await region('First Platypus Bank is reconnected');
    await untilHeard();
    expect(said).toHaveLength(1);
    server.links = [healed];
    await act(() => queryClient.refetchQueries());
    await region(CONNECTED);
    await untilHeard();
    expect(said).toHaveLength(2);
  });

  it('is told to the other tabs also by a page that follows no list', async () => {
    const simulator = startLinkSimulator();
    const server = createScriptedServer(platypusLink());
    const other = await openTab(server);
    const { user, container } = renderApp(<RepairItemBanner integrationLink={platypusLink()} />, { server });
    await user.click(within(container).getByRole('button', { name: RECONNECT }));
    await signIn(simulator);
    expect(await other.region('First Platypus Bank is reconnected')).toBeVisible();
  });
});

inEachReactMode('What one tab learns first', () => {
  it('S3: dismisses the banner in every tab, and is told once', async () => {
    startFakeClock();
    const server = createScriptedServer(platypusLink());
    const [one, other] = [await openTab(server), await openTab(server)];
    const { said, untilHeard } = listenToTabs();
    server.links = [healed];
    await act(() => one.queryClient.refetchQueries());
    expect(await one.region(CONNECTED)).toBeVisible();
    expect(await other.region(CONNECTED)).toBeVisible();
    // A list that was read for a hint is no news to anybody: no echo.
    await passTime(10_000);
    await untilHeard();
    await passTime(10_000);
    await untilHeard();
    expect(said).toEqual([{ version: 1, type: 'changed' }]);
    expect([one.readings(), other.readings()]).toEqual([2, 2]);
  });

  it('shows its banner in every tab where it is broken', async () => {
    const server = createScriptedServer(platypusLink());
    const list = <RepairItemBannerList layout="stacked" />;
    const [one, other] = [await openTab(server), await openTab(server)];
    other.rerender(list);
    const second = platypusLink({ item_id: 'item-tartan', institution_name: 'Tartan Bank' });
    server.links = [platypusLink(), second];
    await act(() => one.queryClient.refetchQueries());
    expect(await other.region('Tartan Bank needs you to sign in again')).toBeVisible();
  });

  it.each([true, false])(
    'is no news where the list says the same again, shared or not: %s',
    async (structuralSharing) => {
      const server = createScriptedServer(platypusLink());
      const queryClient = new QueryClient({ defaultOptions: { queries: { structuralSharing } } });
      const one = await openTab(server, { queryClient });
      const { said, untilHeard } = listenToTabs();
      await act(() => one.queryClient.refetchQueries());
      expect(one.readings()).toBe(2);
      await untilHeard();
      expect(said).toEqual([]);
    },
  );

  it('is news in each new reading, though not in the first', async () => {
    const server = createScriptedServer(platypusLink());
    const { said, untilHeard } = listenToTabs();
    const one = await openTab(server);
    await untilHeard();
    expect(said).toEqual([]);
    for (const last_updated of ['2026-11-20T09:00:00Z', '2026-11-20T10:00:00Z']) {
      server.links = [platypusLink({ last_updated })];
      await act(() => one.queryClient.refetchQueries());
    }
    await untilHeard();
    expect(said).toHaveLength(2);
  });

  it('is news also from one that another has told of something before', async () => {
    const server = createScriptedServer(platypusLink());
    const [one, other] = [await openTab(server), await openTab(server)];
    const { said, untilHeard } = listenToTabs();
    server.links = [healed];
    await act(() => one.queryClient.refetchQueries());
    await other.region(CONNECTED);
    await waitFor(() => expect(other.queryClient.isFetching()).toBe(0));
    server.links = [platypusLink({ last_updated: '2026-11-20T10:00:00Z' })];
    await act(() => other.queryClient.refetchQueries());
    await waitFor(() => expect(one.readings()).toBe(3));
    await untilHeard();
    expect(said).toHaveLength(2);
  });

  it('stays with its user', async () => {
    const server = createScriptedServer(platypusLink());
    const one = await openTab(server);
    const stranger = await openTab(server, { scope: 'user-2' });
    const { said, untilHeard } = listenToTabs('react-plaid-update-mode:user-2');
    server.links = [healed];
    await act(() => one.queryClient.refetchQueries());
    await one.region(CONNECTED);
    await untilHeard();
    expect(said).toEqual([]);
    expect(stranger.readings()).toBe(1);
  });

  it('is not listened to by a page that shows no list, nor after it has gone', async () => {
    startFakeClock();
    const channels = countChannels();
    const server = createScriptedServer(platypusLink());
    const [one, other, gone] = [await openTab(server), await openTab(server), await openTab(server)];
    const { untilHeard } = listenToTabs();
    other.rerender(<p>Another page</p>);
    gone.unmount();
    await passTime(0);
    expect(channels.open).toBe(3);
    server.links = [healed];
    await act(() => one.queryClient.refetchQueries());
    await untilHeard();
    await passTime(10_000);
    expect([other.readings(), gone.readings()]).toEqual([1, 1]);
  });

  it.each([
    ['has no channel between tabs', undefined],
    [
      'allows none',
      class {
        constructor() {
          throw new DOMException('Storage is disabled.', 'SecurityError');
        }
      },
    ],
  ])('stays its own in a browser that %s', async (_, channel) => {
    vi.stubGlobal('BroadcastChannel', channel);
    onTestFinished(() => void vi.unstubAllGlobals());
    const simulator = startLinkSimulator();
    const server = createScriptedServer(platypusLink());
    const { user, container, heard, region } = await openTab(server, { queryClient: createQueryClient() });
    await user.click(within(container).getByRole('button', { name: RECONNECT }));
    await signIn(simulator);
    expect(await region('First Platypus Bank is reconnected')).toBeVisible();
    await waitFor(() => expect(heard.onRepaired).toHaveBeenCalledOnce());
  });
});
