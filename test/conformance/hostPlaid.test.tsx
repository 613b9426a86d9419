import { act, screen, waitFor } from '@testing-library/react';
import { RepairItemBanner } from 'react-plaid-update-mode';
import { expect, it } from 'vitest';
import { allowCaughtErrors } from '../support/caughtErrors.js';
import { installHandMadePlaid, type HandMadeLink } from '../support/handMadePlaid.js';
import { PLATYPUS, platypusLink, repairOf } from '../support/links.js';
import { callAsPlaid } from '../support/openHandMadeLink.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp, type App } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

async function openLink(links: HandMadeLink[]): Promise<App & { link: HandMadeLink }> {
  const app = renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server: createScriptedServer(platypusLink()) });
  await app.user.click(await screen.findByRole('button', { name: 'Reconnect First Platypus Bank' }));
  await waitFor(() => expect(links.at(-1)?.open).toHaveBeenCalledOnce());
  const link = links.at(-1);
  if (!link) throw new Error('Plaid.create was not called.');
  return { ...app, link };
}

function raise(message: string): never {
  throw new Error(message);
}

inEachReactMode('A window.Plaid that the host page brings', () => {
  it('is used without a tag, and nothing is loaded (1.3)', async () => {
    await openLink(installHandMadePlaid());
    expect([...document.scripts].map(({ type }) => type)).not.toContain('');
    expect([...document.scripts].every(({ type }) => type === 'text/plain')).toBe(true);
  });

  it('gets a token and callbacks, no redirect URI, nonce or public key (1.4)', async () => {
    const { link } = await openLink(installHandMadePlaid());
    const given = Object.entries(link.config).filter(([, value]) => value !== undefined);
    expect(Object.fromEntries(given)).toEqual({
      token: 'link-sandbox-1',
      onSuccess: expect.any(Function),
      onExit: expect.any(Function),
      onLoad: expect.any(Function),
      onEvent: expect.any(Function),
    });
  });

  it('is open only once Plaid shows a sign of life: `ready` comes before onLoad (1.4)', async () => {
    const { link } = await openLink(installHandMadePlaid());
    expect(screen.getByRole('button', { name: 'Opening…' })).toBeVisible();
    act(() => link.config.onLoad?.());
    expect(screen.getByRole('button', { name: 'Reconnect First Platypus Bank' })).toHaveAttribute(
      'data-status',
      'open',
    );
  });

  it('is destroyed when the page goes, though onExit never comes (1.4)', async () => {
    const links = installHandMadePlaid();
    const { link, unmount } = await openLink(links);
    unmount();
    expect(link.exit).toHaveBeenCalledWith({ force: true });
    for (const { destroy } of links) expect(destroy).toHaveBeenCalledOnce();
  });

  it('may throw when it is opened, without harm to the page', async () => {
    const links = installHandMadePlaid();
    const server = createScriptedServer(platypusLink());
    const { user, heard } = renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server });
    await user.hover(await screen.findByRole('button'));
    await waitFor(() => expect(links.length).toBeGreaterThan(0));
    for (const { open } of links) open.mockImplementation(() => raise('Link can not be opened.'));
    await user.click(screen.getByRole('button'));
    await waitFor(() => expect(heard.onError).toHaveBeenCalledOnce());
    expect(heard.onError.mock.lastCall?.[0].error.code).toBe('link_failed');
  });

  it('may throw when it is closed and destroyed, and the next one works', async () => {
    allowCaughtErrors(/can not be (closed|destroyed)/);
    const links = installHandMadePlaid();
    const { link, user, heard } = await openLink(links);
    link.exit.mockImplementation(() => raise('Link can not be closed.'));
    link.destroy.mockImplementation(() => raise('Link can not be destroyed.'));
    act(() => callAsPlaid(link.config.onExit, null, {}));
    await waitFor(() => expect(heard.onExit).toHaveBeenCalledOnce());
    const made = links.length;
    await user.click(screen.getByRole('button', { name: 'Reconnect First Platypus Bank' }));
    await waitFor(() => expect(links.slice(made).at(-1)?.open).toHaveBeenCalledOnce());
  });

  it('may answer onExit with half of its metadata', async () => {
    const { link, heard } = await openLink(installHandMadePlaid());
    act(() => callAsPlaid(link.config.onExit, null, { institution: {}, request_id: null }));
    await waitFor(() =>
      expect(heard.onExit).toHaveBeenCalledWith({ ...repairOf(PLATYPUS), itemId: PLATYPUS, error: null }),
    );
  });

  it('may call back without any metadata', async () => {
    const { link, heard } = await openLink(installHandMadePlaid());
    act(() => callAsPlaid(link.config.onEvent, 'OPEN'));
    act(() => callAsPlaid(link.config.onSuccess, 'public-sandbox-1'));
    await waitFor(() => expect(heard.onRepaired).toHaveBeenCalledOnce());
  });
});
