// @vitest-environment node
import { CountryCode, type LinkTokenCreateHostedLink, type LinkTokenCreateRequest, type PlaidApi } from 'plaid';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../../src/testing/index.js';
import { createPlaidClient } from './createPlaidClient.js';

let sandbox: Sandbox;
let plaid: PlaidApi;
let itemId: string;
let accessToken: string;

beforeEach(() => {
  sandbox = createSandbox();
  plaid = createPlaidClient(sandbox);
  ({ itemId, accessToken } = sandbox.createItem({ institutionName: '<b>Bank</b>', error: 'ITEM_LOGIN_REQUIRED' }));
});

async function create(hosted_link: LinkTokenCreateHostedLink = {}, changes: Partial<LinkTokenCreateRequest> = {}) {
  const { data } = await plaid.linkTokenCreate({
    client_name: 'Fern & Sons',
    language: 'en',
    country_codes: [CountryCode.Us],
    user: { client_user_id: 'user-1' },
    access_token: accessToken,
    hosted_link,
    ...changes,
  });
  return { linkToken: data.link_token, url: data.hosted_link_url ?? '' };
}

const submit = (url: string, body: string) => sandbox.fetch(url, { method: 'POST', body });
const listOutcomes = async (linkToken: string) => {
  const { data } = await plaid.linkTokenGet({ link_token: linkToken });
  return (data.link_sessions ?? []).map(({ events }) => events?.map((event) => event.event_name));
};

describe("a Hosted Link's page", () => {
  it('asks in a form of its own, with all names as text', async () => {
    const { url, linkToken } = await create();
    const response = await sandbox.fetch(url);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const html = await response.text();
    expect(html).toContain('<h1>&lt;b&gt;Bank&lt;/b&gt;</h1>');
    expect(html).toContain('Fern &amp; Sons asks for access');
    expect(html).not.toContain(linkToken);
    expect(await listOutcomes(linkToken)).toEqual([[]]);
  });

  it('does what its link token was for, and is one visit, however often it is loaded', async () => {
    const { url, linkToken } = await create();
    await sandbox.fetch(url);
    await sandbox.fetch(url);
    expect((await submit(url, 'decision=allow')).status).toBe(200);
    expect(sandbox.readItem(itemId).error).toBeNull();
    expect(await listOutcomes(linkToken)).toEqual([['HANDOFF']]);
    expect((await sandbox.fetch(url)).status).toBe(410);
  });

  it('goes on to where the app wants it, and changes nothing when the user cancels', async () => {
    const { url, linkToken } = await create({ completion_redirect_uri: 'https://app.example/done' });
    const response = await submit(url, 'decision=deny');
    expect([response.status, response.headers.get('location')]).toEqual([303, 'https://app.example/done']);
    expect(sandbox.readItem(itemId).error).toBe('ITEM_LOGIN_REQUIRED');
    expect(await listOutcomes(linkToken)).toEqual([['EXIT']]);
  });

  it('shares the accounts that were ticked', async () => {
    const { url } = await create({}, { update: { account_selection_enabled: true } });
    const ids = [...(await (await sandbox.fetch(url)).text()).matchAll(/name="account" value="(\w+)" checked/g)];
    expect(ids).toHaveLength(3);
    await submit(url, `account=${ids[1]?.[1]}&decision=allow`);
    expect(sandbox.readAccounts(itemId).map(({ isShared }) => isShared)).toEqual([false, true, false]);
  });

  it('is not there for other addresses', async () => {
    expect((await sandbox.fetch('https://sandbox.test/link/hosted/x')).status).toBe(410);
    expect((await sandbox.fetch('https://sandbox.test/link/oauth/x')).status).toBe(404);
  });
});

describe('finishHostedLink', () => {
  it('is the whole visit in one call', async () => {
    const { linkToken } = await create({}, { update: { account_selection_enabled: true } });
    await sandbox.finishHostedLink(linkToken, 'exit');
    expect(sandbox.readItem(itemId).error).toBe('ITEM_LOGIN_REQUIRED');
    const { linkToken: again } = await create({}, { update: { account_selection_enabled: true } });
    await sandbox.finishHostedLink(again, 'success', ['Platypus Visa']);
    expect(sandbox.readItem(itemId).error).toBeNull();
    expect(sandbox.readAccounts(itemId).map(({ isShared }) => isShared)).toEqual([false, false, true]);
  });

  it('says what is wrong with the test', async () => {
    const { linkToken } = await create();
    await sandbox.finishHostedLink(linkToken, 'success');
    await expect(sandbox.finishHostedLink(linkToken, 'success')).rejects.toThrow('INVALID_LINK_TOKEN');
    await expect(sandbox.finishHostedLink('link-sandbox-x', 'success')).rejects.toThrow('no Hosted Link');
  });
});
