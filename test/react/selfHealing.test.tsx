import { act, screen, waitFor } from '@testing-library/react';
import { RepairItemBanner, RepairItemBannerList, UpdateModeLauncher } from 'react-plaid-update-mode';
import { expect, it } from 'vitest';
import { RECONNECT, renderBrokenBanner } from '../support/brokenBanner.js';
import { passTime, startFakeClock } from '../support/fakeClock.js';
import { PLATYPUS, platypusLink, tartanLink, tattersallLink } from '../support/links.js';
import { leaveLink, startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { createQueryClient, renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

const CONNECTED = 'First Platypus Bank is connected again';
const healed = platypusLink({ status: 'active', last_updated: '2026-11-20T09:00:00Z' });

/** What all live regions of the page have been given to say, in order. */
function listenToLiveRegions(): string[] {
  const said: string[] = [];
  for (const region of [...screen.getAllByRole('status'), ...screen.getAllByRole('alert')]) {
    const note = () => {
      if (region.textContent) said.push(`${region.getAttribute('role')}: ${region.textContent}`);
    };
    new MutationObserver(note).observe(region, { childList: true, characterData: true, subtree: true });
  }
  return said;
}

inEachReactMode('A connection that heals by itself', () => {
  it('S3: is said to, politely and once, though a banner, a list and a launcher show it', async () => {
    startFakeClock();
    const server = createScriptedServer(platypusLink());
    const content = [
      <RepairItemBannerList key="list" />,
      <RepairItemBanner key="banner" itemId={PLATYPUS} />,
      <UpdateModeLauncher key="launcher" itemId={PLATYPUS}>
        Reconnect
      </UpdateModeLauncher>,
    ];
    const { queryClient, heard } = renderApp(content, { server });
    await waitFor(() => expect(screen.getAllByRole('region')).toHaveLength(2));
    const said = listenToLiveRegions();
    server.links = [healed];
    await act(() => queryClient.refetchQueries());
    await passTime(1_000);
    expect(screen.getAllByRole('region', { name: CONNECTED })).toHaveLength(2);
    expect(said).toEqual([`status: ${CONNECTED}`]);
    await passTime(6_000);
    expect(screen.queryByRole('region')).toBeNull();
    expect(said).toHaveLength(1);
    expect(heard.onEvent).toHaveBeenCalledExactlyOnceWith({ type: 'connected', itemId: PLATYPUS });
  });

  it.each([
    ['one memory', true],
    ['a memory each', false],
  ])('S3: is said to once for the page, by two providers with %s', async (_, isShared) => {
    startFakeClock();
    const server = createScriptedServer(platypusLink());
    const queryClient = createQueryClient();
    const banner = <RepairItemBanner itemId={PLATYPUS} />;
    const one = renderApp(banner, { server, queryClient });
    const other = renderApp(banner, { server, queryClient: isShared ? queryClient : createQueryClient() });
    await waitFor(() => expect(screen.getAllByRole('region')).toHaveLength(2));
    const said = listenToLiveRegions();
    server.links = [healed];
    await act(() => one.queryClient.refetchQueries());
    await waitFor(() => expect(screen.getAllByRole('region', { name: CONNECTED })).toHaveLength(2));
    await passTime(1_000);
    expect(said).toEqual([`status: ${CONNECTED}`]);
    for (const { heard } of [one, other]) {
      expect(heard.onEvent).toHaveBeenCalledExactlyOnceWith({ type: 'connected', itemId: PLATYPUS });
    }
  });

  it('is said to by the provider that is left, and again when it has happened again', async () => {
    startFakeClock();
    const server = createScriptedServer(platypusLink());
    const one = renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server });
    const { queryClient } = renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server });
    await waitFor(() => expect(screen.getAllByRole('region')).toHaveLength(2));
    one.unmount();
    const said = listenToLiveRegions();
    const times = ['2026-11-20T10:00:00Z', '2026-11-20T11:00:00Z'];
    for (const last_updated of times) {
      server.links = [{ ...healed, last_updated }];
      await act(() => queryClient.refetchQueries());
      await passTime(7_000);
      server.links = [platypusLink({ last_updated })];
      await act(() => queryClient.refetchQueries());
      await screen.findByRole('button', { name: RECONNECT });
    }
    expect(said).toEqual(times.map(() => `status: ${CONNECTED}`));
  });

  it('is said to with all others that heal at the same moment', async () => {
    startFakeClock();
    const error = { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED' };
    const server = createScriptedServer(platypusLink(), tartanLink({ error }));
    const { queryClient } = renderApp(<RepairItemBannerList layout="stacked" />, { server });
    await waitFor(() => expect(screen.getAllByRole('region')).toHaveLength(2));
    const said = listenToLiveRegions();
    server.links = [healed, tartanLink()];
    await act(() => queryClient.refetchQueries());
    await passTime(1_000);
    expect(said).toEqual([`status: ${CONNECTED}. Tartan Bank is connected again`]);
  });

  it('is said to by itself where another has healed a moment before', async () => {
    startFakeClock();
    const error = { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED' };
    const server = createScriptedServer(platypusLink(), tartanLink({ error }));
    const { queryClient } = renderApp(<RepairItemBannerList layout="stacked" />, { server });
    await waitFor(() => expect(screen.getAllByRole('region')).toHaveLength(2));
    const said = listenToLiveRegions();
    for (const links of [
      [healed, tartanLink({ error })],
      [healed, tartanLink()],
    ]) {
      server.links = links;
      await act(() => queryClient.refetchQueries());
      await passTime(1_000);
    }
    expect(said).toEqual([`status: ${CONNECTED}`, 'status: Tartan Bank is connected again']);
  });

  it('S3: is said to end as repaired elsewhere where Link is open, with the exit and not before', async () => {
    startFakeClock();
    const simulator = startLinkSimulator();
    const { server, queryClient, heard, clickReconnect } = await renderBrokenBanner();
    await clickReconnect();
    await untilLinkIsOpen(simulator);
    const said = listenToLiveRegions();
    server.links = [healed];
    await act(() => queryClient.refetchQueries());
    await passTime(1_000);
    expect(said).toEqual([]);
    await leaveLink(simulator);
    await waitFor(() => expect(heard.onRepaired).toHaveBeenCalledOnce());
    expect(heard.onRepaired).toHaveBeenCalledWith(
      expect.objectContaining({ itemId: PLATYPUS, by: 'elsewhere', isVerified: true, integrationLink: healed }),
    );
    expect(heard.onExit).not.toHaveBeenCalled();
    await passTime(1_000);
    expect(said).toEqual([`status: ${CONNECTED}`]);
    expect(await screen.findByRole('region', { name: CONNECTED })).toBeVisible();
    await passTime(6_000);
    expect(screen.queryByRole('region')).toBeNull();
  });
});

inEachReactMode('A warning that has been seen to elsewhere', () => {
  it.each([
    ['a disconnection ahead', tattersallLink(), tattersallLink({ pending_disconnect: null })],
    [
      'a consent that was to end',
      tattersallLink({ pending_disconnect: null, consent_expiration_time: '2026-11-22T10:00:00Z' }),
      tattersallLink({ pending_disconnect: null, consent_expiration_time: '2027-05-22T10:00:00Z' }),
    ],
  ])('goes without a word of a connection that never was lost: %s', async (_, before, after) => {
    startFakeClock();
    const server = createScriptedServer(before);
    const { queryClient, heard } = renderApp(<RepairItemBannerList />, { server });
    await screen.findByRole('region');
    const said = listenToLiveRegions();
    server.links = [{ ...after, repaired_at: '2026-11-20T09:59:00Z' }];
    await act(() => queryClient.refetchQueries());
    expect(screen.queryByRole('region')).toBeNull();
    await passTime(1_000);
    expect(said).toEqual([]);
    expect(heard.onEvent).not.toHaveBeenCalled();
  });
});
