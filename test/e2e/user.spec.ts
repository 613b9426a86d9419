import { expect, test } from './demoTest.js';
import { fire, link } from './harbourPage.js';

test('S14: three broken connections are repaired one by one with one link token, and the user sees how far they are', async ({
  harbour,
  demo,
}) => {
  for (const bank of ['Tartan Bank', 'Tattersall Federal Credit Union']) {
    await fire(harbour, bank, '/sandbox/item/reset_login');
  }
  const banner = harbour.getByRole('region', { name: '3 bank connections need you' });
  await expect(banner).toContainText('First Platypus Bank, Tattersall Federal Credit Union, and Tartan Bank');
  await expect(harbour.getByRole('region', { name: /sign in again/ })).toHaveCount(1);

  await harbour.getByRole('button', { name: 'Reconnect one by one' }).click();
  await link(harbour).getByRole('button', { name: 'Continue' }).click();
  await expect(harbour.getByRole('main').getByText('1 of 3 reconnected.')).toBeVisible();
  await harbour.getByRole('button', { name: 'Reconnect the next one' }).click();
  await link(harbour).getByRole('button', { name: 'Continue' }).click();
  await expect(harbour.getByRole('main').getByText('2 of 3 reconnected.')).toBeVisible();
  await harbour.getByRole('button', { name: 'Reconnect the next one' }).click();
  await link(harbour).getByRole('button', { name: 'Continue' }).click();
  await expect(harbour.getByRole('heading', { name: 'All your bank connections work again' })).toBeVisible();

  const tokens = demo.requests('POST', '/link/token/create');
  expect(tokens).toHaveLength(1);
  expect(tokens[0]?.body).toMatchObject({ update: { user: true } });
  expect(tokens[0]?.body).not.toHaveProperty('access_token');
  expect(demo.requests('POST', '/link/session/open')).toHaveLength(3);
  for (const bank of ['First Platypus Bank', 'Tartan Bank', 'Tattersall Federal Credit Union']) {
    expect(demo.sandbox.readItem(demo.itemIdOf(bank)).error, bank).toBeNull();
  }
});
