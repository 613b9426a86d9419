import { afterEach, describe, expect, it, vi } from 'vitest';
import { createBrowserPorts } from '../../src/browser/browserPorts.js';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const ports = createBrowserPorts(() => undefined);

function setVisibility(state: DocumentVisibilityState): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('the ports of a real page', () => {
  it('touch nothing until they are used', () => {
    Reflect.deleteProperty(window, Symbol.for('react-plaid-update-mode.page'));
    createBrowserPorts(() => {
      throw new Error('asked too early');
    });
    expect(Reflect.has(window, Symbol.for('react-plaid-update-mode.page'))).toBe(false);
    expect(document.scripts).toHaveLength(0);
  });

  it('tell the time, and wake at it unless they are told not to', () => {
    vi.useFakeTimers({ now: 1_000 });
    const heard: string[] = [];
    ports.clock.schedule(() => heard.push('kept'), 500);
    const cancel = ports.clock.schedule(() => heard.push('cancelled'), 500);
    cancel();
    vi.advanceTimersByTime(499);
    expect([ports.clock.now(), heard]).toEqual([1_499, []]);
    vi.advanceTimersByTime(1);
    expect(heard).toEqual(['kept']);
    cancel();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('tell whether the device believes to be online', () => {
    expect(ports.connectivity.isOnline()).toBe(true);
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    expect(ports.connectivity.isOnline()).toBe(false);
  });

  it('tell when the network comes back and when the page is looked at, until that is of no more interest', () => {
    const heard: string[] = [];
    const stop = ports.connectivity.onReturn(() => heard.push('back'));
    window.dispatchEvent(new Event('online'));
    window.dispatchEvent(new Event('offline'));
    expect(heard).toHaveLength(1);
    setVisibility('hidden');
    expect(heard).toHaveLength(1);
    setVisibility('visible');
    expect(heard).toHaveLength(2);
    stop();
    window.dispatchEvent(new Event('online'));
    setVisibility('visible');
    expect(heard).toHaveLength(2);
  });

  it('tell when the user turns to the page again, from another tab or another window', () => {
    const heard: string[] = [];
    const stop = ports.attention.onReturn(() => heard.push('back'));
    setVisibility('hidden');
    window.dispatchEvent(new Event('blur'));
    expect(heard).toHaveLength(0);
    setVisibility('visible');
    window.dispatchEvent(new Event('focus'));
    expect(heard).toHaveLength(2);
    stop();
    setVisibility('visible');
    window.dispatchEvent(new Event('focus'));
    expect(heard).toHaveLength(2);
  });

  it('make ids that nobody can guess, also where the page is not secure', () => {
    vi.spyOn(crypto, 'randomUUID').mockImplementation(() => {
      throw new TypeError('crypto.randomUUID is not a function');
    });
    const ids = Array.from({ length: 100 }, () => ports.createId());
    expect(new Set(ids).size).toBe(100);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
  });
});
