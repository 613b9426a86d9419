import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

/** Where things are on Harbour's page, by what a person would call them. */
/** All that needs the user. */
export function bannerList(page: Page): Locator {
  return page.locator('.update-mode-banner-list');
}

/** What is told of one bank: its row in the list, or a banner of its own while it is the only one. */
export function bannerOf(page: Page, bank: string): Locator {
  return bannerList(page).locator('.update-mode-banner:not(:has(.update-mode-banner))').filter({ hasText: bank });
}

export function rowOf(page: Page, bank: string): Locator {
  return page.getByRole('article', { name: bank });
}

/** Of whose turn it is the button stands above all rows. No action is there twice. */
export function reconnectInBanner(page: Page, bank: string): Locator {
  return bannerList(page).getByRole('button', { name: `Reconnect ${bank}` });
}

/** In the row of whom it is not the turn, or beside what the button above is for. */
export function actionInBanner(page: Page, bank: string, action: string): Locator {
  return bannerOf(page, bank).getByRole('button', { name: action });
}

/** The button into Link, whatever it is called for the moment. */
export function launcherInBanner(page: Page, itemId: string): Locator {
  return bannerList(page).locator(`[aria-busy][data-update-mode-item="${itemId}"]`);
}

export function menuOf(page: Page, bank: string): Locator {
  return rowOf(page, bank).getByText(`Manage ${bank}`);
}

/** Lets something happen at a bank, as the panel names it, and waits until the server has done it. */
export async function fire(page: Page, bank: string, event: string): Promise<void> {
  const panel = page.getByRole('group', { name: 'At the bank' });
  await panel.getByLabel('Connection', { exact: true }).selectOption(bank);
  await panel.getByLabel('What happens').selectOption(event);
  const fired = page.waitForResponse((response) => response.url().endsWith('/demo/fire'));
  await panel.getByRole('button', { name: 'Fire' }).click();
  expect((await fired).ok()).toBe(true);
}

/** Presses one of the panel's switches, and waits until the server goes by it. */
export async function setSwitch(page: Page, name: 'Heron is down' | 'Plaid is down', isOn: boolean): Promise<void> {
  const changed = page.waitForResponse((response) => response.url().endsWith('/demo/settings'));
  await page.getByLabel(name).setChecked(isOn);
  expect((await changed).ok()).toBe(true);
}

export function link(page: Page): FrameLocator {
  return page.frameLocator('iframe[title="Plaid Link"]');
}

/** Signs in to the bank that Link shows. */
export async function signInToLink(page: Page, bank: string): Promise<void> {
  await expect(link(page).getByRole('heading', { name: `Sign in to ${bank}` })).toBeVisible();
  await link(page).getByRole('button', { name: 'Continue' }).click();
}

/** The repair is announced, and the connection's row says that all is well. */
export async function expectConnected(page: Page, bank: string): Promise<void> {
  const announcement = page.getByRole('status').filter({ hasText: `${bank} is connected again` });
  await expect(announcement).toBeAttached();
  await expect(rowOf(page, bank)).toContainText('Up to date');
}

/** In its row stands that it works, and no button of its own is left. */
export async function expectDone(page: Page, bank: string): Promise<void> {
  const row = bannerOf(page, bank);
  await expect(row.getByRole('heading', { name: `${bank} is connected again` })).toBeVisible();
  await expect(row.getByRole('img', { name: 'Done' })).toBeVisible();
  await expect(row.getByRole('button')).toHaveCount(0);
  await expect(reconnectInBanner(page, bank)).toHaveCount(0);
}
