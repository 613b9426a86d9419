import { screen, waitFor } from '@testing-library/react';
import { en } from 'react-plaid-update-mode/messages/en';
import { expect, it } from 'vitest';
import { renderBrokenBanner } from '../support/brokenBanner.js';
import { passTime, startFakeClock } from '../support/fakeClock.js';
import { leaveLink, startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { problem, type Answer } from '../support/scriptedServer.js';

interface Fault {
  fault: string;
  answer(): Answer;
  error: object;
}

const http = (status: number, code: string, isRetryable: boolean, headers?: Record<string, string>): Fault => ({
  fault: `${status} ${code}`,
  answer: () => problem(status, code, headers),
  error: { failure: 'http', httpStatus: status, problemCode: code, requestId: 'request-1', isRetryable },
});

const invalid = (fault: string, answer: () => Response): Fault => ({
  fault,
  answer,
  error: { failure: 'invalid_answer', isRetryable: true },
});

const FAULTS: Fault[] = [
  http(400, 'invalid_request', false),
  http(401, 'unauthenticated', false),
  http(403, 'cross_origin', false),
  http(404, 'item_not_found', false),
  http(409, 'link_token_refused', false),
  http(429, 'rate_limited', true),
  http(500, 'internal', true),
  http(503, 'plaid_unavailable', true),
  { fault: 'no network', answer: () => 'offline', error: { failure: 'network', isRetryable: true } },
  invalid('not JSON', () => new Response('<html>')),
  invalid('an empty body', () => new Response(null)),
  invalid('null', () => Response.json(null)),
  invalid('no token', () => Response.json({ expiration: '2026-11-20T10:30:00Z' })),
  invalid('an empty token', () => Response.json({ link_token: '', expiration: '2026-11-20T10:30:00Z' })),
  invalid('no expiration', () => Response.json({ link_token: 'link-sandbox-x' })),
  invalid('an expiration that is no time', () => Response.json({ link_token: 'link-sandbox-x', expiration: 'soon' })),
];

inEachReactMode('A link token route', () => {
  it.each(FAULTS)('that answers with $fault is an error with a way on', async ({ answer, error }) => {
    const simulator = startLinkSimulator();
    const { server, heard, clickReconnect } = await renderBrokenBanner();
    // The way to the button prepares already: that failure is nobody's business.
    const stop = server.alwaysAnswer('POST /link-token', answer);
    await clickReconnect();
    await screen.findByText(en.failedText);
    expect(heard.onError).toHaveBeenCalledOnce();
    expect(heard.onError.mock.lastCall?.[0].error).toMatchObject({ code: 'link_token_failed', ...error });
    expect(simulator.handlers).toHaveLength(0);

    stop();
    await clickReconnect();
    await untilLinkIsOpen(simulator);
  });

  it.each([
    ['seconds', { 'retry-after': '7' }],
    ['a date', { 'retry-after': 'Fri, 20 Nov 2026 10:00:07 GMT', date: 'Fri, 20 Nov 2026 10:00:00 GMT' }],
  ])('that asks for a pause in %s is quoted', async (_form, headers) => {
    startLinkSimulator();
    const { server, heard, clickReconnect } = await renderBrokenBanner();
    server.alwaysAnswer('POST /link-token', () => problem(429, 'rate_limited', headers));
    await clickReconnect();
    await waitFor(() => expect(heard.onError).toHaveBeenCalledOnce());
    expect(heard.onError.mock.lastCall?.[0].error.retryAfter).toBe(7);
  });

  it('that is slow is waited for', async () => {
    startFakeClock();
    const simulator = startLinkSimulator();
    const { server, clickReconnect } = await renderBrokenBanner();
    const release = server.hold('POST /link-token');
    await clickReconnect();
    await passTime(15_000);
    expect(screen.getByRole('button', { name: 'Opening…' })).toBeVisible();
    release();
    await untilLinkIsOpen(simulator);
    expect(server.requestsTo('POST /link-token')).toHaveLength(1);
  });

  it('that never answers is given up', async () => {
    startFakeClock();
    startLinkSimulator();
    const { server, heard, clickReconnect } = await renderBrokenBanner();
    server.queue('POST /link-token', 'never');
    await clickReconnect();
    await passTime(20_000);
    await waitFor(() => expect(heard.onError).toHaveBeenCalledOnce());
    expect(heard.onError.mock.lastCall?.[0].error).toMatchObject({
      code: 'link_token_failed',
      failure: 'timeout',
      isRetryable: true,
    });
  });

  it('that hands out expired tokens, by a clock that is wrong, still opens Link', async () => {
    const simulator = startLinkSimulator();
    const { server, clickReconnect } = await renderBrokenBanner();
    const expired = () => Response.json({ link_token: 'link-sandbox-old', expiration: '2020-01-01T00:00:00Z' });
    server.alwaysAnswer('POST /link-token', () => expired);
    await clickReconnect();
    expect((await untilLinkIsOpen(simulator)).linkToken).toBe('link-sandbox-old');
  });

  it('is asked again where the token has grown old before the click', async () => {
    startFakeClock();
    const simulator = startLinkSimulator();
    const { server, user, clickReconnect } = await renderBrokenBanner();
    await user.hover(screen.getByRole('button'));
    await waitFor(() => expect(simulator.alive).toBe(1));
    await passTime(29 * 60_000);
    expect(simulator.alive).toBe(0);
    await clickReconnect();
    expect((await untilLinkIsOpen(simulator)).linkToken).toBe('link-sandbox-2');
    await leaveLink(simulator);
    expect(server.requestsTo('POST /link-token')).toHaveLength(2);
  });
});
