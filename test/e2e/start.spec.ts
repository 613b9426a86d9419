import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { readConfiguration } from '../../demo/server/configuration.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const KEY = Buffer.alloc(32, 7).toString('base64');
const CREDENTIALS = { PLAID_CLIENT_ID: 'id', PLAID_SECRET: 'secret', HERON_API_KEY: 'key' };

test('npm start serves Harbour on the port that PORT names', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveTitle('Overview · Harbour');
  await expect(page.getByRole('heading', { level: 1, name: /^Good .+, Robin$/ })).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(6);
});

test('a port that is taken is a sentence and not a stack', async ({ baseURL }) => {
  const { PORT = new URL(baseURL ?? '').port } = process.env;
  const started = spawn('node', ['--import', 'tsx', 'demo/server/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, PORT },
  });
  let printed = '';
  started.stdout.on('data', (chunk) => (printed += String(chunk)));
  started.stderr.on('data', (chunk) => (printed += String(chunk)));
  const exit = new Promise((resolve) => started.once('exit', resolve));
  // Where the port was free after all it serves until somebody ends it, which fails the test below.
  const giveUp = setTimeout(() => started.kill(), 75_000);
  const code = await exit;
  clearTimeout(giveUp);
  expect(code).toBe(1);
  expect(printed).toContain(
    'The port is taken by another program. Choose another one, for example: PORT=5176 npm start',
  );
  expect(printed).not.toContain('    at ');
});

test('another name for this machine is answered with nothing', async ({ request }) => {
  const answer = await request.get('/', { headers: { host: 'harbour.example' } });
  expect(answer.status()).toBe(421);
  expect(answer.headers()['set-cookie']).toBeUndefined();
});

test('another site can command nothing', async ({ request }) => {
  await request.get('/');
  const answer = await request.post('/demo/reset', { data: {}, headers: { origin: 'https://example.com' } });
  expect(answer.status()).toBe(403);
});

test('another site can neither read nor listen, with the session of the user', async ({ request }) => {
  await request.get('/');
  for (const path of ['/api/update-mode-events', '/api/overview', '/api/update-mode/integration-links']) {
    for (const headers of [{ origin: 'https://example.com' }, { 'sec-fetch-site': 'cross-site' }]) {
      expect((await request.get(path, { headers })).status(), path).toBe(403);
    }
  }
  expect((await request.get('/api/overview')).status()).toBe(200);
});

test('the session is a cookie that no script can read, and without it there is nothing to see', async ({
  request,
  playwright,
  baseURL,
}) => {
  const page = await request.get('/');
  expect(page.headers()['set-cookie']).toMatch(/^harbour_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax/);
  const stranger = await playwright.request.newContext({ baseURL: baseURL ?? '' });
  for (const path of [
    '/api/overview',
    '/api/update-mode/integration-links',
    '/api/update-mode-events',
    '/demo/state',
    '/demo/wire',
  ]) {
    expect((await stranger.get(path)).status(), path).toBe(401);
  }
  await stranger.dispose();
});

test('without anything in the environment the demo brings its own Plaid and Heron', () => {
  const own = { port: 5175, databaseUrl: undefined, encryptionKey: undefined, credentials: undefined };
  expect(readConfiguration({})).toEqual(own);
});

test('credentials lead to Plaid’s Sandbox and Heron, with a key that outlives the process', () => {
  const { credentials, encryptionKey } = readConfiguration({ ...CREDENTIALS, DEMO_ENCRYPTION_KEY: KEY });
  expect(credentials).toEqual({ clientId: 'id', secret: 'secret', heronApiKey: 'key' });
  expect(encryptionKey).toHaveLength(32);
});

const REFUSED: [what: string, environment: NodeJS.ProcessEnv, sentence: RegExp][] = [
  ['Plaid’s production', { PLAID_ENV: 'production' }, /talks to Plaid's Sandbox alone/],
  [
    'a base path of production',
    { PLAID_BASE_PATH: 'https://production.plaid.com' },
    /https:\/\/sandbox\.plaid\.com alone/,
  ],
  ['half of the credentials', { PLAID_CLIENT_ID: 'id', PLAID_SECRET: 'secret' }, /belong together/],
  ['credentials without a key', CREDENTIALS, /set DEMO_ENCRYPTION_KEY/],
  ['a database without a key', { DATABASE_URL: 'postgres://localhost/demo' }, /set DEMO_ENCRYPTION_KEY/],
  ['a key of the wrong length', { DEMO_ENCRYPTION_KEY: 'short' }, /not 32 bytes/],
  ['a port that is none', { PORT: 'harbour' }, /no port number/],
];

for (const [what, environment, sentence] of REFUSED) {
  test(`refuses ${what} with a sentence`, () => {
    expect(() => readConfiguration(environment)).toThrow(sentence);
  });
}
