import { test as base, expect, type Page } from '@playwright/test';
import { openStory } from '../storybook/openStory.js';
import { serveFolder, type ServedFolder } from '../storybook/serveFolder.js';
import { drawInBundledFonts, findForeignFonts, waitForFonts } from './bundledFonts.js';
import { type SettingName, SETTINGS, type Setting } from './settings.js';

/** As the gallery's own clock has it. */
const NOW = '2026-11-20T10:00:00Z';

interface PictureFixtures {
  /** A story as it stands after it was played, in one setting, ready for its picture. */
  showStory(id: string, settingName: SettingName, args?: string): Promise<Page>;
}

interface PictureWorkerFixtures {
  storybook: ServedFolder;
}

export const test = base.extend<PictureFixtures, PictureWorkerFixtures>({
  storybook: [
    // oxlint-disable-next-line eslint/no-empty-pattern -- Playwright reads the names of fixtures from the pattern.
    async ({}, provide) => {
      const folder = process.env['STORYBOOK_DIR'];
      if (folder === undefined) throw new Error('The global setup has built no Storybook.');
      const served = await serveFolder(folder, '/');
      await provide(served);
      await served.close();
    },
    { scope: 'worker' },
  ],

  showStory: async ({ browser, contextOptions, storybook }, provide) => {
    const pages: Page[] = [];
    await provide(async (id, settingName, args) => {
      const setting: Setting = SETTINGS[settingName];
      const page = await browser.newPage({ ...contextOptions, ...setting.context });
      pages.push(page);
      await page.route('**', (route) =>
        route.request().url().startsWith(storybook.url) ? route.continue() : route.abort(),
      );
      await page.clock.setFixedTime(NOW);
      await drawInBundledFonts(page);
      const failure = await openStory(page, storybook.url, id, { toolbar: setting.toolbar, args });
      if (setting.toolbar.language === undefined) expect(failure).toBeNull();
      await waitForFonts(page);
      expect(await findForeignFonts(page)).toEqual([]);
      return page;
    });
    for (const page of pages) await page.close();
  },
});

export { expect };
