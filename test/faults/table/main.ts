import { chromium } from 'playwright';
import { chromiumLaunch } from '../../support/chromium.js';
import { runRow, type RowResult } from './drive/runRow.js';
import { nameRow } from './row.js';
import { printResult, printSummary } from './summary.js';
import { table } from './table.js';
import { buildPage } from './world/builtPage.js';

const WORKERS = 2;

/** Rows whose line holds all the words given; without words the whole table. */
const words = process.argv.slice(2);
const rows = table.filter((row) => words.every((word) => nameRow(row).toLowerCase().includes(word.toLowerCase())));
const isWhole = rows.length === table.length;
const page = await buildPage();
const waiting = [...rows];
const results: RowResult[] = [];

async function work(): Promise<void> {
  const browser = await chromium.launch(chromiumLaunch());
  for (let row = waiting.shift(); row; row = waiting.shift()) {
    const result = await runRow(row, browser, page);
    results.push(result);
    printResult(result);
  }
  await browser.close();
}

await Promise.all(Array.from({ length: WORKERS }, work));
process.exitCode = printSummary(results, isWhole) ? 0 : 1;
