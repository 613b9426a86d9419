import { expect, test } from './demoTest.js';
import {
  bannerOf,
  expectConnected,
  expectDone,
  fire,
  launcherInBanner,
  reconnectInBanner,
  rowOf,
} from './harbourPage.js';

const BANK = 'Tartan Bank';

test('S2, S28: /sandbox/item/reset_login breaks a connection, and its webhook brings the banner without a reload', async ({
  harbour,
  demo,
}) => {
  await expect(rowOf(harbour, BANK)).toContainText('Up to date');
  await fire(harbour, BANK, '/sandbox/item/reset_login');
  await expect(reconnectInBanner(harbour, BANK)).toBeVisible();
  await expect(rowOf(harbour, BANK)).toContainText('Sign-in needed');

  // Heron gets the very webhook: it works with Plaid's word as well.
  const forwarded = demo.requests('POST', '/api/webhooks/plaid');
  expect(forwarded.map(({ body }) => body)).toMatchObject([
    { webhook_type: 'ITEM', webhook_code: 'ERROR', item_id: demo.itemIdOf(BANK) },
  ]);
  expect(forwarded[0]?.headers['plaid-verification']).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
});

test('S3: LOGIN_REPAIRED ends the call for its user in every tab and says so', async ({ harbour, demo }) => {
  const bank = 'First Platypus Bank';
  const other = await harbour.context().newPage();
  await other.goto(demo.url);
  for (const page of [harbour, other]) await expect(reconnectInBanner(page, bank)).toBeVisible();

  await fire(harbour, bank, 'LOGIN_REPAIRED');
  for (const page of [harbour, other]) {
    await expectConnected(page, bank);
    await expectDone(page, bank);
  }
  expect(demo.requests('PUT', `/api/integration_links/${demo.itemIdOf(bank)}`)).toHaveLength(1);
});

test('S3: a connection that works again, and of which nobody told, is found out by the next visit, also by one that is broken off', async ({
  harbour,
  demo,
}) => {
  const bank = 'First Platypus Bank';
  await fire(harbour, bank, 'Works again, and nobody tells');
  expect(demo.sandbox.readItem(demo.itemIdOf(bank)).error).toBeNull();
  await reconnectInBanner(harbour, bank).click();
  await harbour.frameLocator('iframe[title="Plaid Link"]').getByRole('button', { name: 'Close' }).click();
  await expectConnected(harbour, bank);
});

test('Heron’s own webhook about a connection that works at Plaid gives Heron the access token again', async ({
  harbour,
  demo,
}) => {
  await fire(harbour, BANK, 'Heron: integration_link.erroring');
  const path = `/api/integration_links/${demo.itemIdOf(BANK)}`;
  await expect.poll(() => demo.requests('PUT', path).length).toBe(1);
  await expect.poll(() => demo.sandbox.readItem(demo.itemIdOf(BANK)).heron?.status).toBe('active');
  await expect(bannerOf(harbour, BANK).getByRole('button')).toHaveCount(0);
});

test('S11, S2: each webhook says what it means, and an outage asks nothing of the user', async ({ harbour, demo }) => {
  const told: [bank: string, event: string, words: RegExp, action: string | null][] = [
    ['Tattersall Federal Credit Union', 'ERROR, INSTITUTION_DOWN', /nothing you need to do/, null],
    ['Platypus OAuth Bank', 'ERROR, OAUTH_INVALID_TOKEN', /no longer shares your data/, 'Reconnect Platypus'],
    ['Platypus OAuth Bank', 'ERROR, OAUTH_CONSENT_EXPIRED', /permission has run out/, 'Reconnect Platypus'],
    ['Platypus OAuth Bank', 'ERROR, OAUTH_USER_REVOKED', /permission was withdrawn/, 'Review access'],
    [BANK, 'PENDING_DISCONNECT, migration', /in 7 days/, 'Reconnect Tartan Bank'],
    [BANK, 'AUTH: PRODUCT_PERMISSIONS_REQUIRED', /in 7 days/, 'Reconnect Tartan Bank'],
    [BANK, 'ERROR, ITEM_LOCKED', /Unlock it at the bank first/, 'Reconnect Tartan Bank'],
    ['Chase', '/sandbox/item/reset_login', /the person who connected it/, null],
  ];
  // Of whose turn it is the list tells all: so nothing else is in the way.
  await fire(harbour, 'First Platypus Bank', 'LOGIN_REPAIRED');
  for (const [bank, event, words, action] of told) {
    await test.step(`${bank}: ${event}`, async () => {
      await fire(harbour, bank, event);
      await expect(bannerOf(harbour, bank)).toContainText(words);
      const launcher = launcherInBanner(harbour, demo.itemIdOf(bank));
      if (action === null) await expect(launcher).toHaveCount(0);
      else await expect(launcher).toContainText(action);
    });
  }
});

test('a webhook that Plaid has not signed is refused, and tells nobody anything', async ({ harbour, demo }) => {
  const body = {
    webhook_type: 'ITEM',
    webhook_code: 'ERROR',
    item_id: demo.itemIdOf(BANK),
    error: { error_code: 'ITEM_LOGIN_REQUIRED' },
    environment: 'sandbox',
  };
  for (const from of ['plaid', 'heron']) {
    const answer = await harbour.request.post(`${demo.url}/webhooks/${from}`, { data: body });
    expect(answer.status()).toBe(401);
  }
  expect(demo.requests('POST', '/api/webhooks/plaid')).toHaveLength(0);
  await expect(rowOf(harbour, BANK)).toContainText('Up to date');
});
