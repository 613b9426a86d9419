import type { Page } from 'playwright';

/**
 * The colours of each part of a banner, by severity, one line each. A picture that bears with another browser's way of
 * drawing letters bears with another shade as well; this does not.
 */
export async function readColours(page: Page): Promise<string> {
  const lines = await page.locator('[data-cell-variant="banner"] .update-mode-banner').evaluateAll((banners) =>
    banners.flatMap((banner) =>
      [banner, ...banner.querySelectorAll('[class^="update-mode-"]')].map((part) => {
        const { color, backgroundColor, borderBlockEndColor, borderInlineStartColor } = getComputedStyle(part);
        const colours = [color, backgroundColor, borderBlockEndColor, borderInlineStartColor];
        return `${banner.getAttribute('data-severity')} ${part.getAttribute('class')}: ${colours.join(' | ')}`;
      }),
    ),
  );
  const rounded = lines.map((line) => line.replaceAll(/\d+\.\d+(?:e-?\d+)?/g, (digits) => Number(digits).toFixed(2)));
  return `${[...new Set(rounded)].toSorted().join('\n')}\n`;
}
