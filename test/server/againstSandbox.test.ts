// @vitest-environment node
import { Configuration, CountryCode, PlaidApi } from 'plaid';
import { createMemoryItems, createUpdateModeHandler } from 'react-plaid-update-mode/server';
import { createSandbox } from 'react-plaid-update-mode/testing';
import { describe, expect, it } from 'vitest';

const USER = 'user-1';

/** An app whose Plaid and Heron are the sandbox that the package ships. */
function createApp() {
  const sandbox = createSandbox({ clientId: 'client-id', secret: 'plaid-secret', heronApiKey: 'heron-key' });
  const { itemId, accessToken } = sandbox.createItem({ endUserId: USER });
  const items = createMemoryItems<string>((user) => user);
  items.add(USER, { itemId, accessToken, institutionName: 'First Platypus Bank' });
  const headers = { 'PLAID-CLIENT-ID': 'client-id', 'PLAID-SECRET': 'plaid-secret' };
  const handler = createUpdateModeHandler({
    basePath: '/api/update-mode',
    plaid: new PlaidApi(
      new Configuration({
        basePath: 'https://plaid.test',
        baseOptions: { adapter: 'fetch', env: { fetch: sandbox.fetch, Request, Response }, headers },
      }),
    ),
    heron: { apiKey: 'heron-key', fetch: sandbox.fetch },
    authenticate: () => USER,
    endUserId: (user) => user,
    items,
    linkToken: { client_name: 'Acme', language: 'en', country_codes: [CountryCode.Us] },
  });

  async function post(path: string, body: object): Promise<Record<string, unknown>> {
    const response = await handler(
      new Request(`https://app.test/api/update-mode${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'visit-1' },
        body: JSON.stringify({ target: { item_id: itemId }, purpose: 'repair', ...body }),
      }),
    );
    return response.json();
  }

  return { sandbox, itemId, post };
}

describe('the endpoint against the sandbox', () => {
  it('repairs a broken Item through one visit to Link', async () => {
    const { sandbox, itemId, post } = createApp();
    sandbox.breakItem(itemId);
    const { link_token } = await post('/link-token', {});
    const session = await sandbox.link.openSession(String(link_token));
    expect(session.ok).toBe(true);
    await sandbox.link.finishSession({
      linkToken: String(link_token),
      linkSessionId: session.linkSessionId,
      outcome: 'success',
    });
    expect(sandbox.readItem(itemId)).toMatchObject({ error: null, heron: { status: 'erroring' } });

    const answer = await post('/repairs', { outcome: 'success', started_at: new Date().toISOString() });
    expect(answer).toMatchObject({ result: 'repaired', integration_links: [{ status: 'pending' }] });
    expect(sandbox.readItem(itemId)).toMatchObject({ error: null, heron: { status: 'pending' } });
  });

  it('claims no repair after a visit that was broken off', async () => {
    const { sandbox, itemId, post } = createApp();
    sandbox.breakItem(itemId);
    const answer = await post('/repairs', { outcome: 'exit', started_at: new Date().toISOString() });
    expect(answer).toMatchObject({ result: 'unchanged', integration_links: [{ status: 'erroring' }] });
  });

  it('names an Item that was removed', async () => {
    const { sandbox, itemId, post } = createApp();
    sandbox.removeItem(itemId);
    const answer = await post('/repairs', { outcome: 'unknown', started_at: new Date().toISOString() });
    expect(answer).toMatchObject({
      result: 'still_broken',
      integration_links: [{ status: 'deleted_in_plaid', error: { error_code: 'ITEM_NOT_FOUND' } }],
    });
  });
});
