import type { Browser } from 'playwright';
import type { Row } from '../row.js';
import type { BuiltPage } from '../world/builtPage.js';
import { listDoubles, listUntold } from '../world/ledger.js';
import { startWorld, type World } from '../world/startWorld.js';
import { expectAllWell, expectEnd } from './ends.js';
import { expectMeanwhile } from './meanwhile.js';
import { createStage, RowFailure, type Stage } from './stage.js';

export interface RowResult {
  row: Row;
  /** Why it did not end as it must; null where it did. */
  failure: string | null;
  lost: number;
  doubles: number;
  mostHandlers: number;
  ms: number;
}

const LIMIT_MS = 45_000;

/** Plays one row of the table in a world and a browser context of its own. */
export async function runRow(row: Row, browser: Browser, page: BuiltPage): Promise<RowResult> {
  const start = Date.now();
  const { moment, items = 1 } = row;
  const world = await startWorld({ page, items, isOAuth: moment.isOAuth ?? false });
  if (moment.scriptDelay !== undefined) world.settings.script = { outcome: 'load', delay: moment.scriptDelay };
  const stage = await createStage(browser, world);
  const failure = await explainFailure(row, stage);
  await stage.close();
  await world.close();
  const { ledger } = world;
  return {
    row,
    failure: failure ?? findHarm(world),
    lost: listUntold(ledger).length,
    doubles: listDoubles(ledger).length,
    mostHandlers: ledger.mostHandlers,
    ms: Date.now() - start,
  };
}

async function explainFailure(row: Row, stage: Stage): Promise<string | null> {
  let cancel = () => {};
  const limit = new Promise<never>((_resolve, reject) => {
    const timer = setTimeout(() => reject(new RowFailure('took too long')), LIMIT_MS);
    cancel = () => clearTimeout(timer);
  });
  try {
    await Promise.race([play(row, stage), limit]);
    return null;
  } catch (error) {
    const words = error instanceof Error ? (error.message.split('\n')[0] ?? error.name) : 'something was thrown';
    return `${words}; the page says: ${await describeTab(stage)}`;
  } finally {
    cancel();
  }
}

async function play({ fault, moment, meanwhile, end }: Row, stage: Stage): Promise<void> {
  await fault.prepare?.(stage);
  await moment.reach(stage);
  await fault.begin(stage);
  stage.world.gates.openAll();
  for (const letGo of stage.heldBack.splice(0)) await letGo();
  await expectMeanwhile(stage, moment, meanwhile);
  await fault.end(stage);
  await expectEnd(stage, end);
  await expectAllWell(stage);
}

/** What no row may do, however it ends. */
function findHarm({ ledger }: World): string | null {
  if (ledger.sentByOthers.length > 0) return "a report went out with another user's session";
  const doubles = listDoubles(ledger);
  if (doubles.length > 0) return doubles.join(', ');
  if (ledger.mostHandlers !== 1) return `${ledger.mostHandlers} handlers were alive at once`;
  return null;
}

async function describeTab({ tab }: Stage): Promise<string> {
  const text = await tab
    .locator('body')
    .innerText({ timeout: 1_000 })
    .catch(() => 'nothing');
  return text.replaceAll(/\s+/g, ' ').slice(0, 300);
}
