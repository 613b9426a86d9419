import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen, waitFor } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import {
  forgetScope,
  RepairItemBanner,
  RepairItemBannerList,
  UpdateModeProvider,
  useDismissedBanners,
  useRepairBanner,
  type IntegrationLink,
} from 'react-plaid-update-mode';
import { de } from 'react-plaid-update-mode/messages/de';
import { en } from 'react-plaid-update-mode/messages/en';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { RECONNECT } from '../support/brokenBanner.js';
import { passTime, startFakeClock } from '../support/fakeClock.js';
import { brokenLinks, PLATYPUS, platypusLink, TARTAN, tartanLink, tattersallLink } from '../support/links.js';
import { leaveLink, signIn, startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

const DAY_MS = 86_400_000;
const HIDE = 'Hide this message';
const LATER = 'Remind me later';

/** Taken back at the bank: a warning, and nothing that anybody has to do. */
const revokedLink = (changes: Partial<IntegrationLink> = {}) =>
  tartanLink({ access_error: { code: 'USER_PERMISSION_REVOKED' }, ...changes });

const button = (name: string) => screen.getByRole('button', { name });
const findButton = (name: string) => screen.findByRole('button', { name });
const banner = () => screen.queryByRole('region');

function renderDismissible(
  link: IntegrationLink,
  content: ReactNode = <RepairItemBanner itemId={link.item_id} isDismissible />,
) {
  const server = createScriptedServer(link);
  return { server, ...renderApp(content, { server }) };
}

inEachReactMode('A dismissible banner', () => {
  it('offers nothing unless the app has asked for it, and never in a row', async () => {
    const inRow = <RepairItemBanner key="row" itemId={TARTAN} isDismissible variant="inline" />;
    renderDismissible(revokedLink(), [<RepairItemBanner key="usual" itemId={TARTAN} />, inRow]);
    expect(await screen.findAllByRole('region')).toHaveLength(2);
    expect(screen.queryByRole('button', { name: HIDE })).toBeNull();
  });

  it('hides for the user who dismisses it, on later pages too; says so, and tells the app', async () => {
    const { user, unmount, heard, server } = renderDismissible(revokedLink());
    await user.click(await findButton(HIDE));
    expect(banner()).toBeNull();
    const said = 'Hidden. You will see it again when something changes.';
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(said));
    const event = { type: 'dismissed', itemId: TARTAN, cause: 'permission_revoked', kind: 'dismissed' };
    expect(heard.onEvent.mock.calls.map(([told]) => told)).toEqual([event]);
    unmount();

    const content = <RepairItemBanner itemId={TARTAN} isDismissible />;
    const { rerender } = renderApp(content, { server });
    await waitFor(() => expect(server.requestsTo('GET /integration-links')).toHaveLength(2));
    await act(async () => {});
    expect(banner()).toBeNull();
    rerender(content, { scope: 'user-2' });
    expect(await findButton(HIDE)).toBeVisible();
  });

  it('leaves the state in the row alone, and gives the focus to it', async () => {
    const row = <RepairItemBanner key="row" itemId={TARTAN} variant="inline" />;
    const top = <RepairItemBanner key="top" itemId={TARTAN} isDismissible />;
    const { user } = renderDismissible(revokedLink(), [top, row]);
    (await findButton(HIDE)).focus();
    await user.keyboard('{Enter}');
    expect(screen.getAllByRole('region')).toHaveLength(1);
    expect(banner()).toHaveAttribute('data-variant', 'inline');
    await waitFor(() => expect(button('Review access to Tartan Bank')).toHaveFocus());
  });

  it('is back on an open page when its time is over', async () => {
    startFakeClock();
    const { user } = renderDismissible(revokedLink());
    await user.click(await findButton(LATER));
    await passTime(200);
    expect(screen.getByRole('status')).toHaveTextContent('Hidden for now. You will see it again in 3 days.');
    await passTime(3 * DAY_MS - 60_000);
    expect(banner()).toBeNull();
    await passTime(60_000);
    expect(banner()).toBeVisible();
  });

  it('says when it comes back in the language and the time zone of the provider', async () => {
    startFakeClock();
    const link = tattersallLink({ pending_disconnect: { reason: 'x', disconnect_time: '2026-11-23T10:00:00Z' } });
    const { user } = renderApp(<RepairItemBanner integrationLink={link} isDismissible />, {
      server: createScriptedServer(),
      messages: de,
      locale: 'de',
      timeZone: 'Pacific/Pago_Pago',
    });
    await user.click(button(de.snooze));
    await passTime(200);
    expect(screen.getByRole('status')).toHaveTextContent(de.snoozedText.replace('{when}', 'übermorgen'));
  });

  it('offers no reminder on the last day', () => {
    startFakeClock();
    const link = tattersallLink({ pending_disconnect: { reason: 'x', disconnect_time: '2026-11-21T09:00:00Z' } });
    renderApp(<RepairItemBanner integrationLink={link} isDismissible />, { server: createScriptedServer() });
    expect(button(HIDE)).toBeVisible();
    expect(screen.queryByRole('button', { name: LATER })).toBeNull();
  });

  it('is back when the connection has worked in between, and not when it merely synced', async () => {
    const says = (changes: Partial<IntegrationLink>) => (
      <RepairItemBanner integrationLink={revokedLink(changes)} isDismissible />
    );
    const { user, rerender } = renderApp(says({}), { server: createScriptedServer() });
    await user.click(await findButton(HIDE));
    rerender(says({ status: 'syncing' }));
    rerender(says({}));
    expect(banner()).toBeNull();
    rerender(says({ access_error: null }));
    rerender(says({ last_updated: '2026-11-20T08:01:00Z' }));
    expect(await findButton(HIDE)).toBeVisible();
  });

  it('shows a visit that begins elsewhere and what comes of it, and hides again when nothing did', async () => {
    const simulator = startLinkSimulator();
    const row = <RepairItemBanner key="row" itemId={TARTAN} variant="inline" />;
    const top = <RepairItemBanner key="top" itemId={TARTAN} isDismissible />;
    const { user } = renderDismissible(revokedLink(), [top, row]);
    await user.click(await findButton(HIDE));
    expect(screen.getAllByRole('region')).toHaveLength(1);
    await user.click(button('Review access to Tartan Bank'));
    await untilLinkIsOpen(simulator);
    expect(screen.getAllByRole('region')).toHaveLength(2);
    expect(screen.queryByRole('button', { name: HIDE })).toBeNull();
    await leaveLink(simulator);
    await waitFor(() => expect(screen.getAllByRole('region')).toHaveLength(1));
    expect(banner()).toHaveAttribute('data-variant', 'inline');
  });

  it('shows that the report of a visit waits', async () => {
    const simulator = startLinkSimulator();
    const row = <RepairItemBanner key="row" itemId={TARTAN} variant="inline" />;
    const top = <RepairItemBanner key="top" itemId={TARTAN} isDismissible />;
    const { user, server } = renderDismissible(revokedLink(), [top, row]);
    server.queue('POST /repairs', new Response(null, { status: 503, headers: { 'retry-after': '600' } }));
    await user.click(await findButton(HIDE));
    await user.click(button('Review access to Tartan Bank'));
    await signIn(simulator);
    expect(await screen.findAllByText(en.doneQueuedText, { selector: 'p' })).toHaveLength(2);
  });
});

inEachReactMode('A critical banner', () => {
  it('gets smaller and keeps its button, and its toggle keeps the focus', async () => {
    const { user, heard, unmount, server } = renderDismissible(platypusLink());
    const toggle = await findButton('Show less');
    expect(toggle).toHaveAttribute('aria-expanded', 'true');
    expect(screen.queryByRole('button', { name: HIDE })).toBeNull();
    toggle.focus();
    await user.keyboard('{Enter}');
    expect(banner()).toHaveAttribute('data-variant', 'inline');
    expect(button('Show more')).toBe(toggle);
    expect(toggle).toHaveFocus();
    expect(toggle).toHaveAttribute('aria-expanded', 'false');
    expect(button(RECONNECT)).toBeVisible();
    unmount();
    renderApp(<RepairItemBanner itemId={PLATYPUS} isDismissible />, { server });
    expect((await screen.findByRole('region')).getAttribute('data-variant')).toBe('inline');
    await user.click(button('Show more'));
    expect(banner()).toHaveAttribute('data-variant', 'banner');
    expect(heard.onEvent.mock.calls.map(([event]) => 'kind' in event && event.kind)).toEqual(['shrunk']);
    expect(localStorage).toHaveLength(0);
  });

  it('keeps its size while Link is opened, and tells in full what came of it', async () => {
    const simulator = startLinkSimulator();
    const { user } = renderDismissible(platypusLink());
    const toggle = await findButton('Show less');
    await user.click(toggle);
    await user.click(button(RECONNECT));
    await untilLinkIsOpen(simulator);
    expect(banner()).toHaveAttribute('data-variant', 'inline');
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
    // So that nothing moves under the pointer.
    expect(toggle).toBeInTheDocument();
    await signIn(simulator);
    expect(await screen.findByRole('region', { name: 'First Platypus Bank is reconnected' })).toHaveAttribute(
      'data-variant',
      'banner',
    );
    expect(screen.queryByRole('button')).toBeNull();
  });
});

inEachReactMode('Dismissals, all together', () => {
  it('are brought back by a page of settings', async () => {
    function Settings() {
      const { itemIds, bringBack } = useDismissedBanners();
      return (
        <button type="button" onClick={bringBack}>
          Hidden: {itemIds.join()}
        </button>
      );
    }
    const server = createScriptedServer(revokedLink(), tattersallLink());
    const { user } = renderApp([<RepairItemBanner key="1" itemId={TARTAN} isDismissible />, <Settings key="2" />], {
      server,
    });
    await user.click(await findButton(HIDE));
    await user.click(button(`Hidden: ${TARTAN}`));
    expect(await findButton(HIDE)).toBeVisible();
    expect(button('Hidden:')).toBeVisible();
  });

  it('are forgotten with their user, on the page that shows them as well', async () => {
    const { user } = renderDismissible(revokedLink());
    await user.click(await findButton(HIDE));
    expect(banner()).toBeNull();
    await act(async () => forgetScope('user-1'));
    expect(banner()).toBeVisible();
  });

  it('are offered by a list to each, and to none of those in its one banner', async () => {
    const server = createScriptedServer(...brokenLinks(2));
    const { rerender, user } = renderApp(<RepairItemBannerList isDismissible layout="stacked" />, { server });
    const [first, ...others] = await screen.findAllByRole('button', { name: 'Show less' });
    expect(others).toHaveLength(1);
    if (first) await user.click(first);
    rerender(<RepairItemBannerList isDismissible />);
    expect(await screen.findByRole('heading', { name: '2 bank connections need you' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Show less' })).toBeNull();
  });

  it('are for parts of an app’s own, too', async () => {
    const Own = () =>
      useRepairBanner().dismissals.map(({ kind, label, props }) => (
        <button key={kind} {...props}>
          {label}!
        </button>
      ));
    const { user } = renderDismissible(
      revokedLink(),
      <RepairItemBanner itemId={TARTAN} isDismissible render={() => <Own />} />,
    );
    await user.click(await findButton(`${HIDE}!`));
    expect(screen.queryByRole('button')).toBeNull();
  });
});

inEachReactMode('On the server nobody knows what was dismissed', () => {
  /** Takes a server's markup over. The guarded console fails the test for any mismatch. */
  function hydrate(link: IntegrationLink) {
    const queryClient = new QueryClient();
    const page = (
      <QueryClientProvider client={queryClient}>
        <UpdateModeProvider endpoint="/api/update-mode" scope="user-1">
          <RepairItemBanner integrationLink={link} isDismissible />
        </UpdateModeProvider>
      </QueryClientProvider>
    );
    const container = document.createElement('div');
    container.innerHTML = renderToString(page);
    document.body.append(container);
    const shown: string[] = [];
    const observer = new MutationObserver(() => shown.push(container.querySelector('h2')?.textContent ?? ''));
    observer.observe(container, { childList: true, subtree: true });
    const markup = container.innerHTML;
    render(page, { container, hydrate: true });
    return { markup, shown };
  }

  it('so what can be hidden is not in its markup, and shows once the page is there', async () => {
    const { markup } = hydrate(revokedLink());
    expect(markup).not.toContain('<section');
    expect(await findButton(HIDE)).toBeVisible();
  });

  it('and for whoever has hidden it, it never shows', async () => {
    const { user, unmount } = renderDismissible(revokedLink());
    await user.click(await findButton(HIDE));
    unmount();
    const { shown } = hydrate(revokedLink());
    await act(async () => {});
    expect(banner()).toBeNull();
    expect(shown.join('')).toBe('');
  });

  it('and what is critical is there from the start, and gets smaller for whoever wants it so', async () => {
    const { user, unmount } = renderDismissible(platypusLink());
    await user.click(await findButton('Show less'));
    unmount();
    const { markup } = hydrate(platypusLink());
    expect(markup).toContain('First Platypus Bank needs you to sign in again');
    expect(markup).toContain('data-variant="banner"');
    await waitFor(() => expect(banner()).toHaveAttribute('data-variant', 'inline'));
  });
});
