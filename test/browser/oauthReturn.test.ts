import { afterEach, describe, expect, it, vi } from 'vitest';
import { createOAuthReturn } from '../../src/browser/oauthReturn.js';
import { createPageState } from '../../src/browser/pageState.js';

function goTo(address: string, state: unknown = null): void {
  history.replaceState(state, '', address);
}

/** The port of one copy of the library; those of one page share its state. */
function createPort(page = createPageState()) {
  return createOAuthReturn(() => page);
}

afterEach(() => {
  vi.restoreAllMocks();
  goTo('/');
});

describe('the address that a bank sends the user back to', () => {
  it('is taken whole, with its query and without its fragment', () => {
    goTo('/settings?tab=banks&oauth_state_id=9d5feadd-a873&x=%20y#top');
    expect(createPort().take()).toBe(`${location.origin}/settings?tab=banks&oauth_state_id=9d5feadd-a873&x=%20y`);
  });

  it('is none without an oauth_state_id, or with an empty one', () => {
    for (const address of ['/', '/?oauth_state=1', '/?oauth_state_id=', '/?x=oauth_state_id', '/#oauth_state_id=1']) {
      goTo(address);
      expect(createPort().take()).toBeNull();
    }
  });

  it('is taken by one on the page, until that one gives it back', () => {
    goTo('/?oauth_state_id=1');
    const page = createPageState();
    const [one, other] = [createPort(page), createPort(page)];
    expect([one.take(), one.take(), other.take()]).toEqual([location.href, null, null]);
    one.giveBack();
    expect([other.take(), one.take()]).toEqual([location.href, null]);
  });

  it('is known even where the app’s router has moved on by then', () => {
    goTo('/oauth?oauth_state_id=1');
    const returned = location.href;
    const page = createPageState();
    const one = createPort(page);
    goTo('/settings');
    expect(one.take()).toBe(returned);
    one.giveBack();
    expect(createPort(page).take()).toBe(returned);
    one.clean();
    expect(location.pathname).toBe('/settings');
  });

  it('is cleaned, and stays taken', () => {
    goTo('/?oauth_state_id=1');
    const port = createPort();
    port.take();
    port.clean();
    expect([location.search, port.take()]).toEqual(['', null]);
  });

  it.each([
    ['?oauth_state_id=1', ''],
    ['?tab=banks&oauth_state_id=1', '?tab=banks'],
    ['?oauth_state_id=1&a=b%20c&flag&d=e+f#part/2?x', '?a=b%20c&flag&d=e+f#part/2?x'],
    ['?a=1&oauth_state_id=1&oauth_state_id=2&a=2#oauth_state_id=3', '?a=1&a=2#oauth_state_id=3'],
  ])('is cleaned of Plaid’s part alone: %s', (before, after) => {
    const state = { usr: { from: '/a' }, key: 'abc', idx: 3 };
    goTo(`/a/b${before}`, state);
    const entries = history.length;
    createPort().clean();
    expect(location.pathname + location.search + location.hash).toBe(`/a/b${after}`);
    expect(history.state).toEqual(state);
    expect(history.length).toBe(entries);
  });

  it('is left alone where there is nothing to clean', () => {
    goTo('/?tab=banks');
    const replaceState = vi.spyOn(history, 'replaceState');
    createPort().clean();
    expect(replaceState).not.toHaveBeenCalled();
  });

  it('stays where the browser lets nobody write the history', () => {
    goTo('/?oauth_state_id=1');
    vi.spyOn(history, 'replaceState').mockImplementation(() => {
      throw new DOMException('The document is sandboxed', 'SecurityError');
    });
    expect(() => createPort().clean()).not.toThrow();
  });
});
