import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

/** Where things are on Harbour's page, by what a person would call them. */
export function bannerOf(page: Page, bank: string): Locator {
  return page.locator('.update-mode-banner').filter({ hasText: bank });
}

export function rowOf(page: Page, bank: string): Locator {
  return page.getByRole('article', { name: bank });
}

export function reconnectInBanner(page: Page, bank: string): Locator {
  return bannerOf(page, bank).getByRole('button', { name: `Reconnect ${bank}` });
}

export function actionInBanner(page: Page, bank: string, action: string): Locator {
  return bannerOf(page, bank).getByRole('button', { name: action });
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
  await expect(announcement).toBeAttached({ timeout: 20_000 });
  await expect(rowOf(page, bank)).toContainText('Up to date');
}

/** The banner leaves by itself, a while after it has said so. */
export async function expectBannerGone(page: Page, bank: string): Promise<void> {
  await expect(bannerOf(page, bank)).toHaveCount(0, { timeout: 20_000 });
}
