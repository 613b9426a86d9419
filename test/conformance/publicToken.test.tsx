import { screen, waitFor } from '@testing-library/react';
import { RepairItemBanner } from 'react-plaid-update-mode';
import { expect, it, vi } from 'vitest';
import { PLATYPUS, platypusLink } from '../support/links.js';
import { signIn, startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { createListeners, renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

const PUBLIC_TOKEN = 'public-sandbox-5a1c';

inEachReactMode('The public token, and what the user typed,', () => {
  it('never leave the callback that Link gives them to', async () => {
    const spoken = (['log', 'info', 'debug'] as const).map((kind) => vi.spyOn(console, kind));
    const simulator = startLinkSimulator({
      backend: {
        openSession: async () => ({
          ok: true,
          linkSessionId: 'session-1',
          requestId: 'request-1',
          institution: { institution_id: 'ins_109508', name: 'First Platypus Bank' },
        }),
        finishSession: async () => ({ publicToken: PUBLIC_TOKEN }),
      },
    });
    const server = createScriptedServer(platypusLink());
    const own = createListeners();
    const { user, heard, queryClient } = renderApp(<RepairItemBanner itemId={PLATYPUS} {...own} />, { server });
    await user.click(await screen.findByRole('button', { name: 'Reconnect First Platypus Bank' }));
    const visit = await untilLinkIsOpen(simulator);
    visit.emit('SUBMIT_ROUTING_NUMBER', {
      routing_number: '011401533',
      account_number_mask: '7162',
      institution_search_query: 'what the user typed',
    });
    await signIn(simulator);
    await waitFor(() => expect(heard.onRepaired).toHaveBeenCalledOnce());

    const told = [...Object.values(own), ...Object.values(heard), ...spoken].map(({ mock }) => mock.calls);
    const posted = server.requests.map(({ text, headers }) => [text, [...headers]]);
    const kept = [
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      queryClient.getQueriesData({}),
    ];
    const everything = JSON.stringify([told, posted, kept, document.body.innerHTML]);
    expect(everything).toContain('session-1');
    expect(everything).toContain('SUBMIT_ROUTING_NUMBER');
    for (const secret of [PUBLIC_TOKEN, '011401533', '7162', 'what the user typed']) {
      expect(everything).not.toContain(secret);
    }
  });
});
