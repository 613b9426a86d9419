import { defineConfig } from 'vitest/config';

const { MODEL_RUNS = '10000', MODEL_SEED = String(Math.floor(Math.random() * 2 ** 31)) } = process.env;

/** By itself, `npm run test:model`: more runs than `npm test` has the time for, from a seed that chance gives. */
export default defineConfig({
  test: {
    name: 'model',
    include: ['test/model/**/*.test.ts'],
    env: { MODEL_RUNS, MODEL_SEED, MODEL_REPORT: '1' },
  },
});
