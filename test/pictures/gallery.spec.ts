import { GALLERY, type GalleryState } from '../../.storybook/gallery/galleryStates.js';
import type { BannerVariant } from '../../src/index.js';
import { expect, test } from './pictureTest.js';
import { COLOURED, readColours } from './readColours.js';
import { type SettingName, SETTING_NAMES } from './settings.js';

const VARIANTS: readonly BannerVariant[] = ['banner', 'inline', 'card', 'compact'];
const ONE = VARIANTS.slice(0, 1);

const [before, critical] = GALLERY;

// A visit to what ends or to what could share more differs from one to what is broken in words alone, and the looks of a state
// differ in the dark by nothing but colours: what looks the same twice is kept once.
const PAGES = [
  {
    story: 'gallery--before-a-visit',
    states: before?.states ?? [],
    many: /signing-in-again|own-steps|new-connection|support-can|six-days|can-wait|new-accounts$|bank-is-away/,
    inEachVariant: /signing-in-again|can-wait/,
  },
  {
    story: 'gallery--visit-when-critical',
    states: critical?.states ?? [],
    many: /launching|repaired-accounts|stuck|hosted-offered/,
    inEachVariant: /^$/,
  },
] as const;

for (const { story, states, many, inEachVariant } of PAGES) {
  for (const setting of SETTING_NAMES) {
    const isLight = setting === 'light';
    const shown = isLight ? states : states.filter(({ id }) => many.test(id));
    const whole = isLight && story.endsWith('before-a-visit') ? many : inEachVariant;

    test(`${story}, ${setting}`, async ({ showStory }) => {
      const page = await showStory(story, setting);
      for (const { state, variant } of listCells(shown, whole)) {
        const cell = page.locator(`[id="cell-${state.id}-${variant}"]`);
        await expect.soft(cell).toHaveScreenshot(namePicture(setting, state, variant));
      }
      if (COLOURED.includes(setting)) {
        expect(await readColours(page)).toMatchSnapshot(['colours', `${setting}.${story}.txt`]);
      }
    });
  }
}

function listCells(states: readonly GalleryState[], whole: RegExp) {
  return states.flatMap((state) => (whole.test(state.id) ? VARIANTS : ONE).map((variant) => ({ state, variant })));
}

function namePicture(setting: SettingName, { id }: GalleryState, variant: BannerVariant): string[] {
  return ['gallery', setting, `${id}.${variant}.png`];
}
