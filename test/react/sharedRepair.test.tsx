import { screen, waitFor } from '@testing-library/react';
import { UpdateModeLauncher, useUpdateMode, type RepairCallbacks } from 'react-plaid-update-mode';
import { expect, it } from 'vitest';
import { passTime, startFakeClock } from '../support/fakeClock.js';
import { PLATYPUS, platypusLink, TATTERSALL, tattersallLink } from '../support/links.js';
import { leaveLink, signIn, startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { createListeners, renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

function Row({ label, itemId = PLATYPUS, ...callbacks }: RepairCallbacks & { label: string; itemId?: string }) {
  const repair = useUpdateMode({ itemId, ...callbacks });
  return <button {...repair.buttonProps}>{label}</button>;
}

const button = (name: string) => screen.getByRole('button', { name });

inEachReactMode('Hooks of one Item', () => {
  it('share one repair, and each hears of those that it launched', async () => {
    const simulator = startLinkSimulator();
    const [mine, yours] = [createListeners(), createListeners()];
    const { user, heard } = renderApp(
      <>
        <Row label="Mine" {...mine} />
        <Row label="Yours" {...yours} />
      </>,
      { server: createScriptedServer(platypusLink()) },
    );
    await user.click(button('Mine'));
    await untilLinkIsOpen(simulator);
    expect(button('Yours')).toHaveAttribute('data-status', 'open');
    await leaveLink(simulator);
    await waitFor(() => expect(mine.onExit).toHaveBeenCalledOnce());
    expect(heard.onExit).toHaveBeenCalledOnce();
    expect(yours.onExit).not.toHaveBeenCalled();
  });

  it('hear nothing once they are unmounted; the provider does', async () => {
    const simulator = startLinkSimulator();
    const own = createListeners();
    const { user, rerender, heard } = renderApp(<Row label="Mine" {...own} />, {
      server: createScriptedServer(platypusLink()),
    });
    await user.click(button('Mine'));
    await untilLinkIsOpen(simulator);
    rerender(null);
    await signIn(simulator);
    await waitFor(() => expect(heard.onRepaired).toHaveBeenCalledOnce());
    expect(own.onRepaired).not.toHaveBeenCalled();
  });

  it('follow a change of the Item', async () => {
    const simulator = startLinkSimulator();
    const server = createScriptedServer(platypusLink(), tattersallLink());
    const { user, rerender } = renderApp(<Row label="Mine" />, { server });
    await user.click(button('Mine'));
    await untilLinkIsOpen(simulator);
    rerender(<Row label="Mine" itemId={TATTERSALL} />);
    expect(button('Mine')).toHaveAttribute('data-status', 'idle');
    rerender(<Row label="Mine" />);
    expect(button('Mine')).toHaveAttribute('data-status', 'open');
  });
});

inEachReactMode('buttonProps', () => {
  it.each([
    ['pointer', async ({ user }: ReturnType<typeof renderApp>) => user.hover(button('Mine'))],
    ['keyboard', async ({ user }: ReturnType<typeof renderApp>) => user.tab()],
    [
      'touch',
      async ({ user }: ReturnType<typeof renderApp>) => user.pointer({ keys: '[TouchA>]', target: button('Mine') }),
    ],
  ])('prepare at the first sign of intent: %s', async (_sign, show) => {
    const simulator = startLinkSimulator();
    const app = renderApp(<Row label="Mine" />, { server: createScriptedServer(platypusLink()) });
    await show(app);
    await waitFor(() => expect(simulator.alive).toBe(1));
    expect(button('Mine')).toHaveAttribute('data-status', 'idle');
  });

  it('open Link by keyboard, and tell assistive technology that it is busy', async () => {
    startFakeClock();
    const simulator = startLinkSimulator({ loadDelay: 5_000 });
    const { user } = renderApp(<Row label="Mine" />, { server: createScriptedServer(platypusLink()) });
    expect(button('Mine')).toHaveAttribute('aria-busy', 'false');
    await user.tab();
    await user.keyboard('{Enter}');
    expect(button('Mine')).toHaveAttribute('aria-busy', 'true');
    expect(button('Mine')).toBeEnabled();
    await waitFor(() => expect(simulator.handlers.at(-1)?.openCount).toBe(1));
    await passTime(5_000);
    await untilLinkIsOpen(simulator);
  });

  it('fetch no new token by the focus that comes back after Link', async () => {
    const simulator = startLinkSimulator();
    const server = createScriptedServer(platypusLink());
    const { user, heard } = renderApp(<UpdateModeLauncher itemId={PLATYPUS}>Mine</UpdateModeLauncher>, { server });
    await user.tab();
    await user.keyboard('{Enter}');
    await leaveLink(simulator);
    await waitFor(() => expect(heard.onExit).toHaveBeenCalledOnce());
    await waitFor(() => expect(button('Mine')).toHaveFocus());
    expect(server.requestsTo('POST /link-token')).toHaveLength(1);
  });
});
