import { screen, waitFor } from '@testing-library/react';
import { RepairItemBanner } from 'react-plaid-update-mode';
import { expect, it } from 'vitest';
import { renderBrokenBanner } from '../support/brokenBanner.js';
import { NOW, passTime, startFakeClock } from '../support/fakeClock.js';
import { PLATYPUS, platypusLink } from '../support/links.js';
import { signIn, startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer, type ScriptedServer } from '../support/scriptedServer.js';

const RECONNECTED = 'First Platypus Bank is reconnected';
const CONNECTED = 'First Platypus Bank is connected again';
const readings = (server: ScriptedServer) => server.requestsTo('GET /integration-links').length;

async function repair() {
  startFakeClock();
  const simulator = startLinkSimulator();
  const app = await renderBrokenBanner();
  await app.clickReconnect();
  await signIn(simulator);
  await screen.findByRole('region', { name: RECONNECTED });
  return { ...app, simulator };
}

/** The pauses, in milliseconds, between readings of the list within the next minutes. */
async function collectPauses(server: ScriptedServer, seconds: number): Promise<number[]> {
  const moments: number[] = [];
  const stop = server.alwaysAnswer('GET /integration-links', () => {
    moments.push(Date.now());
    return Response.json({ integration_links: server.links });
  });
  // In steps, since React renders at the end of each.
  for (const start = Date.now(); Date.now() - start < seconds * 1000;) await passTime(250);
  stop();
  return moments.slice(1).map((moment, index) => moment - (moments[index] ?? moment));
}

inEachReactMode('A repaired connection', () => {
  it('is followed to active, said to be connected, and leaves', async () => {
    const { server, heard } = await repair();
    server.links = [platypusLink({ status: 'syncing' })];
    await passTime(1_000);
    expect(screen.getByRole('region', { name: RECONNECTED })).toBeVisible();
    server.links = [platypusLink({ status: 'active' })];
    await passTime(3_000);
    expect(screen.getByRole('region', { name: CONNECTED })).toHaveAttribute('data-severity', 'ok');
    await passTime(6_000);
    expect(screen.queryByRole('region')).toBeNull();
    expect(heard.onEvent).toHaveBeenCalledWith({ type: 'connected', itemId: PLATYPUS });
    expect(heard.onRepaired).toHaveBeenCalledOnce();
  });

  it('is asked for with growing pauses, and not at all once it is active', async () => {
    const { server } = await repair();
    const pauses = await collectPauses(server, 60);
    expect(pauses.length).toBeGreaterThan(4);
    expect(pauses.length).toBeLessThan(15);
    expect(pauses.at(-1)).toBeGreaterThan(10_000);
    // Those of the first seconds are alike, but for what the clock moves by itself.
    expect(pauses.filter((pause, index) => pause < (pauses[index - 1] ?? 0) - 100)).toEqual([]);

    server.links = [platypusLink({ status: 'active' })];
    await passTime(30_000);
    await passTime(6_000);
    const read = readings(server);
    await passTime(10 * 60_000);
    expect(readings(server)).toBe(read);
  });

  it('is not asked for without end', async () => {
    const { server } = await repair();
    await passTime(11 * 60_000);
    const read = readings(server);
    await passTime(60 * 60_000);
    expect(readings(server)).toBe(read);
    expect(screen.queryByRole('region')).toBeNull();
  });

  it('is still on its way while Heron says erroring within the grace time', async () => {
    const { server } = await repair();
    server.links = [platypusLink({ repaired_at: new Date(NOW).toISOString() })];
    await passTime(10_000);
    expect(screen.getByRole('region', { name: RECONNECTED })).toBeVisible();
  });

  it('shows the banner again when the Item breaks anew', async () => {
    const { server, queryClient, simulator, user } = await repair();
    server.links = [platypusLink({ status: 'active' })];
    await passTime(1_000);
    await passTime(6_000);
    server.links = [platypusLink({ error: { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED' } })];
    await queryClient.refetchQueries();
    const button = await screen.findByRole('button', { name: 'Reconnect First Platypus Bank' });
    expect(button).toHaveAttribute('data-status', 'idle');
    await user.click(button);
    expect((await untilLinkIsOpen(simulator)).linkToken).toBe('link-sandbox-2');
  });

  it('that was repaired elsewhere, without a visit, says so with the next list and leaves', async () => {
    startFakeClock();
    const { server, queryClient } = await renderBrokenBanner();
    server.links = [platypusLink({ status: 'active' })];
    await queryClient.refetchQueries();
    expect(await screen.findByRole('region', { name: CONNECTED })).toBeVisible();
    await passTime(6_000);
    expect(screen.queryByRole('region')).toBeNull();
  });

  it('is followed although the banner has left and come back', async () => {
    const { server, rerender } = await repair();
    rerender(<p>Another page</p>);
    await passTime(2_000);
    server.links = [platypusLink({ status: 'active' })];
    rerender(<RepairItemBanner itemId={PLATYPUS} />);
    expect(await screen.findByRole('region', { name: CONNECTED })).toBeVisible();
  });
});

inEachReactMode('A connection that is syncing on load', () => {
  it('is followed without a banner', async () => {
    startFakeClock();
    const server = createScriptedServer(platypusLink({ status: 'syncing' }));

    renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server });
    await waitFor(() => expect(readings(server)).toBe(1));
    await passTime(20_000);
    expect(readings(server)).toBeGreaterThan(3);
    expect(screen.queryByRole('region')).toBeNull();
  });
});
