// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import { parseHeronLinkList, parseHeronUpdateAnswer } from '../../src/protocol/heron.js';
import { createSandbox, type HeronStatus, type Sandbox } from '../../src/testing/index.js';

const NOW = Date.parse('2026-11-20T10:00:00Z');
const CREATED = '2026-11-20T10:00:00.000Z';

let sandbox: Sandbox;
let now: number;
let itemId: string;
let accessToken: string;

beforeEach(() => {
  now = NOW;
  sandbox = createSandbox({ now: () => now, heron: { pendingFor: 1_000, syncingFor: 2_000 } });
  ({ itemId, accessToken } = sandbox.createItem({ endUserId: 'user 1' }));
});

function send(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = { 'x-api-key': 'key' },
): Promise<Response> {
  const text = body === undefined ? null : JSON.stringify(body);
  return sandbox.fetch(new Request(`https://app.herondata.io${path}`, { method, headers, body: text }));
}

const put = (token = accessToken, id = itemId): Promise<Response> =>
  send('PUT', `/api/integration_links/${id}`, { end_user: { access_token: token } });

async function readStatus(): Promise<HeronStatus | undefined> {
  const { links } = await (await send('GET', '/api/end_users/user%201/integration_links')).json();
  return links[0]?.status;
}

async function heal(): Promise<void> {
  const tokenAnswer = await sandbox.fetch(
    new Request('https://sandbox.plaid.com/link/token/create', {
      method: 'POST',
      body: JSON.stringify({
        client_id: 'id',
        secret: 'secret',
        client_name: 'Fern',
        language: 'en',
        country_codes: ['US'],
        user: { client_user_id: 'user-1' },
        access_token: accessToken,
      }),
    }),
  );
  const { link_token: linkToken } = await tokenAnswer.json();
  const { linkSessionId } = await sandbox.link.openSession(linkToken);
  await sandbox.link.finishSession({ linkToken, linkSessionId, outcome: 'success' });
}

describe('GET /api/end_users/{id}/integration_links', () => {
  it("lists that end user's links alone, in Heron's shape", async () => {
    sandbox.createItem({ endUserId: 'someone else' });
    sandbox.createItem();
    const answer = await (await send('GET', '/api/end_users/user%201/integration_links')).json();
    expect(answer).toEqual({
      links: [
        {
          item_id: itemId,
          status: 'active',
          status_message: null,
          type: 'plaid_integration',
          created: CREATED,
          last_updated: CREATED,
          last_successful_sync: CREATED,
        },
      ],
    });
    expect(parseHeronLinkList(answer).ok).toBe(true);
  });

  it('says erroring with the code once the Item is broken', async () => {
    now += 60_000;
    sandbox.breakItem(itemId);
    const { links } = await (await send('GET', '/api/end_users/user%201/integration_links')).json();
    expect(links).toEqual([
      expect.objectContaining({
        status: 'erroring',
        status_message: expect.stringMatching(/^\[ITEM_LOGIN_REQUIRED\] /),
        last_updated: '2026-11-20T10:01:00.000Z',
        last_successful_sync: CREATED,
      }),
    ]);
  });
});

describe('PUT /api/integration_links/{item_id}', () => {
  it('sets going pending, syncing and active, and the times with them', async () => {
    sandbox.breakItem(itemId);
    await heal();
    expect(await readStatus()).toBe('erroring');

    now += 10_000;
    const response = await put();
    const answer = await response.json();
    expect(response.status).toBe(200);
    expect(parseHeronUpdateAnswer(answer).ok).toBe(true);
    expect(answer.integration_link).toMatchObject({
      item_id: itemId,
      status: 'pending',
      last_successful_sync: CREATED,
    });
    expect(JSON.stringify(answer)).not.toContain(accessToken);

    now += 999;
    expect(await readStatus()).toBe('pending');
    now += 1;
    expect(await readStatus()).toBe('syncing');
    now += 2_000;
    expect(sandbox.readItem(itemId).heron).toMatchObject({
      status: 'active',
      last_updated: '2026-11-20T10:00:13.000Z',
      last_successful_sync: '2026-11-20T10:00:13.000Z',
    });
  });

  it('leaves an Item that is still broken at Plaid erroring', async () => {
    sandbox.breakItem(itemId);
    const { integration_link: link } = await (await put()).json();
    expect(link).toMatchObject({
      status: 'erroring',
      status_message: expect.stringContaining('[ITEM_LOGIN_REQUIRED]'),
    });
  });

  it('makes a link erroring when the access token is not of its Item', async () => {
    const other = sandbox.createItem();
    const { integration_link: link } = await (await put(other.accessToken)).json();
    expect(link.status).toBe('erroring');
  });

  it('can be active at once', async () => {
    sandbox.heron.afterPut = 'active_at_once';
    sandbox.breakItem(itemId);
    await heal();
    const { integration_link: link } = await (await put()).json();
    expect(link.status).toBe('active');
  });

  it('can be stale: erroring in the answer, syncing later', async () => {
    sandbox.heron.afterPut = 'stale_erroring';
    sandbox.breakItem(itemId);
    await heal();
    const { integration_link: link } = await (await put()).json();
    expect(link.status).toBe('erroring');
    expect(await readStatus()).toBe('erroring');
    now += 1_000;
    expect(await readStatus()).toBe('syncing');
    now += 2_000;
    expect(await readStatus()).toBe('active');
  });

  it('can be stale in the answer alone', async () => {
    Object.assign(sandbox.heron, { afterPut: 'stale_erroring', pendingFor: 0 });
    sandbox.breakItem(itemId);
    await heal();
    const { integration_link: link } = await (await put()).json();
    expect(link.status).toBe('erroring');
    expect(await readStatus()).toBe('syncing');
  });

  it('can leave the link erroring until it is refreshed', async () => {
    sandbox.heron.afterPut = 'refresh_needed';
    const refresh = () => send('POST', `/api/integrations/int_1/links/${itemId}/refresh`);
    sandbox.breakItem(itemId);
    expect((await (await refresh()).json()).link.status).toBe('erroring');
    await heal();
    expect((await (await put()).json()).integration_link.status).toBe('erroring');
    now += 60_000;
    expect(await readStatus()).toBe('erroring');
    expect((await (await refresh()).json()).link.status).toBe('pending');
    now += 3_000;
    expect(await readStatus()).toBe('active');
    expect((await send('POST', '/api/integrations/int_1/links/unknown/refresh')).status).toBe(404);
    expect((await send('GET', `/api/integrations/int_1/links/${itemId}/refresh`)).status).toBe(405);
  });

  it.each(['sync_disabled', 'deleted_in_plaid'] as const)('changes nothing where the link is %s', async (status) => {
    sandbox.setHeronStatus(itemId, status);
    const { integration_link: link } = await (await put()).json();
    expect(link.status).toBe(status);
    sandbox.breakItem(itemId);
    expect(await readStatus()).toBe(status);
  });

  it('needs an API key, and the right one where the sandbox knows it', async () => {
    const body = { end_user: { access_token: accessToken } };
    const response = await send('PUT', `/api/integration_links/${itemId}`, body, {});
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ code: 401, name: 'Unauthorized', description: expect.any(String) });

    sandbox = createSandbox({ heronApiKey: 'right' });
    expect((await put()).status).toBe(401);
  });

  it.each([
    [{}],
    [{ end_user: {} }],
    [{ end_user: null }],
    [{ end_user: { access_token: 1 } }],
    [{ integration_link: {} }],
    [undefined],
  ])('refuses the body %j', async (body) => {
    const response = await send('PUT', `/api/integration_links/${itemId}`, body);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 422, name: 'Unprocessable Entity' });
  });

  it('knows no link of an Item that Heron was never told of', async () => {
    const { itemId: unknown } = sandbox.createItem();
    expect((await put(accessToken, unknown)).status).toBe(404);
    expect((await put(accessToken, 'nobody')).status).toBe(404);
  });

  it('has no GET', async () => {
    expect((await send('GET', `/api/integration_links/${itemId}`)).status).toBe(405);
  });
});

describe('removing an Item', () => {
  it('is deleted_in_plaid at Heron', async () => {
    sandbox.removeItem(itemId);
    expect(await readStatus()).toBe('deleted_in_plaid');
  });
});
