import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, ElementContext, NodeResult, RunOptions } from 'axe-core';
import type { Page } from 'playwright';
import { scanPaintedText } from './paintedText.js';
import { finishTransitions, waitUntilPainted } from './paintedColours.js';

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

/** Runs axe over the story that is open, in one scheme. What the story's own parameters say of axe does not count. */
export async function scan(page: Page, scheme: Scheme): Promise<Scan> {
  await page.emulateMedia({ ...SCHEMES[scheme], reducedMotion: 'reduce' });
  await page.evaluate(waitUntilPainted);
  const painted: Finding[] = [];
  // Link is a frame of its own.
  for (const frame of page.frames()) {
    await frame.evaluate(finishTransitions);
    await frame.evaluate(AXE);
    painted.push(...(await scanPaintedText(frame)));
  }
  const options: RunOptions = {
    runOnly: { type: 'tag', values: TAGS },
    resultTypes: ['violations', 'incomplete'],
  };
  const run = `axe.run(${JSON.stringify(STORY)}, ${JSON.stringify(options)})`;
  const { passes, violations, incomplete } = await page.evaluate<AxeResults>(run);
  const undecided = incomplete.map(({ id, nodes }) => ({
    id,
    nodes: nodes.filter((node) => !isUnseen(node) && !isDrawn(id, node)),
  }));
  const unseen = incomplete.map(({ id, nodes }) => ({ id, nodes: nodes.filter(isUnseen) }));
  const found = [...violations, ...unseen].flatMap(({ id, nodes }) => nodes.map((node) => describeFinding(id, node)));
  return {
    passed: passes.map(({ id }) => id),
    findings: [...found, ...painted],
    undecided: undecided.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' >> ')}`)),
  };
}

/** What `scanPaintedText` has looked at. */
function isDrawn(rule: string, { html }: NodeResult): boolean {
  return rule.startsWith('color-contrast') && html.startsWith('<text');
}

/** Text in the colour of its ground. For axe it may be hidden on purpose; nothing of ours is. */
function isUnseen({ any }: NodeResult): boolean {
  return any.some(({ id, data }) => id.startsWith('color-contrast') && data?.messageKey === 'equalRatio');
}

function describeFinding(rule: string, { impact, target, html, failureSummary }: NodeResult): Finding {
  return { rule, impact: impact ?? 'unknown', target: target.join(' >> '), html, summary: failureSummary ?? '' };
}
