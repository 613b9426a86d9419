import { expect, test } from './demoTest.js';
import { actionInBanner, bannerOf, fire, link, rowOf } from './harbourPage.js';

const BANK = 'Royal Bank of Plaid';

test('S10: a renewal that is broken off leaves the connection as it was, and one that is finished moves its end', async ({
  harbour,
  demo,
}) => {
  await expect(rowOf(harbour, BANK)).toContainText(/Up to date until/);
  await fire(harbour, BANK, 'PENDING_EXPIRATION (UK, EU)');
  await expect(bannerOf(harbour, BANK)).toContainText('ends in 7 days');

  await actionInBanner(harbour, BANK, 'Renew permission').click();
  await link(harbour).getByRole('button', { name: 'Close' }).click();
  await expect(bannerOf(harbour, BANK)).toContainText('Your connection works as before');
  await expect(bannerOf(harbour, BANK)).toContainText('ends in 7 days');
  await expect(rowOf(harbour, BANK)).toContainText('Ends');
  expect(demo.requests('PUT', `/api/integration_links/${demo.itemIdOf(BANK)}`)).toHaveLength(0);

  await actionInBanner(harbour, BANK, 'Renew permission').click();
  await link(harbour).getByRole('button', { name: 'Allow' }).click();
  await expect(bannerOf(harbour, BANK)).toContainText('is renewed');
  await harbour.reload();
  await expect(rowOf(harbour, BANK)).toContainText('Up to date');
  await expect(rowOf(harbour, BANK)).not.toContainText(/Ends|until/);
});
