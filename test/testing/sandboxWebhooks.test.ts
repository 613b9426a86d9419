// @vitest-environment node
import { createHash, createHmac } from 'node:crypto';
import { decodeProtectedHeader, importJWK, jwtVerify } from 'jose';
import { SandboxItemFireWebhookRequestWebhookCodeEnum as FireableCode, WebhookType, type PlaidApi } from 'plaid';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createSandbox, type ItemWebhookCode, type Sandbox, type WebhookDetails } from '../../src/testing/index.js';
import { createLinkToken } from './createLinkToken.js';
import { createPlaidClient, refusal } from './createPlaidClient.js';

const NOW = Date.parse('2026-11-20T10:00:00Z');

let sandbox: Sandbox;
let plaid: PlaidApi;
let itemId: string;
let accessToken: string;
let received: Request[];
let userId: string;

beforeEach(() => {
  received = [];
  const receive = (request: Request): Response => {
    received.push(request);
    return new Response(null, { status: 204 });
  };
  sandbox = createSandbox({
    now: () => NOW,
    deliverWebhook: receive,
    deliverHeronWebhook: receive,
    heronWebhookSecret: 'sec_1',
  });
  plaid = createPlaidClient(sandbox);
  ({ userId } = sandbox.createUser());
  ({ itemId, accessToken } = sandbox.createItem({ endUserId: 'user-1', userId }));
});

async function fire(code: ItemWebhookCode, details?: WebhookDetails): Promise<unknown> {
  await sandbox.fireWebhook(itemId, code, details);
  return received.at(-1)?.clone().json();
}

const untilReceived = (count: number) => vi.waitFor(() => expect(received).toHaveLength(count));

const readItem = async () => (await plaid.itemGet({ access_token: accessToken })).data.item;

describe("a webhook of Plaid's", () => {
  it('is signed so that the key of its id verifies it, over the hash of its body', async () => {
    const answer = await sandbox.fireWebhook(itemId, 'LOGIN_REPAIRED');
    expect(answer?.status).toBe(204);
    const [request] = received;
    const jwt = request?.headers.get('plaid-verification') ?? '';
    const { kid = '', alg } = decodeProtectedHeader(jwt);
    expect(alg).toBe('ES256');
    const { key } = (await plaid.webhookVerificationKeyGet({ key_id: kid })).data;
    expect(key).toMatchObject({
      kid,
      alg: 'ES256',
      crv: 'P-256',
      use: 'sig',
      created_at: NOW / 1000,
      expired_at: null,
    });
    const imported = await importJWK({ kty: key.kty, crv: key.crv, x: key.x, y: key.y }, 'ES256');
    const { payload } = await jwtVerify(jwt, imported, { algorithms: ['ES256'] });
    const body = (await request?.text()) ?? '';
    const hash = createHash('sha256').update(body).digest('hex');
    expect(payload).toEqual({ iat: NOW / 1000, request_body_sha256: hash });
  });

  it('can be old, and of a new key while the old one expires', async () => {
    await fire('LOGIN_REPAIRED', { issuedAt: NOW - 600_000 });
    sandbox.rotateWebhookKey();
    await fire('LOGIN_REPAIRED');
    const [old = '', fresh = ''] = received.map((request) => request.headers.get('plaid-verification') ?? '');
    expect(JSON.parse(Buffer.from(old.split('.')[1] ?? '', 'base64url').toString())).toMatchObject({
      iat: NOW / 1000 - 600,
    });
    const keyOf = async (jwt: string) =>
      (await plaid.webhookVerificationKeyGet({ key_id: decodeProtectedHeader(jwt).kid ?? '' })).data.key;
    expect((await keyOf(old)).expired_at).toBe(NOW / 1000);
    expect((await keyOf(fresh)).expired_at).toBeNull();
  });

  it('has a key that no other id finds', async () => {
    const { data } = await refusal(plaid.webhookVerificationKeyGet({ key_id: 'other' }));
    expect(data).toMatchObject({
      error_type: 'INVALID_INPUT',
      error_code: 'INVALID_WEBHOOK_VERIFICATION_KEY_ID',
    });
  });

  it('S2: ERROR breaks the Item, with a reason where there is one', async () => {
    const body = await fire('ERROR', { errorReason: 'OAUTH_USER_REVOKED' });
    const error = { error_code: 'ITEM_LOGIN_REQUIRED', error_code_reason: 'OAUTH_USER_REVOKED' };
    expect(body).toMatchObject({
      webhook_type: 'ITEM',
      webhook_code: 'ERROR',
      item_id: itemId,
      user_id: userId,
      environment: 'sandbox',
      error,
    });
    expect((await readItem()).error).toMatchObject(error);
    expect(sandbox.readItem(itemId).heron?.status).toBe('erroring');
  });

  it('S3: LOGIN_REPAIRED heals it at Plaid alone', async () => {
    sandbox.breakItem(itemId);
    await fire('LOGIN_REPAIRED');
    expect(sandbox.readItem(itemId)).toMatchObject({ error: null, heron: { status: 'erroring' } });
  });

  it('S4: NEW_ACCOUNTS_AVAILABLE adds an account at the bank that nobody shares', async () => {
    await fire('NEW_ACCOUNTS_AVAILABLE');
    expect(sandbox.readAccounts(itemId).map(({ isShared }) => isShared)).toEqual([true, true, true, false]);
    expect((await plaid.accountsGet({ access_token: accessToken })).data.accounts).toHaveLength(3);
  });

  it('S2: PENDING_EXPIRATION and PENDING_DISCONNECT announce an end, and the end comes', async () => {
    let now = NOW;
    const told: unknown[] = [];
    const later = createSandbox({
      now: () => now,
      deliverWebhook: async (request) => {
        told.push(await request.json());
        return new Response();
      },
    });
    const expiring = later.createItem({ institutionId: 'ins_117650' });
    const disconnecting = later.createItem();
    const end = '2026-11-27T10:00:00.000Z';
    await later.fireWebhook(expiring.itemId, 'PENDING_EXPIRATION');
    await later.fireWebhook(disconnecting.itemId, 'PENDING_DISCONNECT', { reason: 'INSTITUTION_TOKEN_EXPIRATION' });
    expect(told).toMatchObject([
      { webhook_code: 'PENDING_EXPIRATION', consent_expiration_time: end },
      { webhook_code: 'PENDING_DISCONNECT', reason: 'INSTITUTION_TOKEN_EXPIRATION', disconnect_time: end },
    ]);
    const errors = () => [expiring, disconnecting].map((item) => later.readItem(item.itemId).error);
    expect(errors()).toEqual([null, null]);
    now = Date.parse(end);
    expect(errors()).toEqual(['ITEM_LOGIN_REQUIRED', 'ITEM_LOGIN_REQUIRED']);
  });

  it('S2: the announced disconnect does not come once the user was there', async () => {
    let now = NOW;
    sandbox = createSandbox({ now: () => now });
    ({ itemId, accessToken } = sandbox.createItem());
    await fire('PENDING_DISCONNECT');
    const linkToken = await createLinkToken(sandbox, accessToken);
    const { linkSessionId } = await sandbox.link.openSession(linkToken);
    await sandbox.link.finishSession({ linkToken, linkSessionId, outcome: 'success' });
    now += 8 * 24 * 60 * 60 * 1000;
    expect(sandbox.readItem(itemId).error).toBeNull();
  });

  it('S12: USER_ACCOUNT_REVOKED takes the account, USER_PERMISSION_REVOKED the Item', async () => {
    const body = await fire('USER_ACCOUNT_REVOKED', { account: 'Rainy Day Savings' });
    const revoked = sandbox.readAccounts(itemId).find(({ isShared }) => !isShared);
    expect(revoked?.name).toBe('Rainy Day Savings');
    expect(body).toMatchObject({ account_id: revoked?.account_id });
    await fire('USER_PERMISSION_REVOKED');
    expect(sandbox.readItem(itemId).error).toBe('USER_PERMISSION_REVOKED');
  });

  it.each(['auth', 'identity'] as const)(
    'S6: PRODUCT_PERMISSIONS_REQUIRED of %s takes its permission',
    async (product) => {
      expect(await fire('PRODUCT_PERMISSIONS_REQUIRED', { product })).toMatchObject({
        webhook_type: product.toUpperCase(),
        webhook_code: 'PRODUCT_PERMISSIONS_REQUIRED',
      });
      const request = { access_token: accessToken };
      const call = product === 'auth' ? plaid.authGet(request) : plaid.identityGet(request);
      expect((await refusal(call)).data['error_code']).toBe('ACCESS_NOT_GRANTED');
    },
  );

  it("goes to the Item's own address, and nowhere where there is none", async () => {
    await plaid.itemWebhookUpdate({ access_token: accessToken, webhook: 'https://app.example/plaid' });
    await untilReceived(1);
    expect(received[0]?.url).toBe('https://app.example/plaid');
    expect(await received[0]?.json()).toMatchObject({
      webhook_code: 'WEBHOOK_UPDATE_ACKNOWLEDGED',
      new_webhook_url: 'https://app.example/plaid',
    });
    const silent = createSandbox();
    expect(await silent.fireWebhook(silent.createItem().itemId, 'LOGIN_REPAIRED')).toBeNull();
  });

  it("S28: comes of Plaid's own Sandbox routes", async () => {
    await plaid.sandboxItemResetLogin({ access_token: accessToken });
    await untilReceived(1);
    const fired = await plaid.sandboxItemFireWebhook({
      access_token: accessToken,
      webhook_type: WebhookType.Item,
      webhook_code: FireableCode.LoginRepaired,
    });
    expect(fired.data.webhook_fired).toBe(true);
    await untilReceived(2);
    const codes = await Promise.all(received.map((request) => request.json()));
    expect(codes).toMatchObject([{ webhook_code: 'ERROR' }, { webhook_code: 'LOGIN_REPAIRED' }]);
    expect(sandbox.readItem(itemId).error).toBeNull();
  });
});

describe("Heron's side", () => {
  it('takes a forwarded webhook by its very bytes', async () => {
    await fire('LOGIN_REPAIRED');
    const jwt = received[0]?.headers.get('plaid-verification') ?? '';
    const body = (await received[0]?.text()) ?? '';
    const forward = (text: string) =>
      sandbox.fetch('https://app.herondata.io/api/webhooks/plaid', {
        method: 'POST',
        body: text,
        headers: { 'plaid-verification': jwt },
      });
    expect((await forward(body)).status).toBe(200);
    expect((await forward(JSON.stringify(JSON.parse(body)))).status).toBe(401);
  });

  it('tells of an erroring link, with its signature', async () => {
    await sandbox.fireHeronWebhook(itemId);
    const [request] = received;
    const body = (await request?.text()) ?? '';
    expect(JSON.parse(body)).toEqual({
      topic: 'integration_link.erroring',
      created: '2026-11-20T10:00:00.000Z',
      data: { ...sandbox.readItem(itemId).heron, end_user_id: 'user-1' },
      meta: null,
    });
    expect(sandbox.readItem(itemId)).toMatchObject({ error: null, heron: { status: 'erroring' } });
    expect(request?.headers.get('heron-signature')).toBe(createHmac('sha256', 'sec_1').update(body).digest('base64'));
  });
});
