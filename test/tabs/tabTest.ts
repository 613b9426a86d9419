import { test as base, type BrowserContext, type Page } from '@playwright/test';
import { buildPage } from './buildPage.js';
import { startApp, type App } from './startApp.js';

interface TabFixtures {
  app: App;
  /** A fresh page of the app, in the same browser as all others of the test. */
  openTab(): Promise<Page>;
  /** The same in a browser without Web Locks, as on http in an office's network. */
  openTabWithoutLocks(): Promise<Page>;
}

interface WorkerFixtures {
  servePage(path: string): Response | null;
}

export const test = base.extend<TabFixtures, WorkerFixtures>({
  // oxlint-disable-next-line eslint/no-empty-pattern -- Playwright reads the names of fixtures from the pattern.
  servePage: [async ({}, provide) => provide(await buildPage()), { scope: 'worker' }],

  app: async ({ servePage }, provide) => {
    const app = await startApp(servePage);
    await provide(app);
    await app.close();
  },

  openTab: async ({ context, app }, provide) => provide(() => openTab(context, app)),

  openTabWithoutLocks: async ({ context, app }, provide) => {
    await context.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }));
    await provide(() => openTab(context, app));
  },
});

async function openTab(context: BrowserContext, { url }: App): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** The ways in which a tab dies without a word to its page: `close` runs no handler, `crash` kills its process. */
export const DEATHS = {
  'is closed': (page: Page) => page.close({ runBeforeUnload: false }),
  crashes: async (page: Page) => {
    const crashed = page.waitForEvent('crash');
    await page.goto('chrome://crash').catch(() => {});
    await crashed;
  },
} as const;
