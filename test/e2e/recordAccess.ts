import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, type Locator, type Page } from '@playwright/test';

/** What a flow is to those who do not see it: the accessibility tree, the focus and all that is read out, in order. */
export interface AccessRecord {
  /** Writes down what has been said so far, then what there is now and where the focus is. */
  tree(moment: string, part: Locator): Promise<void>;
  /** Writes down the rest, and compares all of it with `test/e2e/access/<flow>.txt`. */
  end(moment: string): Promise<void>;
}

/** `npx playwright test --config test/e2e/playwright.config.ts accessFlows --update-snapshots all` writes the files anew. */
export async function recordAccess(page: Page, flow: string): Promise<AccessRecord> {
  const heard: string[] = [];
  const lines: string[] = [];
  await page.exposeFunction('hearLiveRegion', (words: string) => void heard.push(words));
  await page.evaluate(LISTEN);

  /** A live region is written a moment after what it is about. */
  const listen = async () => {
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
    lines.push(...heard.splice(0));
  };
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
    async tree(moment, part) {
      await listen();
      lines.push('', `${moment}:`, await part.ariaSnapshot(), `focus: ${await focus()}`);
    },
    async end(moment) {
      await listen();
      if (moment) lines.push('', `${moment}:`, `focus: ${await focus()}`);
      const text = `${lines.join('\n').trim().replaceAll(DATES, '<date>').replace(GREETING, 'Good <time of day>')}\n`;
      const folder = fileURLToPath(new URL('access/', import.meta.url));
      const file = `${folder}${flow}.txt`;
      const isNew = !existsSync(file) || test.info().config.updateSnapshots === 'all';
      if (isNew) {
        mkdirSync(folder, { recursive: true });
        writeFileSync(file, text);
      }
      expect(text).toBe(readFileSync(file, 'utf8'));
    },
  };
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
