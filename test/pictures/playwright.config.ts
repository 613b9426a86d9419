import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from '../support/chromium.js';

const { args, ...chromium } = chromiumLaunch();

export default defineConfig({
  testDir: '.',
  globalSetup: fileURLToPath(new URL('globalSetup.ts', import.meta.url)),
  outputDir: '../../test-results/pictures',
  snapshotPathTemplate: '{testDir}/expected/{arg}{ext}',
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  workers: 2,
  fullyParallel: true,
  reporter: 'list',
  timeout: 240_000,
  expect: {
    timeout: 20_000,
    toHaveScreenshot: {
      animations: 'disabled',
      caret: 'hide',
      scale: 'css',
      // Another Chromium draws the edges of letters differently, and nothing else. A button that has moved by three pixels
      // changes twice as much as this; a shade that this does not see is in the list of colours.
      threshold: 0.25,
      maxDiffPixelRatio: 0.005,
    },
  },
  use: {
    browserName: 'chromium',
    viewport: { width: 1024, height: 768 },
    deviceScaleFactor: 1,
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    timezoneId: 'UTC',
    launchOptions: { ...chromium, args: [...args, '--disable-lcd-text', '--force-color-profile=srgb'] },
  },
});
