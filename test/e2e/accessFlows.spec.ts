import { bannerOf, expectBannerGone, fire, link, reconnectInBanner } from './harbourPage.js';
import { expect, test } from './demoTest.js';
import { recordAccess } from './recordAccess.js';

const BANK = 'First Platypus Bank';

test('a repair is heard from the first banner to the next one', async ({ harbour, demo }) => {
  const { heron } = demo.sandbox;
  const before = { ...heron };
  // Slow enough for each state to be there while it is written down.
  Object.assign(heron, { pendingFor: 2_000 });
  let release = () => {};
  const isHeard = new Promise<void>((resolve) => (release = resolve));
  await harbour.route('**/api/update-mode/repairs', async (route) => {
    await isHeard;
    await route.continue();
  });
  const record = await recordAccess(harbour, 'repair');
  await record.tree('On load', bannerOf(harbour, BANK));
  await reconnectInBanner(harbour, BANK).focus();
  await harbour.keyboard.press('Enter');
  await expect(link(harbour).getByRole('heading', { name: `Sign in to ${BANK}` })).toBeVisible();
  await record.tree('In Link, behind it', bannerOf(harbour, BANK));
  await link(harbour).getByRole('button', { name: 'Continue' }).press('Enter');
  await expect(bannerOf(harbour, BANK)).toContainText('accepted your sign-in');
  await record.tree('The bank has accepted', bannerOf(harbour, BANK));
  release();
  await expect(bannerOf(harbour, BANK)).toContainText('waiting for your latest data');
  await record.tree('Confirmed', bannerOf(harbour, BANK));
  Object.assign(heron, before);
  await expectBannerGone(harbour, BANK);
  await record.end('The banner has gone');
});

test('leaving Link is heard', async ({ harbour }) => {
  const record = await recordAccess(harbour, 'exit');
  await reconnectInBanner(harbour, BANK).press('Enter');
  await link(harbour).getByRole('button', { name: 'Close' }).press('Enter');
  await expect(reconnectInBanner(harbour, BANK)).toBeFocused();
  await record.tree('Left', bannerOf(harbour, BANK));
  await record.end('');
});

test('a Link that does not open is heard at once', async ({ harbour }) => {
  const record = await recordAccess(harbour, 'failure');
  await harbour.route('**/api/update-mode/link-token', (route) => route.fulfill({ status: 422, json: {} }));
  await reconnectInBanner(harbour, BANK).press('Enter');
  await expect(bannerOf(harbour, BANK)).toContainText('could not be opened');
  await record.tree('Failed', bannerOf(harbour, BANK));
  await record.end('');
});

test('a connection that works again by itself is heard', async ({ harbour }) => {
  const record = await recordAccess(harbour, 'self-healing');
  await fire(harbour, BANK, 'LOGIN_REPAIRED');
  await expect(bannerOf(harbour, BANK)).toContainText('is connected again');
  await record.tree('Healed', bannerOf(harbour, BANK));
  await expectBannerGone(harbour, BANK);
  await record.end('The banner has gone');
});
