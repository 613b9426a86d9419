import { act, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { HandMadeLink } from '../support/handMadePlaid.js';
import { callAsPlaid, openHandMadeLink, untilOpened, type OpenHandMadeLink } from '../support/openHandMadeLink.js';
import { RECONNECT } from '../support/brokenBanner.js';
import { inEachReactMode } from '../support/reactModes.js';

const METADATA = {
  link_session_id: 'session-of-a-closed-link',
  request_id: 'request-1',
  institution: null,
  accounts: [],
};
const INVALID_TOKEN = { error_type: 'INVALID_INPUT', error_code: 'INVALID_LINK_TOKEN', error_message: '' };

/** Says all that a Link can say. */
function speakUp({ config }: HandMadeLink): void {
  callAsPlaid(config.onLoad);
  callAsPlaid(config.onEvent, 'HANDOFF', METADATA);
  callAsPlaid(config.onSuccess, 'public-sandbox-1', METADATA);
  callAsPlaid(config.onExit, INVALID_TOKEN, METADATA);
  callAsPlaid(config.onExit, null, METADATA);
}

/** In the forms in which Plaid's frames have spoken to their pages, and from whoever likes to. */
function postAsPlaid(): void {
  const payloads = [
    { action: 'plaid_link-undefined::connected', metadata: METADATA, public_token: 'public-sandbox-1' },
    { type: 'link::success', data: { publicToken: 'public-sandbox-1' } },
    { action: 'link::exit', error: INVALID_TOKEN, metadata: METADATA },
    'plaid_link-1::exit',
    JSON.stringify({ action: 'plaid_link-1::event', eventName: 'HANDOFF', metadata: METADATA }),
    null,
  ];
  for (const origin of ['https://cdn.plaid.com', 'https://evil.example', 'null', window.location.origin]) {
    for (const data of payloads) window.dispatchEvent(new MessageEvent('message', { data, origin, source: window }));
  }
}

/** What is kept of visits and reports; tabs renew their rights beside it. */
function readStored(): [string, string][] {
  return Object.entries<string>(localStorage).filter(([key]) => !key.includes('.lock.'));
}

/** Every report of a visit that is over has been sent and answered. */
async function untilDelivered({ server }: Page, reports: number): Promise<void> {
  await waitFor(() => expect(server.requestsTo('POST /repairs')).toHaveLength(reports));
  await waitFor(() => expect(readStored().filter(([key]) => key.includes('.report.'))).toEqual([]));
}

type Page = Pick<OpenHandMadeLink, 'heard' | 'server'>;

function read({ heard, server }: Page) {
  const terminal = [heard.onRepaired, heard.onExit, heard.onError].map(({ mock }) => mock.calls.length);
  const reports = server.requestsTo('POST /repairs').map(({ text }) => text);
  const statuses = heard.onEvent.mock.calls.flatMap(([event]) => (event.type === 'status' ? [event.status] : []));
  const button = document.querySelector('button')?.dataset['status'];
  return { terminal, reports, statuses, button, stored: readStored() };
}

/** Whatever comes of it has come: all that follows from a callback does so at once or in microtasks. */
async function expectNothingFrom(page: Page, say: () => void): Promise<void> {
  const before = read(page);
  await act(async () => say());
  await act(() => new Promise<void>((resolve) => setTimeout(resolve)));
  expect(read(page)).toEqual(before);
}

inEachReactMode('Words of a session that is closed, or was never ours,', () => {
  it('change nothing as messages from any origin, at any time', async () => {
    const page = await openHandMadeLink();
    act(() => callAsPlaid(page.link.config.onEvent, 'OPEN', METADATA));
    await waitFor(() => expect(screen.getByRole('region')).toHaveAttribute('data-status', 'open'));
    await expectNothingFrom(page, postAsPlaid);

    const answer = page.server.hold('POST /repairs');
    act(() => callAsPlaid(page.link.config.onSuccess, 'public-sandbox-1', METADATA));
    await waitFor(() => expect(page.server.requestsTo('POST /repairs')).toHaveLength(1));
    await expectNothingFrom(page, postAsPlaid);
    answer();
    await waitFor(() => expect(page.heard.onRepaired).toHaveBeenCalledOnce());
    await untilDelivered(page, 1);
    await expectNothingFrom(page, postAsPlaid);
  });

  it.each([
    ['success', (link: HandMadeLink) => callAsPlaid(link.config.onSuccess, 'public-sandbox-1', METADATA)],
    ['exit', (link: HandMadeLink) => callAsPlaid(link.config.onExit, null, METADATA)],
  ])('change nothing after its %s', async (_end, end) => {
    const page = await openHandMadeLink();
    act(() => end(page.link));
    await untilDelivered(page, 1);
    await waitFor(() => expect(page.link.destroy).toHaveBeenCalledOnce());
    await waitFor(() => expect(screen.getByRole('region')).not.toHaveAttribute('data-status', 'confirming'));
    await expectNothingFrom(page, () => speakUp(page.link));
  });

  it('change nothing in the session that comes next', async () => {
    const page = await openHandMadeLink();
    act(() => callAsPlaid(page.link.config.onExit, null, METADATA));
    await untilDelivered(page, 1);
    await page.user.click(await screen.findByRole('button', { name: RECONNECT }));
    const next = await untilOpened(page.links);
    expect(next).not.toBe(page.link);
    act(() => callAsPlaid(next.config.onEvent, 'OPEN', METADATA));
    await expectNothingFrom(page, () => page.links.filter((link) => link !== next).forEach(speakUp));
    act(() => callAsPlaid(next.config.onSuccess, 'public-sandbox-1', METADATA));
    await waitFor(() => expect(page.heard.onRepaired).toHaveBeenCalledOnce());
  });

  it('change nothing where they are of a token that Plaid has refused', async () => {
    const page = await openHandMadeLink();
    act(() => callAsPlaid(page.link.config.onExit, INVALID_TOKEN, METADATA));
    await waitFor(() => expect(page.links.at(-1)?.config.token).not.toBe(page.link.config.token));
    const next = await untilOpened(page.links);
    await expectNothingFrom(page, () => speakUp(page.link));
    act(() => callAsPlaid(next.config.onSuccess, 'public-sandbox-1', METADATA));
    await waitFor(() => expect(page.heard.onRepaired).toHaveBeenCalledOnce());
    expect(page.server.requestsTo('POST /repairs')).toHaveLength(1);
  });

  it('change nothing once the page is gone', async () => {
    const page = await openHandMadeLink();
    act(() => callAsPlaid(page.link.config.onEvent, 'OPEN', METADATA));
    page.unmount();
    await waitFor(() => expect(Object.values(localStorage).join()).toContain('"outcome":"unknown"'));
    await expectNothingFrom(page, () => page.links.forEach(speakUp));
    expect(page.server.requestsTo('POST /repairs')).toEqual([]);
  });
});
