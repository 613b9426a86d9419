import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPageState } from '../../src/browser/pageState.js';
import { createVisitStorage } from '../../src/browser/visitStorage.js';

const STORAGES = ['localStorage', 'sessionStorage'] as const;
type StorageName = (typeof STORAGES)[number];

/** The storage as a page finds it that has written nothing yet. */
function loadPage() {
  const page = createPageState();
  return createVisitStorage(() => page);
}

function deny(...names: StorageName[]): void {
  for (const name of names) {
    vi.spyOn(window, name, 'get').mockImplementation(() => {
      throw new DOMException('Blocked', 'SecurityError');
    });
  }
}

function fill(...names: StorageName[]): void {
  const full: Storage[] = names.map((name) => window[name]);
  const { setItem } = Storage.prototype;
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(function (this: Storage, key, value) {
    if (full.includes(this)) throw new DOMException('Full', 'QuotaExceededError');
    setItem.call(this, key, value);
  });
}

beforeEach(() => {
  for (const name of STORAGES) window[name].clear();
});

afterEach(() => vi.restoreAllMocks());

describe('visits that wait in a browser', () => {
  it('are found by the next page of their tab', () => {
    loadPage().write('visit-1', 'text');
    expect(loadPage().read()).toEqual([{ id: 'visit-1', text: 'text', isOwn: true }]);
  });

  it('are found by another tab, which knows that they are not its own', () => {
    loadPage().write('visit-1', 'text');
    sessionStorage.clear();
    expect(loadPage().read()).toEqual([{ id: 'visit-1', text: 'text', isOwn: false }]);
  });

  it('are not found by the page that has written them', () => {
    const storage = loadPage();
    storage.write('visit-1', 'text');
    expect(storage.read()).toEqual([]);
  });

  it('are gone from everywhere once they are removed', () => {
    loadPage().write('visit-1', 'text');
    loadPage().remove('visit-1');
    expect([localStorage.length, sessionStorage.length, loadPage().read()]).toEqual([0, 0, []]);
  });

  it('are replaced by what is written later', () => {
    const storage = loadPage();
    storage.write('visit-1', 'before');
    storage.write('visit-1', 'after');
    expect(loadPage().read()).toEqual([{ id: 'visit-1', text: 'after', isOwn: true }]);
  });

  it('stand beside what the app keeps there, and leave it alone', () => {
    localStorage.setItem('app', '1');
    sessionStorage.setItem('app', '2');
    const storage = loadPage();
    storage.write('visit-1', 'text');
    expect(loadPage().read()).toHaveLength(1);
    storage.remove('visit-1');
    expect([localStorage.length, localStorage.getItem('app')]).toEqual([1, '1']);
    expect([sessionStorage.length, sessionStorage.getItem('app')]).toEqual([1, '2']);
  });

  it.each([
    ['is blocked', deny],
    ['is full', fill],
  ])('wait in the tab where the storage for all tabs %s', (_, spoil) => {
    spoil('localStorage');
    loadPage().write('visit-1', 'text');
    expect(Object.values(sessionStorage)).toEqual(['text']);
    expect(loadPage().read()).toEqual([{ id: 'visit-1', text: 'text', isOwn: true }]);
    loadPage().remove('visit-1');
    expect(loadPage().read()).toEqual([]);
    vi.restoreAllMocks();
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
  });

  it.each([
    ['are blocked', deny],
    ['are full', fill],
  ])('do not wait, and harm nothing, where both storages %s', (_, spoil) => {
    spoil(...STORAGES);
    const storage = loadPage();
    expect(() => storage.write('visit-1', 'text')).not.toThrow();
    expect(loadPage().read()).toEqual([]);
    expect(() => storage.remove('visit-1')).not.toThrow();
  });
});
