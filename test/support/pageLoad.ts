import { act } from '@testing-library/react';
import { onTestFinished, vi } from 'vitest';
import type { LinkSimulator } from 'react-plaid-update-mode/testing';

const STORAGES = ['localStorage', 'sessionStorage'] as const;

/** All that the page's storages hold, as text. */
export function readStorages(): string[] {
  return STORAGES.flatMap((name) => Object.values<string>(window[name]));
}

/**
 * Takes the user from this page to another address in the same tab, or reloads it. The page is told that it goes, as a
 * browser does, and gives its rights among tabs back. What it would say, tidy up or begin while React takes it down does
 * not happen: a real one is gone at once.
 */
export async function leavePageFor(
  address: string,
  page: { unmount(): void },
  simulator: LinkSimulator,
  state: unknown = null,
): Promise<void> {
  window.dispatchEvent(new Event('pagehide'));
  const kept = STORAGES.map((name) => Object.entries<string>(window[name]));
  simulator.configure({ callsOnExit: false });
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  await act(async () => page.unmount());
  vi.useRealTimers();
  simulator.uninstall();
  document.body.replaceChildren();
  Reflect.deleteProperty(window, Symbol.for('react-plaid-update-mode.page'));
  for (const [index, name] of STORAGES.entries()) {
    window[name].clear();
    for (const [key, value] of kept[index] ?? []) window[name].setItem(key, value);
  }
  history.replaceState(state, '', address);
}

/** A browser that has kept nothing yet; and afterwards again. */
export function startWithCleanStorages(): void {
  const clean = () => {
    for (const name of STORAGES) window[name].clear();
    history.replaceState(null, '', '/');
  };
  clean();
  onTestFinished(clean);
}
