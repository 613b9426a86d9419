import { screen, waitFor, within } from '@testing-library/react';
import {
  RepairItemBanner,
  type ContactSupportEvent,
  type AccountClosedEvent,
  type IntegrationLink,
} from 'react-plaid-update-mode';
import { en } from 'react-plaid-update-mode/messages/en';
import { LINK_ERRORS } from 'react-plaid-update-mode/testing';
import axe from 'axe-core';
import { expect, it, vi, onTestFinished } from 'vitest';
import { PLATYPUS, platypusLink } from '../support/links.js';
import { leaveLink, signIn, startLinkSimulator } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer, problem } from '../support/scriptedServer.js';

const BANK = 'First Platypus Bank';
const RECONNECT = `Reconnect ${BANK}`;
const AGAIN = `Make a new connection to ${BANK}`;

async function renderWays(link: IntegrationLink = platypusLink(), button: string = RECONNECT) {
  const simulator = startLinkSimulator();
  const server = createScriptedServer(link);
  const onContactSupport = vi.fn<(event: ContactSupportEvent) => void>();
  const onAccountClosed = vi.fn<(event: AccountClosedEvent) => void>();
  const app = renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server, onContactSupport, onAccountClosed });
  let failures = 0;
  await screen.findByRole('button', { name: button });
  return {
    ...app,
    server,
    simulator,
    onContactSupport,
    onAccountClosed,
    /** A visit that Plaid has no link token for. */
    async fail() {
      const stop = server.alwaysAnswer('POST /link-token', () => problem(422, 'invalid_request'));
      await app.user.click(screen.getByRole('button', { name: button }));
      failures += 1;
      await waitFor(() => expect(app.heard.onError).toHaveBeenCalledTimes(failures));
      stop();
    },
    async leave(error?: Parameters<typeof leaveLink>[1]) {
      await app.user.click(screen.getByRole('button', { name: button }));
      await leaveLink(simulator, error);
      await waitFor(() => expect(simulator.alive).toBe(0));
    },
  };
}

/** Puts another clipboard on the page, or none, for the running test. */
function replaceClipboard(clipboard: Partial<Clipboard> | undefined): void {
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  onTestFinished(() => void Reflect.deleteProperty(navigator, 'clipboard'));
}

const openDetails = (app: { user: { click(element: Element): Promise<void> } }) =>
  app.user.click(screen.getByText(en.supportDetails));

inEachReactMode('A banner whose visits fail', () => {
  it('offers another way after the third, and not before', async () => {
    const app = await renderWays();
    await app.fail();
    await app.fail();
    expect(screen.queryByRole('button', { name: AGAIN })).toBeNull();
    expect(screen.getByRole('region')).not.toHaveTextContent(en.stuckText);
    await app.fail();
    expect(screen.getByRole('region')).toHaveTextContent(en.stuckText);
    expect(screen.getByRole('region')).not.toHaveTextContent(en.failedText);
    expect(screen.getByRole('button', { name: en.contactSupport })).toBeVisible();
    await app.user.click(screen.getByRole('button', { name: AGAIN }));
    expect(app.heard.onNewLink).toHaveBeenCalledOnce();
    expect(screen.getByRole('button', { name: RECONNECT })).toBeVisible();
  });

  it('leads to support from the first, beside its details, and not after a change of mind', async () => {
    const app = await renderWays();
    await app.leave();
    expect(await screen.findByText(en.supportDetails)).toBeVisible();
    expect(screen.queryByRole('button', { name: en.contactSupport })).toBeNull();
    await app.fail();
    expect(screen.getByText(en.supportDetails)).toBeVisible();
    await app.user.click(screen.getByRole('button', { name: en.contactSupport }));
    expect(app.onContactSupport.mock.calls[0]?.[0]).toMatchObject({ itemId: PLATYPUS, errorCode: expect.any(String) });
  });

  it('leads to support where a report is refused', async () => {
    const app = await renderWays();
    app.server.queue('POST /repairs', problem(403, 'cross_origin'));
    await app.user.click(screen.getByRole('button', { name: RECONNECT }));
    await signIn(app.simulator);
    await app.user.click(await screen.findByRole('button', { name: en.contactSupport }));
    expect(app.onContactSupport.mock.calls[0]?.[0]).toMatchObject({ linkSessionId: expect.any(String) });
  });

  it('S19: hands what Plaid will ask for to the app’s support', async () => {
    const app = await renderWays();
    await app.leave(LINK_ERRORS.INVALID_CREDENTIALS);
    await app.user.click(await screen.findByRole('button', { name: en.contactSupport }));
    expect(app.onContactSupport.mock.calls[0]?.[0]).toMatchObject({
      itemId: PLATYPUS,
      errorCode: 'INVALID_CREDENTIALS',
      linkSessionId: expect.any(String),
      requestId: expect.any(String),
    });
  });

  it('leads to the bank’s own site where Link says that its steps come first', async () => {
    const app = await renderWays(platypusLink({ institution_url: 'https://platypus.example/' }));
    expect(screen.queryByRole('link')).toBeNull();
    await app.leave(LINK_ERRORS.ITEM_LOCKED);
    expect(await screen.findByRole('link')).toHaveAttribute('href', 'https://platypus.example/');
  });

  it('takes a change of mind for no failure', async () => {
    const app = await renderWays();
    for (let visit = 0; visit < 3; visit += 1) await app.leave();
    expect(screen.getByRole('region')).not.toHaveTextContent(en.stuckText);
  });

  it('offers no new connection in the place of one that works', async () => {
    const link = platypusLink({ status: 'active', new_accounts_available: true });
    const app = await renderWays(link, `Choose accounts at ${BANK}`);
    for (let visit = 0; visit < 3; visit += 1) await app.fail();
    expect(screen.getByRole('button', { name: en.contactSupport })).toBeVisible();
    expect(screen.queryByRole('button', { name: AGAIN })).toBeNull();
  });

  it('offers a new connection at once where another user name was used', async () => {
    const app = await renderWays();
    await app.leave(LINK_ERRORS.INVALID_UPDATED_USERNAME);
    expect(await screen.findByRole('button', { name: AGAIN })).toBeVisible();
  });

  it('offers a new connection as soon as Plaid has no link token for a permission that was taken back', async () => {
    const link = platypusLink({ status: 'active', access_error: { code: 'USER_PERMISSION_REVOKED' } });
    const app = await renderWays(link, `Review access to ${BANK}`);
    expect(screen.queryByRole('button', { name: AGAIN })).toBeNull();
    await app.fail();
    expect(await screen.findByRole('button', { name: AGAIN })).toBeVisible();
  });

  it('S19: keeps for support what Plaid will ask for', async () => {
    const app = await renderWays();
    expect(screen.queryByText(en.supportDetails)).toBeNull();
    await app.leave();
    await openDetails(app);
    const left = app.heard.onExit.mock.lastCall?.[0];
    expect(left?.error).toBeNull();
    expect(await screen.findByText(String(left?.linkSessionId))).toBeVisible();
    expect(screen.getByText(String(left?.requestId))).toBeVisible();
    expect(app.heard.onEvent).toHaveBeenCalledWith(
      expect.objectContaining({ type: 'status', status: 'exited', linkSessionId: left?.linkSessionId }),
    );
    await app.leave(LINK_ERRORS.INSUFFICIENT_CREDENTIALS);
    await openDetails(app);
    const error = app.heard.onExit.mock.lastCall?.[0].error;
    expect(error?.linkSessionId).toBeTruthy();
    const details = within(await screen.findByRole('group'));
    expect(details.getByText(String(error?.linkSessionId))).toBeVisible();
    expect(details.getByText(String(error?.requestId))).toBeVisible();
    expect(details.getByText('INSUFFICIENT_CREDENTIALS')).toBeVisible();
    // In a page that is read from the right its groups would change places.
    expect(details.getByText(String(error?.linkSessionId))).toHaveAttribute('dir', 'ltr');
    await app.user.click(await screen.findByRole('button', { name: 'Copy' }));
    expect(await screen.findByText(en.copied)).toHaveAttribute('aria-live', 'polite');
    expect(await navigator.clipboard.readText()).toBe(
      `Link session: ${error?.linkSessionId}\nRequest: ${error?.requestId}\nCode: INSUFFICIENT_CREDENTIALS`,
    );
    const { violations } = await axe.run(screen.getByRole('region'), {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);

    await openDetails(app);
    await waitFor(() => expect(screen.queryByText(en.copied)).toBeNull());
    await openDetails(app);
    expect(await screen.findByRole('button', { name: 'Copy' })).toHaveAccessibleDescription('');
  });

  it.each([
    ['missing', undefined],
    ['refused', { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }],
  ])('S19: selects the details where the clipboard is %s', async (_state, clipboard) => {
    const app = await renderWays();
    await app.leave(LINK_ERRORS.INSUFFICIENT_CREDENTIALS);
    await openDetails(app);
    replaceClipboard(clipboard);
    await app.user.click(await screen.findByRole('button', { name: 'Copy' }));
    expect(await screen.findByText(en.copyFailed)).toBeVisible();
    expect(String(getSelection())).toContain('INSUFFICIENT_CREDENTIALS');
  });
});

inEachReactMode('A banner’s other ways', () => {
  it('hand the account to the app that its user has closed', async () => {
    const link = platypusLink();
    const app = await renderWays(link);
    await app.user.click(screen.getByRole('button', { name: en.accountClosed }));
    expect(app.onAccountClosed.mock.calls).toEqual([[{ itemId: PLATYPUS, integrationLink: link }]]);
  });

  it('lead to the bank’s own site where its steps come first', async () => {
    await renderWays(
      platypusLink({ status_message: '[ITEM_LOCKED] …', institution_url: 'https://bank.example/login' }),
    );
    const way = screen.getByRole('link', { name: `Open ${BANK}` });
    expect(way).toHaveAttribute('href', 'https://bank.example/login');
    expect(way).toHaveAttribute('rel', 'noopener noreferrer');
  });

  it.each(['http://bank.example/', 'javascript:alert(1)', 'bank.example', ''])('never lead to %j', async (url) => {
    await renderWays(platypusLink({ status_message: '[ITEM_LOCKED] …', institution_url: url }));
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('S1: ask for a sign-in where an API call of the app failed, before the next step', async () => {
    startLinkSimulator();
    // The list has not heard of it.
    const listed = platypusLink({ status: 'active', status_message: null });
    const server = createScriptedServer(listed);
    const { queryClient, rerender } = renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server });
    await waitFor(() => expect(queryClient.isFetching()).toBe(0));
    expect(screen.queryByRole('region')).toBeNull();
    const error = { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED' };
    const failed: IntegrationLink = { ...listed, error, last_updated: '2026-11-20T10:00:00Z' };
    rerender(<RepairItemBanner integrationLink={failed} />);
    expect(await screen.findByRole('region', { name: `${BANK} needs you to sign in again` })).toBeVisible();
    expect(screen.getByRole('button', { name: RECONNECT })).toBeVisible();
  });
});
