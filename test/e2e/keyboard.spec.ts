import { expect, test } from './demoTest.js';
import { bannerOf, expectBannerGone, expectConnected, link, reconnectInBanner } from './harbourPage.js';

const BANK = 'First Platypus Bank';

test('a repair needs no pointer, and the focus is never lost', async ({ harbour }) => {
  await harbour.keyboard.press('Tab');
  await expect(reconnectInBanner(harbour, BANK)).toBeFocused();
  await harbour.keyboard.press('Enter');

  await expect(link(harbour).getByRole('heading', { name: `Sign in to ${BANK}` })).toBeVisible();
  const proceed = link(harbour).getByRole('button', { name: 'Continue' });
  for (let press = 0; press < 10 && !(await isFocused(proceed)); press += 1) await harbour.keyboard.press('Tab');
  await expect(proceed).toBeFocused();
  await harbour.keyboard.press('Enter');

  await expect(bannerOf(harbour, BANK)).toContainText('on its way');
  await expect(bannerOf(harbour, BANK)).toBeFocused();
  await expectConnected(harbour, BANK);
  await expectBannerGone(harbour, BANK);
  await expect(harbour.locator('body')).not.toBeFocused();
  await expect(reconnectInBanner(harbour, 'Tattersall Federal Credit Union')).toBeFocused();
});

test('the panel’s controls are reached and used by keyboard alone', async ({ harbour, demo }) => {
  const heron = harbour.getByLabel('Heron is down');
  for (let press = 0; press < 30 && !(await isFocused(heron)); press += 1) await harbour.keyboard.press('Tab');
  await harbour.keyboard.press('Space');
  await expect(heron).toBeChecked();
  await expect.poll(() => demo.sandbox.faults.heron).not.toBeNull();
});

async function isFocused(element: {
  evaluate<Result>(read: (node: Element) => Result): Promise<Result>;
}): Promise<boolean> {
  return element.evaluate((node) => node.ownerDocument.activeElement === node);
}
