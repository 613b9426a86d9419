import type { Request } from '@playwright/test';
import { expect, test } from './demoTest.js';
import { bannerOf, expectConnected, expectDone, link, reconnectInBanner, rowOf, signInToLink } from './harbourPage.js';

const BANK = 'First Platypus Bank';

const ENDPOINTS = [
  { name: 'This library’s routes', reportPath: '/api/update-mode/repairs' },
  { name: 'Heron-shaped proxy', reportPath: '/api/heron/api/integration_links/' },
];

for (const { name, reportPath } of ENDPOINTS) {
  test(`S13, S16, S29: a repair through “${name}” takes one token, one Link, one report and one PUT, and lasts`, async ({
    harbour,
    demo,
  }) => {
    const sent: Request[] = [];
    harbour.on('request', (request) => sent.push(request));
    const sentTo = (path: string) => sent.filter((request) => new URL(request.url()).pathname.startsWith(path));
    const itemId = demo.itemIdOf(BANK);
    demo.holdLatestData();
    await harbour.getByLabel(name).check();

    await expect(rowOf(harbour, BANK)).toContainText('Sign-in needed');
    await reconnectInBanner(harbour, BANK).click();
    await signInToLink(harbour, BANK);
    await expect(bannerOf(harbour, BANK)).toContainText('We are waiting for your latest data.');
    demo.bringLatestData(BANK);
    await expectConnected(harbour, BANK);
    await expectDone(harbour, BANK);

    expect(sentTo('/api/update-mode/link-token')).toHaveLength(1);
    expect(sentTo(reportPath)).toHaveLength(1);
    const tokens = demo.requests('POST', '/link/token/create');
    expect(tokens).toHaveLength(1);
    expect(tokens[0]?.body).toHaveProperty('access_token');
    expect(tokens[0]?.body).not.toHaveProperty('products');
    expect(demo.requests('POST', '/link/session/open')).toHaveLength(1);
    const puts = demo.requests('PUT', `/api/integration_links/${itemId}`);
    const { accessToken, error, heron } = demo.sandbox.readItem(itemId);
    expect(puts.map(({ headers, body }) => [headers['x-api-key'], body])).toEqual([
      [demo.heronApiKey, { end_user: { access_token: accessToken } }],
    ]);
    expect({ atPlaid: error, atHeron: heron?.status }).toEqual({ atPlaid: null, atHeron: 'active' });
    await expect(link(harbour).owner()).toHaveCount(0);

    await harbour.reload();
    await expect(harbour.getByLabel(name)).toBeChecked();
    await expect(rowOf(harbour, BANK)).toContainText('Up to date');
    await expect(rowOf(harbour, BANK).getByRole('button')).toHaveCount(0);
    await expect(bannerOf(harbour, BANK)).toHaveCount(0);
  });
}

test('nothing is asked of Plaid and no Link is made before somebody shows intent', async ({ harbour, demo }) => {
  await expect(reconnectInBanner(harbour, BANK)).toBeVisible();
  expect(demo.requests('POST', '/link/token/create')).toHaveLength(0);
  await expect(harbour.locator('iframe')).toHaveCount(0);
});

test('one Link is prepared while the pointer is on the button, and a click sends no further request', async ({
  harbour,
  demo,
}) => {
  await reconnectInBanner(harbour, BANK).hover();
  await expect(harbour.locator('iframe')).toHaveCount(1);
  const sent: string[] = [];
  harbour.on('request', (request) => sent.push(new URL(request.url()).pathname));
  await reconnectInBanner(harbour, BANK).click();
  await expect(link(harbour).getByRole('heading', { name: `Sign in to ${BANK}` })).toBeVisible();
  // Link's own server and the panel's list of requests are no part of the library.
  expect(sent.filter((path) => !path.startsWith('/demo/'))).toEqual([]);
  expect(demo.requests('POST', '/link/token/create')).toHaveLength(1);
});
