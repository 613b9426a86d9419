// @vitest-environment node
import { Configuration, CountryCode, PlaidApi } from 'plaid';
import {
  createHeronWebhookHandler,
  createMemoryItems,
  createPlaidWebhookHandler,
  createUpdateModeHandler,
  type ItemNews,
  type LogEntry,
} from 'react-plaid-update-mode/server';
import { createSandbox } from 'react-plaid-update-mode/testing';
import { describe, expect, it } from 'vitest';

const USER = 'user-1';
const HERON_SECRET = 'sec_7d1f';

/** An app whose Plaid and Heron are the sandbox that the package ships, webhooks and all. */
function createApp() {
  const news: ItemNews[] = [];
  const log: LogEntry[] = [];
  const sandbox = createSandbox({
    heronWebhookSecret: HERON_SECRET,
    deliverWebhook: (request) => handlePlaid(request),
    deliverHeronWebhook: (request) => handleHeron(request),
  });
  const items = createMemoryItems<string>((user) => user);
  const { itemId, accessToken } = sandbox.createItem({ endUserId: USER });
  items.add(USER, { itemId, accessToken });
  const shared = {
    plaid: new PlaidApi(
      new Configuration({
        basePath: 'https://plaid.test',
        baseOptions: {
          adapter: 'fetch',
          env: { fetch: sandbox.fetch, Request, Response },
          headers: { 'PLAID-CLIENT-ID': 'client-id', 'PLAID-SECRET': 'plaid-secret' },
        },
      }),
    ),
    heron: { apiKey: 'heron-key', fetch: sandbox.fetch },
    items,
    onItemEvent: (each: ItemNews) => void news.push(each),
    log: (entry: LogEntry) => void log.push(entry),
  };
  const handlePlaid = createPlaidWebhookHandler({ ...shared, environment: 'sandbox' });
  const handleHeron = createHeronWebhookHandler({ ...shared, secret: [HERON_SECRET] });
  const endpoint = createUpdateModeHandler({
    ...shared,
    basePath: '/api/update-mode',
    authenticate: () => USER,
    endUserId: (user) => user,
    linkToken: { client_name: 'Acme', language: 'en', country_codes: [CountryCode.Us] },
  });

  async function readLink(): Promise<unknown> {
    const response = await endpoint(new Request('https://app.test/api/update-mode/integration-links'));
    const { integration_links } = await response.json();
    return integration_links[0];
  }

  return {
    sandbox,
    itemId,
    news,
    log,
    readLink,
    status: async (answer: Promise<Response | null>) => (await answer)?.status,
  };
}

describe('webhooks of the sandbox', () => {
  it('S2: an error is on the page with the next list', async () => {
    const { sandbox, itemId, news, readLink, status } = createApp();
    expect(await status(sandbox.fireWebhook(itemId, 'ERROR'))).toBe(200);
    expect(await readLink()).toMatchObject({ error: { error_code: 'ITEM_LOGIN_REQUIRED' } });
    expect(news).toMatchObject([{ event: { code: 'ERROR' }, endUserId: USER }]);
  });

  it('S2: a deadline is on the page with the next list', async () => {
    const { sandbox, itemId, readLink, status } = createApp();
    expect(await status(sandbox.fireWebhook(itemId, 'PENDING_DISCONNECT'))).toBe(200);
    expect(await readLink()).toHaveProperty('pending_disconnect.disconnect_time');
  });

  it('S3: a repair elsewhere reaches Heron, the app and the page', async () => {
    const { sandbox, itemId, news, log, readLink, status } = createApp();
    await sandbox.fireWebhook(itemId, 'ERROR');
    expect(sandbox.readItem(itemId)).toMatchObject({ heron: { status: 'erroring' } });
    expect(await status(sandbox.fireWebhook(itemId, 'LOGIN_REPAIRED'))).toBe(200);
    expect(sandbox.readItem(itemId)).toMatchObject({ error: null, heron: { status: 'pending' } });
    const link = await readLink();
    expect(link).toMatchObject({ status: 'pending' });
    expect(link).toHaveProperty('repaired_at');
    expect(link).not.toHaveProperty('error');
    expect(news.map(({ event }) => event.code)).toEqual(['ERROR', 'LOGIN_REPAIRED']);
    expect(log).toEqual([]);
  });

  it('S4: new accounts are on the page with the next list', async () => {
    const { sandbox, itemId, readLink, status } = createApp();
    expect(await status(sandbox.fireWebhook(itemId, 'NEW_ACCOUNTS_AVAILABLE'))).toBe(200);
    expect(await readLink()).toMatchObject({ new_accounts_available: true });
  });

  it.each(['USER_PERMISSION_REVOKED', 'USER_ACCOUNT_REVOKED', 'PRODUCT_PERMISSIONS_REQUIRED'] as const)(
    'S11: access that is missing is on the page with the next list: %s',
    async (code) => {
      const { sandbox, itemId, readLink, status } = createApp();
      expect(await status(sandbox.fireWebhook(itemId, code))).toBe(200);
      expect(await readLink()).toMatchObject({ access_error: { code } });
    },
  );

  it('are verified through a rotation of the key', async () => {
    const { sandbox, itemId, news, status } = createApp();
    await sandbox.fireWebhook(itemId, 'ERROR');
    sandbox.rotateWebhookKey();
    expect(await status(sandbox.fireWebhook(itemId, 'LOGIN_REPAIRED'))).toBe(200);
    expect(news).toHaveLength(2);
  });

  it("Heron's own: an error that Plaid names is on the page", async () => {
    const { sandbox, itemId, news, readLink, status } = createApp();
    sandbox.breakItem(itemId);
    expect(await status(sandbox.fireHeronWebhook(itemId))).toBe(200);
    expect(await readLink()).toMatchObject({ error: { error_code: 'ITEM_LOGIN_REQUIRED' } });
    expect(news).toMatchObject([{ event: { code: 'integration_link.erroring' } }]);
  });

  it("Heron's own: an error that Plaid does not know gets Heron the token again", async () => {
    const { sandbox, itemId, news, status } = createApp();
    expect(await status(sandbox.fireHeronWebhook(itemId))).toBe(200);
    expect(sandbox.readItem(itemId)).toMatchObject({ heron: { status: 'pending' } });
    expect(news).toMatchObject([{ event: { code: 'LOGIN_REPAIRED', itemId } }]);
  });
});
