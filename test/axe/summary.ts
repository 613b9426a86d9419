import type { StoryScan } from './scanStories.js';

/** One line for each finding, and below it what axe says. */
export function printScan({ id, scans, failure }: StoryScan): void {
  if (failure !== null) print(`FAIL ${id}: ${failure}`);
  for (const [scheme, { findings }] of scans ?? []) {
    for (const { rule, impact, target, html, summary } of findings) {
      print(`FAIL ${id} | ${scheme} | ${rule} (${impact}) | ${target}`);
      print(`     ${html}\n     ${summary.replaceAll('\n', '\n     ')}`);
    }
  }
}

/** Prints the figures; the answer is whether nothing was found and nothing was left out. */
export function printSummary(stories: readonly StoryScan[]): boolean {
  const runs = stories.flatMap(({ scans }) => [...(scans?.values() ?? [])]);
  const schemes = new Set(stories.flatMap(({ scans }) => [...(scans?.keys() ?? [])]));
  const findings = sum(runs.map((run) => run.findings.length));
  const failed = stories.filter(({ failure }) => failure !== null).length;
  const undecided = sum(runs.map((run) => run.undecided.length));
  printUndecided(stories);
  print(
    `stories: ${stories.length}, schemes: ${schemes.size} (${[...schemes].join(', ')}), runs of axe: ${runs.length}, ` +
      `rules passed: ${sum(runs.map(({ passed }) => passed.length))} of ${new Set(runs.flatMap(({ passed }) => passed)).size} kinds, ` +
      `stories that could not be played: ${failed}, left to a person: ${undecided}, findings: ${findings}`,
  );
  return runs.length > 0 && failed === 0 && findings === 0;
}

/** What axe can't decide is no finding, and is not kept quiet. */
function printUndecided(stories: readonly StoryScan[]): void {
  for (const { id, scans } of stories) {
    for (const [scheme, { undecided }] of scans ?? []) {
      for (const place of undecided) print(`for a person to judge: ${id} | ${scheme} | ${place}`);
    }
  }
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
