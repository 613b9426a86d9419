import { screen, waitFor } from '@testing-library/react';
import { RepairItemBanner, useUpdateMode } from 'react-plaid-update-mode';
import { en } from 'react-plaid-update-mode/messages/en';
import type { LinkBehaviour } from 'react-plaid-update-mode/testing';
import { expect, it } from 'vitest';
import { allowCaughtErrors } from '../support/caughtErrors.js';
import { renderBrokenBanner } from '../support/brokenBanner.js';
import { PLATYPUS, platypusLink } from '../support/links.js';
import { leaveLink, signIn, startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp, type AppOptions } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';
import { collectUncaughtErrors } from '../support/uncaughtErrors.js';

async function openLink(behaviour: LinkBehaviour = {}, options: Partial<AppOptions> = {}) {
  const simulator = startLinkSimulator(behaviour);
  const server = createScriptedServer(platypusLink());
  const app = renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server, ...options });
  await app.user.click(await screen.findByRole('button', { name: 'Reconnect First Platypus Bank' }));
  await untilLinkIsOpen(simulator);
  return { ...app, simulator, server };
}

inEachReactMode('The end of a Link (1.4)', () => {
  it.each<LinkBehaviour>([{}, { callsOnExit: false }, { throwsOnDestroyWhileOpen: true }])(
    'leaves no iframe behind when the page goes while it is open: %o',
    async (behaviour) => {
      const { simulator, unmount } = await openLink(behaviour);
      unmount();
      expect(simulator.alive).toBe(0);
      expect(document.querySelector('iframe')).toBeNull();
    },
  );

  it.each<LinkBehaviour>([{}, { callsOnExit: false }, { throwsOnDestroyWhileOpen: true }])(
    'leaves no iframe behind when the app cancels: %o',
    async (behaviour) => {
      const simulator = startLinkSimulator(behaviour);
      function Row() {
        const repair = useUpdateMode({ itemId: PLATYPUS });
        return (
          <>
            <button {...repair.buttonProps}>Open</button>
            <button onClick={repair.cancel}>Cancel</button>
          </>
        );
      }
      const { user, heard } = renderApp(<Row />, { server: createScriptedServer(platypusLink()) });
      await user.click(screen.getByRole('button', { name: 'Open' }));
      await untilLinkIsOpen(simulator);
      await user.click(screen.getByRole('button', { name: 'Cancel' }));
      await waitFor(() => expect(heard.onExit).toHaveBeenCalledOnce());
      expect(simulator.alive).toBe(0);
    },
  );

  it.each([
    ['onExit', leaveLink],
    ['onRepaired', signIn],
    ['onEvent', signIn],
  ] as const)('leaks nothing when the %s of the app throws', async (name, end) => {
    const uncaught = collectUncaughtErrors();
    const failure = new Error('The app has a bug.');
    const { simulator, server } = await openLink(
      {},
      {
        [name]: () => {
          throw failure;
        },
      },
    );
    await end(simulator);
    await waitFor(() => expect(uncaught).toContain(failure));
    await waitFor(() => expect(simulator.alive).toBe(0));
    await waitFor(() => expect(server.requestsTo('POST /repairs')).toHaveLength(1));
  });

  it.each(['success_then_exit', 'success_twice', 'exit_then_success'] as const)(
    'is told once, by the first callback: %s',
    async (kind) => {
      const simulator = startLinkSimulator({ outcome: { kind } });
      const { heard, server, clickReconnect } = await renderBrokenBanner();
      await clickReconnect();
      const [told, untold] =
        kind === 'exit_then_success' ? [heard.onExit, heard.onRepaired] : [heard.onRepaired, heard.onExit];
      await waitFor(() => expect(told).toHaveBeenCalledOnce());
      await waitFor(() => expect(simulator.alive).toBe(0));
      await waitFor(() => expect(server.requestsTo('POST /repairs')).toHaveLength(1));
      expect(untold).not.toHaveBeenCalled();
    },
  );

  it('is one handler, in StrictMode too, and it opens', async () => {
    const { simulator } = await openLink();
    expect(simulator.handlers).toMatchObject([{ openCount: 1, isDestroyed: false }]);
  });
});

inEachReactMode('A Plaid.create that throws (1.4)', () => {
  it('breaks no page, is an error to the app, and the next click works', async () => {
    allowCaughtErrors(/Link is out of order/);
    const simulator = startLinkSimulator({ createError: new Error('Link is out of order') });
    const server = createScriptedServer(platypusLink());
    const { user, heard } = renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server });
    await user.click(await screen.findByRole('button', { name: 'Reconnect First Platypus Bank' }));
    await waitFor(() => expect(screen.getByRole('region')).toHaveTextContent(en.failedText));
    expect(heard.onError.mock.calls).toMatchObject([[{ itemId: PLATYPUS, error: { code: 'link_failed' } }]]);

    simulator.configure({ createError: null });
    await user.click(screen.getByRole('button', { name: 'Reconnect First Platypus Bank' }));
    await untilLinkIsOpen(simulator);
  });
});
