import { expect, test } from './demoTest.js';
import { actionInBanner, bannerOf, fire, link, menuOf, rowOf } from './harbourPage.js';

const BANK = 'Tartan Bank';

test('S4, S20, S21: new accounts are chosen in Link; what is added is shown, what is de-selected is removed', async ({
  harbour,
  demo,
}) => {
  const row = rowOf(harbour, BANK);
  await expect(row).toContainText('Holiday Pot');
  await fire(harbour, BANK, 'NEW_ACCOUNTS_AVAILABLE');
  await expect(bannerOf(harbour, BANK)).toContainText('New accounts at Tartan Bank');

  await actionInBanner(harbour, BANK, 'Choose accounts').click();
  await link(harbour)
    .getByLabel(/New Savings/)
    .check();
  await link(harbour)
    .getByLabel(/Holiday Pot/)
    .uncheck();
  await link(harbour).getByRole('button', { name: 'Continue' }).click();

  await expect(bannerOf(harbour, BANK)).toContainText('You no longer share 1 account. You now share 1 more account.');
  await expect(row).toContainText('New Savings');
  await expect(row).not.toContainText('Holiday Pot');
  const activity = harbour.getByRole('region', { name: 'Recent activity' });
  await expect(activity).toContainText(/Removed Holiday Pot ••4828 and its history/);
  await expect(activity).toContainText(/Added New Savings \d ••\d{4} at Tartan Bank/);

  const [asked] = demo.requests('POST', '/link/token/create');
  expect(asked?.body).toMatchObject({ update: { account_selection_enabled: true } });
  expect(asked?.body).not.toHaveProperty('products');
});

test('S21: an account that its user takes back at the bank goes at once, with all that was kept of it', async ({
  harbour,
}) => {
  await fire(harbour, BANK, 'USER_ACCOUNT_REVOKED');
  await expect(bannerOf(harbour, BANK)).toContainText('no longer shared');
  await expect(rowOf(harbour, BANK)).not.toContainText('Tartan Card');
  await expect(harbour.getByRole('region', { name: 'Recent activity' })).toContainText('Removed Tartan Card');
});

test('S22: in the UK accounts can’t be chosen later, so the bank is connected again instead', async ({
  harbour,
  demo,
}) => {
  const bank = 'Royal Bank of Plaid';
  const before = demo.itemIdOf(bank);
  await menuOf(harbour, bank).click();
  await expect(rowOf(harbour, bank).getByRole('button', { name: 'Choose accounts' })).toHaveCount(0);
  await rowOf(harbour, bank).getByRole('button', { name: 'Connect again' }).click();
  await harbour.getByRole('dialog').getByRole('button', { name: 'Connect again' }).click();

  await expect(harbour.getByRole('region', { name: 'Recent activity' })).toContainText(`Connected ${bank} again`);
  await expect(rowOf(harbour, bank)).toHaveCount(1);
  await expect(rowOf(harbour, bank)).toContainText('Platypus Visa');
  expect(demo.sandbox.readItem(before).heron?.status).toBe('deleted_in_plaid');
});

test('an account that was closed takes its connection along, once its owner has said so twice', async ({ harbour }) => {
  const bank = 'First Platypus Bank';
  await actionInBanner(harbour, bank, 'I closed this account').click();
  await harbour.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(rowOf(harbour, bank)).toHaveCount(1);

  await actionInBanner(harbour, bank, 'I closed this account').click();
  await harbour.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(rowOf(harbour, bank)).toHaveCount(0);
  await expect(bannerOf(harbour, bank)).toHaveCount(0);
});
