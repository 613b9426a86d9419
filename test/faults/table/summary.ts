import type { RowResult } from './drive/runRow.js';
import { nameRow } from './row.js';

/** The whole table may not become smaller than this unnoticed. */
const FEWEST_ROWS = 150;

export function printResult(result: RowResult): void {
  const { row, failure, ms } = result;
  const line = `${failure === null ? 'ok  ' : 'FAIL'} ${nameRow(row)} | ${row.meanwhile} | ${row.end} (${ms} ms)`;
  process.stdout.write(`${failure === null ? line : `${line}\n     ${failure}`}\n`);
}

/** Prints the figures; the answer is whether they are as they must be. */
export function printSummary(results: readonly RowResult[], isWhole: boolean): boolean {
  const failed = results.filter(({ failure }) => failure !== null);
  for (const result of failed) printResult(result);
  const sum = (figure: 'lost' | 'doubles') => results.reduce((total, result) => total + result[figure], 0);
  const handlers = Math.max(0, ...results.map(({ mostHandlers }) => mostHandlers));
  const lost = sum('lost');
  const doubles = sum('doubles');
  process.stdout.write(
    `faults tried: ${results.length}, reports lost: ${lost}, delivered twice in effect: ${doubles}, handlers alive at once: ${handlers}\n`,
  );
  const areEnough = !isWhole || results.length >= FEWEST_ROWS;
  return failed.length === 0 && lost === 0 && doubles === 0 && handlers === 1 && areEnough;
}
