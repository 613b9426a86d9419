// @vitest-environment jsdom
import { render, screen, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { installLinkSimulator, type LinkSimulator, type LinkSimulatorOptions } from '../../src/testing/index.js';
import { expectConsole } from '../support/expectConsole.js';
import { PlaidLinkPage } from './PlaidLinkPage.js';

let simulator: LinkSimulator;

function install(options?: LinkSimulatorOptions): void {
  simulator = installLinkSimulator(options);
}

afterEach(() => simulator.uninstall());

const press = (name: string): void => screen.getByRole('button', { name }).click();
const untilReady = (): Promise<HTMLElement> => screen.findByText('ready');
const untilOpen = (): Promise<void> => waitFor(() => expect(simulator.current).not.toBeNull());

describe('Plaid.create', () => {
  it('makes one hidden handler for a mounted hook', async () => {
    install();
    render(<PlaidLinkPage />);
    await untilReady();
    expect(simulator.handlers).toMatchObject([{ token: 'link-sandbox-a', isOpen: false, openCount: 0 }]);
    expect(document.getElementById('plaid-link-iframe-1')).not.toBeVisible();
  });

  it('stays at one handler over re-renders with new callbacks', async () => {
    install();
    const { rerender } = render(<PlaidLinkPage />);
    await untilReady();
    for (let count = 0; count < 10; count += 1) rerender(<PlaidLinkPage onSuccess={() => undefined} />);
    expect(simulator.handlers).toHaveLength(1);
  });

  it('makes two handlers in StrictMode, one after the other', async () => {
    install();
    render(<PlaidLinkPage />);
    await untilReady();
    render(<PlaidLinkPage token="link-sandbox-strict" />, { wrapper: StrictMode });
    await waitFor(() => expect(simulator.handlers).toHaveLength(3));
    expect(simulator.handlers.map((handler) => handler.isDestroyed)).toEqual([false, true, false]);
    expect(simulator.alive).toBe(2);
    expect(simulator.maxAlive).toBe(2);
  });

  it('makes a handler for each hook that is mounted', async () => {
    install();
    render(
      <>
        <PlaidLinkPage token="link-sandbox-a" />
        <PlaidLinkPage token="link-sandbox-b" />
      </>,
    );
    await waitFor(() =>
      expect(simulator.handlers.map(({ token }) => token)).toEqual(['link-sandbox-a', 'link-sandbox-b']),
    );
    expect(document.querySelectorAll('iframe')).toHaveLength(2);
  });

  it('destroys the handler of an old token when a new one comes, and the last one on unmount', async () => {
    install();
    const { rerender, unmount } = render(<PlaidLinkPage token="link-sandbox-a" />);
    await untilReady();
    rerender(<PlaidLinkPage token="link-sandbox-b" />);
    expect(simulator.handlers).toMatchObject([{ isDestroyed: true }, { isDestroyed: false }]);
    unmount();
    expect(simulator.alive).toBe(0);
    expect(simulator.maxAlive).toBe(1);
    expect(document.querySelector('iframe')).toBeNull();
  });

  it('throws what it is told to throw', async () => {
    const createError = new Error('Link is out of order');
    install({ createError });
    await loadScript();
    expect(() => window.Plaid.create({ token: 'link-sandbox-a', onSuccess: () => undefined })).toThrow(createError);
    simulator.configure({ createError: null });
    expect(() => window.Plaid.create({ token: 'link-sandbox-a', onSuccess: () => undefined })).not.toThrow();
  });

  it('throws without a token', async () => {
    install();
    await loadScript();
    expect(() => window.Plaid.create({ token: null, onSuccess: () => undefined })).toThrow(/requires a token/);
  });
});

async function loadScript(): Promise<void> {
  render(<PlaidLinkPage token={null} />);
  await waitFor(() => expect(window.Plaid).toBeDefined());
}

describe('opening', () => {
  it('shows the iframe, takes the scroll and the focus, and tells of OPEN', async () => {
    const onEvent = vi.fn();
    install();
    render(<PlaidLinkPage onEvent={onEvent} />);
    await untilReady();
    press('Open');
    await untilOpen();
    const iframe = document.getElementById('plaid-link-iframe-1');
    expect(iframe).toBeVisible();
    expect(iframe).toHaveFocus();
    expect(document.body.style.overflow).toBe('hidden');
    expect(onEvent.mock.calls).toEqual([['OPEN', expect.objectContaining({ is_update_mode: 'true' })]]);
  });

  it('waits for onLoad', async () => {
    const onLoad = vi.fn();
    install({ loadDelay: 30 });
    render(<PlaidLinkPage onLoad={onLoad} />);
    await untilReady();
    press('Open');
    expect(simulator.handlers).toMatchObject([{ isOpen: false, openCount: 1 }]);
    await untilOpen();
    expect(onLoad).toHaveBeenCalledOnce();
  });

  it('never shows when onLoad never comes', async () => {
    install({ loadDelay: 'never' });
    render(<PlaidLinkPage />);
    await untilReady();
    press('Open');
    expectConsole('warn', 'attempted to exit Link when it was not open');
    press('Leave');
    expect(simulator.handlers).toMatchObject([{ isOpen: false, isLoaded: false }]);
  });

  it('opens once when open() is called twice', async () => {
    const onEvent = vi.fn();
    install();
    render(<PlaidLinkPage onEvent={onEvent} />);
    await waitFor(() => expect(simulator.handlers).toMatchObject([{ isLoaded: true }]));
    press('Open');
    press('Open');
    await untilOpen();
    await simulator.current?.exit();
    expect(onEvent.mock.calls.filter(([name]) => name === 'OPEN')).toHaveLength(1);
    expect(simulator.handlers).toMatchObject([{ openCount: 2, isOpen: false }]);
  });
});

describe('closing', () => {
  it('writes back the overflow of the time of creation, not of the opening', async () => {
    install();
    document.body.style.overflow = 'clip';
    render(<PlaidLinkPage />);
    await untilReady();
    document.body.style.overflow = '';
    press('Open');
    await untilOpen();
    await simulator.current?.exit();
    expect(document.body.style.overflow).toBe('clip');
    document.body.style.overflow = '';
  });

  it('gives the focus back to what had it', async () => {
    install();
    render(<PlaidLinkPage />);
    await untilReady();
    const opener = screen.getByRole('button', { name: 'Open' });
    opener.focus();
    opener.click();
    await untilOpen();
    expect(opener).not.toHaveFocus();
    await simulator.current?.exit();
    expect(opener).toHaveFocus();
  });

  it('hides at once by force and calls onExit later', async () => {
    const onExit = vi.fn();
    install();
    render(<PlaidLinkPage onExit={onExit} />);
    await untilReady();
    press('Open');
    await untilOpen();
    press('Leave at once');
    expect(simulator.handlers).toMatchObject([{ isOpen: false }]);
    expect(onExit).not.toHaveBeenCalled();
    await waitFor(() => expect(onExit).toHaveBeenCalledOnce());
  });

  it('calls onExit after an unmount while open, then lets the handler go', async () => {
    const onExit = vi.fn();
    install();
    const { unmount } = render(<PlaidLinkPage onExit={onExit} />);
    await untilReady();
    press('Open');
    await untilOpen();
    unmount();
    expect(simulator.alive).toBe(1);
    await waitFor(() => expect(simulator.alive).toBe(0));
    expect(onExit).toHaveBeenCalledOnce();
  });

  it('is over after success: an unmount destroys the handler at once and calls back no more', async () => {
    const onSuccess = vi.fn();
    const onExit = vi.fn();
    install();
    const { unmount } = render(<PlaidLinkPage onSuccess={onSuccess} onExit={onExit} />);
    await untilReady();
    press('Open');
    await untilOpen();
    await simulator.current?.succeed();
    unmount();
    expect(simulator.alive).toBe(0);
    expect(onSuccess).toHaveBeenCalledOnce();
    expect(onExit).not.toHaveBeenCalled();
  });

  it('leaks the handler of an unmounted hook when onExit never comes', async () => {
    install({ callsOnExit: false });
    const { unmount } = render(<PlaidLinkPage />);
    await untilReady();
    press('Open');
    await untilOpen();
    unmount();

    render(<PlaidLinkPage token="link-sandbox-b" />);
    await untilReady();
    press('Open');
    await untilOpen();
    await simulator.current?.succeed();
    expect(simulator.handlers).toMatchObject([{ isOpen: false, isDestroyed: false }, { isOpen: false }]);
  });

  it('calls the onExit of an old token when the token changes while Link is open', async () => {
    const onExit = vi.fn();
    install();
    const { rerender } = render(<PlaidLinkPage token="link-sandbox-a" onExit={onExit} />);
    await untilReady();
    press('Open');
    await untilOpen();
    rerender(<PlaidLinkPage token="link-sandbox-b" />);
    await waitFor(() => expect(onExit).toHaveBeenCalledOnce());
    expect(simulator.alive).toBe(1);
  });

  it('can refuse to be destroyed while it is open', async () => {
    install({ throwsOnDestroyWhileOpen: true });
    await loadScript();
    const handler = window.Plaid.create({ token: 'link-sandbox-a', onSuccess: () => undefined });
    handler.open();
    await untilOpen();
    expect(() => handler.destroy()).toThrow('Do not call destroy() when Link is open');
    await simulator.current?.exit();
    handler.destroy();
    expect(simulator.alive).toBe(0);
  });

  it('calls back no more after it was destroyed while open', async () => {
    const onSuccess = vi.fn();
    install();
    await loadScript();
    const handler = window.Plaid.create({ token: 'link-sandbox-a', onSuccess });
    handler.open();
    await untilOpen();
    const visit = simulator.current;
    handler.destroy();
    await visit?.succeed();
    expect(onSuccess).not.toHaveBeenCalled();
    expect(document.body.style.overflow).toBe('');
  });

  it('allows to be destroyed inside onExit', async () => {
    install();
    await loadScript();
    const handler = window.Plaid.create({
      token: 'link-sandbox-a',
      onSuccess: () => undefined,
      onExit: () => handler.destroy(),
    });
    handler.open();
    await untilOpen();
    await simulator.current?.exit();
    expect(simulator.alive).toBe(0);
    expect(document.body.style.overflow).toBe('');
  });
});

describe('uninstall', () => {
  it('leaves nothing of an open Link on the page', async () => {
    install();
    const onExit = vi.fn();
    render(<PlaidLinkPage onExit={onExit} />);
    await untilReady();
    press('Open');
    await untilOpen();
    simulator.uninstall();
    expect(document.querySelectorAll('iframe, script')).toHaveLength(0);
    expect(document.body.style.overflow).toBe('');
    expect(Reflect.has(window, 'Plaid')).toBe(false);
    expect(simulator.current).toBeNull();
  });

  it('has to come before a second simulator', () => {
    install();
    expect(() => installLinkSimulator()).toThrow(/uninstall\(\)/);
  });
});
