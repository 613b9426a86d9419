import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test as base, type Page } from '@playwright/test';
import { build } from 'vite';
import { PLATYPUS, platypusLink } from '../support/links.js';
import { createScriptedServer } from '../support/scriptedServer.js';
import { servePlaid } from './plaidStandIn.js';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const ORIGIN = 'https://app.test';
const NONCE = 'c2VjcmV0LW9mLXRoaXMtcGFnZQ';
const SCRIPT_URL = 'https://cdn.plaid.com/link/v2/stable/link-initialize.js';

/** The strictest that docs/content-security-policy.md names, without what is Plaid's own. */
const POLICY = {
  'default-src': "'none'",
  'script-src': `'nonce-${NONCE}' 'strict-dynamic'`,
  'style-src': "'self'",
  'img-src': "'self' data:",
  'connect-src': "'self'",
  'frame-src': 'https://cdn.plaid.com',
  'base-uri': "'none'",
  'form-action': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'react-plaid-update-mode',
};

interface StrictPage {
  /** Opens the page under this policy, with one script for each copy of the library. */
  open(policy: Record<string, string>, copies?: number): Promise<void>;
  /** What the browser has refused, as `directive address`. */
  violations(): Promise<string[]>;
  /** What nobody caught. */
  uncaught: Error[];
}

const test = base.extend<{ strict: StrictPage }, { script: string }>({
  script: [
    // oxlint-disable-next-line eslint/no-empty-pattern -- Playwright reads the names of fixtures from the pattern.
    async ({}, use) => {
      const built = await build({
        root: path('../..'),
        configFile: false,
        logLevel: 'warn',
        resolve: { tsconfigPaths: true },
        define: { 'process.env.NODE_ENV': '"production"' },
        build: {
          write: false,
          lib: { entry: path('strictPage.tsx'), formats: ['iife'], name: 'strictPage' },
          rolldownOptions: { checks: { moduleLevelDirective: false } },
        },
      });
      const [output] = [built].flat();
      const chunk = output && 'output' in output ? output.output[0] : undefined;
      if (!chunk) throw new Error('The page was not built.');
      await use(chunk.code);
    },
    { scope: 'worker' },
  ],

  strict: async ({ page, script }, use) => {
    const server = createScriptedServer(platypusLink());
    const uncaught: Error[] = [];
    page.on('pageerror', (error) => uncaught.push(error));
    await page.addInitScript(() => {
      const refused: string[] = [];
      Reflect.set(window, 'refused', refused);
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
        refused.push(`${effectiveDirective} ${blockedURI}`),
      );
    });
    await page.route(`${ORIGIN}/app.js`, (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
    await page.route(`${ORIGIN}/styles.css`, (route) =>
      route.fulfill({ contentType: 'text/css', body: readFileSync(path('../../src/styles/styles.css')) }),
    );
    await page.route(`${ORIGIN}/api/update-mode/**`, async (route, request) => {
      const answer = await server.fetch(request.url(), { method: request.method(), body: request.postData() });
      await route.fulfill({ status: answer.status, contentType: 'application/json', body: await answer.text() });
    });
    await servePlaid(page);
    await use({
      uncaught,
      violations: () => page.evaluate((): string[] => Reflect.get(window, 'refused')),
      async open(policy, copies = 1) {
        const tags = `<script nonce="${NONCE}" src="/app.js" data-item="${PLATYPUS}"></script>`.repeat(copies);
        const head = '<title>Accounts</title><link rel="stylesheet" href="/styles.css"><link rel="icon" href="data:,">';
        await page.route(`${ORIGIN}/`, (route) =>
          route.fulfill({
            contentType: 'text/html',
            headers: {
              'content-security-policy': Object.entries(policy)
                .map((directive) => directive.join(' '))
                .join('; '),
            },
            body: `<!doctype html><html lang="en"><head>${head}</head><body>${tags}</body></html>`,
          }),
        );
        await page.goto(ORIGIN);
        await expect(page.getByRole('button', { name: 'Sign in again' })).toHaveCount(copies);
      },
    });
  },
});

const signIn = (page: Page) =>
  page.frameLocator('iframe[title="Plaid Link"]').getByRole('button', { name: 'Sign in' }).click();

for (const [how, source] of [
  ['nonces and strict-dynamic', `'nonce-${NONCE}' 'strict-dynamic'`],
  ['nonces alone', `'nonce-${NONCE}'`],
] as const) {
  test(`a whole repair needs nothing that a policy with ${how} refuses`, async ({ page, strict }) => {
    await strict.open({ ...POLICY, 'script-src': source });
    await page.getByRole('button', { name: 'Sign in again' }).click();
    await signIn(page);
    await expect(page.getByRole('heading', { name: 'First Platypus Bank is reconnected' }).first()).toBeVisible();
    await expect(page.locator('iframe')).toHaveCount(0);

    // react-plaid-link has put no tag of its own beside the one with the nonce.
    const tags = page.locator(`script[src="${SCRIPT_URL}"]`);
    await expect(tags).toHaveCount(1);
    expect(await tags.evaluate(({ nonce }) => nonce)).toBe(NONCE);
    await expect(page.locator('.update-mode-announcer').first()).toHaveCSS('position', 'absolute');
    expect(await strict.violations()).toEqual([]);
    expect(strict.uncaught).toEqual([]);
  });
}

test('two copies of the library share the one policy that the page allows', async ({ page, strict }) => {
  let press = () => {};
  const isPressed = new Promise<void>((resolve) => (press = resolve));
  // Not before: the pointer alone has the script loaded, and what fails unseen then is tried again by the press.
  await page.route(SCRIPT_URL, (route) => isPressed.then(() => route.abort()), { times: 1 });
  await strict.open(POLICY, 2);
  const [one, other] = [0, 1].map((index) => page.getByRole('button', { name: 'Sign in again' }).nth(index));
  await one?.click();
  press();
  await expect.poll(() => page.evaluate(() => window.heardErrors?.length)).toBe(1);
  await other?.click();
  await signIn(page);
  await expect(page.getByRole('heading', { name: 'First Platypus Bank is reconnected' }).first()).toBeVisible();
  expect(await strict.violations()).toEqual([]);
});

test('a page that does not allow the policy hears what to add', async ({ page, strict }) => {
  await strict.open({ ...POLICY, 'trusted-types': 'dompurify' });
  await page.getByRole('button', { name: 'Sign in again' }).click();
  await expect(page.locator('.update-mode-banner[data-status="failed"]')).toHaveCount(2);
  expect(await page.evaluate(() => window.heardErrors)).toEqual([
    { code: 'script_failed', message: expect.stringContaining('trusted-types react-plaid-update-mode') },
  ]);
  expect(strict.uncaught).toEqual([]);
  // One of each for every attempt: the preparations that hover and focus begin, and the click.
  expect(new Set(await strict.violations())).toEqual(
    new Set(['require-trusted-types-for trusted-types-sink', 'trusted-types trusted-types-policy']),
  );
});
