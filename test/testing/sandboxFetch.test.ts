// @vitest-environment node
import { Configuration, CountryCode, PlaidApi } from 'plaid';
import { createMemoryItems, createUpdateModeHandler } from 'react-plaid-update-mode/server';
import { createSandbox } from 'react-plaid-update-mode/testing';
import { describe, expect, it } from 'vitest';

describe("the sandbox's fetch", () => {
  it('stands in for the fetch of the handler and of the plaid SDK', async () => {
    const sandbox = createSandbox({ clientId: 'client-id', secret: 'plaid-secret', heronApiKey: 'heron-key' });
    const { itemId, accessToken } = sandbox.createItem({ endUserId: 'user-1' });
    sandbox.breakItem(itemId);
    const items = createMemoryItems<string>((user) => user);
    items.add('user-1', { itemId, accessToken });
    const handler = createUpdateModeHandler({
      basePath: '/api/update-mode',
      plaid: new PlaidApi(
        new Configuration({
          basePath: 'https://sandbox.plaid.com',
          baseOptions: {
            adapter: 'fetch',
            env: { fetch: sandbox.fetch, Request, Response },
            headers: { 'PLAID-CLIENT-ID': 'client-id', 'PLAID-SECRET': 'plaid-secret' },
          },
        }),
      ),
      heron: { apiKey: 'heron-key', fetch: sandbox.fetch },
      authenticate: () => 'user-1',
      endUserId: (user) => user,
      items,
      linkToken: { client_name: 'Acme', language: 'en', country_codes: [CountryCode.Us] },
    });

    const list = await handler(new Request('https://app.test/api/update-mode/integration-links'));
    expect(await list.json()).toMatchObject({ integration_links: [{ item_id: itemId, status: 'erroring' }] });
    const token = await handler(
      new Request('https://app.test/api/update-mode/link-token', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ target: { item_id: itemId }, purpose: 'repair' }),
      }),
    );
    expect(await token.json()).toMatchObject({ link_token: expect.stringMatching(/^link-sandbox-/) });
    expect(new Set(sandbox.requests.map(({ service }) => service))).toEqual(new Set(['heron', 'plaid']));
  });

  it.each<[string, Parameters<typeof fetch>]>([
    ['a string', ['https://app.herondata.io/api/elsewhere', { method: 'PUT', body: '{}' }]],
    ['a URL', [new URL('https://app.herondata.io/api/elsewhere'), { method: 'PUT', body: '{}' }]],
    ['a Request', [new Request('https://app.herondata.io/api/elsewhere', { method: 'PUT', body: '{}' })]],
    ['a Request and changes', [new Request('https://app.herondata.io/api/elsewhere'), { method: 'PUT', body: '{}' }]],
  ])('takes %s', async (_what, call) => {
    const { fetch, requests } = createSandbox();
    // Without a key, as from Heron.
    expect((await fetch(...call)).status).toBe(401);
    expect(requests).toMatchObject([{ service: 'heron', method: 'PUT', path: '/api/elsewhere', body: {} }]);
  });
});
