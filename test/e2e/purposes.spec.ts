import { expect, test } from './demoTest.js';
import { bannerOf, fire, launcherInBanner, link, menuOf, rowOf } from './harbourPage.js';

const BANK = 'Tattersall Federal Credit Union';

/** What each line of the menu asks of Plaid besides what every request holds. */
const MENU: [label: string, asks: Record<string, unknown>, finish: string][] = [
  ['Set up payments', { products: ['auth'] }, 'Continue'],
  ['Add asset reports', { products: ['assets'] }, 'Allow'],
  ['Add statements', { products: ['statements'] }, 'Allow'],
  ['Add income', { products: ['income_verification'] }, 'Allow'],
  ['Share name and loans', { additional_consented_products: ['identity', 'liabilities'] }, 'Allow'],
  ['Allow planning', { link_customization_name: 'harbour_planning' }, 'Allow'],
  ['Upload a statement', { products: ['identity'] }, 'Upload'],
];

test('S5, S6, S8, S9, S26: the menu of a connection sends its user to Link for each purpose, and says what became of it', async ({
  harbour,
  demo,
}) => {
  test.slow();
  const row = rowOf(harbour, BANK);
  await menuOf(harbour, BANK).click();
  for (const [label, asks, finish] of MENU) {
    await test.step(label, async () => {
      const line = row.getByRole('button', { name: label });
      await line.click();
      await link(harbour).getByRole('button', { name: finish }).click();
      await expect(line).toContainText('Done.');
      const bodies = demo.requests('POST', '/link/token/create').map(({ body }) => body);
      expect(bodies).toContainEqual(expect.objectContaining(asks));
    });
  }
});

test('S26: the code of a small deposit is entered in Link, and the account counts as verified', async ({ harbour }) => {
  const row = rowOf(harbour, BANK);
  await menuOf(harbour, BANK).click();
  await expect(row.getByRole('button', { name: 'Enter the deposit’s code' })).toHaveCount(0);
  await fire(harbour, BANK, 'A test deposit is sent');
  await row.getByRole('button', { name: 'Enter the deposit’s code' }).click();
  await link(harbour).getByLabel('Code').fill('ABC');
  await link(harbour).getByRole('button', { name: 'Continue' }).click();
  await expect(row).not.toContainText('A small deposit is on its way');
});

test('S15: a transfer that waits for its user can be authorized again after a visit, and nothing is transferred', async ({
  harbour,
  demo,
}) => {
  await fire(harbour, BANK, 'A transfer needs its user');
  const transfer = harbour.getByRole('region', { name: /^Transfer of \$250/ });
  await transfer.getByRole('button', { name: 'Continue' }).click();
  await link(harbour).getByRole('button', { name: 'Continue' }).click();
  await expect(transfer).toContainText('We authorize the transfer again');
  const [asked] = demo.requests('POST', '/link/token/create');
  expect(asked?.body).toHaveProperty('transfer.authorization_id');
  expect(asked?.body).not.toHaveProperty('access_token');
});

test('S1: where Plaid asks for the user in the middle of something, the page asks on the spot and goes on', async ({
  harbour,
}) => {
  const bank = 'Tartan Bank';
  const row = rowOf(harbour, bank);
  await fire(harbour, bank, 'Breaks, and nobody tells');
  await menuOf(harbour, bank).click();
  await row.getByRole('button', { name: 'Refresh balances' }).click();
  await expect(row).toContainText('wants you to sign in before it shows them');
  await row.getByRole('button', { name: 'Sign in and go on' }).click();
  await link(harbour).getByRole('button', { name: 'Continue' }).click();
  await expect(row.getByRole('button', { name: 'Refresh balances' })).toContainText('They are up to date.');
  await expect(row).not.toContainText('wants you to sign in');
});

test('S19: after an error support gets what Plaid’s support will ask for', async ({ harbour, demo }) => {
  const bank = 'First Platypus Bank';
  await harbour.getByLabel('Link’s outcome').selectOption('INVALID_CREDENTIALS');
  await launcherInBanner(harbour, demo.itemIdOf(bank)).click();
  await expect(bannerOf(harbour, bank)).toContainText('could not be completed');
  await bannerOf(harbour, bank).getByText('Details for support').click();
  const [opened] = demo.requests('POST', '/link/session/finish');
  expect(opened?.body).toHaveProperty('linkSessionId');
  const { linkSessionId } = Object(opened?.body);
  await expect(bannerOf(harbour, bank)).toContainText(linkSessionId);
  await expect(bannerOf(harbour, bank)).toContainText('INVALID_CREDENTIALS');
});

test('where Plaid’s script can’t load, the visit is made on a page of Plaid’s own', async ({ harbour, demo }) => {
  const bank = 'First Platypus Bank';
  await harbour.getByLabel('Plaid’s script can’t load').check();
  await launcherInBanner(harbour, demo.itemIdOf(bank)).click();
  const [hosted] = await Promise.all([
    harbour.waitForEvent('popup'),
    bannerOf(harbour, bank).getByRole('link', { name: 'Continue on Plaid’s page' }).click(),
  ]);
  await hosted.getByRole('button', { name: 'Allow' }).click();
  await expect.poll(() => demo.sandbox.readItem(demo.itemIdOf(bank)).error).toBeNull();
  await hosted.close();
  // Without a window Chromium tells no page that its user is back.
  await harbour.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(rowOf(harbour, bank)).toContainText('Up to date');
});
