import { act, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { useUpdateMode, type UseUpdateModeOptions, type UseUpdateModeResult } from 'react-plaid-update-mode';
import { expect, it, vi } from 'vitest';
import { expectConsole } from '../support/expectConsole.js';
import { PLATYPUS, platypusLink } from '../support/links.js';
import { leaveLink, signIn, startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer, problem } from '../support/scriptedServer.js';

/** Renders the hook with a button of its own, and keeps all that it ever returned. */
function renderHookWithButton(options: Partial<UseUpdateModeOptions> = {}) {
  const results: UseUpdateModeResult[] = [];
  function Row(props: Partial<UseUpdateModeOptions>) {
    const [count, setCount] = useState(0);
    const repair = useUpdateMode({ itemId: PLATYPUS, ...props });
    results.push(repair);
    return (
      <>
        <button {...repair.buttonProps}>{repair.status}</button>
        <button onClick={() => setCount(count + 1)}>Render again</button>
      </>
    );
  }
  const server = createScriptedServer(platypusLink());
  const app = renderApp(<Row {...options} />, { server });
  const last = () => {
    const result = results.at(-1);
    if (!result) throw new Error('The hook was not rendered.');
    return result;
  };
  return { ...app, server, results, last, Row };
}

inEachReactMode('useUpdateMode', () => {
  it('returns the same object until something changes', async () => {
    const { user, last, results } = renderHookWithButton();
    const before = last();
    const renders = results.length;
    await user.click(screen.getByRole('button', { name: 'Render again' }));
    expect(results.length).toBeGreaterThan(renders);
    expect(last()).toBe(before);
  });

  it('keeps its actions through a whole visit', async () => {
    const simulator = startLinkSimulator();
    const { last, heard } = renderHookWithButton();
    const { prepare, launch, cancel, reset } = last();
    act(() => last().launch());
    await signIn(simulator);
    await waitFor(() => expect(heard.onRepaired).toHaveBeenCalledOnce());
    expect(last()).toMatchObject({ status: 'repaired', prepare, launch, cancel, reset });
  });

  it('goes through each status of a repair', async () => {
    const simulator = startLinkSimulator();
    const { last, results, server } = renderHookWithButton();
    const release = server.hold('POST /repairs');
    act(() => last().launch());
    await signIn(simulator);
    await waitFor(() => expect(last()).toMatchObject({ status: 'confirming', report: 'sending', error: null }));
    release();
    await waitFor(() => expect(last().status).toBe('repaired'));
    expect([...new Set(results.map(({ status }) => status))]).toEqual([
      'idle',
      'launching',
      'open',
      'confirming',
      'repaired',
    ]);
    expect(last()).toMatchObject({ by: 'user', isVerified: true });
  });

  it('prepares without a change of status, and launches from there without another request', async () => {
    const simulator = startLinkSimulator();
    const { last, server } = renderHookWithButton();
    act(() => last().prepare());
    await waitFor(() => expect(simulator.handlers.at(-1)?.isLoaded).toBe(true));
    expect(last().status).toBe('idle');
    const made = simulator.handlers.length;
    act(() => last().launch());
    await untilLinkIsOpen(simulator);
    expect(simulator.handlers).toHaveLength(made);
    expect(server.requestsTo('POST /link-token')).toHaveLength(1);
  });

  it('never fails to prepare', async () => {
    const simulator = startLinkSimulator();
    const { last, server, heard } = renderHookWithButton();
    server.queue('POST /link-token', 'offline');
    act(() => last().prepare());
    await waitFor(() => expect(simulator.script.executions).toBe(1));
    expect(last().status).toBe('idle');
    expect(heard.onError).not.toHaveBeenCalled();
    act(() => last().launch());
    await untilLinkIsOpen(simulator);
  });

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

  it('is busy while a report is on its way, and not while it waits for the user', async () => {
    const simulator = startLinkSimulator();
    const { last, server, user } = renderHookWithButton();
    let refuse = () => {};
    const refused = new Promise<Response>((resolve) => (refuse = () => resolve(problem(403, 'cross_origin'))));
    server.queue('POST /repairs', () => refused);
    await user.click(screen.getByRole('button', { name: 'idle' }));
    await signIn(simulator);
    await waitFor(() => expect(last()).toMatchObject({ status: 'confirming', report: 'sending' }));
    expect(screen.getByRole('button', { name: 'confirming' })).toHaveAttribute('aria-busy', 'true');
    refuse();
    await waitFor(() => expect(last()).toMatchObject({ report: 'undelivered' }));
    expect(screen.getByRole('button', { name: 'confirming' })).toHaveAttribute('aria-busy', 'false');
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

  it('calls the newest callback', async () => {
    const simulator = startLinkSimulator();
    const [stale, newest] = [vi.fn(), vi.fn()];
    const { last, rerender, Row } = renderHookWithButton({ onExit: stale });
    act(() => last().launch());
    await untilLinkIsOpen(simulator);
    rerender(<Row onExit={newest} />);
    await leaveLink(simulator);
    await waitFor(() => expect(newest).toHaveBeenCalledOnce());
    expect(stale).not.toHaveBeenCalled();
  });
});
