import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, test } from './demoTest.js';
import { bannerOf, expectConnected, link, reconnectInBanner, setSwitch, signInToLink } from './harbourPage.js';
import { captureTraffic } from './captureTraffic.js';
import { readBrowserStorage } from './readBrowserStorage.js';

const BANK = 'First Platypus Bank';

/** In the form of Plaid's and Heron's secrets, whoever's they are. */
const SECRET_FORMS = /access-(sandbox|production)-[0-9a-f]{8}|key_[0-9a-f]{16}/;

for (const endpoint of ['This library’s routes', 'Heron-shaped proxy']) {
  test(`S18: no token is exchanged, and no secret reaches the browser, its storage or a log through “${endpoint}”`, async ({
    page,
    demo,
  }) => {
    const traffic = captureTraffic(page);
    const seen: string[] = [];
    const lookAround = async () => seen.push(await readBrowserStorage(page), await page.content());

    await page.goto(demo.url);
    await page.getByLabel(endpoint).check();
    await expect(reconnectInBanner(page, BANK)).toBeVisible();
    await lookAround();

    await reconnectInBanner(page, BANK).click();
    await link(page).getByRole('button', { name: 'Close' }).click();
    await expect(bannerOf(page, BANK)).toContainText('nothing has changed');
    await setSwitch(page, 'Plaid is down', true);
    await reconnectInBanner(page, BANK).click();
    await expect(bannerOf(page, BANK)).toContainText('could not be opened');
    await page.getByLabel('Connection', { exact: true }).selectOption('Tartan Bank');
    await page.getByRole('button', { name: 'Fire' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'That did not work' })).toBeVisible();
    await setSwitch(page, 'Plaid is down', false);

    await setSwitch(page, 'Heron is down', true);
    await reconnectInBanner(page, BANK).click();
    await lookAround();
    await signInToLink(page, BANK);
    await expect(bannerOf(page, BANK)).toContainText('we keep trying');
    await lookAround();
    await setSwitch(page, 'Heron is down', false);
    await bannerOf(page, BANK).getByRole('button', { name: 'Check again' }).click();
    await expectConnected(page, BANK);
    await lookAround();
    await page.reload();
    await expect(page.getByRole('article', { name: BANK })).toContainText('Up to date');
    await lookAround();

    const received = await traffic.received();
    expect(received.length).toBeGreaterThan(20);
    expect(demo.output()).toContain('heron_unavailable');
    for (const text of [...received, ...seen, demo.output()]) {
      expect(demo.secrets.filter((secret) => text.includes(secret))).toEqual([]);
      expect(text).not.toMatch(SECRET_FORMS);
    }
    // The public token stays in Link's callback: nothing is exchanged in update mode.
    const toTheApp = traffic.sent().filter((request) => request.includes('/api/'));
    expect(toTheApp.length).toBeGreaterThan(3);
    for (const request of toTheApp) expect(request).not.toContain('public-sandbox-');
    for (const text of [...seen, demo.output()]) expect(text).not.toContain('public-sandbox-');
  });
}

test('the demo’s own origin serves none of Plaid’s and Heron’s routes', async ({ harbour, demo }) => {
  const body = { data: { access_token: demo.secrets[0] } };
  for (const path of [
    '/item/get',
    '/link/token/create',
    '/demo/item/get',
    '/demo/link/item/get',
    '/demo/link/sandbox/item/reset_login',
  ]) {
    expect((await harbour.request.post(demo.url + path, body)).status()).toBe(404);
  }
  const links = await harbour.request.get(`${demo.url}/api/end_users/household-1/integration_links`);
  expect(links.status()).toBe(404);
});

test('the client bundle takes nothing from the environment and holds no server code', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'harbour-'));
  const environment = {
    PLAID_CLIENT_ID: 'plaid-client-id-of-this-test',
    PLAID_SECRET: 'plaid-secret-of-this-test',
    HERON_API_KEY: 'heron-api-key-of-this-test',
    DEMO_ENCRYPTION_KEY: 'encryption-key-of-this-test',
  };
  Object.assign(process.env, environment);
  try {
    const configFile = fileURLToPath(new URL('../../demo/vite.config.ts', import.meta.url));
    await build({ configFile, logLevel: 'error', build: { outDir: folder } });
    const files = await readdir(folder, { recursive: true, withFileTypes: true });
    const texts = await Promise.all(
      files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name), 'utf8')),
    );
    expect(texts.length).toBeGreaterThan(2);
    const bundle = texts.join('\n');
    for (const value of [...Object.values(environment), 'access_token', 'x-api-key', 'PLAID-SECRET']) {
      expect(bundle.includes(value), value).toBe(false);
    }
  } finally {
    for (const name of Object.keys(environment)) Reflect.deleteProperty(process.env, name);
    await rm(folder, { recursive: true });
  }
});
