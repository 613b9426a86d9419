import { act, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { expectConsole } from '../support/expectConsole.js';
import { renderHookWithButton } from '../support/hookWithButton.js';
import { leaveLink, startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';

inEachReactMode('useUpdateMode', () => {
  it('cancels a launch without a word to the server', async () => {
    const { last, server, heard } = renderHookWithButton();
    startLinkSimulator();
    server.queue('POST /link-token', 'never');
    act(() => last().launch());
    act(() => last().cancel());
    expect(last().status).toBe('idle');
    expect(server.requestsTo('POST /repairs')).toHaveLength(0);
    expect(heard.onExit).not.toHaveBeenCalled();
  });

  it('cancels an open Link as the user would leave it', async () => {
    const simulator = startLinkSimulator();
    const { last, server, heard } = renderHookWithButton();
    act(() => last().launch());
    await untilLinkIsOpen(simulator);
    act(() => last().cancel());
    await waitFor(() => expect(server.requestsTo('POST /repairs')).toHaveLength(1));
    expect(last()).toMatchObject({ status: 'exited', error: null });
    expect(heard.onExit).toHaveBeenCalledOnce();
    await waitFor(() => expect(simulator.alive).toBe(0));
  });

  it('cancels a Link that was asked to open and never appeared', async () => {
    const simulator = startLinkSimulator({ loadDelay: 'never' });
    expectConsole('warn', 'attempted to exit Link when it was not open');
    const { last, server, heard } = renderHookWithButton();
    act(() => last().launch());
    await waitFor(() => expect(simulator.handlers.at(-1)?.openCount).toBe(1));
    act(() => last().cancel());
    expect(last().status).toBe('idle');
    await waitFor(() => expect(simulator.alive).toBe(0));
    expect(server.requestsTo('POST /repairs')).toHaveLength(0);
    expect(heard.onExit).not.toHaveBeenCalled();
  });

  it('resets how the last visit ended, and nothing that is under way', async () => {
    const simulator = startLinkSimulator();
    const { last } = renderHookWithButton();
    act(() => last().launch());
    await untilLinkIsOpen(simulator);
    act(() => last().reset());
    expect(last().status).toBe('open');
    await leaveLink(simulator);
    await waitFor(() => expect(last().status).toBe('exited'));
    act(() => last().reset());
    expect(last().status).toBe('idle');
  });
});
