import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyEvent } from './anyEvent.js';
import { heal } from './heal.js';
import { checkAlways } from './invariants.js';
import { createModelWorld } from './modelWorld.js';

/** What `npm test` has the time for, always the same; `npm run test:model` sets more, and a seed of chance. */
const { MODEL_RUNS = '300', MODEL_SEED = '20261121', MODEL_PATH, MODEL_REPLAY, MODEL_REPORT } = process.env;

describe('a browser in which anything happens in any order', () => {
  it(
    'loses no repair, lets nobody in, makes one Link, calls nothing repaired that is not, and hangs nowhere',
    { timeout: 3_600_000 },
    async () => {
      const totals = new Map<string, number>();
      const replay = MODEL_REPLAY === undefined ? {} : { replayPath: MODEL_REPLAY };
      const events = fc.commands([anyEvent], { maxCommands: 100, size: 'max', ...replay });
      const property = fc.asyncProperty(events, fc.boolean(), async (commands, areTabsGone) => {
        const world = createModelWorld();
        world.openPage('anna');
        await world.settle();
        await fc.asyncModelRun(() => ({ model: world, real: world }), commands);
        await heal(world, areTabsGone);
        checkAlways(world);
        const [complaint] = world.complaints;
        if (complaint !== undefined) throw new Error(complaint);
        for (const [what, times] of world.counts) totals.set(what, (totals.get(what) ?? 0) + times);
      });
      await fc.assert(property, {
        numRuns: Number(MODEL_RUNS),
        seed: Number(MODEL_SEED),
        ...(MODEL_PATH === undefined ? {} : { path: MODEL_PATH }),
      });
      expect(totals.get('in the end lost')).toBe(undefined);
      if (MODEL_REPORT) report(totals);
    },
  );
});

function report(totals: ReadonlyMap<string, number>): void {
  const rows = [...totals].sort(([, one], [, other]) => other - one).map(([what, times]) => `${times}\t${what}`);
  console.log(`runs: ${MODEL_RUNS}, seed: ${MODEL_SEED}\n${rows.join('\n')}`);
}
