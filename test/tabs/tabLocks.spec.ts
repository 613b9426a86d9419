import { expect, type Page } from '@playwright/test';
import { DEATHS, test } from './tabTest.js';

const NAME = 'right';

function request(page: Page): Promise<void> {
  return page.evaluate((name) => window.tab.request(name), NAME);
}

function giveBack(page: Page): Promise<void> {
  return page.evaluate((name) => window.tab.giveBack(name), NAME);
}

function countGranted(page: Page): Promise<number> {
  return page.evaluate((name) => window.tab.countGranted(name), NAME);
}

async function expectGranted(page: Page, times = 1): Promise<void> {
  await expect.poll(() => countGranted(page)).toBe(times);
}

/** How many of the tabs' requests were granted by now. */
async function countAllGranted(tabs: Page[]): Promise<number> {
  const counts = await Promise.all(tabs.map(countGranted));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** What a tab without Web Locks knows of who has the right or asks for it: another process's word takes a while. */
function readLease(page: Page): Promise<string | null> {
  return page.evaluate((name) => localStorage.getItem(`react-plaid-update-mode.lock.${name}`), NAME);
}

/** Asks for the right once this tab has heard that another has it. */
async function requestBehind(page: Page): Promise<void> {
  await expect.poll(() => readLease(page)).not.toBeNull();
  await request(page);
}

async function findHolders(tabs: Page[]): Promise<Page[]> {
  const holders: Page[] = [];
  for (const tab of tabs) if (await tab.evaluate((name) => window.tab.isHolder(name), NAME)) holders.push(tab);
  return holders;
}

/** How many stand in the browser's own queue for Web Locks. */
function countWaiting(page: Page): Promise<number> {
  return page.evaluate(async () => (await navigator.locks.query()).pending?.length ?? 0);
}

/** Asks for the right behind somebody who has it. */
async function waitBehind(page: Page, waiting = 1): Promise<void> {
  await request(page);
  await expect.poll(() => countWaiting(page)).toBe(waiting);
  expect(await countGranted(page)).toBe(0);
}

test.describe('a right among tabs', () => {
  for (const [happening, die] of Object.entries(DEATHS)) {
    test(`passes to another tab when its own ${happening}`, async ({ openTab }) => {
      const [first, second] = [await openTab(), await openTab()];
      await request(first);
      await expectGranted(first);
      await waitBehind(second);
      await die(first);
      await expectGranted(second);
    });
  }

  test('passes to another tab when it is given back, and when its page is left', async ({ openTab }) => {
    const [first, second] = [await openTab(), await openTab()];
    await request(first);
    await expectGranted(first);
    await waitBehind(second);
    await giveBack(first);
    await expectGranted(second);
    await request(first);
    await expect.poll(() => countWaiting(first)).toBe(1);
    await second.goto('about:blank');
    await expectGranted(first, 2);
  });

  test('is one tab’s of five at a time, and one’s of two who ask on one page', async ({ openTab }) => {
    const tabs: Page[] = [];
    for (let index = 0; index < 5; index += 1) tabs.push(await openTab());
    const [first, second, third] = tabs;
    if (!first || !second || !third) throw new Error('There are five.');
    await Promise.all(tabs.map(request));
    await request(first);
    await expect.poll(() => countWaiting(first)).toBe(5);
    for (let turn = 1; turn <= 6; turn += 1) {
      await expect.poll(() => countAllGranted(tabs)).toBe(turn);
      const holders = await findHolders(tabs);
      expect(holders).toHaveLength(1);
      for (const holder of holders) await giveBack(holder);
    }
    expect(await countGranted(first)).toBe(2);
  });
});

test.describe('a right among tabs of a browser without Web Locks', () => {
  test('passes to another tab when it is given back, and when its page is left', async ({ openTabWithoutLocks }) => {
    const [first, second] = [await openTabWithoutLocks(), await openTabWithoutLocks()];
    await request(first);
    await expectGranted(first);
    await requestBehind(second);
    await giveBack(first);
    await expectGranted(second);
    await requestBehind(first);
    await second.goto('about:blank');
    await expectGranted(first, 2);
  });

  test('passes to another tab once the lease of one that crashed has run out', async ({ openTabWithoutLocks }) => {
    const [first, second] = [await openTabWithoutLocks(), await openTabWithoutLocks()];
    await request(first);
    await expectGranted(first);
    await requestBehind(second);
    // Two minutes, in which a hidden tab's heartbeat may have been missed once.
    await second.evaluate(() => window.tab.putForward(120_000));
    expect(await countGranted(second)).toBe(0);
    await DEATHS.crashes(first);
    await second.evaluate(() => window.tab.putForward(60_000));
    await expectGranted(second);
  });

  test('goes to one of five tabs that ask at once', async ({ openTabWithoutLocks }) => {
    const tabs: Page[] = [];
    for (let index = 0; index < 5; index += 1) tabs.push(await openTabWithoutLocks());
    for (const tab of tabs) await tab.evaluate(() => window.tab.stopClock());
    await Promise.all(tabs.map(request));
    // On a busy machine longer than the moment for which each of them waits.
    await expect.poll(async () => new Set(await Promise.all(tabs.map(readLease))).size).toBe(1);
    for (const tab of tabs) await tab.evaluate(() => window.tab.putForward(300));
    await expect.poll(() => countAllGranted(tabs)).toBe(1);
    // Whoever waits looks again.
    for (const tab of tabs) await tab.evaluate(() => window.tab.putForward(20_000));
    expect(await countAllGranted(tabs)).toBe(1);
  });
});
