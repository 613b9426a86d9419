import { screen, waitFor } from '@testing-library/react';
import { RepairAllBanner } from 'react-plaid-update-mode';
import { en } from 'react-plaid-update-mode/messages/en';
import { expect, it } from 'vitest';
import { passTime, startFakeClock } from '../support/fakeClock.js';
import { platypusLink, tartanLink, TARTAN, tattersallLink } from '../support/links.js';
import { leaveLink, signIn, startLinkSimulator } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer, type ScriptedServer } from '../support/scriptedServer.js';

const brokenTartan = () => tartanLink({ status: 'erroring', status_message: '[ITEM_LOGIN_REQUIRED] sign in again' });

function setUp(...links: ScriptedServer['links']) {
  startFakeClock();
  const simulator = startLinkSimulator();
  const server = createScriptedServer(...links);
  const app = renderApp(<RepairAllBanner />, { server });
  return {
    ...app,
    server,
    /** A visit that repairs the Item, by the server's word. */
    async repair(itemId: string, remaining: number): Promise<void> {
      server.links = server.links.map((link) =>
        link.item_id === itemId ? { ...link, status: 'active', status_message: null } : link,
      );
      const progress = { repaired: 1, remaining };
      server.queue('POST /repairs', Response.json({ result: 'repaired', integration_links: server.links, progress }));
      await app.user.click(screen.getByRole('button'));
      await signIn(simulator);
    },
    visit: async () => {
      await app.user.click(screen.getByRole('button'));
      await signIn(simulator);
    },
    leave: async () => {
      await app.user.click(screen.getByRole('button'));
      await leaveLink(simulator);
    },
  };
}

inEachReactMode('RepairAllBanner', () => {
  it('S14: leads from one broken connection to the next, and says how far the user is', async () => {
    const { repair, heard } = setUp(platypusLink(), brokenTartan());
    expect(await screen.findByRole('region', { name: '2 bank connections need you to sign in again' })).toBeVisible();
    expect(screen.getByText(/^First Platypus Bank and Tartan Bank:/)).toBeVisible();
    expect(screen.getByText(en.trustUnnamedText)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Reconnect one by one' })).toBeVisible();

    await repair(TARTAN, 1);
    expect(await screen.findByRole('region', { name: 'One bank connection needs you to sign in again' })).toBeVisible();
    expect(screen.getByText('1 of 2 reconnected.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Reconnect the next one' })).toBeVisible();

    await repair(platypusLink().item_id, 0);
    const end = await screen.findByRole('region', { name: 'All your bank connections work again' });
    expect(end).toHaveAttribute('data-severity', 'ok');
    expect(end).not.toHaveTextContent('password');
    await passTime(6_000);
    expect(screen.queryByRole('region')).toBeNull();
    expect(heard.onRepaired).toHaveBeenCalledTimes(2);
  });

  it('lets the user stop, and go on where they were', async () => {
    const { repair, leave } = setUp(platypusLink(), brokenTartan());
    await screen.findByRole('button');
    await repair(TARTAN, 1);
    await screen.findByText('1 of 2 reconnected.');
    await leave();
    await waitFor(() => expect(screen.getByText(/^1 of 2 reconnected\. You left before the end/)).toBeVisible());
    await repair(platypusLink().item_id, 0);
    expect(await screen.findByRole('region', { name: 'All your bank connections work again' })).toBeVisible();
  });

  it.each([
    ['did not count', { result: 'repaired' }],
    ['knew of none that was broken', { result: 'unverifiable', progress: { repaired: 0, remaining: 0 } }],
    ['could not ask Plaid', { result: 'unverifiable', progress: { repaired: 1, remaining: 0 } }],
  ])('says nothing of all where the server %s', async (_what, answer) => {
    const { server, heard, visit } = setUp(platypusLink(), brokenTartan());
    await screen.findByRole('button');
    server.queue('POST /repairs', Response.json({ ...answer, integration_links: server.links }));
    await visit();
    await waitFor(() => expect(heard.onRepaired).toHaveBeenCalledOnce());
    expect(screen.queryByText(/work again/)).toBeNull();
    expect(screen.getByRole('region')).toHaveTextContent('2 bank connections need you');
  });

  it('stays away from connections that work, end soon, need another visit, wait for their bank, or are somebody else’s', async () => {
    const { server } = setUp(
      tartanLink(),
      tattersallLink(),
      tartanLink({ item_id: 'item-ended', consent_expiration_time: '2026-11-01T12:00:00Z' }),
      platypusLink({ item_id: 'item-down', status_message: '[INSTITUTION_DOWN] down' }),
      platypusLink({ item_id: 'item-of-a-colleague', owner: 'other' }),
    );
    await waitFor(() => expect(server.requestsTo('GET /integration-links')).toHaveLength(1));
    expect(screen.queryByRole('region')).toBeNull();
  });
});
