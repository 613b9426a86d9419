import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, ElementContext, NodeResult, RunOptions } from 'axe-core';
import type { Page } from 'playwright';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 to AAA, which `color-contrast-enhanced` (7:1) and `target-size` are part of, and what axe holds for good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The story alone: the page around it is Storybook's. As Storybook's own panel has it. */
const STORY: ElementContext = {
  include: [['body']],
  exclude: [['.sb-wrapper'], ['#storybook-docs'], ['#storybook-highlights-root']],
};

/** How its user has set up the system. */
export const SCHEMES = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colours': { colorScheme: 'light', forcedColors: 'active' },
} as const;

export type Scheme = keyof typeof SCHEMES;

/**
 * axe (4.14) reads `-webkit-text-fill-color`, which says what the page has written; what the system puts in its place it does
 * not see. What is legible in forced colours is to be seen in `test:pictures`.
 */
const UNREADABLE: Record<Scheme, readonly string[]> = {
  light: [],
  dark: [],
  'forced colours': ['color-contrast', 'color-contrast-enhanced'],
};

export interface Finding {
  rule: string;
  impact: string;
  /** A selector, through the frames. */
  target: string;
  html: string;
  /** What axe says of it. */
  summary: string;
}

export interface Scan {
  /** Rules that applied to something, and found nothing. */
  passed: string[];
  findings: Finding[];
  /** What axe leaves to a person: a rule and where. */
  undecided: string[];
}

/** Runs axe over the story that is open, in one scheme. */
export async function scan(page: Page, scheme: Scheme, rulesOff: readonly string[]): Promise<Scan> {
  await page.emulateMedia({ ...SCHEMES[scheme], reducedMotion: 'reduce' });
  // Until the page is painted anew, some of its computed colours are those of the scheme before.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  // Link is a frame of its own.
  for (const frame of page.frames()) await frame.evaluate(AXE);
  const options: RunOptions = {
    runOnly: { type: 'tag', values: TAGS },
    rules: Object.fromEntries([...rulesOff, ...UNREADABLE[scheme]].map((rule) => [rule, { enabled: false }])),
    resultTypes: ['violations', 'incomplete'],
  };
  const run = `axe.run(${JSON.stringify(STORY)}, ${JSON.stringify(options)})`;
  const { passes, violations, incomplete } = await page.evaluate<AxeResults>(run);
  const undecided = incomplete.map(({ id, nodes }) => ({ id, nodes: nodes.filter((node) => !isUnseen(node)) }));
  const unseen = incomplete.map(({ id, nodes }) => ({ id, nodes: nodes.filter(isUnseen) }));
  return {
    passed: passes.map(({ id }) => id),
    findings: [...violations, ...unseen].flatMap(({ id, nodes }) => nodes.map((node) => describeFinding(id, node))),
    undecided: undecided.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' >> ')}`)),
  };
}

/** Text in the colour of its ground. For axe it may be hidden on purpose; nothing of ours is. */
function isUnseen({ any }: NodeResult): boolean {
  return any.some(({ id, data }) => id.startsWith('color-contrast') && data?.messageKey === 'equalRatio');
}

function describeFinding(rule: string, { impact, target, html, failureSummary }: NodeResult): Finding {
  return { rule, impact: impact ?? 'unknown', target: target.join(' >> '), html, summary: failureSummary ?? '' };
}
