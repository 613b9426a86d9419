import { expect, test } from './pictureTest.js';
import { COLOURED, readColours } from './readColours.js';
import { type SettingName, SETTING_NAMES } from './settings.js';

const EDGE = 8;

const STORIES: readonly { id: string; settings: readonly SettingName[]; isColoured?: boolean | undefined }[] = [
  { id: 'many-connections--three-and-one-ending', settings: SETTING_NAMES, isColoured: true },
  { id: 'many-connections--two-at-one-bank', settings: ['light'] },
  { id: 'many-connections--one-fails', settings: ['light', '320px'] },
  { id: 'many-connections--all-done', settings: ['light', 'dark', '320px'] },
  { id: 'many-connections--dense-card', settings: ['light'] },
  { id: 'many-connections--stacked', settings: ['light'] },
  { id: 'dismissal-one-connection--all-kinds', settings: SETTING_NAMES },
  { id: 'looks-and-themes-looks--compact', settings: ['light', 'dark', 'forced-colours'] },
  { id: 'looks-and-themes-looks--all-parts', settings: ['light'] },
  { id: 'access-within-a-modal-dialog--native', settings: ['light'] },
  { id: 'dismissal-one-connection--show-less', settings: ['light', '320px'] },
];

for (const { id, settings, isColoured = false } of STORIES) {
  for (const setting of settings) {
    test(`${id}, ${setting}`, async ({ showStory }) => {
      const page = await showStory(id, setting);
      await page.evaluate(() => window.scrollTo(0, 0));
      const box = await page.locator('main').boundingBox();
      if (!box) throw new Error(`${id} has no page.`);
      // With some of the page around it: a ring of focus stands outside of what it is about.
      const clip = { x: box.x - EDGE, y: box.y - EDGE, width: box.width + 2 * EDGE, height: box.height + 2 * EDGE };
      // Of a large picture less may differ: a row's button is a small part of it.
      const options = { clip, fullPage: true, maxDiffPixelRatio: 0.001 };
      await expect(page).toHaveScreenshot(['stories', `${id}.${setting}.png`], options);
      if (isColoured && COLOURED.includes(setting)) {
        expect(await readColours(page)).toMatchSnapshot(['colours', `${setting}.${id}.txt`]);
      }
    });
  }
}
