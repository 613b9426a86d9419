import { act, screen, waitFor, within } from '@testing-library/react';
import { RepairItemBannerList, UpdateModeLauncher } from 'react-plaid-update-mode';
import { en } from 'react-plaid-update-mode/messages/en';
import { hi } from 'react-plaid-update-mode/messages/hi';
import { LINK_ERRORS } from 'react-plaid-update-mode/testing';
import { expect, it } from 'vitest';
import {
  bankLink,
  button,
  lines,
  newAccountsLink,
  outageLink,
  region,
  renderList,
  rowOf,
  signInAgain,
  toActive,
} from '../support/bannerList.js';
import { passTime, startFakeClock } from '../support/fakeClock.js';
import { platypusLink, tartanLink, TATTERSALL, tattersallLink } from '../support/links.js';
import { leaveLink, untilLinkIsOpen } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';

inEachReactMode('A list of many that need their user', () => {
  it('has one banner for all: critical before warning before info, then by deadline, then what a visit mends', async () => {
    const disconnect = (disconnect_time: string) => ({
      status: 'active' as const,
      pending_disconnect: { reason: 'INSTITUTION_MIGRATION', disconnect_time },
    });
    renderList([
      outageLink(),
      newAccountsLink(),
      bankLink('Paisley', { status_message: '[ITEM_NOT_SUPPORTED] …' }),
      bankLink('Later', disconnect('2127-01-02T12:00:00Z')),
      bankLink('Sooner', disconnect('2127-01-01T12:00:00Z')),
      bankLink('Dotted', { status: 'deleted_in_plaid' }),
      platypusLink(),
      bankLink('Checked'),
    ]);
    expect(await region()).toHaveAccessibleName('6 bank connections need you');
    expect(lines()).toEqual([
      signInAgain('First Platypus Bank'),
      signInAgain('Checked Bank'),
      'Dotted Bank needs a new connection',
      expect.stringMatching(/^Your connection to Sooner Bank ends/),
      expect.stringMatching(/^Your connection to Later Bank ends/),
      'We can’t update Paisley Bank',
      'New accounts at Tartan Bank',
      'Argyle Bank is not available right now',
    ]);
    expect(screen.getAllByRole('button', { name: 'Reconnect First Platypus Bank' })).toHaveLength(1);
    const waits = rowOf('Argyle Bank is not available right now');
    expect(within(waits).queryByRole('button')).toBeNull();
    expect(waits).toHaveTextContent(en.waitText);
    expect(screen.getAllByRole('region')).toHaveLength(1);
  });

  it('says all of whose turn it is, a line of the others, and before the button what a visit takes', async () => {
    const { rerender } = renderList([platypusLink(), bankLink('Checked')]);
    const list = await region();
    expect(list).not.toHaveTextContent('0 of');
    expect(list).toHaveTextContent(en.trustUnnamedText);
    const [turn, other] = [rowOf(signInAgain('First Platypus Bank')), rowOf(signInAgain('Checked Bank'))];
    expect(turn).toHaveAttribute('aria-current', 'step');
    expect(turn).toHaveTextContent(en.loginText);
    expect(other).not.toHaveAttribute('aria-current');
    expect(other).not.toHaveTextContent(en.loginText);
    for (const row of [turn, other]) {
      expect(within(row).getByRole('img')).toHaveAccessibleName(en.severityCritical);
      expect(row.querySelector('.update-mode-banner__logo')).not.toBeEmptyDOMElement();
      expect(row.querySelector('.update-mode-banner__bank')).toBeNull();
    }
    expect((await button('Reconnect First Platypus Bank')).compareDocumentPosition(turn)).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
    rerender(<RepairItemBannerList />, { appName: 'Harbour', onAccountClosed: () => {} });
    expect(list).toHaveTextContent('Harbour never sees your password.');
    expect(screen.getByRole('button', { name: en.accountClosed }).closest('li')).toBe(turn);
  });

  it('says "need you" of nothing that does not: what waits or is optional has a banner of its own', async () => {
    const { change } = renderList([platypusLink(), outageLink(), newAccountsLink()]);
    await region('One bank connection needs you');
    await change(([, ...others]) => others);
    await waitFor(() => expect(screen.getAllByRole('region')).toHaveLength(2));
    expect(screen.queryByText(/need you/)).toBeNull();
  });

  it('is no louder for what is optional', async () => {
    renderList([newAccountsLink(), tattersallLink()]);
    const list = await region('One bank connection needs you');
    const { severity, status, remedy, variant, density } = list.dataset;
    expect([severity, status, remedy, variant, density]).toEqual([
      'warning',
      'idle',
      'update_mode',
      'banner',
      'comfortable',
    ]);
    const ownIcon = screen.getAllByRole('img').find((icon) => !icon.closest('li'));
    expect(ownIcon).toHaveAccessibleName(en.severityWarning);
    expect(within(list).queryByRole('button', { name: en.dismiss })).toBeNull();
    expect(list).not.toHaveTextContent('one by one');
    expect(within(list).getByRole('button', { name: /^Reconnect/ })).not.toHaveAccessibleName(/Tartan/);
  });

  it('says once what is so of several connections to one bank, and what became of each', async () => {
    const { repair } = renderList([
      platypusLink(),
      platypusLink({ item_id: 'item-second', institution_name: ' first  PLATYPUS bank' }),
      tartanLink({ institution_name: 'First Platypus Bank', new_accounts_available: true }),
    ]);
    await region('2 bank connections need you');
    expect(screen.getByText('First Platypus Bank, 2 connections')).toBeVisible();
    expect(lines()).toEqual([signInAgain('First Platypus Bank'), 'New accounts at First Platypus Bank']);
    await repair('Reconnect First Platypus Bank');
    await waitFor(() =>
      expect(lines()).toEqual([
        'First Platypus Bank is reconnected',
        expect.stringMatching(/needs you to sign in again$/),
        'New accounts at First Platypus Bank',
      ]),
    );
    expect(screen.getByText('1 of 2 done.', { selector: 'p' })).toBeVisible();
    // Before the next visit as before the first.
    expect(screen.getByText(/never sees your password/, { selector: 'p' })).toBeVisible();
  });

  it('says of connections to one bank when each of them ends, and what each of them needs', async () => {
    const secondEnd = { reason: 'INSTITUTION_MIGRATION', disconnect_time: '2126-11-29T12:00:00Z' };
    const { institution_name } = tattersallLink();
    renderList([
      tattersallLink(),
      tattersallLink({ item_id: 'item-second', pending_disconnect: secondEnd }),
      bankLink('third', { institution_name }),
      bankLink('fourth', { institution_name, status_message: '[ITEM_LOCKED] …' }),
    ]);
    await region('4 bank connections need you');
    expect(lines()).toHaveLength(4);
  });

  it('gives its button to the one whose turn it is, although another of that bank comes before it', async () => {
    const { change } = renderList([platypusLink(), bankLink('Checked')]);
    (await button('Reconnect First Platypus Bank')).focus();
    await change((links) => [platypusLink({ item_id: 'item-new' }), ...links]);
    expect(await screen.findByText('First Platypus Bank, 2 connections')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Reconnect First Platypus Bank' }).closest('li')).toBeNull();
  });

  it('reads out that all is done', async () => {
    const { repair } = renderList([platypusLink(), bankLink('Checked')]);
    await repair('Reconnect First Platypus Bank');
    await repair('Reconnect Checked Bank');
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(/Your bank connections are in order$/));
  });

  it('lets the others go first after a visit that has not helped, and keeps its way in its row', async () => {
    const { open, repair, server, simulator } = renderList([platypusLink(), bankLink('Checked')]);
    await open('Reconnect First Platypus Bank');
    await leaveLink(simulator, LINK_ERRORS.INVALID_CREDENTIALS);
    await waitFor(() => expect(screen.getByRole('button', { name: 'Reconnect Checked Bank' })).toHaveFocus());
    const row = rowOf(signInAgain('First Platypus Bank'));
    expect(row).toHaveTextContent('This could not be completed. You can try again.');
    expect(row).toHaveTextContent(en.loginText);
    expect(row).not.toHaveAttribute('aria-current');
    expect(screen.getByRole('button', { name: 'Reconnect First Platypus Bank' }).closest('li')).toBe(row);
    server.queue('POST /repairs', Response.json({ result: 'still_broken', integration_links: server.links }));
    await repair('Reconnect Checked Bank');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Reconnect First Platypus Bank' })).toHaveFocus());
  });

  it('offers a new connection before it offers the same visit again', async () => {
    const ended = bankLink('Dotted', { status: 'deleted_in_plaid' });
    const { open, simulator } = renderList([platypusLink(), ended, newAccountsLink()]);
    await open('Reconnect First Platypus Bank');
    await leaveLink(simulator, LINK_ERRORS.INVALID_CREDENTIALS);
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/Dotted Bank/));
    expect(document.activeElement?.closest('li')).toBeNull();
  });

  it('keeps its offer after a mere change of mind', async () => {
    const { open, simulator } = renderList([platypusLink(), bankLink('Checked')]);
    await open('Reconnect First Platypus Bank');
    expect(screen.getByRole('button', { name: 'Reconnect First Platypus Bank' }).closest('li')).toBeNull();
    await leaveLink(simulator);
    await waitFor(() => expect(screen.getByRole('button', { name: 'Reconnect First Platypus Bank' })).toHaveFocus());
    expect(screen.getByText('You left before the end, so nothing has changed.', { selector: 'p' })).toBeVisible();
  });

  it('goes on while a report waits, and claims no success for it', async () => {
    const { server, repair } = renderList([platypusLink(), bankLink('Checked')]);
    server.queue('POST /repairs', new Response(null, { status: 503, headers: { 'retry-after': '600' } }));
    await repair('Reconnect First Platypus Bank');
    expect(await screen.findByText(/Your sign-in is not lost, and we keep trying/, { selector: 'p' })).toBeVisible();
    await repair('Reconnect Checked Bank');
    expect(await region('1 of 2 done')).toBeVisible();
  });

  it('opens any row by its own button, and then goes on to the next', async () => {
    const { repair } = renderList([platypusLink(), bankLink('Checked'), tattersallLink()]);
    await repair('Reconnect Checked Bank');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Reconnect First Platypus Bank' })).toHaveFocus());
    expect(lines()[1]).toBe('Checked Bank is reconnected');
  });

  it('lets what breaks meanwhile join below what the user works on, and keeps the offer that they see', async () => {
    const { open, change, simulator, user } = renderList([tattersallLink(), newAccountsLink()]);
    await region('One bank connection needs you');
    await open('Reconnect Tattersall Federal Credit Union');
    await change((links) => [platypusLink(), ...links]);
    await waitFor(() => expect(lines()).toHaveLength(3));
    expect(lines()[1]).toBe(signInAgain('First Platypus Bank'));
    await leaveLink(simulator);
    const offer = await screen.findByRole('button', { name: 'Reconnect Tattersall Federal Credit Union' });
    await waitFor(() => expect(offer).toHaveFocus());

    await user.click(document.body);
    await waitFor(() => expect(lines()[0]).toBe(signInAgain('First Platypus Bank')));
    expect(await button('Reconnect First Platypus Bank')).toBeVisible();
  });

  it('moves nothing that the pointer is over, nor what is above it, until it leaves', async () => {
    const soon = bankLink('Soon', { ...tattersallLink(), item_id: 'item-Soon', institution_name: 'Soon Bank' });
    const { change, user } = renderList([soon, tattersallLink()]);
    await region('2 bank connections need you');
    const [first, second] = lines();
    await user.hover(rowOf(second ?? ''));
    await change((links) => [...links, platypusLink()]);
    await waitFor(() => expect(lines()).toEqual([first, second, signInAgain('First Platypus Bank')]));
    await user.unhover(screen.getByRole('region'));
    await waitFor(() => expect(lines()).toEqual([signInAgain('First Platypus Bank'), first, second]));
  });

  it('does not fall apart under the hands of whoever is in it', async () => {
    const { change } = renderList(
      [platypusLink(), bankLink('Checked')],
      <>
        <RepairItemBannerList />
        <button type="button">Elsewhere</button>
      </>,
    );
    (await button('Reconnect First Platypus Bank')).focus();
    await change(([first]) => (first ? [first] : []));
    expect(await region('One bank connection needs you')).toBeVisible();
    act(() => screen.getByRole('button', { name: 'Elsewhere' }).focus());
    expect(await screen.findByRole('heading', { level: 2 })).toHaveTextContent(signInAgain('First Platypus Bank'));
  });

  it('takes in what breaks by the time alone', async () => {
    startFakeClock();
    const repaired_at = new Date(Date.now() - 9 * 60_000).toISOString();
    renderList([platypusLink({ repaired_at }), bankLink('Checked')]);
    await region(signInAgain('Checked Bank'));
    await passTime(120_000);
    expect(await region('2 bank connections need you')).toBeVisible();
  });

  it('does not combine under the hands of who uses the one banner', async () => {
    const { open, change, simulator, user } = renderList([platypusLink()]);
    await open('Reconnect First Platypus Bank');
    const banner = screen.getByRole('region');
    await change((links) => [...links, bankLink('Checked')]);
    await waitFor(() => expect(screen.getAllByRole('region')).toHaveLength(2));
    expect(banner).toBeInTheDocument();
    await leaveLink(simulator);
    await user.click(document.body);
    expect(await region('2 bank connections need you')).toBeVisible();
  });

  it('does not combine while a report waits', async () => {
    const { server, repair, change, user } = renderList([platypusLink()]);
    server.queue('POST /repairs', new Response(null, { status: 503, headers: { 'retry-after': '600' } }));
    await repair('Reconnect First Platypus Bank');
    await screen.findByText(en.queuedText, { selector: 'p' });
    await user.hover(screen.getByRole('region'));
    await user.click(document.body);
    await change((links) => [...links, bankLink('Checked'), tattersallLink()]);
    await waitFor(() => expect(screen.getAllByRole('region')).toHaveLength(3));
  });

  it('reads out no step that was made before there was a list', async () => {
    startFakeClock();
    const { repair, change, user } = renderList([platypusLink()]);
    await repair('Reconnect First Platypus Bank');
    // Its button has gone from under the pointer.
    await user.hover(await region('First Platypus Bank is reconnected'));
    await user.click(document.body);
    await change((links) => [...links, bankLink('Checked'), tattersallLink()]);
    expect(await region('2 bank connections need you')).toHaveTextContent('1 of 3 done.');
    await passTime(500);
    expect(screen.getByRole('status')).not.toHaveTextContent('1 of 3 done.');
  });

  it('keeps what has healed by itself with a check, thanks nobody for it, and begins anew with the next break', async () => {
    startFakeClock();
    const { change } = renderList([platypusLink(), bankLink('Checked')]);
    await region('2 bank connections need you');
    await change(([first, ...others]) => [...(first ? [toActive(first)] : []), ...others]);
    await passTime(20_000);
    expect(await region('One bank connection needs you')).toBeVisible();
    expect(lines()).toEqual(['First Platypus Bank is connected again', signInAgain('Checked Bank')]);
    await change((links) => links.map(toActive));
    await passTime(20_000);
    const end = await region('Your bank connections are in order');
    expect(end).not.toHaveTextContent('Thank you');
    expect(end).toHaveAttribute('data-remedy', 'none');
    await change(() => [platypusLink({ status: 'active', status_message: null }), bankLink('Checked')]);
    await waitFor(() =>
      expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(signInAgain('Checked Bank')),
    );
    expect(lines()).toEqual([]);
  });

  it('does not begin anew under the hands of whoever reads the end', async () => {
    startFakeClock();
    const { change, user } = renderList([platypusLink(), bankLink('Checked')]);
    await region('2 bank connections need you');
    await change((links) => links.map(toActive));
    await passTime(20_000);
    await user.hover(await region('Your bank connections are in order'));
    await change(([first]) => [...(first ? [first] : []), bankLink('Checked')]);
    await region('One bank connection needs you');
    expect(lines()).toEqual(['First Platypus Bank is connected again', signInAgain('Checked Bank')]);
  });

  it('begins anew after it was closed, and leaves the focus where it is by then', async () => {
    startFakeClock();
    const { user, change } = renderList([platypusLink(), bankLink('Checked')]);
    await region('2 bank connections need you');
    await change((links) => links.map(toActive));
    await user.click(await button('Hide this message'));
    expect(screen.queryByRole('region')).toBeNull();
    await passTime(10_000);
    await change(() => [platypusLink()]);
    await button('Reconnect First Platypus Bank');
    expect(document.activeElement?.closest('section')).toBeNull();
    await change((links) => [...links, bankLink('Checked')]);
    expect(await region('2 bank connections need you')).toBeVisible();
  });

  it('says that all is in order only where nothing waits', async () => {
    const { repair, rerender } = renderList([platypusLink(), outageLink()]);
    await repair('Reconnect First Platypus Bank');
    expect(await region('1 of 1 done')).toHaveAttribute('data-severity', 'info');
    rerender(<RepairItemBannerList />, { messages: hi, locale: 'hi' });
    expect(screen.getByRole('region')).not.toHaveAccessibleName(/।$/);
    rerender(<RepairItemBannerList />);
    expect(screen.queryByText(/in order/)).toBeNull();
  });

  it('leaves out what its filter says is told of elsewhere', async () => {
    renderList(
      [platypusLink(), bankLink('Checked'), tattersallLink()],
      <RepairItemBannerList filter={(link, { severity }) => severity !== 'critical' && link.item_id === TATTERSALL} />,
    );
    await button('Reconnect Tattersall Federal Credit Union');
    expect(screen.getAllByRole('heading')).toHaveLength(1);
  });

  it('tells the end of what it has told of, whatever its filter says by then, and the end of nothing else', async () => {
    const { repair, change } = renderList(
      [platypusLink(), tattersallLink(), bankLink('Paisley', STOPPED)],
      <RepairItemBannerList filter={(_link, { severity }) => severity === 'warning'} />,
    );
    await repair('Reconnect Tattersall Federal Credit Union');
    await change((links) => links.map(toActive));
    await waitFor(() => expect(lines()).toHaveLength(2));
    expect(lines()[0]).toMatch(/^Tattersall Federal Credit Union is/);
  });

  it('loses a row that its user puts away, and offers the next; what is critical stays', async () => {
    const { user, change } = renderList(
      [platypusLink({ status: 'active', status_message: null }), tattersallLink(), bankLink('Checked', STOPPED)],
      <RepairItemBannerList isDismissible />,
    );
    await region('2 bank connections need you');
    const variants = [...document.querySelectorAll<HTMLElement>('li [data-severity]')].map(
      ({ dataset }) => dataset['variant'],
    );
    expect(variants).toEqual(['inline', 'inline']);
    const [cross] = screen.getAllByRole('button', { name: 'Hide this message' });
    if (cross) await user.click(cross);
    expect(await screen.findByRole('heading', { level: 2 })).not.toHaveTextContent('2 bank connections');
    await change(([, ...others]) => [platypusLink(), ...others]);
    await region('2 bank connections need you');
    expect(
      within(rowOf(signInAgain('First Platypus Bank'))).queryByRole('button', { name: /Hide|Show less/ }),
    ).toBeNull();
  });
});

inEachReactMode('A row that its user has put away', () => {
  it('is there for a visit that begins elsewhere', async () => {
    const { user, simulator } = renderList(
      [platypusLink(), tattersallLink(), bankLink('Checked')],
      <>
        <RepairItemBannerList isDismissible />
        <UpdateModeLauncher itemId={TATTERSALL}>Elsewhere</UpdateModeLauncher>
      </>,
    );
    await user.click(await button('Remind me later'));
    expect(await region('2 bank connections need you')).toBeVisible();
    expect(lines()).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'Elsewhere' }));
    await untilLinkIsOpen(simulator);
    await waitFor(() => expect(lines()).toHaveLength(3));
  });
});

/** What only support can help with. */
const STOPPED = { status_message: '[ITEM_NOT_SUPPORTED] …' };
