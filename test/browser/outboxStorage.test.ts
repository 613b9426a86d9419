import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createOutboxStorage } from '../../src/browser/outboxStorage.js';
import { createPageState } from '../../src/browser/pageState.js';
import { settled } from '../support/clockByHand.js';
import { breakStorage, denyStorage, fillStorage } from '../support/spoiledStorage.js';

const KEY = 'react-plaid-update-mode.report.user-1.report-1';

/** A page that has just been loaded, as often as a provider asks for its storage there. */
function loadPage() {
  const page = createPageState();
  return { openStorage: () => createOutboxStorage(() => page) };
}

function openStorage() {
  return loadPage().openStorage();
}

/** What a storage hears of one user's reports. */
function listen(storage: ReturnType<typeof openStorage>, scope = 'user-1') {
  const heard: string[] = [];
  const stop = storage.onChange(
    scope,
    (change) => void heard.push(change.type === 'removed' ? change.id : change.type),
  );
  onTestFinished(stop);
  return { heard, stop };
}

/** What a browser says in all tabs but the one that has written. */
function tellTab(key: string | null, newValue: string | null = null): void {
  window.dispatchEvent(new StorageEvent('storage', { key, newValue, storageArea: localStorage }));
}

beforeEach(() => localStorage.clear());

afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(window, Symbol.for('react-plaid-update-mode.page'));
});

describe('reports that wait in a browser', () => {
  it('are found by later pages, as they were last written, until they are removed', () => {
    expect(openStorage().write('user-1', 'report-1', 'before')).toBe(true);
    openStorage().write('user-1', 'report-1', 'after');
    openStorage().write('user-1', 'report-2', 'another');
    expect(openStorage().read('user-1')).toEqual([
      { id: 'report-1', text: 'after' },
      { id: 'report-2', text: 'another' },
    ]);
    openStorage().remove('user-1', 'report-1');
    expect(openStorage().read('user-1')).toEqual([{ id: 'report-2', text: 'another' }]);
  });

  it('are one user’s each, whatever their scopes are', () => {
    const scopes = ['', 'a', 'a.b', 'a.b.c', '%61', 'ä/:"', 'a%2Eb', '\ud800', '\udc00', '__proto__'];
    const storage = openStorage();
    for (const scope of scopes) storage.write(scope, 'report-1', scope);
    for (const scope of scopes) expect(openStorage().read(scope)).toEqual([{ id: 'report-1', text: scope }]);
    for (const scope of scopes) storage.remove(scope, 'report-1');
    expect(localStorage.length).toBe(0);
  });

  it('stand beside what others keep there, and leave it alone', () => {
    const others = ['app', `${KEY}.x`, 'react-plaid-update-mode.report.user-1.', `${KEY}${'x'.repeat(64)}`, `${KEY}\n`];
    for (const key of others) localStorage.setItem(key, 'theirs');
    const storage = openStorage();
    expect(storage.read('user-1')).toEqual([]);
    storage.write('user-1', 'report-1', 'ours');
    expect(storage.read('user-1')).toEqual([{ id: 'report-1', text: 'ours' }]);
    storage.remove('user-1', 'report-1');
    expect(Object.keys(localStorage).sort()).toEqual(others.sort());
  });

  it('are passed on as they stand, whoever has spoiled them', () => {
    localStorage.setItem(KEY, '<img>');
    expect(openStorage().read('user-1')).toEqual([{ id: 'report-1', text: '<img>' }]);
  });

  it.each([
    ['is forbidden', denyStorage],
    ['is full', fillStorage],
    ['keeps nothing', breakStorage],
  ])('live as long as their page where the storage %s', (_, spoil) => {
    spoil('localStorage');
    const page = loadPage();
    expect(page.openStorage().write('user-1', 'report-1', 'text')).toBe(false);
    expect(page.openStorage().read('user-1')).toEqual([{ id: 'report-1', text: 'text', isOfPageAlone: true }]);
    expect(page.openStorage().read('user-2')).toEqual([]);
    expect(openStorage().read('user-1')).toEqual([]);
    page.openStorage().remove('user-1', 'report-1');
    expect(page.openStorage().read('user-1')).toEqual([]);
  });

  it('are written down with their next change, once there is room', () => {
    fillStorage('localStorage');
    const storage = openStorage();
    storage.write('user-1', 'report-1', 'before');
    vi.restoreAllMocks();
    expect(storage.write('user-1', 'report-1', 'after')).toBe(true);
    expect(storage.read('user-1')).toEqual([{ id: 'report-1', text: 'after' }]);
    expect(openStorage().read('user-1')).toEqual([{ id: 'report-1', text: 'after' }]);
  });

  describe('and find no room for a change', () => {
    function changeWithoutRoom() {
      const page = loadPage();
      page.openStorage().write('user-1', 'report-1', 'before');
      fillStorage('localStorage');
      expect(page.openStorage().write('user-1', 'report-1', 'after')).toBe(true);
      vi.restoreAllMocks();
      return page.openStorage();
    }

    it('are newer on their page than on a later one', () => {
      const storage = changeWithoutRoom();
      expect(storage.read('user-1')).toEqual([{ id: 'report-1', text: 'after' }]);
      expect(openStorage().read('user-1')).toEqual([{ id: 'report-1', text: 'before' }]);
    });

    it('yield to what another tab has written since', () => {
      const storage = changeWithoutRoom();
      openStorage().write('user-1', 'report-1', 'by another');
      expect(storage.read('user-1')).toEqual([{ id: 'report-1', text: 'by another' }]);
    });

    it('do not come back once another tab has removed them', () => {
      const storage = changeWithoutRoom();
      openStorage().remove('user-1', 'report-1');
      expect(storage.read('user-1')).toEqual([]);
      openStorage().write('user-1', 'report-1', 'before');
      expect(storage.read('user-1')).toEqual([{ id: 'report-1', text: 'before' }]);
    });

    it('outlive a storage that is forbidden from then on', () => {
      const storage = changeWithoutRoom();
      denyStorage('localStorage');
      expect(storage.read('user-1')).toEqual([{ id: 'report-1', text: 'after' }]);
      vi.restoreAllMocks();
      expect(storage.read('user-1')).toEqual([{ id: 'report-1', text: 'after' }]);
    });
  });

  it('are heard of by others on the page, after their writer has had its say', async () => {
    const page = loadPage();
    const [writer, other] = [page.openStorage(), page.openStorage()];
    const [own, others, users] = [listen(writer), listen(other), listen(other, 'user-2')];
    writer.write('user-1', 'report-1', 'text');
    writer.remove('user-1', 'report-1');
    expect(others.heard).toEqual([]);
    await settled();
    expect(others.heard).toEqual(['written', 'report-1']);
    expect([own.heard, users.heard]).toEqual([[], []]);
  });

  it('are heard of in other tabs: which one was removed, and that all were swept away', () => {
    const { heard } = listen(openStorage());
    tellTab(KEY, 'text');
    tellTab(KEY);
    tellTab(null);
    expect(heard).toEqual(['written', 'report-1', 'emptied']);
    tellTab('app');
    tellTab(`${KEY}.x`);
    tellTab(KEY.replace('user-1', 'user-2'));
    tellTab(KEY.replace('.report.', '.visit.'));
    expect(heard).toHaveLength(3);
  });

  it('are looked for by a page that was kept for the way back', () => {
    const { heard } = listen(openStorage());
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    expect(heard).toEqual([]);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(heard).toEqual(['missed']);
  });

  it('are not heard of by who has stopped listening, not even a moment ago', async () => {
    const page = loadPage();
    const { heard, stop } = listen(page.openStorage());
    page.openStorage().write('user-1', 'report-1', 'text');
    stop();
    tellTab(null);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await settled();
    expect(heard).toEqual([]);
  });

  it('are shared by all copies of the library on a page', async () => {
    fillStorage('localStorage');
    vi.resetModules();
    const { createOutboxStorage: createOther } = await import('../../src/browser/outboxStorage.js');
    expect(createOther).not.toBe(createOutboxStorage);
    const { heard } = listen(createOther());
    createOutboxStorage().write('user-1', 'report-1', 'text');
    expect(createOther().read('user-1')).toEqual([{ id: 'report-1', text: 'text', isOfPageAlone: true }]);
    await settled();
    expect(heard).toEqual(['written']);
  });
});
