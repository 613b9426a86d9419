import { screen, waitFor, within } from '@testing-library/react';
import { createRef } from 'react';
import { RepairItemBanner, type IntegrationLink } from 'react-plaid-update-mode';
import { en } from 'react-plaid-update-mode/messages/en';
import { expect, it } from 'vitest';
import { renderBrokenBanner } from '../support/brokenBanner.js';
import { startFakeClock } from '../support/fakeClock.js';
import { PLATYPUS, platypusLink, tattersallLink } from '../support/links.js';
import { leaveLink, startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

/** Renders the banner of a link and resolves once the list has been read and taken in. */
async function renderRead(link: IntegrationLink, props: object = {}) {
  const server = createScriptedServer(link);
  const app = renderApp(<RepairItemBanner itemId={link.item_id} {...props} />, { server });
  await waitFor(() => expect(app.queryClient.isFetching()).toBe(0));
  return app;
}

const error = (error_code: string) => ({ error: { error_type: 'ITEM_ERROR', error_code } });
const NEW_LINK = 'First Platypus Bank needs a new connection';

inEachReactMode('RepairItemBanner', () => {
  it.each<[string, Partial<IntegrationLink>, string, string | null]>([
    ['a login error', {}, 'First Platypus Bank needs you to sign in again', 'Reconnect First Platypus Bank'],
    [
      'an unknown error',
      { status_message: '[SOME_NEW_CODE] …' },
      'First Platypus Bank has stopped updating',
      'Reconnect First Platypus Bank',
    ],
    ['no name', { institution_name: null }, 'Your bank needs you to sign in again', 'Reconnect your bank'],
    ['an outage', { status_message: '[INSTITUTION_DOWN] …' }, 'First Platypus Bank is not available right now', null],
    [
      'an unsupported account',
      { status_message: '[ITEM_NOT_SUPPORTED] …' },
      'We can’t update First Platypus Bank',
      null,
    ],
    ['a removed Item', { status: 'deleted_in_plaid' }, NEW_LINK, 'Make a new connection to First Platypus Bank'],
    [
      'an Item that Plaid does not know',
      error('ITEM_NOT_FOUND'),
      NEW_LINK,
      'Make a new connection to First Platypus Bank',
    ],
    [
      "Plaid's word on an active link",
      { status: 'active', ...error('ITEM_LOCKED') },
      'Your access to First Platypus Bank is locked',
      'Reconnect First Platypus Bank',
    ],
  ])('says what is wrong and what helps: %s', async (_case, changes, title, action) => {
    await renderRead(platypusLink(changes));
    const banner = await screen.findByRole('region', { name: title });
    expect(within(banner).getByRole('heading', { level: 2, name: title })).toBeVisible();
    expect(
      within(banner)
        .queryAllByRole('button')
        .map((button) => button.textContent),
    ).toEqual(action ? [action] : []);
  });

  it.each<[string, Partial<IntegrationLink>]>([
    ['active', { status: 'active' }],
    ['active, with an old message', { status: 'active', status_message: '[ITEM_LOGIN_REQUIRED] …' }],
    ['pending', { status: 'pending' }],
    ['syncing', { status: 'syncing' }],
    ['sync_disabled', { status: 'sync_disabled', ...error('ITEM_LOGIN_REQUIRED') }],
    ['unknown', { status: 'unknown' }],
    ['erroring right after a repair', { repaired_at: new Date().toISOString() }],
  ])('shows nothing where there is nothing to do: %s', async (_case, changes) => {
    await renderRead(platypusLink(changes));
    expect(screen.queryByRole('region')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('follows a change of the Item', async () => {
    const server = createScriptedServer(platypusLink(), tattersallLink());
    const { rerender } = renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server });
    await screen.findByRole('button', { name: 'Reconnect First Platypus Bank' });
    rerender(<RepairItemBanner itemId="item-tattersall" />);
    expect(screen.getByRole('button', { name: 'Reconnect Tattersall Federal Credit Union' })).toBeVisible();
    expect(screen.getAllByRole('region')).toHaveLength(1);
  });

  it('counts the days until a connection ends', async () => {
    startFakeClock();
    await renderRead(tattersallLink());
    await screen.findByRole('region', { name: 'Your connection to Tattersall Federal Credit Union ends in 7 days' });
    expect(screen.getByText(/It works until November 27, 2026\./)).toBeVisible();
  });

  it('speaks dates in the way and the time zone of the provider', async () => {
    startFakeClock();
    const server = createScriptedServer(
      tattersallLink({ pending_disconnect: { reason: 'x', disconnect_time: '2026-11-27T23:30:00Z' } }),
    );
    renderApp(<RepairItemBanner itemId="item-tattersall" />, { server, locale: 'en-GB', timeZone: 'Europe/Berlin' });
    await screen.findByRole('region', { name: /ends in 8 days/ });
    expect(screen.getByText(/28 November 2026/)).toBeVisible();
  });

  it('says when data came in last', async () => {
    await renderBrokenBanner({ timeZone: 'UTC' });
    expect(screen.getByText('Last updated November 18, 2026')).toBeVisible();
  });

  it.each([2, 3, 4, 5, 6] as const)('takes the heading level %i', async (headingLevel) => {
    await renderRead(platypusLink(), { headingLevel });
    expect(await screen.findByRole('heading', { level: headingLevel })).toBeVisible();
  });

  it('passes ref, className and style on, and shows its state in attributes', async () => {
    const ref = createRef<HTMLElement>();
    await renderRead(platypusLink(), { ref, className: 'mine', style: { marginTop: 8 } });
    const banner = await screen.findByRole('region');
    expect(ref.current).toBe(banner);
    expect(banner).toHaveClass('update-mode-banner', 'mine');
    expect(banner).toHaveStyle({ marginTop: '8px' });
    expect(banner).toHaveAttribute('data-severity', 'critical');
    expect(banner).toHaveAttribute('data-status', 'idle');
    expect(banner).toHaveAttribute('data-remedy', 'update_mode');
  });

  it('speaks with the words that it is given', async () => {
    const { en } = await import('react-plaid-update-mode/messages/en');
    const messages = { ...en, reconnect: 'Mend {institution}' };
    renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server: createScriptedServer(platypusLink()), messages });
    expect(await screen.findByRole('button', { name: 'Mend First Platypus Bank' })).toBeVisible();
  });

  it('sends the user to a new connection where the old one is beyond repair', async () => {
    const link = platypusLink({ status: 'deleted_in_plaid' });
    const { user, heard } = await renderRead(link);
    await user.click(await screen.findByRole('button', { name: 'Make a new connection to First Platypus Bank' }));
    expect(heard.onNewLink.mock.calls).toEqual([[{ itemId: PLATYPUS, integrationLink: link }]]);
  });

  it('offers no new connection to an app that has no way to one', async () => {
    const server = createScriptedServer(platypusLink({ status: 'deleted_in_plaid' }));
    renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server, onNewLink: undefined });
    await screen.findByRole('region');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('takes no line more in a row while Link covers it, and tells there what became of the visit', async () => {
    const simulator = startLinkSimulator();
    const { user } = await renderRead(platypusLink(), { variant: 'inline' });
    const banner = screen.getByRole('region');
    const before = within(banner).getAllByRole('paragraph').length;
    await user.click(within(banner).getByRole('button'));
    await untilLinkIsOpen(simulator);
    expect(banner).toHaveAttribute('data-status', 'open');
    expect(within(banner).getAllByRole('paragraph')).toHaveLength(before);
    await leaveLink(simulator);
    expect(await within(banner).findByText(en.exitedText)).toBeVisible();
  });
});
