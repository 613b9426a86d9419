import { act, screen, waitFor } from '@testing-library/react';
import { RepairItemBannerList } from 'react-plaid-update-mode';
import { expect, it, vi } from 'vitest';
import { RECONNECT } from '../support/brokenBanner.js';
import { callAsPlaid, openHandMadeLink, untilOpened } from '../support/openHandMadeLink.js';
import { platypusLink } from '../support/links.js';
import { inEachReactMode } from '../support/reactModes.js';
import { readStorages } from '../support/pageLoad.js';
import { createScriptedServer, problem } from '../support/scriptedServer.js';
import { renderApp } from '../support/renderApp.js';

const PERSONAL = ['ada@example.com', '021000021', '7162', 'Ada Lovelace', 'First Secret Bank'];

/** Every field of Plaid's types and one that they do not have, with something personal in each. */
const METADATA = {
  account_number_mask: '7162',
  error_type: 'Ada Lovelace',
  error_code: 'ada@example.com',
  error_message: 'Ada Lovelace is not known',
  exit_status: '021000021',
  institution_id: '021000021',
  institution_name: 'First Secret Bank',
  institution_search_query: 'First Secret Bank',
  institution: { name: 'First Secret Bank', institution_id: 'ada@example.com' },
  is_update_mode: 'Ada Lovelace',
  match_reason: 'ada@example.com',
  mfa_type: '7162',
  routing_number: '021000021',
  selection: 'Ada Lovelace, 7162',
  view_name: 'Ada Lovelace',
  link_session_id: '021000021',
  request_id: 'ada@example.com',
  timestamp: 'Ada Lovelace',
  status: 'Ada Lovelace',
  accounts: [{ id: 'ada@example.com', name: 'Ada Lovelace', mask: '7162' }],
  transfer_status: 'Ada Lovelace',
  phone_number: '021000021',
};

const ERROR = {
  error_type: 'Ada Lovelace',
  error_code: '021000021',
  error_message: 'ada@example.com',
  display_message: 'Ada Lovelace, 7162',
};

/** What the app, the console, the server and the page's reader were told. */
function readAll(...heard: unknown[]): string {
  return JSON.stringify([heard, document.body.innerHTML, readStorages()], (_key, value: unknown) =>
    value instanceof Error ? [value.message, value.cause, Object.entries(value)] : value,
  );
}

inEachReactMode('What an app hears of a visit', () => {
  it('has nothing personal in it, whatever Link puts into its metadata', async () => {
    const spoken = (['log', 'info', 'debug'] as const).map((kind) => vi.spyOn(console, kind));
    const { heard, server, links, link, user } = await openHandMadeLink();
    act(() => {
      callAsPlaid(link.config.onEvent, 'OPEN', METADATA);
      callAsPlaid(link.config.onEvent, 'Ada Lovelace', METADATA);
      callAsPlaid(link.config.onEvent, 'SEARCH_INSTITUTION', METADATA);
      callAsPlaid(link.config.onExit, ERROR, METADATA);
    });
    await waitFor(() => expect(heard.onExit).toHaveBeenCalledOnce());
    await user.click(await screen.findByRole('button', { name: RECONNECT }));
    const next = await untilOpened(links);
    act(() => callAsPlaid(next.config.onSuccess, 'public-sandbox-1', METADATA));
    await waitFor(() => expect(heard.onRepaired).toHaveBeenCalledOnce());

    const told = [...Object.values(heard), ...spoken].map(({ mock }) => mock.calls);
    const everything = readAll(
      told,
      server.requests.map(({ text }) => text),
    );
    const names = heard.onEvent.mock.calls.flatMap(([event]) => (event.type === 'link' ? [event.name] : []));
    expect(names).toEqual(['OPEN', 'SEARCH_INSTITUTION']);
    for (const personal of PERSONAL) expect(everything).not.toContain(personal);
  });

  it('has Plaid’s constants and ids in it', async () => {
    const { heard, link } = await openHandMadeLink();
    const ids = { link_session_id: '79e772be-547d-4c9c-8b76-4ac4ed4c441a', request_id: 'm8MDnv9okwxFNBV' };
    const error = { ...ERROR, error_type: 'INSTITUTION_ERROR', error_code: 'INSTITUTION_DOWN' };
    act(() => callAsPlaid(link.config.onExit, error, ids));
    await waitFor(() => expect(heard.onExit).toHaveBeenCalledOnce());
    expect(heard.onExit.mock.calls[0]?.[0].error).toMatchObject({
      message: 'The user left Link after INSTITUTION_DOWN.',
      isRetryable: true,
      plaidErrorType: 'INSTITUTION_ERROR',
      plaidErrorCode: 'INSTITUTION_DOWN',
      linkSessionId: ids.link_session_id,
      requestId: ids.request_id,
    });
  });

  it('has no words of a proxy in it that answers for the list', async () => {
    const server = createScriptedServer(platypusLink());
    server.queue('GET /integration-links', problem(404, 'Ada Lovelace is not known'));
    const { heard } = renderApp(<RepairItemBannerList />, { server });
    await waitFor(() => expect(heard.onEvent).toHaveBeenCalledWith({ type: 'list_failed', httpStatus: 404 }));
    expect(readAll(heard.onEvent.mock.calls)).not.toContain('Ada');
  });
});
