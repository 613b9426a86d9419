import { expect, type Page } from '@playwright/test';
import type { Arrival } from './startApp.js';
import { USER } from './startApp.js';
import { DEATHS, test } from './tabTest.js';

const BROKEN = 'First Platypus Bank needs you to sign in again';
const CONNECTED = 'First Platypus Bank is connected again';
const RECONNECT = 'Reconnect First Platypus Bank';

async function renderApp(page: Page): Promise<Page> {
  await page.evaluate((scope) => window.tab.renderApp(scope), USER);
  await expect(page.getByRole('region', { name: BROKEN })).toBeVisible();
  return page;
}

/** The user signs in at the bank, and Link says that it worked. */
async function repair(page: Page): Promise<void> {
  await page.evaluate(() => window.tab.simulator.configure({ outcome: { kind: 'success' } }));
  await page.getByRole('button', { name: RECONNECT }).click();
}

/** The browser has its network again; what the tab sends then has arrived. */
async function comeBack(page: Page): Promise<void> {
  await page.evaluate(async () => {
    window.dispatchEvent(new Event('online'));
    const answer = await fetch('/api/update-mode/integration-links');
    await answer.text();
  });
}

function outcomes(arrivals: readonly Arrival[]): unknown[] {
  return arrivals.map(({ outcome }) => outcome);
}

function countStored(page: Page): Promise<number> {
  return page.evaluate(
    () => Object.keys(localStorage).filter((key) => key.startsWith('react-plaid-update-mode.')).length,
  );
}

test.describe('a report', () => {
  test('is delivered once by another tab when its own crashes before it is answered', async ({ app, openTab }) => {
    const [first, second] = [await renderApp(await openTab()), await renderApp(await openTab())];
    app.reports = 'hang';
    await repair(first);
    await expect.poll(() => outcomes(app.arrivals)).toEqual(['success']);
    app.reports = 'take';
    await DEATHS.crashes(first);
    await expect(second.getByRole('region', { name: CONNECTED })).toBeVisible();
    expect(outcomes(app.arrivals)).toEqual(['success', 'success']);
    expect(new Set(app.arrivals.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    expect(app.countPuts()).toBe(1);
    await expect.poll(() => countStored(second)).toBe(0);
  });

  test('is delivered once where five tabs would', async ({ app, openTab }) => {
    const tabs: Page[] = [];
    for (let index = 0; index < 5; index += 1) tabs.push(await renderApp(await openTab()));
    const [first, ...others] = tabs;
    if (!first) throw new Error('There are five.');
    app.reports = 'fail';
    await repair(first);
    await expect.poll(() => app.arrivals.length).toBeGreaterThan(0);
    await DEATHS.crashes(first);
    app.reports = 'take';
    await Promise.all(others.map(comeBack));
    await Promise.all(others.map((tab) => expect(tab.getByRole('region', { name: CONNECTED })).toBeVisible()));
    await Promise.all(others.map(comeBack));
    // The last attempt of however many, and nothing after it.
    expect(app.arrivals.findIndex(({ isAnswered }) => isAnswered)).toBe(app.arrivals.length - 1);
    expect(app.countPuts()).toBe(1);
  });

  test('of a tab that is closed is delivered by the next page', async ({ app, openTab }) => {
    const first = await renderApp(await openTab());
    app.reports = 'hang';
    await repair(first);
    await expect.poll(() => app.arrivals.length).toBe(1);
    app.reports = 'take';
    await DEATHS['is closed'](first);
    const next = await openTab();
    await next.evaluate((scope) => window.tab.renderApp(scope), USER);
    await expect.poll(() => app.countPuts()).toBe(1);
    await expect.poll(() => countStored(next)).toBe(0);
  });

  test('of a user who has been forgotten is sent by no tab any more', async ({ app, openTab }) => {
    const [first, second] = [await renderApp(await openTab()), await renderApp(await openTab())];
    app.reports = 'fail';
    await repair(first);
    await expect.poll(() => app.arrivals.length).toBeGreaterThan(0);
    await second.evaluate((scope) => window.tab.forgetScope(scope), USER);
    await expect.poll(() => countStored(first)).toBe(0);
    // What was still under way has failed as well by then.
    await comeBack(first);
    const before = app.arrivals.length;
    app.reports = 'take';
    await Promise.all([first, second].map(comeBack));
    await DEATHS.crashes(first);
    await renderApp(await openTab());
    expect(await countStored(second)).toBe(0);
    expect(app.arrivals).toHaveLength(before);
    expect(app.countPuts()).toBe(0);
  });
});

test('a visit that is open in a tab that crashes is asked about by another tab', async ({ app, openTab }) => {
  const first = await renderApp(await openTab());
  await first.getByRole('button', { name: RECONNECT }).click();
  await expect.poll(() => countStored(first)).toBe(1);
  const second = await renderApp(await openTab());
  // The user had just signed in, and nobody has heard of it.
  app.sandbox.healItem(app.itemId);
  await DEATHS.crashes(first);
  await expect(second.getByRole('region', { name: CONNECTED })).toBeVisible();
  expect(outcomes(app.arrivals)).toEqual(['unknown']);
});
