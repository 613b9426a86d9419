import { waitFor, within } from '@testing-library/react';
import {
  createServerSentEvents,
  type EndpointChange,
  type IntegrationLink,
  type UpdateModeEndpoint,
} from 'react-plaid-update-mode';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { platypusLink } from '../support/links.js';

const BROKEN = 'First Platypus Bank needs you to sign in again';
const CONNECTED = 'First Platypus Bank is connected again';
const healed = platypusLink({ status: 'active', last_updated: '2026-11-20T09:00:00Z' });

/** A server for several pages, whose list changes by the test's word. */
function startServer(link: IntegrationLink): { link: IntegrationLink; readings: number } {
  const server = { link, readings: 0 };
  const endpoint: UpdateModeEndpoint = {
    async listIntegrationLinks() {
      server.readings += 1;
      return { integration_links: [server.link] };
    },
    createLinkToken: () => Promise.reject(new Error('Nobody opens Link here.')),
    reportRepair: () => Promise.reject(new Error('Nobody repairs anything here.')),
  };
  window.serverOfTabs = endpoint;
  onTestFinished(() => void (window.serverOfTabs = undefined));
  return server;
}

/** A page of the same origin: all that two tabs share, and nothing that they do not. */
async function openTab(): Promise<Window & typeof globalThis> {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  onTestFinished(() => frame.remove());
  const { contentWindow: page, contentDocument } = frame;
  if (!page || !contentDocument) throw new Error('The frame has no page.');
  const script = contentDocument.createElement('script');
  script.type = 'module';
  script.src = new URL('./tabPage.tsx', import.meta.url).href;
  contentDocument.body.append(script);
  // It fetches each module by itself.
  await within(contentDocument.body).findByRole('region', { name: BROKEN }, { timeout: 50_000 });
  return contentDocument.defaultView ?? window;
}

describe('Two tabs of a real browser', () => {
  it('S3: show in every tab what one of them has learned', async () => {
    const server = startServer(platypusLink());
    const tabs = [await openTab(), await openTab()] as const;
    expect(server.readings).toBe(2);
    server.link = healed;
    // One of them is looked at again; React Query reads its list for that.
    tabs[0].document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    for (const { document } of tabs) {
      await within(document.body).findByRole('region', { name: CONNECTED });
      const status = within(document.body).getByRole('status');
      await waitFor(() => expect(status).toHaveTextContent(CONNECTED));
    }
    expect(server.readings).toBe(4);
  }, 120_000);
});

describe('EventSource of a real browser', () => {
  // Chance makes pauses longer.
  beforeEach(() => {
    const random = vi.spyOn(Math, 'random').mockReturnValue(0);
    onTestFinished(() => random.mockRestore());
  });

  /** Some words of a server's, after which it is gone. */
  function serveOnce(text: string): string {
    const url = URL.createObjectURL(new Blob([text], { type: 'text/event-stream' }));
    onTestFinished(() => URL.revokeObjectURL(url));
    return url;
  }

  it('is heard, and listened to anew when its stream has ended', async () => {
    const url = serveOnce(': a heartbeat\n\nevent: change\ndata: {"item_id":"item-1"}\n\nevent: other\ndata: {}\n\n');
    const heard: (EndpointChange | undefined)[] = [];
    const controller = new AbortController();
    onTestFinished(() => controller.abort());
    createServerSentEvents(url)((change) => heard.push(change), controller);
    const item = { item_id: 'item-1' };
    await waitFor(() => expect(heard.slice(0, 3)).toEqual([item, undefined, item]));
  });

  it('is left with the subscription', async () => {
    const heard: unknown[] = [];
    const controller = new AbortController();
    const subscribe = createServerSentEvents(serveOnce('event: change\ndata: {}\n\n'));
    subscribe((change) => {
      heard.push(change);
      controller.abort();
    }, controller);
    await waitFor(() => expect(heard).toHaveLength(1));
    // Another one is heard twice meanwhile: a connection anew would have been heard as well.
    const other = new AbortController();
    onTestFinished(() => other.abort());
    let hints = 0;
    createServerSentEvents(serveOnce('event: change\ndata: {}\n\n'))(() => (hints += 1), other);
    await waitFor(() => expect(hints).toBeGreaterThan(3));
    expect(heard).toHaveLength(1);
  });
});
