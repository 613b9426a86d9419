import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPageState } from '../../src/browser/pageState.js';
import { createVisitStorage } from '../../src/browser/visitStorage.js';
import { breakStorage, denyStorage, fillStorage } from '../support/spoiledStorage.js';

const STORAGES = ['localStorage', 'sessionStorage'] as const;

/** The storage as a page finds it that has written nothing yet. */
function loadPage() {
  const page = createPageState();
  return createVisitStorage(() => page);
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

  it('are found by the page that has written them once it is no longer with them', () => {
    const storage = loadPage();
    storage.write('visit-1', 'text');
    storage.leave('visit-1');
    expect(storage.read()).toEqual([{ id: 'visit-1', text: 'text', isOwn: true }]);
    storage.write('visit-1', 'with it again');
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

  it('are changed by another tab without becoming its own, or that of its page', () => {
    loadPage().write('visit-1', 'before');
    const other = loadPage();
    other.rewrite('visit-1', 'after');
    expect(other.read()).toEqual([{ id: 'visit-1', text: 'after', isOwn: true }]);
    sessionStorage.clear();
    loadPage().rewrite('visit-1', 'by another tab');
    expect(sessionStorage.length).toBe(0);
    expect(loadPage().read()).toEqual([{ id: 'visit-1', text: 'by another tab', isOwn: false }]);
  });

  it('do not come back by a change after they were removed', () => {
    loadPage().write('visit-1', 'before');
    localStorage.clear();
    loadPage().rewrite('visit-1', 'after');
    loadPage().rewrite('visit-2', 'never written');
    expect(loadPage().read()).toEqual([]);
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
    ['is blocked', denyStorage],
    ['is full', fillStorage],
    ['keeps nothing', breakStorage],
  ])('wait in the tab where the storage for all tabs %s', (_, spoil) => {
    spoil('localStorage');
    loadPage().write('visit-1', 'text');
    expect(Object.values(sessionStorage)).toEqual(['text']);
    expect(loadPage().read()).toEqual([{ id: 'visit-1', text: 'text', isOwn: true }]);
    loadPage().rewrite('visit-1', 'changed');
    expect(loadPage().read()).toEqual([{ id: 'visit-1', text: 'changed', isOwn: true }]);
    loadPage().remove('visit-1');
    expect(loadPage().read()).toEqual([]);
    vi.restoreAllMocks();
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
  });

  it.each([
    ['are blocked', denyStorage],
    ['are full', fillStorage],
    ['keep nothing', breakStorage],
  ])('do not wait, and harm nothing, where both storages %s', (_, spoil) => {
    spoil(...STORAGES);
    const storage = loadPage();
    expect(() => storage.write('visit-1', 'text')).not.toThrow();
    expect(loadPage().read()).toEqual([]);
    expect(() => storage.remove('visit-1')).not.toThrow();
  });
});
