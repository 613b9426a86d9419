import { screen, waitFor } from '@testing-library/react';
import { UpdateModeLauncher, useUpdateMode, type UseUpdateModeOptions } from 'react-plaid-update-mode';
import { expect, it } from 'vitest';
import { PLATYPUS, platypusLink, tartanLink } from '../support/links.js';
import { leaveLink, signIn, startLinkSimulator } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

function Visit(props: UseUpdateModeOptions) {
  const visit = useUpdateMode(props);
  return (
    <button {...visit.buttonProps}>
      {visit.status}
      {visit.progress && ` ${visit.progress.repaired} of ${visit.progress.total}`}
    </button>
  );
}

inEachReactMode('A visit by target and purpose', () => {
  it('S20: asks for the purpose by its name alone, and reports under it', async () => {
    const simulator = startLinkSimulator();
    const server = createScriptedServer(platypusLink({ status: 'active' }));
    const { user, heard } = renderApp(
      <UpdateModeLauncher itemId={PLATYPUS} purpose="select_accounts">
        Share more accounts
      </UpdateModeLauncher>,
      { server },
    );
    await user.click(screen.getByRole('button', { name: 'Share more accounts' }));
    const refreshed = { ...platypusLink({ status: 'active' }) };
    server.queue(
      'POST /repairs',
      Response.json({ result: 'repaired', integration_links: [refreshed], accounts: { added: 2, removed: 1 } }),
    );
    await signIn(simulator);
    await waitFor(() => expect(heard.onRepaired).toHaveBeenCalledOnce());
    const visit = { target: { item_id: PLATYPUS }, purpose: 'select_accounts' };
    expect(server.requestsTo('POST /link-token').map(({ body }) => body)).toEqual([visit]);
    expect(server.requestsTo('POST /repairs')[0]?.body).toMatchObject({ ...visit, outcome: 'success' });
    expect(heard.onRepaired.mock.lastCall?.[0]).toMatchObject({ ...visit, accounts: { added: 2, removed: 1 } });
  });

  it('shows each purpose of an Item where that stands', async () => {
    const simulator = startLinkSimulator();
    const { user } = renderApp(
      <>
        <Visit itemId={PLATYPUS} />
        <Visit itemId={PLATYPUS} purpose="add_assets" />
      </>,
      { server: createScriptedServer(platypusLink()) },
    );
    const [repair, addAssets] = screen.getAllByRole('button', { name: 'idle' });
    if (!repair || !addAssets) throw new Error('Both buttons are idle.');
    await user.click(addAssets);
    await leaveLink(simulator);
    await waitFor(() => expect(addAssets).toHaveTextContent('exited'));
    expect(repair).toHaveTextContent('idle');
  });

  it('S14: leads a user through their broken Items with one link token, and tells how far they are', async () => {
    const simulator = startLinkSimulator();
    const server = createScriptedServer(platypusLink(), tartanLink({ status: 'erroring' }));
    const { user } = renderApp(<Visit user />, { server });
    const button = screen.getByRole('button');
    for (const [progress, text] of [
      [{ repaired: 1, remaining: 1 }, 'repaired 1 of 2'],
      [{ repaired: 1, remaining: 0 }, 'repaired 2 of 2'],
    ] as const) {
      server.queue('POST /repairs', Response.json({ result: 'repaired', integration_links: server.links, progress }));
      await user.click(button);
      await signIn(simulator);
      await waitFor(() => expect(button).toHaveTextContent(text));
    }
    expect(server.requestsTo('POST /link-token').map(({ body }) => body)).toEqual([
      { target: { user: true }, purpose: 'repair' },
    ]);
    const opened = simulator.handlers.filter(({ openCount }) => openCount > 0);
    expect(opened.map(({ token }) => token)).toEqual(['link-sandbox-1', 'link-sandbox-1']);
  });

  it('S15: tells the app when a Transfer authorization can be tried again', async () => {
    const simulator = startLinkSimulator();
    const server = createScriptedServer();
    const { user, heard } = renderApp(<Visit authorizationId="authorization-1" />, { server });
    server.queue('POST /repairs', Response.json({ result: 'unverifiable', integration_links: [] }));
    await user.click(screen.getByRole('button'));
    await signIn(simulator);
    await waitFor(() => expect(heard.onRepaired).toHaveBeenCalledOnce());
    expect(heard.onRepaired.mock.lastCall?.[0]).toMatchObject({
      target: { authorization_id: 'authorization-1' },
      itemId: null,
      isVerified: false,
    });
  });

  it('gives the focus back to the button of its own target', async () => {
    const simulator = startLinkSimulator();
    const { user } = renderApp(
      <>
        <Visit itemId={PLATYPUS} />
        <Visit user />
      </>,
      { server: createScriptedServer(platypusLink()) },
    );
    const whole = screen.getAllByRole('button')[1];
    if (!whole) throw new Error('There are two buttons.');
    await user.click(whole);
    await leaveLink(simulator);
    await waitFor(() => expect(whole).toHaveFocus());
  });

  it('has a label that fits the purpose', async () => {
    renderApp(<UpdateModeLauncher itemId={PLATYPUS} purpose="select_accounts" />, {
      server: createScriptedServer(platypusLink()),
    });
    expect(await screen.findByRole('button', { name: 'Choose accounts at First Platypus Bank' })).toBeVisible();
  });

  it('names no bank on the button of a whole user', async () => {
    renderApp(<UpdateModeLauncher user />, { server: createScriptedServer(platypusLink()) });
    expect(await screen.findByRole('button', { name: 'Reconnect your bank' })).toBeVisible();
  });
});
