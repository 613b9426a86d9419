import { screen, waitFor } from '@testing-library/react';
import { en } from 'react-plaid-update-mode/messages/en';
import { expect, it, vi } from 'vitest';
import { renderBrokenBanner } from '../support/brokenBanner.js';
import { passTime, startFakeClock } from '../support/fakeClock.js';
import { signIn, startLinkSimulator } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { problem, type Answer } from '../support/scriptedServer.js';

async function signInWith(...answers: Answer[]) {
  startFakeClock();
  const simulator = startLinkSimulator();
  const app = await renderBrokenBanner();
  app.server.queue('POST /repairs', ...answers);
  await app.clickReconnect();
  await signIn(simulator);
  await waitFor(() => expect(app.server.requestsTo('POST /repairs')).toHaveLength(1));
  const reports = () => app.server.requestsTo('POST /repairs');
  return { ...app, simulator, reports };
}

const untilReconnected = () => screen.findByRole('heading', { name: 'First Platypus Bank is reconnected' });

inEachReactMode('A repairs route', () => {
  it('that is still checking is asked again after its pause, with the same key', async () => {
    const checking = new Response('{}', { status: 202, headers: { 'retry-after': '4' } });
    const { reports, heard } = await signInWith(checking);
    expect(screen.getByRole('heading', { name: 'First Platypus Bank accepted your sign-in' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Checking…' })).toHaveAttribute('aria-busy', 'true');
    await passTime(3_900);
    expect(reports()).toHaveLength(1);
    await passTime(100);
    await untilReconnected();
    const [first, second] = reports();
    expect(second?.headers.get('idempotency-key')).toMatch(/^[0-9a-f]{32}$/);
    expect(second?.headers.get('idempotency-key')).toBe(first?.headers.get('idempotency-key'));
    expect(second?.text).toBe(first?.text);
    expect(heard.onError).not.toHaveBeenCalled();
  });

  it.each([
    ['503', () => problem(503, 'plaid_unavailable'), 2_000],
    ['503 with Retry-After', () => problem(503, 'heron_unavailable', { 'retry-after': '9' }), 9_000],
    ['429 with Retry-After', () => problem(429, 'rate_limited', { 'retry-after': '5' }), 5_000],
    ['something that is not JSON', () => new Response('<html>'), 2_000],
    ['another shape', () => Response.json({ result: 'fine' }), 2_000],
    ['nothing, for want of a network', (): Answer => 'offline', 2_000],
  ])('that answers with %s is told again by itself', async (_fault, answer, pause) => {
    const { reports, heard } = await signInWith(answer());
    await screen.findByText(en.queuedText, { selector: 'p' });
    await passTime(pause - 100);
    expect(reports()).toHaveLength(1);
    await passTime(100);
    await untilReconnected();
    expect(new Set(reports().map(({ headers }) => headers.get('idempotency-key'))).size).toBe(1);
    expect(heard.onError).not.toHaveBeenCalled();
    expect(heard.onRepaired).toHaveBeenCalledOnce();
  });

  it('that never answers is told again', async () => {
    const { reports } = await signInWith('never');
    await passTime(30_000);
    await screen.findByText(en.queuedText, { selector: 'p' });
    await passTime(2_000);
    await untilReconnected();
    expect(reports()).toHaveLength(2);
  });

  it('can be told again by the user, who need not wait', async () => {
    const { user, reports } = await signInWith(problem(503, 'heron_unavailable', { 'retry-after': '600' }));
    await user.click(await screen.findByRole('button', { name: 'Check again' }));
    await untilReconnected();
    expect(reports()).toHaveLength(2);
  });

  it.each([400, 403, 404])('that refuses the report with %i says so, keeps it, and takes it later', async (status) => {
    const { user, heard, reports } = await signInWith(problem(status, 'invalid_request'));
    await screen.findByText(en.undeliveredText, {
      selector: 'p',
    });
    expect(heard.onError.mock.calls).toMatchObject([[{ error: { code: 'report_failed', httpStatus: status } }]]);
    await user.click(screen.getByRole('button', { name: 'Check again' }));
    await untilReconnected();
    expect(reports()[1]?.text).toBe(reports()[0]?.text);
  });

  it('is told once the device is online again', async () => {
    startFakeClock();
    const simulator = startLinkSimulator();
    const { server, clickReconnect } = await renderBrokenBanner();
    const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await clickReconnect();
    await signIn(simulator);
    await screen.findByText(en.offlineText, { selector: 'p' });
    expect(server.requestsTo('POST /repairs')).toHaveLength(0);
    onLine.mockRestore();
    window.dispatchEvent(new Event('online'));
    await untilReconnected();
    expect(server.requestsTo('POST /repairs')).toHaveLength(1);
  });
});
