import { expect, test } from './demoTest.js';
import {
  bannerOf,
  expectConnected,
  fire,
  launcherInBanner,
  link,
  reconnectInBanner,
  rowOf,
  setSwitch,
  signInToLink,
} from './harbourPage.js';

const BANK = 'First Platypus Bank';

test('leaving Link changes nothing, says so, and gives the focus back to the button', async ({ harbour, demo }) => {
  await reconnectInBanner(harbour, BANK).click();
  await link(harbour).getByRole('button', { name: 'Close' }).click();
  await expect(bannerOf(harbour, BANK)).toContainText('nothing has changed');
  await expect(reconnectInBanner(harbour, BANK)).toBeFocused();
  expect(demo.requests('PUT', `/api/integration_links/${demo.itemIdOf(BANK)}`)).toHaveLength(0);
  expect(demo.sandbox.readItem(demo.itemIdOf(BANK)).error).toBe('ITEM_LOGIN_REQUIRED');

  await reconnectInBanner(harbour, BANK).click();
  await signInToLink(harbour, BANK);
  await expectConnected(harbour, BANK);
});

test('an error that Link shows leaves the connection as it was', async ({ harbour, demo }) => {
  await harbour.getByLabel('Link’s outcome').selectOption('INVALID_CREDENTIALS');
  await reconnectInBanner(harbour, BANK).click();
  await expect(bannerOf(harbour, BANK)).toContainText('could not be completed');
  await expect(rowOf(harbour, BANK)).toContainText('Sign-in needed');
  expect(demo.requests('PUT', `/api/integration_links/${demo.itemIdOf(BANK)}`)).toHaveLength(0);
});

test('a report waits while Heron is down, the banner says so, and it is delivered when Heron is back', async ({
  harbour,
  demo,
}) => {
  const path = `/api/integration_links/${demo.itemIdOf(BANK)}`;
  await setSwitch(harbour, 'Heron is down', true);
  await reconnectInBanner(harbour, BANK).click();
  await signInToLink(harbour, BANK);
  await expect(bannerOf(harbour, BANK)).toContainText('accepted your sign-in');
  await expect(bannerOf(harbour, BANK)).toContainText('we keep trying');
  await expect(rowOf(harbour, BANK)).not.toContainText('Up to date');

  await setSwitch(harbour, 'Heron is down', false);
  await bannerOf(harbour, BANK).getByRole('button', { name: 'Check again' }).click();
  await expectConnected(harbour, BANK);
  expect(demo.sandbox.readItem(demo.itemIdOf(BANK)).heron?.status).toBe('active');
  expect(demo.requests('PUT', path).length).toBeGreaterThan(0);
  expect(demo.requests('POST', '/link/session/open')).toHaveLength(1);
});

test('while Plaid is down a click says that Link could not be opened, and a later one opens it', async ({
  harbour,
}) => {
  await setSwitch(harbour, 'Plaid is down', true);
  await reconnectInBanner(harbour, BANK).click();
  await expect(bannerOf(harbour, BANK)).toContainText('could not be opened');

  await setSwitch(harbour, 'Plaid is down', false);
  await reconnectInBanner(harbour, BANK).click();
  await signInToLink(harbour, BANK);
  await expectConnected(harbour, BANK);
});

test('on a slow network the button says that it is busy, and several clicks open Link once', async ({
  harbour,
  demo,
}) => {
  await harbour.getByLabel('0.8 s').check();
  await expect
    .poll(async () => (await harbour.request.get(`${demo.url}/demo/state`)).json())
    .toMatchObject({ latency: 800 });
  // Its name changes while it is busy.
  const button = launcherInBanner(harbour, demo.itemIdOf(BANK));
  await button.click({ clickCount: 3 });
  await expect(button).toHaveAttribute('aria-busy', 'true');
  await signInToLink(harbour, BANK);
  await expectConnected(harbour, BANK);
  expect(demo.requests('POST', '/link/token/create')).toHaveLength(1);
  expect(demo.requests('POST', '/link/session/open')).toHaveLength(1);
});

test('a connection that breaks while the page is open gets its banner, also a second time', async ({ harbour }) => {
  const bank = 'Tartan Bank';
  for (const round of ['first', 'second']) {
    await test.step(`the ${round} time`, async () => {
      await fire(harbour, bank, '/sandbox/item/reset_login');
      await expect(rowOf(harbour, bank)).toContainText('Sign-in needed');
      await reconnectInBanner(harbour, bank).click();
      await signInToLink(harbour, bank);
      await expectConnected(harbour, bank);
    });
  }
});
