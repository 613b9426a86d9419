import { chromium, type Browser } from 'playwright';
import { chromiumLaunch } from '../support/chromium.js';
import { openStory } from '../storybook/openStory.js';
import { readPaintedColours } from './paintedColours.js';
import { scan, type Scan, type Scheme, SCHEMES } from './scan.js';

/** What was found in one story. */
export interface StoryScan {
  id: string;
  /** Null where the story itself could not be played to its end. */
  scans: ReadonlyMap<Scheme, Scan> | null;
  failure: string | null;
}

const PAGES = 2;
const ALL_SCHEMES = Object.keys(SCHEMES).filter((name): name is Scheme => name in SCHEMES);

/** Opens each story in a browser profile of its own, two at a time, and calls back with what was found there. */
export async function scanStories(
  baseUrl: string,
  ids: readonly string[],
  onScan: (scan: StoryScan) => void,
): Promise<void> {
  const browser = await chromium.launch(chromiumLaunch());
  const waiting = [...ids];
  async function work(): Promise<void> {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift())
      onScan(await scanStory(browser, baseUrl, id));
  }
  try {
    await Promise.all(Array.from({ length: PAGES }, work));
  } finally {
    await browser.close();
  }
}

async function scanStory(browser: Browser, baseUrl: string, id: string): Promise<StoryScan> {
  const page = await browser.newPage({ viewport: { width: 1024, height: 768 }, reducedMotion: 'reduce' });
  try {
    await page.addInitScript(readPaintedColours);
    const failure = await openStory(page, baseUrl, id);
    if (failure !== null) throw new Error(failure);
    const scans = new Map<Scheme, Scan>();
    for (const scheme of ALL_SCHEMES) scans.set(scheme, await scan(page, scheme));
    return { id, scans, failure: null };
  } catch (error) {
    return { id, scans: null, failure: firstLine(error) };
  } finally {
    await page.close();
  }
}

/** The rest is the whole page as text. */
function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0] ?? '';
}
