import { screen, waitFor } from '@testing-library/react';
import { en } from 'react-plaid-update-mode/messages/en';
import type { EventOrder } from 'react-plaid-update-mode/testing';
import { expect, it } from 'vitest';
import { RECONNECT, renderBrokenBanner } from '../support/brokenBanner.js';
import { allowCaughtErrors } from '../support/caughtErrors.js';
import { expectConsole } from '../support/expectConsole.js';
import { passTime, startFakeClock } from '../support/fakeClock.js';
import { startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';

const ORDERS: EventOrder[] = ['before', 'after', 'around', 'shuffled'];

inEachReactMode('A Link', () => {
  it.each(ORDERS)('that tells its events %s the callback comes to the same', async (eventOrder) => {
    const simulator = startLinkSimulator({ eventOrder, outcome: { kind: 'success' } });
    const { heard, clickReconnect } = await renderBrokenBanner();
    await clickReconnect();
    await waitFor(() => expect(heard.onRepaired).toHaveBeenCalledOnce());
    await waitFor(() => expect(simulator.alive).toBe(0));
    const statuses = heard.onEvent.mock.calls.flatMap(([event]) => (event.type === 'status' ? [event.status] : []));
    expect(statuses).toEqual(['launching', 'open', 'confirming', 'repaired']);
  });

  it.each(ORDERS)('that is left and tells its events %s the callback comes to the same', async (eventOrder) => {
    const simulator = startLinkSimulator({ eventOrder, outcome: { kind: 'error', errorCode: 'INVALID_CREDENTIALS' } });
    const { heard, clickReconnect } = await renderBrokenBanner();
    await clickReconnect();
    await waitFor(() => expect(heard.onExit).toHaveBeenCalledOnce());
    await waitFor(() => expect(simulator.alive).toBe(0));
    const statuses = heard.onEvent.mock.calls.flatMap(([event]) => (event.type === 'status' ? [event.status] : []));
    expect(statuses).toEqual(['launching', 'open', 'exited']);
  });

  it('that succeeds and then exits is a success', async () => {
    const simulator = startLinkSimulator({ outcome: { kind: 'success_then_exit' } });
    const { server, heard, clickReconnect } = await renderBrokenBanner();
    await clickReconnect();
    await waitFor(() => expect(heard.onRepaired).toHaveBeenCalledOnce());
    await waitFor(() => expect(simulator.alive).toBe(0));
    expect(heard.onExit).not.toHaveBeenCalled();
    expect(server.requestsTo('POST /repairs').map(({ body }) => body)).toMatchObject([{ outcome: 'success' }]);
  });

  it('that loads late opens late', async () => {
    startFakeClock();
    const simulator = startLinkSimulator({ loadDelay: 8_000 });
    const { clickReconnect } = await renderBrokenBanner();
    await clickReconnect();
    await waitFor(() => expect(simulator.handlers.at(-1)?.openCount).toBe(1));
    expect(screen.getByRole('button', { name: 'Opening…' })).toHaveAttribute('data-status', 'launching');
    await passTime(8_000);
    await untilLinkIsOpen(simulator);
    expect(screen.getByRole('button', { name: RECONNECT })).toHaveAttribute('data-status', 'open');
  });

  it('that never loads is given up, and the next click gets another one', async () => {
    expectConsole('warn', 'attempted to exit Link when it was not open');
    startFakeClock();
    const simulator = startLinkSimulator({ loadDelay: 'never' });
    const { heard, clickReconnect } = await renderBrokenBanner();
    await clickReconnect();
    await waitFor(() => expect(simulator.handlers.at(-1)?.openCount).toBe(1));
    await passTime(30_000);
    await waitFor(() => expect(screen.getByRole('region')).toHaveTextContent(en.failedText));
    expect(heard.onError.mock.calls).toMatchObject([[{ error: { code: 'link_timeout', isRetryable: true } }]]);
    expect(simulator.alive).toBe(0);

    simulator.configure({ loadDelay: 0 });
    await clickReconnect();
    await untilLinkIsOpen(simulator);
  });

  it('that cannot be made is an error, and the next click gets another one', async () => {
    allowCaughtErrors(/Out of order/);
    const simulator = startLinkSimulator({ createError: new Error('Out of order') });
    const { heard, clickReconnect } = await renderBrokenBanner();
    await clickReconnect();
    await screen.findByText(en.failedText);
    expect(heard.onError.mock.calls).toMatchObject([[{ error: { code: 'link_failed', isRetryable: true } }]]);

    simulator.configure({ createError: null });
    await clickReconnect();
    await untilLinkIsOpen(simulator);
  });
});
