import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'consumers',
    include: ['test/consumers/**/*.test.ts'],
    globalSetup: 'test/consumers/packedApp.ts',
    testTimeout: 240_000,
  },
});
