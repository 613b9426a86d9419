import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright';
import { startDemo } from '../../demo/server/startDemo.js';
import { builtStorybook } from '../storybook/builtStorybook.js';
import { openStory } from '../storybook/openStory.js';
import { serveFolder } from '../storybook/serveFolder.js';
import { chromiumLaunch } from '../support/chromium.js';
import { drawInBundledFonts, waitForFonts } from './bundledFonts.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const images = `${root}docs/images`;
const SCHEMES = ['light', 'dark'] as const;
type Scheme = (typeof SCHEMES)[number];

/** What README shows: a story after it was played, by the first banner of it. */
const STORIES = [
  { name: 'banner', id: 'what-is-wrong-one-connection--needs-sign-in' },
  { name: 'list', id: 'many-connections--three-and-one-ending' },
  { name: 'finished', id: 'many-connections--all-done' },
] as const;

const EDGE = 16;

async function takeStory(browser: Browser, baseUrl: string, { name, id }: (typeof STORIES)[number], scheme: Scheme) {
  const page = await openPage(browser, scheme, { width: 840, height: 700 });
  const failure = await openStory(page, baseUrl, id, { toolbar: { scheme } });
  if (failure !== null) throw new Error(`${id}: ${failure}`);
  await waitForFonts(page);
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  const box = await page.locator('.update-mode-banner').first().boundingBox();
  if (!box) throw new Error(`${id} shows no banner.`);
  const { x, y, width, height } = box;
  const clip = { x: x - EDGE, y: Math.max(0, y - EDGE), width: width + 2 * EDGE, height: height + 2 * EDGE };
  await page.screenshot({ path: pathOf(name, scheme), clip, animations: 'disabled' });
  await page.close();
}

/** Harbour as a new visitor finds it, with its panel closed. */
async function takeDemo(browser: Browser, url: string, scheme: Scheme) {
  const page = await openPage(browser, scheme, { width: 1024, height: 720 });
  await page.goto(url);
  await page
    .getByRole('heading', { name: /needs you to sign in/ })
    .first()
    .waitFor();
  await waitForFonts(page);
  await page.screenshot({ path: pathOf('demo', scheme), animations: 'disabled' });
  await page.close();
}

async function openPage(
  browser: Browser,
  colorScheme: Scheme,
  viewport: { width: number; height: number },
): Promise<Page> {
  // The demo's policy allows no style of ours, and so none of the fonts.
  const page = await browser.newPage({
    bypassCSP: true,
    colorScheme,
    viewport,
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
  });
  await drawInBundledFonts(page);
  return page;
}

function pathOf(name: string, scheme: Scheme): string {
  return `${images}/${name}-${scheme}.png`;
}

async function startBuiltDemo(): Promise<{ url: string; close(): Promise<void> }> {
  const built = spawnSync('npx', ['vite', 'build', '--config', 'demo/vite.config.ts', '--logLevel', 'warn'], {
    cwd: root,
  });
  if (built.status !== 0) throw new Error(`The demo could not be built: ${String(built.stderr)}`);
  const configuration = { port: 0, databaseUrl: undefined, encryptionKey: undefined, credentials: undefined };
  return startDemo(configuration, () => {});
}

const { values } = parseArgs({ options: { dir: { type: 'string' } } });
const storybook = await serveFolder(builtStorybook(values.dir), '/');
const demo = await startBuiltDemo();
const browser = await chromium.launch(chromiumLaunch());
mkdirSync(images, { recursive: true });
for (const scheme of SCHEMES) {
  for (const story of STORIES) await takeStory(browser, storybook.url, story, scheme);
  await takeDemo(browser, demo.url, scheme);
}
await browser.close();
await demo.close();
await storybook.close();
