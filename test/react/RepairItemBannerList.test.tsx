import { act, screen, waitFor, within } from '@testing-library/react';
import { RepairItemBannerList, type RepairItemBannerListProps } from 'react-plaid-update-mode';
import { en } from 'react-plaid-update-mode/messages/en';
import { expect, it, vi } from 'vitest';
import { bankLink, button, lines, region, renderList, signInAgain, toActive } from '../support/bannerList.js';
import { passTime, startFakeClock } from '../support/fakeClock.js';
import { PLATYPUS, platypusLink, repairOf, tartanLink, tattersallLink } from '../support/links.js';
import { leaveLink } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer, problem } from '../support/scriptedServer.js';

inEachReactMode('RepairItemBannerList', () => {
  it('shows the one Item’s own banner while it is one, and nothing while all is well', async () => {
    const { change, container } = renderList([platypusLink(), tartanLink()]);
    await button('Reconnect First Platypus Bank');
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(signInAgain('First Platypus Bank'));
    await change((links) => [...links, bankLink('Checked')]);
    expect(await region('2 bank connections need you')).toBeVisible();
    await change(() => [tartanLink()]);
    await waitFor(() => expect(container.querySelector('.update-mode-banner-list')).toBeNull());
  });

  it('offers the next after each visit, opens nothing by itself, and is finished when all are done', async () => {
    startFakeClock();
    const consentEnds = { pending_disconnect: null, consent_expiration_time: '2026-11-25T12:00:00Z' };
    const { repair, change, simulator, user } = renderList(
      [platypusLink(), tattersallLink(consentEnds), bankLink('Checked')],
      <RepairItemBannerList density="dense" />,
    );
    await repair('Reconnect First Platypus Bank');
    const next = await button('Reconnect Checked Bank');
    await waitFor(() => expect(next).toHaveFocus());
    expect(simulator.current).toBeNull();
    expect(screen.getByText('1 of 3 done.', { selector: 'p' })).toBeVisible();
    expect(lines()[0]).toBe('First Platypus Bank is reconnected');
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(/is reconnected\. .*\. 1 of 3 done\.$/));

    await repair('Reconnect Checked Bank');
    await repair('Renew permission for Tattersall Federal Credit Union');
    await change((links) => links.map((link) => ({ ...toActive(link), consent_expiration_time: null })));
    await passTime(20_000);
    const list = await region('Your bank connections are in order');
    expect(list).toHaveAttribute('data-severity', 'ok');
    expect(within(list).getByText('You have taken care of 3 connections. Thank you.')).toBeVisible();
    expect(lines()).toEqual([
      'First Platypus Bank is connected again',
      'Checked Bank is connected again',
      'Your permission for Tattersall Federal Credit Union is renewed',
    ]);
    expect(list).not.toHaveTextContent(/3 of 3|password/);
    for (const line of within(list).getAllByRole('group')) {
      expect([line.dataset['severity'], line.dataset['density']]).toEqual(['ok', 'dense']);
      expect(within(line).getByRole('img')).toHaveAccessibleName(en.severityOk);
      expect(line.querySelector('.update-mode-banner__logo')).not.toBeNull();
    }
    const cross = screen.getByRole('button', { name: 'Hide this message' });
    expect(cross).toHaveAttribute('data-kind', 'dismiss');
    expect(cross).toHaveTextContent('');
    await user.click(cross);
    expect(screen.queryByRole('region')).toBeNull();
  });

  it('tells its callbacks of the visits that it launched', async () => {
    const [onExit, onRepaired, onError] = [vi.fn(), vi.fn(), vi.fn()];
    const list = <RepairItemBannerList onExit={onExit} onRepaired={onRepaired} onError={onError} />;
    const { open, repair, simulator, server, user } = renderList([platypusLink(), bankLink('Checked')], list);
    await repair('Reconnect Checked Bank');
    await waitFor(() => expect(onRepaired.mock.calls).toMatchObject([[{ itemId: 'item-Checked' }]]));
    await open('Reconnect First Platypus Bank');
    await leaveLink(simulator);
    await waitFor(() =>
      expect(onExit.mock.calls).toMatchObject([[{ ...repairOf(PLATYPUS), itemId: PLATYPUS, error: null }]]),
    );
    const stop = server.alwaysAnswer('POST /link-token', () => problem(422, 'invalid_request'));
    await user.click(await button('Reconnect First Platypus Bank'));
    await waitFor(() => expect(onError.mock.calls).toMatchObject([[{ itemId: PLATYPUS }]]));
    stop();
    await repair('Reconnect First Platypus Bank');
    await waitFor(() => expect(onRepaired.mock.lastCall).toMatchObject([{ itemId: PLATYPUS }]));
  });

  it('takes className, style, headingLevel and variant', async () => {
    const looks = { className: 'mine', style: { gap: 8 }, headingLevel: 4, variant: 'card', density: 'dense' } as const;
    renderList([platypusLink(), tattersallLink()], <RepairItemBannerList {...looks} />);
    const list = await region();
    expect(list).toHaveAttribute('data-variant', 'card');
    const densities = screen.getAllByRole('group').map(({ dataset }) => dataset['density']);
    expect([list.dataset['density'], ...densities]).toEqual(['dense', 'dense', 'dense']);
    expect(list.parentElement).toHaveClass('update-mode-banner-list', 'mine');
    expect(list.parentElement).toHaveStyle({ gap: '8px' });
    expect(screen.getAllByRole('heading').map(({ tagName }) => tagName)).toEqual(['H4', 'H5', 'H5']);
  });

  it('stacked, has a banner for each connection that needs one, in the order of the list', async () => {
    const elsewhere = bankLink('Checked');
    const server = createScriptedServer(tattersallLink(), tartanLink(), elsewhere, platypusLink());
    const filter: RepairItemBannerListProps['filter'] = ({ item_id }) => item_id !== elsewhere.item_id;
    const looks = { className: 'mine', style: { gap: 8 } };
    renderApp(<RepairItemBannerList layout="stacked" headingLevel={3} {...looks} filter={filter} />, { server });
    await waitFor(() => expect(screen.getAllByRole('region')).toHaveLength(2));
    const banners = screen.getAllByRole('region');
    expect(banners.map((banner) => within(banner).getByRole('button').textContent)).toEqual([
      'Reconnect Tattersall Federal Credit Union',
      'Reconnect First Platypus Bank',
    ]);
    expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(2);
    expect(document.querySelector('.update-mode-banner-list')).toHaveClass('mine');
    expect(document.querySelector('.mine')).toHaveStyle({ gap: '8px' });
  });

  it('stacked, follows connections that come and go', async () => {
    const server = createScriptedServer();
    const { queryClient } = renderApp(<RepairItemBannerList layout="stacked" />, { server });
    await waitFor(() => expect(queryClient.isFetching()).toBe(0));
    for (const links of [[platypusLink()], [platypusLink(), tattersallLink()], [tattersallLink()], []]) {
      server.links = links;
      await act(() => queryClient.refetchQueries());
      await waitFor(() => expect(screen.queryAllByRole('region')).toHaveLength(links.length));
    }
    expect(server.requestsTo('GET /integration-links')).toHaveLength(5);
  });
});
