import { act, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { renderHookWithButton } from '../support/hookWithButton.js';
import { signIn, startLinkSimulator, untilLinkIsOpen, leaveLink } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { problem } from '../support/scriptedServer.js';

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
