import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { builtStorybook } from '../storybook/builtStorybook.js';
import { openStory } from '../storybook/openStory.js';
import { serveFolder } from '../storybook/serveFolder.js';
import { chromiumLaunch } from '../support/chromium.js';
import { finishTransitions } from './paintedColours.js';
import { measureParts, type PartContrast, type PartKind } from './paintedParts.js';

/** Every part of the library in every severity and variant. */
const STORIES = [
  'gallery--everything',
  'many-connections--three-and-one-ending',
  'many-connections--all-done',
  'the-launcher-and-hooks-updatemodelauncher--idle',
];
const SCHEMES = ['light', 'dark'] as const;
/** What WCAG asks for: AAA of text (1.4.6), AA of what is pressed and of signs (1.4.11). */
const LEAST: Readonly<Record<PartKind, number>> = { text: 7, control: 3 };
const NAMES: Readonly<Record<PartKind, string>> = { text: 'texts', control: 'icons and edges' };

const { values } = parseArgs({ options: { dir: { type: 'string' } } });
const served = await serveFolder(builtStorybook(values.dir), '/');
const browser = await chromium.launch(chromiumLaunch());
let isEnough = true;
for (const scheme of SCHEMES) {
  const page = await browser.newPage({ colorScheme: scheme, reducedMotion: 'reduce' });
  const parts: PartContrast[] = [];
  for (const id of STORIES) {
    const failure = await openStory(page, served.url, id, { toolbar: { scheme } });
    if (failure !== null) throw new Error(`${id}: ${failure}`);
    await page.evaluate(finishTransitions);
    parts.push(...(await measureParts(page.mainFrame())));
  }
  await page.close();
  for (const kind of ['text', 'control'] as const) isEnough = report(scheme, kind, parts) && isEnough;
}
await browser.close();
await served.close();
process.exitCode = isEnough ? 0 : 1;

/** Prints the worst, and all that is not enough; the answer is whether nothing is. */
function report(scheme: string, kind: PartKind, parts: readonly PartContrast[]): boolean {
  const sorted = parts.filter((part) => part.kind === kind).sort((one, other) => one.contrast - other.contrast);
  const [worst] = sorted;
  const pale = sorted.filter(({ contrast }) => contrast < LEAST[kind]);
  const figure = worst ? `${worst.contrast.toFixed(2)} : 1 (${worst.name})` : 'nothing to measure';
  print(`${scheme}: the worst of ${sorted.length} ${NAMES[kind]} is ${figure}, the least is ${LEAST[kind]} : 1`);
  for (const line of new Set(pale.map(({ name, contrast }) => `FAIL ${scheme} | ${name} | ${contrast.toFixed(2)} : 1`)))
    print(line);
  return worst !== undefined && pale.length === 0;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
