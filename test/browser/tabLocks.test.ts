import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createPageState } from '../../src/browser/pageState.js';
import { createTabLocks } from '../../src/browser/tabLocks.js';
import { createClockByHand, settled } from '../support/clockByHand.js';
import { breakStorage, denyStorage, fillStorage } from '../support/spoiledStorage.js';
import { installWebLocks } from '../support/webLocks.js';

const KEY = 'react-plaid-update-mode.lock.report';
const HEARTBEAT_MS = 20_000;
const LEASE_MS = 150_000;
const SETTLE_MS = 300;
/** From a tab to the next one with Web Locks. */
const PASS_ON_MS = 500;

/** A browser without Web Locks, as on http in the office's network. */
function openBrowser() {
  const clock = createClockByHand();
  let ids = 0;
  const granted: string[] = [];
  return {
    clock,
    /** Who has been granted the right, in order. */
    granted,
    openTab() {
      const page = createPageState();
      const locks = createTabLocks(
        clock,
        () => `holder-${++ids}`,
        () => page,
      );
      return {
        request(who: string) {
          const giveBack = locks.request(
            'report',
            () => void granted.push(who),
            () => void granted.push(`${who} lost it`),
          );
          onTestFinished(giveBack);
          return giveBack;
        },
      };
    },
    /** What a browser says in all tabs but the one that has written. */
    tellTabs() {
      window.dispatchEvent(new StorageEvent('storage', { key: KEY }));
    },
  };
}

/** Another tab's lease, or what somebody else has put there. */
function setLease(text: string): void {
  localStorage.setItem(KEY, text);
}

beforeEach(() => {
  Reflect.deleteProperty(navigator, 'locks');
});

afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(navigator, 'locks');
  Reflect.deleteProperty(window, Symbol.for('react-plaid-update-mode.page'));
});

describe('a right among tabs without Web Locks', () => {
  it('is granted once, after a moment in which another may have asked as well', async () => {
    const { clock, granted, openTab } = openBrowser();
    const giveBack = openTab().request('one');
    await clock.pass(SETTLE_MS - 1);
    expect(granted).toEqual([]);
    await clock.pass(10 * LEASE_MS);
    expect(granted).toEqual(['one']);
    giveBack();
    giveBack();
    expect(localStorage.length).toBe(0);
    expect(clock.waiting).toEqual([]);
  });

  it('goes to one of two tabs that ask in the same moment', async () => {
    const { clock, granted, openTab } = openBrowser();
    const { getItem } = Storage.prototype;
    // What the other process has written has not come here yet.
    const reading = vi.spyOn(Storage.prototype, 'getItem').mockImplementationOnce(() => null);
    openTab().request('one');
    await settled();
    reading.mockImplementationOnce(() => null);
    openTab().request('other');
    await settled();
    reading.mockImplementation(getItem);
    await clock.pass(10 * LEASE_MS);
    expect(granted).toEqual(['other']);
  });

  it('passes to the next tab as soon as it is given back', async () => {
    const { clock, granted, openTab, tellTabs } = openBrowser();
    const giveBack = openTab().request('one');
    await clock.pass(SETTLE_MS);
    openTab().request('other');
    await clock.pass(LEASE_MS);
    expect(granted).toEqual(['one']);
    giveBack();
    tellTabs();
    await clock.pass(SETTLE_MS);
    expect(granted).toEqual(['one', 'other']);
  });

  it('is kept by a hidden tab, whose timers run once a minute', async () => {
    const { clock, granted, openTab } = openBrowser();
    openTab().request('one');
    await clock.pass(SETTLE_MS);
    openTab().request('other');
    await settled();
    // All timers are late: the heartbeats of an hour.
    for (let minute = 0; minute < 60; minute += 1) {
      clock.set(clock.now() + 60_000);
      await clock.pass(0);
    }
    expect(granted).toEqual(['one']);
  });

  it('is waited for though the other tab’s clock is ahead a little', async () => {
    const { clock, granted, openTab } = openBrowser();
    setLease(`${clock.now() + LEASE_MS + 100} alive`);
    openTab().request('other');
    await clock.pass(LEASE_MS);
    expect(granted).toEqual([]);
  });

  it('is taken over from a tab that died, once its lease has run out', async () => {
    const { clock, granted, openTab } = openBrowser();
    setLease(`${clock.now() + LEASE_MS} dead`);
    openTab().request('other');
    await clock.pass(LEASE_MS);
    expect(granted).toEqual([]);
    await clock.pass(SETTLE_MS);
    expect(granted).toEqual(['other']);
  });

  it.each([
    ['has set back', (now: number) => `${now + 2 * LEASE_MS + 1} dead`],
    ['has set forward', (now: number) => `${now - 1} dead`],
  ])('is not held for ever by a dead tab’s lease after a clock that somebody %s', async (_, createLease) => {
    const { clock, granted, openTab } = openBrowser();
    setLease(createLease(clock.now()));
    openTab().request('one');
    await clock.pass(SETTLE_MS);
    expect(granted).toEqual(['one']);
  });

  it.each(['', 'dead', '9e99', 'NaN dead', 'Infinity dead', '{"until":1}', '99999999999999999999 dead'])(
    'is not held by a lease that says %j',
    async (text) => {
      const { clock, granted, openTab } = openBrowser();
      setLease(text);
      openTab().request('one');
      await clock.pass(SETTLE_MS);
      expect(granted).toEqual(['one']);
    },
  );

  it('is waited for again by a tab that was frozen and has lost it, which is told', async () => {
    const { clock, granted, openTab, tellTabs } = openBrowser();
    const giveBack = openTab().request('frozen');
    await clock.pass(SETTLE_MS);
    setLease(`${clock.now() + LEASE_MS} other`);
    await clock.pass(HEARTBEAT_MS);
    expect(localStorage.getItem(KEY)).toContain('other');
    giveBack();
    expect(localStorage.getItem(KEY)).toContain('other');
    openTab().request('third');
    await clock.pass(SETTLE_MS);
    localStorage.clear();
    tellTabs();
    await clock.pass(SETTLE_MS);
    expect(granted).toEqual(['frozen', 'frozen lost it', 'third']);
  });

  it.each([
    ['forbidden', denyStorage],
    ['full', fillStorage],
    ['broken', breakStorage],
  ])('is each page’s own where the storage is %s, and never granted at once', async (_, spoil) => {
    spoil('localStorage');
    const { granted, openTab } = openBrowser();
    const tab = openTab();
    const giveBack = tab.request('one');
    tab.request('other on the page');
    expect(granted).toEqual([]);
    await settled();
    openTab().request('another tab');
    await settled();
    expect(granted).toEqual(['one', 'another tab']);
    giveBack();
    expect(granted).toHaveLength(2);
    await settled();
    expect(granted).toEqual(['one', 'another tab', 'other on the page']);
  });

  it('passes along on its page in the order in which it was asked for, leaving out who has left', async () => {
    const { clock, granted, openTab } = openBrowser();
    const tab = openTab();
    const [first, second] = [tab.request('1'), tab.request('2')];
    tab.request('3');
    await clock.pass(LEASE_MS);
    expect(granted).toEqual(['1']);
    second();
    first();
    first();
    await clock.pass(LEASE_MS);
    expect(granted).toEqual(['1', '3']);
  });

  it('is granted to who asks again after having left at once, as in StrictMode', async () => {
    const { clock, granted, openTab } = openBrowser();
    const tab = openTab();
    tab.request('1')();
    const second = tab.request('2');
    await clock.pass(SETTLE_MS);
    expect(granted).toEqual(['2']);
    second();
    tab.request('3')();
    await clock.pass(LEASE_MS);
    expect(granted).toEqual(['2']);
    expect(localStorage.length).toBe(0);
  });

  it('is apart from rights of other names', async () => {
    const clock = createClockByHand();
    const page = createPageState();
    const locks = createTabLocks(
      clock,
      () => 'holder',
      () => page,
    );
    const granted: string[] = [];
    for (const name of ['1', '2', '__proto__']) onTestFinished(locks.request(name, () => void granted.push(name)));
    await clock.pass(SETTLE_MS);
    expect(granted.sort()).toEqual(['1', '2', '__proto__']);
  });

  it('is one for all copies of the library on a page', async () => {
    denyStorage('localStorage');
    vi.resetModules();
    const { createTabLocks: createOther } = await import('../../src/browser/tabLocks.js');
    expect(createOther).not.toBe(createTabLocks);
    const clock = createClockByHand();
    const granted: string[] = [];
    const giveBack = createTabLocks(clock, () => 'one').request('report', () => void granted.push('one'));
    onTestFinished(createOther(clock, () => 'other').request('report', () => void granted.push('other')));
    await settled();
    expect(granted).toEqual(['one']);
    giveBack();
    await settled();
    expect(granted).toEqual(['one', 'other']);
  });

  it('goes to others while the browser keeps its page for the way back, which asks again then', async () => {
    const { clock, granted, openTab, tellTabs } = openBrowser();
    openTab().request('one');
    await clock.pass(SETTLE_MS);
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(localStorage.length).toBe(0);
    const giveBack = openTab().request('other');
    await clock.pass(SETTLE_MS);
    expect(granted).toEqual(['one', 'one lost it', 'other']);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await clock.pass(SETTLE_MS);
    giveBack();
    tellTabs();
    await clock.pass(SETTLE_MS);
    expect(localStorage.getItem(KEY)).not.toBeNull();
    expect(granted).toEqual(['one', 'one lost it', 'other', 'one']);
  });
});

describe('a right among tabs with Web Locks', () => {
  type Hold = (lock: Lock | null) => Promise<void> | null;

  /** A lock manager that does as a test wants. */
  function setLocks(request: (name: string, options: LockOptions, hold: Hold) => unknown): void {
    Object.defineProperty(navigator, 'locks', { configurable: true, value: { request } });
  }

  const LOCK: Lock = { name: 'react-plaid-update-mode.report', mode: 'exclusive' };

  it.each([
    ['refuses them', () => Promise.reject(new DOMException('Denied', 'SecurityError'))],
    [
      'throws at the question',
      () => {
        throw new TypeError('Not a function');
      },
    ],
  ])('goes by a lease where the browser %s', async (_, request) => {
    setLocks(request);
    const { clock, granted, openTab } = openBrowser();
    const giveBack = openTab().request('one');
    openTab().request('other')();
    await clock.pass(SETTLE_MS);
    expect(granted).toEqual(['one']);
    giveBack();
    expect(localStorage.length).toBe(0);
  });

  it('is granted once and not at once, and held until it is given back', async () => {
    installWebLocks();
    const { clock, granted, openTab } = openBrowser();
    const giveBack = openTab().request('one');
    openTab().request('other');
    expect(granted).toEqual([]);
    await clock.pass(LEASE_MS);
    expect(granted).toEqual(['one']);
    giveBack();
    giveBack();
    await clock.pass(LEASE_MS);
    expect(granted).toEqual(['one', 'other']);
  });

  it('is asked for by a name of our own', async () => {
    const names: string[] = [];
    setLocks((name, _, hold) => {
      names.push(name);
      return hold(LOCK);
    });
    const { openTab } = openBrowser();
    openTab().request('one');
    await settled();
    expect(names).toEqual(['react-plaid-update-mode.report']);
  });

  it('passes to the next tab after a moment in which what the last one has written is seen', async () => {
    installWebLocks();
    const { clock, granted, openTab } = openBrowser();
    const giveBack = openTab().request('one');
    openTab().request('other');
    await settled();
    giveBack();
    await clock.pass(PASS_ON_MS - 1);
    expect(granted).toEqual(['one']);
    await clock.pass(1);
    expect(granted).toEqual(['one', 'other']);
  });

  it('passes on from a tab that leaves in that moment', async () => {
    installWebLocks();
    const { clock, granted, openTab } = openBrowser();
    const giveBack = openTab().request('one');
    const leave = openTab().request('other');
    openTab().request('third');
    await settled();
    giveBack();
    await settled();
    leave();
    await clock.pass(PASS_ON_MS);
    expect(granted).toEqual(['one', 'third']);
  });

  it('is no longer waited for once it is of no interest, and nobody hears of the refusal', async () => {
    installWebLocks();
    const { clock, granted, openTab } = openBrowser();
    const giveBack = openTab().request('one');
    const leave = openTab().request('other');
    await settled();
    leave();
    giveBack();
    await clock.pass(LEASE_MS);
    expect([granted, localStorage.length]).toEqual([['one'], 0]);
  });

  it('is not granted to who leaves before it can be told', async () => {
    setLocks((_, _options, hold) => hold(LOCK));
    const { granted, openTab } = openBrowser();
    openTab().request('one')();
    await settled();
    expect(granted).toEqual([]);
  });

  it('is not granted to who has left, though the browser says so', async () => {
    let ask: Hold = () => null;
    setLocks((_, _options, hold) => {
      ask = hold;
      return new Promise(() => {});
    });
    const { granted, openTab } = openBrowser();
    openTab().request('one')();
    await ask(LOCK);
    await settled();
    expect(granted).toEqual([]);
  });
});
