import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { en } from '../../src/messages/en.js';
import { createPseudoMessages } from '../../src/testing/index.js';
import { chromiumLaunch } from '../support/chromium.js';
import { serveFolder } from './serveFolder.js';

// A machine that does much else is slow, and not at fault.
const LONGEST_MS = 120_000;

/** What is opened, and what has to be seen there. */
interface Visit {
  what: string;
  /** Below the folder. */
  path: string;
  look(page: Page): Promise<void>;
}

const story = (page: Page) => page.frameLocator('#storybook-preview-iframe');

const VISITS: readonly Visit[] = [
  {
    what: 'the first page',
    path: '',
    async look(page) {
      await story(page).getByRole('heading', { level: 1, name: 'Start here' }).waitFor();
      await page.getByRole('button', { name: /English/ }).waitFor();
    },
  },
  {
    what: 'a story that is played',
    path: '?path=/story/a-visit-to-link-from-the-press-to-the-end--connected',
    look: (page) => story(page).getByRole('heading', { name: 'First Platypus Bank is connected again' }).waitFor(),
  },
  {
    what: 'the gallery, in German and in the dark',
    path: '?path=/story/gallery--before-a-visit&globals=language:de;scheme:dark',
    async look(page) {
      const banner = story(page).locator('.update-mode-banner').first();
      await banner.waitFor();
      const root = story(page).locator('html');
      assert.equal(await root.getAttribute('lang'), 'de');
      assert.match((await root.getAttribute('style')) ?? '', /color-scheme: dark/);
      assert.doesNotMatch((await banner.textContent()) ?? '', /needs you to sign in/);
    },
  },
  {
    what: 'the playground, whose server is down',
    path: '?path=/story/a-whole-repair--playground&args=listRoute:500,+broken',
    look: (page) => story(page).getByRole('heading', { level: 1, name: 'Accounts' }).waitFor(),
  },
  {
    what: 'a page of documentation, whose stories follow the toolbar',
    path: '?path=/docs/what-is-wrong-one-connection--docs&globals=scheme:dark',
    async look(page) {
      const frame = story(page).frameLocator('iframe').first();
      await frame.getByRole('region', { name: 'First Platypus Bank needs you to sign in again' }).waitFor();
      assert.match((await frame.locator('html').getAttribute('style')) ?? '', /color-scheme: dark/);
      await page.getByRole('button', { name: /Scheme: dark$/ }).click();
      await page.getByText('Scheme: light', { exact: true }).click();
      await frame.locator('html[style*="color-scheme: light"]').waitFor({ state: 'attached' });
    },
  },
  {
    what: 'a guide, whose code is there to be copied and whose links lead to the next one',
    path: '?path=/docs/guides-a-banner-of-your-own--docs',
    async look(page) {
      await story(page).getByRole('button', { name: 'Copy' }).first().waitFor();
      await story(page).getByRole('link', { name: 'the one banner of many' }).click();
      await story(page).getByRole('heading', { level: 1, name: 'Many connections' }).waitFor();
    },
  },
  {
    what: 'the words, in the language of the toolbar',
    path: '?path=/docs/words-every-message--docs&globals=language:en-XA',
    look: (page) => story(page).getByText(createPseudoMessages(en).severityOk).waitFor(),
  },
];

/** Opens the built Storybook as it would be read: from a plain server, below some path, without a way to any other host. */
async function main(folder: string): Promise<number> {
  const served = await serveFolder(folder, '/somewhere/below/');
  const browser = await chromium.launch(chromiumLaunch());
  const faults: string[] = [];
  try {
    for (const { what, path, look } of VISITS) {
      const page = await browser.newPage();
      page.setDefaultTimeout(LONGEST_MS);
      const fault = (text: string) => faults.push(`${what}: ${text}`);
      page.on('console', (message) => message.type() === 'error' && fault(message.text()));
      page.on('pageerror', (error) => fault(String(error)));
      await page.route('**', async (route) => {
        const url = route.request().url();
        if (url.startsWith(served.url)) return route.continue();
        fault(`asks for ${url}`);
        return route.abort();
      });
      await page.goto(served.url + path);
      try {
        await look(page);
        // What Storybook would ask for once it has time.
        await page.waitForLoadState('networkidle');
      } catch (error) {
        fault(String(error));
      }
      await page.close();
    }
  } finally {
    await browser.close();
    await served.close();
  }
  for (const text of faults) console.error(text);
  console.log(`${VISITS.length} pages of the built Storybook opened, ${faults.length} faults.`);
  return faults.length === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv[2] ?? fileURLToPath(new URL('../../storybook-static', import.meta.url)));
