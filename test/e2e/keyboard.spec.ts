import type { Locator, Page } from '@playwright/test';
import { expect, test } from './demoTest.js';
import { bannerList, bannerOf, expectConnected, expectDone, link, reconnectInBanner } from './harbourPage.js';

const BANK = 'First Platypus Bank';

test('two repairs need no pointer, and the focus is never lost', async ({ harbour, demo }) => {
  demo.holdLatestData();
  const proceed = link(harbour).getByRole('button', { name: 'Continue' });
  const next = bannerList(harbour).getByRole('button', { name: 'Renew permission for Tattersall' });
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
  await tabTo(harbour, proceed, 10);
  await harbour.keyboard.press('Enter');

  await expect(bannerOf(harbour, BANK)).toContainText('waiting for your latest data');
  await expect(next).toBeFocused();
  demo.bringLatestData(BANK);
  await expectConnected(harbour, BANK);
  await expectDone(harbour, BANK);
  await expect(next).toBeFocused();
  await expect(link(harbour).getByRole('heading')).toBeHidden();

  await harbour.keyboard.press('Enter');
  await tabTo(harbour, proceed, 10);
  await harbour.keyboard.press('Enter');
  const end = harbour.getByRole('region', { name: 'Your bank connections are in order' });
  await expect(end).toBeFocused();
  await tabTo(harbour, end.getByRole('button', { name: 'Hide this message' }), 1);
  await harbour.keyboard.press('Enter');
  await expect(bannerList(harbour)).toHaveCount(0);
  await expect(harbour.locator('body')).not.toBeFocused();
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
