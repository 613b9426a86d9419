import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { RECONNECT, renderBrokenBanner } from '../support/brokenBanner.js';
import { leaveLink, signIn, startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';

const setOverflow = (overflow: string) => void (document.body.style.overflow = overflow);

inEachReactMode('A page whose scroll is locked', () => {
  afterEach(() => setOverflow(''));

  it('gets no hidden Link, which would remember the lock', async () => {
    const simulator = startLinkSimulator();
    const { user, server } = await renderBrokenBanner();
    setOverflow('hidden');
    await user.hover(screen.getByRole('button', { name: RECONNECT }));
    await waitFor(() => expect(server.requestsTo('POST /link-token')).toHaveLength(1));
    await waitFor(() => expect(simulator.script.executions).toBe(1));
    expect(simulator.handlers).toHaveLength(0);

    setOverflow('');
    await user.click(screen.getByRole('button', { name: RECONNECT }));
    await leaveLink(simulator);
    expect(document.body.style.overflow).toBe('');
    expect(server.requestsTo('POST /link-token')).toHaveLength(1);
  });

  it('can still open Link, and is as locked afterwards as before', async () => {
    const simulator = startLinkSimulator();
    const { clickReconnect } = await renderBrokenBanner();
    setOverflow('hidden');
    await clickReconnect();
    await leaveLink(simulator);
    await waitFor(() => expect(simulator.alive).toBe(0));
    expect(document.body.style.overflow).toBe('hidden');
  });

  it.each([
    ['finishes', signIn],
    ['leaves', leaveLink],
  ] as const)('and unlocked while Link is open stays unlocked when the user %s', async (_how, end) => {
    const simulator = startLinkSimulator();
    const { clickReconnect } = await renderBrokenBanner();
    setOverflow('hidden');
    await clickReconnect();
    await untilLinkIsOpen(simulator);
    setOverflow('');
    await end(simulator);
    await waitFor(() => expect(simulator.alive).toBe(0));
    await waitFor(() => expect(document.body.style.overflow).toBe(''));
  });

  // Link is made over several turns of the event loop: whichever of them the dialog opens in, it comes out the same.
  it.each([0, 1, 2, 3, 4, 5])(
    'while Link is prepared, in turn %i, is unlocked where the dialog closes',
    async (turn) => {
      const simulator = startLinkSimulator();
      const { clickReconnect } = await renderBrokenBanner();
      screen.getByRole('button', { name: RECONNECT }).focus();
      for (let passed = 0; passed < turn; passed += 1) await new Promise((resolve) => setImmediate(resolve));
      setOverflow('hidden');
      await clickReconnect();
      await untilLinkIsOpen(simulator);
      setOverflow('');
      await signIn(simulator);
      await waitFor(() => expect(simulator.alive).toBe(0));
      await waitFor(() => expect(document.body.style.overflow).toBe(''));
    },
  );

  it('and unlocked while Link is open stays unlocked when the whole page goes', async () => {
    const simulator = startLinkSimulator();
    const { clickReconnect, unmount } = await renderBrokenBanner();
    setOverflow('hidden');
    await clickReconnect();
    await untilLinkIsOpen(simulator);
    setOverflow('');
    await Promise.resolve();
    unmount();
    expect(document.body.style.overflow).toBe('');
  });
});
