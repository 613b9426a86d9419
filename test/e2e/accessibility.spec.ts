import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { expect, test } from './demoTest.js';
import { bannerOf, link, menuOf, reconnectInBanner, rowOf, setSwitch } from './harbourPage.js';

const BANK = 'First Platypus Bank';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function findViolations(page: Page): Promise<string[]> {
  // The page's policy forbids a script tag of one's own; what the debugger evaluates stands above it.
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in Harbour, ${colorScheme}`, async ({ harbour }) => {
    await harbour.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await menuOf(harbour, 'Tartan Bank').click();
    expect(await findViolations(harbour)).toEqual([]);
    await rowOf(harbour, 'Tartan Bank').getByRole('button', { name: 'Remove' }).click();
    expect(await findViolations(harbour)).toEqual([]);
    await harbour.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();

    await setSwitch(harbour, 'Heron is down', true);
    await harbour.getByLabel('Link’s outcome').selectOption('success');
    await reconnectInBanner(harbour, BANK).click();
    await expect(bannerOf(harbour, BANK)).toContainText('we keep trying');
    expect(await findViolations(harbour)).toEqual([]);
  });
}

// The first is a window of 1280 by 1024 at 400 %.
for (const [width, height] of [
  [320, 256],
  [640, 800],
  [1024, 800],
  [1600, 800],
] as const) {
  test(`nothing is wider than a window of ${width} pixels`, async ({ harbour }) => {
    await harbour.setViewportSize({ width, height });
    await reconnectInBanner(harbour, BANK).scrollIntoViewIfNeeded();
    await expect(reconnectInBanner(harbour, BANK)).toBeInViewport({ ratio: 1 });
    await harbour.locator('aside summary').scrollIntoViewIfNeeded();
    const { scrollWidth, clientWidth } = await harbour.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return { scrollWidth, clientWidth };
    });
    expect(scrollWidth).toBe(clientWidth);
  });
}

test('Link fills a small window and can be left', async ({ harbour }) => {
  await harbour.setViewportSize({ width: 320, height: 568 });
  await reconnectInBanner(harbour, BANK).click();
  await link(harbour).getByRole('button', { name: 'Close' }).click();
  await expect(reconnectInBanner(harbour, BANK)).toBeFocused();
});
