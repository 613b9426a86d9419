import { configure, fireEvent, screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import {
  createHttpEndpoint,
  RepairAllBanner,
  RepairItemBanner,
  useUpdateMode,
  type LinkTokenAnswer,
} from 'react-plaid-update-mode';
import { expect, it, vi } from 'vitest';
import { platypusLink, PLATYPUS, tattersallLink } from '../support/links.js';
import { signIn, startLinkSimulator } from '../support/linkSimulator.js';
import { readStorages, startWithCleanStorages } from '../support/pageLoad.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp } from '../support/renderApp.js';
import { createSandboxedApp } from '../support/sandboxedApp.js';
import { createScriptedServer, type ScriptedServer } from '../support/scriptedServer.js';

configure({ asyncUtilTimeout: 5_000 });
vi.setConfig({ testTimeout: 20_000 });

const HOSTED = 'https://secure.plaid.com/hl/1';
const CONTINUE = { name: 'Continue on Plaid’s page' };
const RECONNECT = { name: 'Reconnect First Platypus Bank' };
const OFFER = 'The window could not be opened. You can try again, or do the same on Plaid’s own page.';

function tokenWithPage(): Response {
  const expiration = new Date(Date.now() + 30 * 60_000).toISOString();
  return Response.json({ link_token: 'link-1', expiration, hosted_link_url: HOSTED });
}

function createServer(): ScriptedServer {
  startWithCleanStorages();
  const server = createScriptedServer(platypusLink());
  server.alwaysAnswer('POST /link-token', () => tokenWithPage);
  return server;
}

function startWithoutScript() {
  return startLinkSimulator({ script: { outcome: 'error' } });
}

async function renderOffer() {
  const simulator = startWithoutScript();
  const server = createServer();
  const app = renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server });
  await app.user.click(await screen.findByRole('button', RECONNECT));
  await screen.findByRole('link', CONTINUE);
  return { ...app, server, simulator };
}

/** What the server says of the Item the next time that it is asked. */
function answerNext(server: ScriptedServer, result: string, changes: Parameters<typeof platypusLink>[0] = {}): void {
  server.queue('POST /repairs', Response.json({ result, integration_links: [platypusLink(changes)] }));
}

const outcomes = (server: ScriptedServer) =>
  server.requestsTo('POST /repairs').map(({ text }) => JSON.parse(text).outcome);

inEachReactMode('Plaid’s own page, where Plaid’s script can not load', () => {
  it('is offered in the banner, as a link that says nothing of where it comes from', async () => {
    const { container, heard } = await renderOffer();
    const link = screen.getByRole('link', CONTINUE);
    expect(link).toHaveAttribute('href', HOSTED);
    expect(link).toHaveAttribute('target', '_blank');
    expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    expect(link).toHaveAccessibleDescription('First Platypus Bank needs you to sign in again');
    expect(screen.getAllByText(OFFER)[0]).toBeVisible();
    expect(heard.onError).toHaveBeenCalledOnce();
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations).toEqual([]);
  });

  it('counts as open after the click, until the server says at the user’s return that it has helped', async () => {
    const { user, server, heard } = await renderOffer();
    await user.click(screen.getByRole('link', CONTINUE));
    expect(screen.getByRole('button', RECONNECT)).toHaveAttribute('data-status', 'open');
    expect(screen.getByText('Continue in the window that opened.')).toBeVisible();
    expect(outcomes(server)).toEqual([]);

    answerNext(server, 'repaired', { status: 'pending', status_message: null, repaired_at: new Date().toISOString() });
    fireEvent(window, new Event('focus'));
    await screen.findByRole('region', { name: 'First Platypus Bank is reconnected' });
    expect(outcomes(server)).toEqual(['unknown']);
    expect(heard.onRepaired.mock.calls).toMatchObject([[{ itemId: PLATYPUS, by: 'user' }]]);
    expect(readStorages()).toEqual([]);
  });

  it('repairs the connection with Plaid and Heron behind it', async () => {
    startWithCleanStorages();
    startWithoutScript();
    const { sandbox, itemId, answers, fetch } = createSandboxedApp({ linkToken: { hosted_link: {} } });
    sandbox.breakItem(itemId);
    const { user, heard } = renderApp(<RepairItemBanner itemId={itemId} />, {
      server: createServer(),
      endpoint: createHttpEndpoint('/api/update-mode', { fetch }),
    });
    await user.click(await screen.findByRole('button', RECONNECT));
    await user.click(await screen.findByRole('link', CONTINUE));
    const token: LinkTokenAnswer = JSON.parse(answers.findLast((answer) => answer.includes('link_token')) ?? '');
    await sandbox.finishHostedLink(token.link_token, 'success');
    fireEvent(window, new Event('focus'));
    await screen.findByRole('region', { name: 'First Platypus Bank is reconnected' });
    expect(heard.onRepaired.mock.calls).toMatchObject([[{ itemId, by: 'user', isVerified: true }]]);
    expect(sandbox.readItem(itemId)).toMatchObject({ error: null, heron: { status: 'pending' } });
  });

  it('stays open, and on offer, while the server sees no change', async () => {
    const { user, server } = await renderOffer();
    await user.click(screen.getByRole('link', CONTINUE));
    answerNext(server, 'unchanged');
    fireEvent(window, new Event('focus'));
    await waitFor(() => expect(outcomes(server)).toEqual(['unknown']));
    expect(screen.getByRole('button', RECONNECT)).toHaveAttribute('data-status', 'open');
    expect(screen.getByRole('link', CONTINUE)).toHaveAttribute('href', HOSTED);
  });

  it('is over where the server says that it has not helped', async () => {
    const { user, server, heard } = await renderOffer();
    await user.click(screen.getByRole('link', CONTINUE));
    answerNext(server, 'still_broken');
    fireEvent(window, new Event('focus'));
    await waitFor(() => expect(heard.onError.mock.lastCall?.[0].error.code).toBe('still_broken'));
    await waitFor(() => expect(screen.queryByRole('link', CONTINUE)).toBeNull());
  });

  it('gives way to Link on this page, where the script loads after all', async () => {
    const { user, server, simulator, heard } = await renderOffer();
    await user.click(screen.getByRole('link', CONTINUE));
    simulator.configure({ script: { outcome: 'load' } });
    await user.click(screen.getByRole('button', RECONNECT));
    await signIn(simulator);
    await waitFor(() => expect(heard.onRepaired).toHaveBeenCalledOnce());
    expect(outcomes(server)).toEqual(['success']);
  });

  it('is there for an app’s own link as well, by the hook', async () => {
    startWithoutScript();
    function Row() {
      const repair = useUpdateMode({ itemId: PLATYPUS });
      return (
        <>
          <button {...repair.buttonProps}>{repair.status}</button>
          {repair.hostedLinkProps && <a {...repair.hostedLinkProps}>Elsewhere</a>}
        </>
      );
    }
    const { user } = renderApp(<Row />, { server: createServer() });
    expect(screen.queryByRole('link')).toBeNull();
    await user.click(await screen.findByRole('button', { name: 'idle' }));
    const link = await screen.findByRole('link', { name: 'Elsewhere' });
    expect(screen.getByRole('button', { name: 'failed' })).toBeVisible();
    // Neither with the right button nor with the middle one does anybody press "click".
    fireEvent(link, new MouseEvent('auxclick', { button: 2, bubbles: true }));
    expect(screen.getByRole('button', { name: 'failed' })).toBeVisible();
    fireEvent(link, new MouseEvent('auxclick', { button: 1, bubbles: true }));
    expect(await screen.findByRole('button', { name: 'open' })).toBeVisible();
    expect(link).toHaveAttribute('href', HOSTED);
  });

  it('is offered to a user with several broken connections', async () => {
    startWithoutScript();
    const server = createServer();
    server.links = [platypusLink(), tattersallLink({ status: 'erroring', status_message: '[ITEM_LOGIN_REQUIRED] no' })];
    const { user } = renderApp(<RepairAllBanner />, { server });
    await user.click(await screen.findByRole('button'));
    const link = await screen.findByRole('link', CONTINUE);
    await user.click(link);
    expect(screen.getByRole('button')).toHaveAttribute('data-status', 'open');
  });

  it('is not offered where the endpoint gave none', async () => {
    startWithoutScript();
    startWithCleanStorages();
    const { user, heard } = renderApp(<RepairItemBanner itemId={PLATYPUS} />, {
      server: createScriptedServer(platypusLink()),
    });
    await user.click(await screen.findByRole('button', RECONNECT));
    await waitFor(() => expect(heard.onError).toHaveBeenCalledOnce());
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.getAllByText('The window could not be opened. Please try again.')[0]).toBeVisible();
  });
});
