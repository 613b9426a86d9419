import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type Locator, type Page } from '@playwright/test';

/** What a flow is to those who do not see it: the accessibility tree, the focus and all that is read out, in order. */
export interface AccessRecord {
  /** Writes down what has been said so far, then what there is now and where the focus is: as soon as that is as recorded. */
  tree(moment: string, part: Locator): Promise<void>;
  /** Until these words have been said. */
  untilSaid(words: string): Promise<void>;
  /** Writes down the rest, and compares all of it with `test/e2e/access/<flow>.txt`. */
  end(moment: string): Promise<void>;
}

/** `npx playwright test --config test/e2e/playwright.config.ts accessFlows --update-snapshots all` writes the files anew. */
export async function recordAccess(page: Page, flow: string): Promise<AccessRecord> {
  const file = fileURLToPath(new URL(`access/${flow}.txt`, import.meta.url));
  const isNew = !existsSync(file) || test.info().config.updateSnapshots === 'all';
  const recorded = isNew ? null : readFileSync(file, 'utf8');
  const heard: string[] = [];
  const lines: string[] = [];
  await page.exposeFunction('hearLiveRegion', (words: string) => void heard.push(words));
  await page.evaluate(LISTEN);

  /** Time for what nobody waits for: a live region is written a moment after what it is about. */
  const listen = () => page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));

  async function write(read: () => Promise<string[]>): Promise<void> {
    if (recorded === null) await listen();
    await expect(async () => {
      const said = heard.slice();
      const written = [...lines, ...said, ...(await read())];
      const text = toText(written);
      if (recorded !== null) expect(text).toBe(recorded.slice(0, text.length));
      lines.splice(0, Infinity, ...written);
      heard.splice(0, said.length);
    }).toPass({ intervals: [50], timeout: 30_000 });
  }

  const focus = () =>
    page.evaluate(() => {
      const { activeElement: element } = document;
      const label = element?.getAttribute('aria-labelledby');
      const name = label
        ? document.getElementById(label)?.textContent
        : (element?.getAttribute('title') ?? (element?.querySelector('h1') ?? element)?.textContent);
      return element === document.body ? 'nowhere' : `${element?.localName ?? ''} "${name?.trim().slice(0, 60) ?? ''}"`;
    });

  return {
    tree: (moment, part) => write(async () => ['', `${moment}:`, await part.ariaSnapshot(), `focus: ${await focus()}`]),
    untilSaid: (words) => expect.poll(() => heard).toContainEqual(expect.stringContaining(words)),
    async end(moment) {
      await write(async () => (moment ? ['', `${moment}:`, `focus: ${await focus()}`] : []));
      await listen();
      const text = toText([...lines, ...heard]);
      if (isNew) {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
      expect(text).toBe(readFileSync(file, 'utf8'));
    },
  };
}

function toText(lines: readonly string[]): string {
  return `${lines.join('\n').trim().replaceAll(DATES, '<date>').replace(GREETING, 'Good <time of day>')}\n`;
}

const DATES = /\b[A-Z][a-z]+ \d{1,2}, \d{4}\b/g;
const GREETING = /\bGood (?:morning|afternoon|evening)\b/;

/** What was there before is not read out; what is written into a region is, each time. */
const LISTEN = `for (const role of ['status', 'alert']) {
  for (const region of document.querySelectorAll('.update-mode-announcer [role=' + role + ']')) {
    const say = () => region.textContent && window.hearLiveRegion('says (' + role + '): ' + region.textContent);
    new MutationObserver(say).observe(region, { childList: true, characterData: true, subtree: true });
  }
}`;
