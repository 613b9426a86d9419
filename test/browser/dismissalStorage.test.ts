import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { forgetScope } from 'react-plaid-update-mode';
import { createDismissalStorage } from '../../src/browser/dismissalStorage.js';
import { createPageState } from '../../src/browser/pageState.js';
import { settled } from '../support/clockByHand.js';
import { breakStorage, denyStorage, fillStorage } from '../support/spoiledStorage.js';

const PREFIX = 'react-plaid-update-mode.dismissal.';

/** The storage as a page finds it, and as many providers on it as asked for. */
function loadPage() {
  const page = createPageState();
  return () => createDismissalStorage(() => page);
}

function readAll(storage = loadPage()(), scope = 'user-1'): [string, string][] {
  return [...storage.read(scope)];
}

function tellOfStorage(key: string | null): void {
  window.dispatchEvent(new StorageEvent('storage', { key }));
}

/** How often a listener of that user is called. */
function listen(storage: ReturnType<typeof createDismissalStorage>, scope = 'user-1') {
  const listener = vi.fn<() => void>();
  onTestFinished(storage.onChange(scope, listener));
  return listener;
}

beforeEach(() => localStorage.clear());

afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(window, Symbol.for('react-plaid-update-mode.page'));
});

describe('What a browser keeps of dismissals', () => {
  it('is found by the next page, by Item, under a key for each', () => {
    const storage = loadPage()();
    storage.write('user-1', 'item-1', 'before');
    storage.write('user-1', 'item-1', 'after');
    storage.write('user-1', 'item-2', 'text');
    expect(Object.keys(localStorage).toSorted()).toEqual([`${PREFIX}user-1.item-1`, `${PREFIX}user-1.item-2`]);
    expect(readAll()).toEqual(
      expect.arrayContaining([
        ['item-1', 'after'],
        ['item-2', 'text'],
      ]),
    );
    storage.remove('user-1', 'item-1');
    expect(readAll()).toEqual([['item-2', 'text']]);
  });

  it.each([
    ['user', 'user.1', 'item', 'user', '1.item'],
    ['dot', 'a.b', 'c', 'a', 'b.c'],
    ['percent sign', 'a%2Eb', 'c', 'a.b', 'c'],
    ['half a character', '\ud83d', 'c', '\ud83e', 'c'],
  ])('is each user’s own, whatever their names have in them: %s', (_what, scope, itemId, otherScope, otherItemId) => {
    const storage = loadPage()();
    storage.write(scope, itemId, 'text');
    expect(readAll(storage, scope)).toEqual([[itemId, 'text']]);
    expect(readAll(storage, otherScope)).toEqual([]);
    storage.remove(otherScope, otherItemId);
    expect(readAll(storage, scope)).toHaveLength(1);
  });

  it('stands beside what the app keeps there, and takes no key for its own that is none', () => {
    localStorage.setItem('app', '1');
    localStorage.setItem(`${PREFIX}user-1.a.b`, 'text');
    localStorage.setItem(`${PREFIX}user-1.%zz`, 'text');
    expect(readAll()).toEqual([]);
  });

  it.each([
    ['is blocked', denyStorage],
    ['is full', fillStorage],
    ['keeps nothing', breakStorage],
  ])('is the page’s own where the storage %s, and harms nothing', (_, spoil) => {
    spoil('localStorage');
    const createStorage = loadPage();
    createStorage().write('user-1', 'item-1', 'text');
    expect(readAll(createStorage())).toEqual([['item-1', 'text']]);
    expect(readAll()).toEqual([]);
    createStorage().remove('user-1', 'item-1');
    expect(readAll(createStorage())).toEqual([]);
  });

  it('is what another tab has decided since this page found no room', () => {
    const storage = loadPage()();
    storage.write('user-1', 'item-1', 'before');
    fillStorage('localStorage');
    storage.write('user-1', 'item-1', 'ours');
    expect(readAll(storage)).toEqual([['item-1', 'ours']]);
    vi.restoreAllMocks();
    localStorage.setItem(`${PREFIX}user-1.item-1`, 'theirs');
    expect(readAll(storage)).toEqual([['item-1', 'theirs']]);
  });

  it('is what this page has decided since it found room again', () => {
    const storage = loadPage()();
    storage.write('user-1', 'item-1', 'before');
    fillStorage('localStorage');
    storage.write('user-1', 'item-1', 'meanwhile');
    vi.restoreAllMocks();
    storage.write('user-1', 'item-1', 'before');
    expect(readAll(storage)).toEqual([['item-1', 'before']]);
  });
});

describe('A change of dismissals', () => {
  it('is heard of by others on the page, by whoever it concerns', async () => {
    const createStorage = loadPage();
    const storage = createStorage();
    const own = listen(storage);
    const other = listen(createStorage());
    const ofOtherUser = listen(createStorage(), 'user-2');
    storage.write('user-1', 'item-1', 'text');
    await settled();
    expect([own, other, ofOtherUser].map(({ mock }) => mock.calls.length)).toEqual([0, 1, 0]);
    storage.remove('user-1', 'item-1');
    await settled();
    expect(other).toHaveBeenCalledTimes(2);
  });

  it('is heard of from other tabs, and from what the page was not told while it was put aside', () => {
    const listener = listen(loadPage()());
    tellOfStorage(`${PREFIX}user-1.item-1`);
    tellOfStorage(null);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(listener).toHaveBeenCalledTimes(3);
    const left = vi.fn<() => void>();
    loadPage()().onChange('user-1', left)();
    tellOfStorage(null);
    expect(left).not.toHaveBeenCalled();
    listener.mockClear();
    tellOfStorage(`${PREFIX}user-12.item-1`);
    tellOfStorage('react-plaid-update-mode.report.user-1.1');
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    expect(listener).not.toHaveBeenCalled();
  });
});

describe('A user who is forgotten', () => {
  it('leaves no dismissal behind, of whatever version, and those of others alone', async () => {
    const storage = createDismissalStorage();
    storage.write('user-1', 'item-1', 'text');
    storage.write('user-1', 'item-2', '{"version":9}');
    storage.write('user-2', 'item-1', 'text');
    const listener = listen(storage);
    forgetScope('user-1');
    await settled();
    expect(Object.keys(localStorage)).toEqual([`${PREFIX}user-2.item-1`]);
    expect(listener).toHaveBeenCalled();
    storage.write('user-1', 'item-1', 'on the way out');
    expect(readAll(storage)).toEqual([]);
  });

  it('leaves none in the page’s memory', () => {
    fillStorage('localStorage');
    const storage = createDismissalStorage();
    storage.write('user-1', 'item-1', 'text');
    forgetScope('user-1');
    expect(readAll(storage)).toEqual([]);
  });
});
