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
