import type { Page } from '@playwright/test';
import { expect, test } from './demoTest.js';
import { bannerOf, expectConnected, fire, link, reconnectInBanner } from './harbourPage.js';
import { readBrowserStorage } from './readBrowserStorage.js';

const BANK = 'Platypus OAuth Bank';

async function goToBank(page: Page): Promise<void> {
  await reconnectInBanner(page, BANK).click();
  await link(page)
    .getByRole('button', { name: `Continue to ${BANK}` })
    .click();
}

test.beforeEach(async ({ harbour }) => {
  // So that it is this one's turn, of which the list tells all.
  await fire(harbour, 'First Platypus Bank', 'LOGIN_REPAIRED');
  await fire(harbour, BANK, 'ERROR, OAUTH_CONSENT_EXPIRED');
  await expect(bannerOf(harbour, BANK)).toContainText('permission has run out');
});

test('S17: a bank’s own page in a popup ends where it began', async ({ harbour, demo }) => {
  const popup = harbour.waitForEvent('popup');
  await goToBank(harbour);
  await (await popup).getByRole('button', { name: 'Allow' }).click();
  await expectConnected(harbour, BANK);
  expect(demo.requests('POST', '/link/token/create')).toHaveLength(1);
});

test('S17: a redirect to the bank comes back once, with the same token, and leaves nothing behind', async ({
  harbour,
  demo,
}) => {
  demo.holdLatestData();
  await harbour.getByLabel('Redirect').check();
  await goToBank(harbour);
  await expect(harbour).toHaveURL(/\/demo\/link\/oauth\//);
  await harbour.getByRole('button', { name: 'Allow' }).click();

  await expect(bannerOf(harbour, BANK)).toContainText('waiting for your latest data');
  demo.bringLatestData(BANK);
  await expectConnected(harbour, BANK);
  await expect(harbour).toHaveURL(`${demo.url}/bank-return`);
  expect(demo.requests('POST', '/link/token/create')).toHaveLength(1);
  expect(demo.requests('POST', '/link/session/resume')).toHaveLength(1);
  expect(demo.requests('PUT', `/api/integration_links/${demo.itemIdOf(BANK)}`)).toHaveLength(1);
  expect(await readBrowserStorage(harbour)).not.toMatch(/link-sandbox-|oauth_state_id/);

  await harbour.reload();
  await expect(harbour.getByRole('article', { name: BANK })).toContainText('Up to date');
  await expect(link(harbour).owner()).toHaveCount(0);
});

test('S17: a page that a bank comes back to in vain goes on when it is loaded again', async ({ harbour, demo }) => {
  await harbour.getByLabel('Redirect').check();
  await goToBank(harbour);
  await harbour.route('**/assets/*.js', (route) => route.abort());
  await harbour.getByRole('button', { name: 'Allow' }).click();
  await harbour.waitForURL(/bank-return\?oauth_state_id=/);
  await harbour.unroute('**/assets/*.js');
  await harbour.reload();
  await expectConnected(harbour, BANK);
  expect(demo.requests('POST', '/link/token/create')).toHaveLength(1);
  expect(demo.requests('POST', '/link/session/resume')).toHaveLength(1);
});

test('S17: who says no at the bank comes back to the connection as it was, and to the button that they pressed', async ({
  harbour,
  demo,
}) => {
  await harbour.getByLabel('Redirect').check();
  await goToBank(harbour);
  await harbour.getByRole('button', { name: 'Cancel' }).click();
  await expect(bannerOf(harbour, BANK)).toContainText('could not be completed');
  await expect(reconnectInBanner(harbour, BANK)).toBeFocused();
  await expect(bannerOf(harbour, BANK)).toContainText('permission has run out');
  expect(demo.sandbox.readItem(demo.itemIdOf(BANK)).error).toBe('ITEM_LOGIN_REQUIRED');
});
