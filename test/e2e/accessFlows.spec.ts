import { holdReports } from './holdReports.js';
import { bannerList, bannerOf, expectDone, fire, link, reconnectInBanner } from './harbourPage.js';
import { expect, test } from './demoTest.js';
import { recordAccess } from './recordAccess.js';

const BANK = 'First Platypus Bank';
const OTHER = 'Tattersall Federal Credit Union';

test('repairs are heard from the first to the last', async ({ harbour, demo }) => {
  // Each state is there until it is written down.
  const reports = await holdReports(harbour);
  demo.holdLatestData();
  const record = await recordAccess(harbour, 'repair');
  await record.tree('On load', bannerList(harbour));
  await reconnectInBanner(harbour, BANK).focus();
  await harbour.keyboard.press('Enter');
  await expect(link(harbour).getByRole('heading', { name: `Sign in to ${BANK}` })).toBeVisible();
  await record.tree('In Link, behind it', bannerList(harbour));
  await link(harbour).getByRole('button', { name: 'Continue' }).press('Enter');
  await expect(bannerOf(harbour, BANK)).toContainText('accepted your sign-in');
  await record.tree('The bank has accepted', bannerList(harbour));
  reports.open();
  await expect(bannerOf(harbour, BANK)).toContainText('waiting for your latest data');
  await record.tree('Confirmed', bannerList(harbour));
  demo.bringLatestData(BANK);
  await expectDone(harbour, BANK);
  await record.tree('Data flows again', bannerList(harbour));
  reports.close();
  await harbour.keyboard.press('Enter');
  await link(harbour).getByRole('button', { name: 'Continue' }).press('Enter');
  await expect(bannerOf(harbour, OTHER)).toContainText('checking that it went through');
  await record.tree('The other bank has accepted', bannerOf(harbour, OTHER));
  reports.open();
  await record.untilSaid('We are waiting for your latest data. Your bank connections are in order');
  demo.bringLatestData(OTHER);
  const end = harbour.getByRole('region', { name: 'Your bank connections are in order' });
  await expect(end.getByRole('img', { name: 'Done' })).toHaveCount(3);
  await record.tree('The last one works', bannerList(harbour));
  await end.getByRole('button', { name: 'Hide this message' }).press('Enter');
  await expect(bannerList(harbour)).toHaveCount(0);
  await record.end('The message is hidden');
});

test('leaving Link is heard', async ({ harbour }) => {
  const record = await recordAccess(harbour, 'exit');
  await reconnectInBanner(harbour, BANK).press('Enter');
  await link(harbour).getByRole('button', { name: 'Close' }).press('Enter');
  await expect(reconnectInBanner(harbour, BANK)).toBeFocused();
  await record.tree('Left', bannerList(harbour));
  await record.end('');
});

test('a Link that does not open is heard at once', async ({ harbour }) => {
  const record = await recordAccess(harbour, 'failure');
  await harbour.route('**/api/update-mode/link-token', (route) => route.fulfill({ status: 422, json: {} }));
  await reconnectInBanner(harbour, BANK).press('Enter');
  await expect(bannerOf(harbour, BANK)).toContainText('could not be opened');
  await record.tree('Failed', bannerList(harbour));
  await record.end('');
});

test('a connection that works again by itself is heard', async ({ harbour }) => {
  const record = await recordAccess(harbour, 'self-healing');
  await fire(harbour, BANK, 'LOGIN_REPAIRED');
  await expect(bannerOf(harbour, BANK)).toContainText('is connected again');
  await record.tree('Healed', bannerList(harbour));
  await expectDone(harbour, BANK);
  await record.tree('A while later', bannerList(harbour));
  await record.end('');
});
