import { render, screen, waitFor } from '@testing-library/react';
import { createRef, type ComponentProps } from 'react';
import { UpdateModeLauncher } from 'react-plaid-update-mode';
import { expect, it, onTestFinished, vi } from 'vitest';
import { PLATYPUS, platypusLink, repairOf } from '../support/links.js';
import { leaveLink, startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

const server = () => createScriptedServer(platypusLink());

inEachReactMode('UpdateModeLauncher', () => {
  it('is a button that opens Link and gets the focus back', async () => {
    const simulator = startLinkSimulator();
    const { user } = renderApp(<UpdateModeLauncher itemId={PLATYPUS}>Sign in again</UpdateModeLauncher>, {
      server: server(),
    });
    const button = screen.getByRole('button', { name: 'Sign in again' });
    await user.click(button);
    await leaveLink(simulator);
    await waitFor(() => expect(simulator.alive).toBe(0));
    await waitFor(() => expect(button).toHaveFocus());
  });

  it('is inside a form no submit button', async () => {
    const onSubmit = vi.fn();
    const simulator = startLinkSimulator();
    const { user } = renderApp(
      <form onSubmit={onSubmit}>
        <UpdateModeLauncher itemId={PLATYPUS}>Sign in again</UpdateModeLauncher>
      </form>,
      { server: server() },
    );
    await user.click(screen.getByRole('button'));
    await untilLinkIsOpen(simulator);
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('reads the bank’s name where it has no label of its own, and no list where it has one', async () => {
    const named = server();
    const { rerender } = renderApp(<UpdateModeLauncher itemId={PLATYPUS}>Sign in again</UpdateModeLauncher>, {
      server: named,
    });
    await waitFor(() => expect(screen.getByRole('button', { name: 'Sign in again' })).toBeVisible());
    expect(named.requests).toHaveLength(0);
    rerender([<UpdateModeLauncher key="1" itemId={PLATYPUS} />, <UpdateModeLauncher key="2" itemId="item-unknown" />]);
    expect(await screen.findByRole('button', { name: 'Reconnect First Platypus Bank' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Reconnect your bank' })).toBeVisible();
  });

  it('passes ref, className, style and attributes on to its button', () => {
    const ref = createRef<HTMLButtonElement>();
    renderApp(
      <UpdateModeLauncher
        ref={ref}
        itemId={PLATYPUS}
        className="mine"
        style={{ color: 'red' }}
        aria-describedby="why"
        disabled
      />,
      { server: server() },
    );
    const button = screen.getByRole('button');
    expect(ref.current).toBe(button);
    expect(button).toHaveClass('update-mode-launcher', 'mine');
    expect(button).toHaveStyle({ color: 'rgb(255, 0, 0)' });
    expect(button).toHaveAttribute('aria-describedby', 'why');
    expect(button).toBeDisabled();
  });

  it('calls onClick before it opens Link', async () => {
    const simulator = startLinkSimulator();
    const onClick = vi.fn(() => expect(simulator.current).toBeNull());
    const { user } = renderApp(<UpdateModeLauncher itemId={PLATYPUS} onClick={onClick} />, { server: server() });
    await user.click(screen.getByRole('button'));
    await untilLinkIsOpen(simulator);
    expect(onClick).toHaveBeenCalledOnce();
  });

  it('stays closed where onClick prevents it', async () => {
    startLinkSimulator();
    const { user } = renderApp(<UpdateModeLauncher itemId={PLATYPUS} onClick={(event) => event.preventDefault()} />, {
      server: server(),
    });
    await user.click(screen.getByRole('button'));
    expect(screen.getByRole('button')).toHaveAttribute('data-status', 'idle');
  });

  it('renders anything else through render, with the same behaviour', async () => {
    const simulator = startLinkSimulator();
    const onClick = vi.fn();
    const { user } = renderApp(
      <UpdateModeLauncher
        itemId={PLATYPUS}
        onClick={onClick}
        render={({ children, ...props }, { status }) => (
          <a href="#repair" role="button" {...props} type={undefined}>
            {children} ({status})
          </a>
        )}
      >
        Sign in again
      </UpdateModeLauncher>,
      { server: server() },
    );
    await user.click(screen.getByRole('button', { name: 'Sign in again (idle)' }));
    await untilLinkIsOpen(simulator);
    expect(screen.getByRole('button', { name: 'Sign in again (open)' }).tagName).toBe('A');
    expect(onClick).toHaveBeenCalledOnce();
  });

  it('tells render which language the label is in, where that is ours and not the page’s', async () => {
    document.documentElement.lang = 'en';
    onTestFinished(() => document.documentElement.removeAttribute('lang'));
    const label = (props: ComponentProps<'span'>) => <span {...props} />;
    renderApp(
      [
        <UpdateModeLauncher
          key="ours"
          itemId={PLATYPUS}
          render={({ lang, dir, children }) => label({ lang, dir, children })}
        />,
        <UpdateModeLauncher key="theirs" itemId={PLATYPUS} render={({ lang, children }) => label({ lang, children })}>
          Sign in again
        </UpdateModeLauncher>,
      ],
      { server: server(), messages: { language: 'ar', reconnect: 'Ours' } },
    );
    expect(await screen.findByText('Ours')).toHaveAttribute('lang', 'ar');
    expect(screen.getByText('Ours')).toHaveAttribute('dir', 'rtl');
    expect(screen.getByText('Sign in again')).not.toHaveAttribute('lang');
  });

  it('calls its own callbacks for the visits that it launched', async () => {
    const simulator = startLinkSimulator();
    const onExit = vi.fn();
    const { user } = renderApp(<UpdateModeLauncher itemId={PLATYPUS} onExit={onExit} />, { server: server() });
    await user.click(screen.getByRole('button'));
    await leaveLink(simulator);
    await waitFor(() =>
      expect(onExit.mock.calls).toMatchObject([[{ ...repairOf(PLATYPUS), itemId: PLATYPUS, error: null }]]),
    );
  });

  it('reads no list by itself', () => {
    const scripted = server();
    renderApp(<UpdateModeLauncher itemId={PLATYPUS}>Sign in again</UpdateModeLauncher>, { server: scripted });
    render(<p />);
    expect(scripted.requests).toHaveLength(0);
  });
});
