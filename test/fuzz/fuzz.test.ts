// @vitest-environment node
import { expect, it } from 'vitest';
import { CAMPAIGNS } from './campaigns.js';

/** A few of what `npm run test:fuzz` runs by the hundred thousand; the same ones each time. */
const RUNS = 40;
const SEED = 20_260_501;

it.each(CAMPAIGNS)('$name, malformed, do no harm', async ({ run }) => {
  expect((await run({ runs: RUNS, seed: SEED })).failure).toBeNull();
});
