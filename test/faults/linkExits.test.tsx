import { screen, waitFor } from '@testing-library/react';
import { en } from 'react-plaid-update-mode/messages/en';
import { LINK_ERRORS } from 'react-plaid-update-mode/testing';
import { expect, it } from 'vitest';
import { RECONNECT, renderBrokenBanner } from '../support/brokenBanner.js';
import { PLATYPUS, platypusLink, repairOf } from '../support/links.js';
import { leaveLink, startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { problem } from '../support/scriptedServer.js';

/** One of each type. INVALID_LINK_TOKEN, the only one of its type, goes its own way. */
const EXIT_ERRORS = [...new Map(Object.values(LINK_ERRORS).map((error) => [error.error_type, error])).values()].filter(
  ({ error_code }) => error_code !== 'INVALID_LINK_TOKEN',
);
const RETRYABLE_TYPES = ['INSTITUTION_ERROR', 'API_ERROR', 'RATE_LIMIT_EXCEEDED'];

inEachReactMode('A user who leaves Link', () => {
  it('without an error reads that nothing has changed, and the server is asked', async () => {
    const simulator = startLinkSimulator();
    const { server, heard, clickReconnect } = await renderBrokenBanner();
    await clickReconnect();
    const { linkSessionId } = await untilLinkIsOpen(simulator);
    await leaveLink(simulator);
    await screen.findByText(en.exitedText, { selector: 'p' });
    expect(heard.onExit.mock.calls).toMatchObject([[{ ...repairOf(PLATYPUS), itemId: PLATYPUS, error: null }]]);
    await waitFor(() => expect(server.requestsTo('POST /repairs')).toHaveLength(1));
    expect(server.requestsTo('POST /repairs')[0]?.body).toEqual({
      target: { item_id: PLATYPUS },
      purpose: 'repair',
      outcome: 'exit',
      link_session_id: linkSessionId,
      started_at: expect.any(String),
      finished_at: expect.any(String),
    });
    expect(heard.onError).not.toHaveBeenCalled();
  });

  it.each(EXIT_ERRORS)('after $error_type $error_code reads that it was not completed', async (plaidError) => {
    const simulator = startLinkSimulator();
    const { heard, clickReconnect } = await renderBrokenBanner();
    await clickReconnect();
    await leaveLink(simulator, plaidError);
    await screen.findByText(en.exitedWithErrorText, { selector: 'p' });
    expect(heard.onExit).toHaveBeenCalledOnce();
    expect(heard.onExit.mock.lastCall?.[0].error).toMatchObject({
      code: 'link_exit',
      plaidErrorType: plaidError.error_type,
      plaidErrorCode: plaidError.error_code,
      isRetryable: RETRYABLE_TYPES.includes(plaidError.error_type),
      linkSessionId: expect.any(String),
      requestId: expect.any(String),
    });
    expect(screen.getByRole('button', { name: RECONNECT })).toBeEnabled();
  });

  it.each([
    ['because the Item was healthy already', LINK_ERRORS.ITEM_NO_ERROR],
    ['after it was repaired in another tab', undefined],
  ])('%s sees the repair that the server knows of', async (_why, plaidError) => {
    const simulator = startLinkSimulator();
    const { server, heard, clickReconnect } = await renderBrokenBanner();
    await clickReconnect();
    const healthy = platypusLink({ status: 'pending', status_message: null });
    server.queue('POST /repairs', Response.json({ result: 'repaired', integration_links: [healthy] }));
    await leaveLink(simulator, plaidError);
    await waitFor(() => expect(heard.onRepaired).toHaveBeenCalledOnce());
    expect(heard.onRepaired.mock.lastCall?.[0]).toMatchObject({ by: 'elsewhere', isVerified: true });
    expect(screen.getByRole('heading', { name: 'First Platypus Bank is reconnected' })).toBeVisible();
  });

  it('hears nothing of a server that cannot be asked about it', async () => {
    const simulator = startLinkSimulator();
    const { server, heard, clickReconnect } = await renderBrokenBanner();
    server.queue('POST /repairs', problem(500, 'internal'), problem(403, 'cross_origin'));
    await clickReconnect();
    await leaveLink(simulator);
    await waitFor(() => expect(server.requestsTo('POST /repairs')).toHaveLength(1));
    expect(screen.getByRole('button', { name: RECONNECT })).toHaveAttribute('data-status', 'exited');
    expect(heard.onError).not.toHaveBeenCalled();
  });
});

inEachReactMode('An INVALID_LINK_TOKEN', () => {
  it('gets one new token without a word to anybody', async () => {
    const simulator = startLinkSimulator();
    const { server, heard, clickReconnect } = await renderBrokenBanner();
    await clickReconnect();
    await leaveLink(simulator, LINK_ERRORS.INVALID_LINK_TOKEN);
    await waitFor(() => expect(simulator.current?.linkToken).toBe('link-sandbox-2'));
    expect(server.requestsTo('POST /link-token')).toHaveLength(2);
    expect(server.requestsTo('POST /repairs')).toHaveLength(0);
    expect([heard.onExit.mock.calls, heard.onError.mock.calls]).toEqual([[], []]);
    expect(screen.getByRole('button', { name: RECONNECT })).toHaveAttribute('data-status', 'open');
  });

  it('for the new token too is an error with a button', async () => {
    const simulator = startLinkSimulator({ outcome: { kind: 'error', errorCode: 'INVALID_LINK_TOKEN' } });
    const { server, heard, clickReconnect } = await renderBrokenBanner();
    await clickReconnect();
    await screen.findByText(en.failedText);
    expect(heard.onError.mock.calls).toMatchObject([
      [{ error: { code: 'link_token_expired', isRetryable: true, plaidErrorCode: 'INVALID_LINK_TOKEN' } }],
    ]);
    expect(server.requestsTo('POST /link-token')).toHaveLength(2);

    simulator.configure({ outcome: 'ask' });
    await clickReconnect();
    expect((await untilLinkIsOpen(simulator)).linkToken).toBe('link-sandbox-3');
  });

  it('whose new token cannot be fetched is an error with a button', async () => {
    const simulator = startLinkSimulator();
    const { server, heard, clickReconnect } = await renderBrokenBanner();
    await clickReconnect();
    await untilLinkIsOpen(simulator);
    server.queue('POST /link-token', problem(500, 'internal'));
    await leaveLink(simulator, LINK_ERRORS.INVALID_LINK_TOKEN);
    await screen.findByText(en.failedText);
    expect(heard.onError.mock.lastCall?.[0].error.code).toBe('link_token_failed');
  });
});
