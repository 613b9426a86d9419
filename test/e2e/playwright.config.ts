import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from '../support/chromium.js';

const chromium = chromiumLaunch();
const port = process.env['PORT'] ?? '45173';
const baseURL = `http://localhost:${port}`;

export default defineConfig({
  projects: [
    { name: 'demo', testDir: '.' },
    {
      name: 'tabs',
      testDir: '../tabs',
      // A process for each tab, so that one can crash alone.
      use: { trace: 'off', launchOptions: { ...chromium, args: [...chromium.args, '--renderer-process-limit=50'] } },
    },
  ],
  outputDir: '../../test-results',
  // A slow machine is late, and not wrong.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  workers: 2,
  reporter: 'list',
  use: {
    baseURL,
    browserName: 'chromium',
    launchOptions: chromium,
    // It costs a tenth of the time: `TRACE=1 npm run test:e2e` keeps those of failures.
    trace: process.env['TRACE'] ? 'retain-on-first-failure' : 'off',
  },
  webServer: {
    command: 'npm start',
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    // Whoever has real credentials in the environment does not mean this run.
    env: { PORT: port, PLAID_CLIENT_ID: '', PLAID_SECRET: '', HERON_API_KEY: '', DATABASE_URL: '' },
    url: baseURL,
    reuseExistingServer: false,
    timeout: 240_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    stderr: 'pipe',
  },
});
