import type { Page } from 'playwright';
import type { SettingName } from './settings.js';

/** In all others they are those of the first. */
export const COLOURED: readonly SettingName[] = ['light', 'dark', 'forced-colours'];

/**
 * The colours of each part of a banner, by variant and severity, one line each. A picture that bears with another browser's way
 * of drawing letters bears with another shade as well; this does not.
 */
export async function readColours(page: Page): Promise<string> {
  const lines = await page.locator('[class^="update-mode-"]').evaluateAll((parts) =>
    parts.flatMap((part) => {
      const banner = part.closest('.update-mode-banner');
      if (!banner) return [];
      const { color, backgroundColor, borderBlockEndColor, borderInlineStartColor } = getComputedStyle(part);
      const colours = [color, backgroundColor, borderBlockEndColor, borderInlineStartColor];
      const names = [
        banner.getAttribute('data-variant'),
        banner.getAttribute('data-severity'),
        part.getAttribute('class'),
      ];
      return [`${names.join(' ')}: ${colours.join(' | ')}`];
    }),
  );
  const rounded = lines.map((line) => line.replaceAll(/\d+\.\d+(?:e-?\d+)?/g, (digits) => Number(digits).toFixed(2)));
  return `${[...new Set(rounded)].toSorted().join('\n')}\n`;
}
