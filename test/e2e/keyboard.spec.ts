import type { Locator, Page } from '@playwright/test';
import { expect, test } from './demoTest.js';
import { actionInBanner, bannerOf, expectBannerGone, expectConnected, link, reconnectInBanner } from './harbourPage.js';

const BANK = 'First Platypus Bank';

test('a repair needs no pointer, and the focus is never lost', async ({ harbour }) => {
  await tabTo(harbour, reconnectInBanner(harbour, BANK), 3);
  await expectFocusRing(reconnectInBanner(harbour, BANK));
  await harbour.emulateMedia({ forcedColors: 'active' });
  await expectFocusRing(reconnectInBanner(harbour, BANK));
  await harbour.emulateMedia({ forcedColors: 'none' });
  // Nothing opens because it has the focus.
  await expect(link(harbour).getByRole('heading')).toBeHidden();
  await harbour.keyboard.press('Enter');

  await expect(link(harbour).getByRole('heading', { name: `Sign in to ${BANK}` })).toBeVisible();
  await harbour.keyboard.press('Escape');
  await expect(reconnectInBanner(harbour, BANK)).toBeFocused();
  await harbour.keyboard.press('Space');
  await expect(link(harbour).getByRole('heading', { name: `Sign in to ${BANK}` })).toBeVisible();
  const proceed = link(harbour).getByRole('button', { name: 'Continue' });
  await tabTo(harbour, proceed, 10);
  await harbour.keyboard.press('Enter');

  await expect(bannerOf(harbour, BANK)).toContainText('waiting for your latest data');
  await expect(bannerOf(harbour, BANK)).toBeFocused();
  await expectConnected(harbour, BANK);
  await expectBannerGone(harbour, BANK);
  await expect(harbour.locator('body')).not.toBeFocused();
  await expect(actionInBanner(harbour, 'Tattersall Federal Credit Union', 'Renew permission')).toBeFocused();
});

test('the panel’s controls are reached and used by keyboard alone', async ({ harbour, demo }) => {
  const heron = harbour.getByLabel('Heron is down');
  await tabTo(harbour, heron, 40);
  await harbour.keyboard.press('Space');
  await expect(heron).toBeChecked();
  await expect.poll(() => demo.sandbox.faults.heron).not.toBeNull();
});

async function expectFocusRing(element: Locator): Promise<void> {
  await expect(element).toHaveCSS('outline-style', 'solid');
  await expect(element).toHaveCSS('outline-width', '3px');
}

async function tabTo(page: Page, element: Locator, atMost: number): Promise<void> {
  const isFocused = () => element.evaluate((node) => node.ownerDocument.activeElement === node);
  for (let press = 0; press < atMost && !(await isFocused()); press += 1) await page.keyboard.press('Tab');
  await expect(element).toBeFocused();
}
