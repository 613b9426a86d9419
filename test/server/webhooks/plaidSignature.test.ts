// @vitest-environment node
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it, vi } from 'vitest';
import { json, plaidError } from '../support/upstream.js';
import {
  createSigningKey,
  createWebhookWorld,
  FORWARD,
  FORWARD_TO,
  GET_KEY,
  itemWebhook,
  KEY_ID,
  keyAnswer,
  plaidKey,
  type WebhookWorld,
} from './support.js';

const NEW_ACCOUNTS = itemWebhook('NEW_ACCOUNTS_AVAILABLE');
const BODY = JSON.stringify(NEW_ACCOUNTS);

/** What a webhook has left behind: its answer, and whatever else could be seen of it. */
async function readTrace(world: WebhookWorld, response: Response): Promise<object> {
  return {
    status: response.status,
    contentType: response.headers.get('content-type'),
    body: await response.json(),
    log: world.log,
    facts: world.facts(),
    news: world.news,
    forwarded: world.upstream.sent(FORWARD),
  };
}

/** Refused, without a word on why and without a trace. */
function refused(reason: string): object {
  return {
    status: 401,
    contentType: 'application/problem+json',
    body: { title: 'Nobody is signed in.', status: 401, code: 'unauthenticated' },
    log: [{ code: 'unauthenticated', operation: 'plaidWebhook', reason }],
    facts: {},
    news: [],
    forwarded: [],
  };
}

const forger = await createSigningKey();
const wrongKeys = {
  rs256: await generateKeyPair('RS256'),
  es384: await generateKeyPair('ES384'),
  ps256: await generateKeyPair('PS256'),
};

/** What Plaid would sign of the body. */
async function readClaims(world: WebhookWorld): Promise<Record<string, unknown>> {
  const [, payload = ''] = (await world.sign(BODY)).split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString());
}

const keyRequests = ({ upstream }: WebhookWorld): unknown[] => upstream.sent(GET_KEY).map(({ body }) => body);

describe('a webhook that Plaid has signed', () => {
  it('is taken, and its key asked for once', async () => {
    const world = createWebhookWorld();
    const response = await world.send(NEW_ACCOUNTS);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
    expect(world.facts()).toEqual({ new_accounts_available: { received_at: '2026-05-01T12:00:00.000Z' } });
    await world.send(NEW_ACCOUNTS, { age: 1 });
    expect(keyRequests(world)).toEqual([{ key_id: KEY_ID }]);
    expect(world.log).toEqual([]);
  });

  it('is taken with whatever whitespace its body has', async () => {
    const world = createWebhookWorld();
    expect((await world.send(`${JSON.stringify(NEW_ACCOUNTS, null, 2)}\n`)).status).toBe(200);
    expect(world.facts()).toHaveProperty('new_accounts_available');
  });

  it('is taken from a clock that is a little ahead, as of now', async () => {
    const world = createWebhookWorld();
    expect((await world.send(NEW_ACCOUNTS, { age: -30 })).status).toBe(200);
    expect(world.facts()).toEqual({ new_accounts_available: { received_at: '2026-05-01T12:00:00.000Z' } });
  });

  it('is taken for five minutes', async () => {
    const world = createWebhookWorld();
    expect((await world.send(NEW_ACCOUNTS, { age: 300 })).status).toBe(200);
  });
});

describe('a webhook that nobody vouches for is refused', () => {
  it('without a signature', async () => {
    const world = createWebhookWorld({ forwardTo: FORWARD_TO });
    expect(await readTrace(world, await world.post(BODY, null))).toEqual(refused('missing_signature'));
    expect(world.upstream.requests).toEqual([]);
  });

  it('with a signature of more than 4 kB', async () => {
    const world = createWebhookWorld({ forwardTo: FORWARD_TO });
    const token = await world.sign(BODY, { claims: { padding: 'x'.repeat(4096) } });
    expect(await readTrace(world, await world.post(BODY, token))).toEqual(refused('malformed_signature'));
  });

  it.each(['rubbish', 'a.b.c', 'e30.e30.e30'])('with a signature like %.20s', async (header) => {
    const world = createWebhookWorld({ forwardTo: FORWARD_TO });
    expect(await readTrace(world, await world.post(BODY, header))).toEqual(refused('malformed_signature'));
    expect(world.upstream.requests).toEqual([]);
  });

  it('with a key of somebody else under the id of Plaid', async () => {
    const world = createWebhookWorld({ forwardTo: FORWARD_TO });
    const forged = await world.send(NEW_ACCOUNTS, { key: await createSigningKey() });
    expect(await readTrace(world, forged)).toEqual(refused('wrong_signature'));
  });

  it('with a key that Plaid does not know', async () => {
    const world = createWebhookWorld({ forwardTo: FORWARD_TO });
    world.upstream.script(GET_KEY, json(plaidError('INVALID_INPUT', 'INVALID_WEBHOOK_VERIFICATION_KEY_ID'), 400));
    expect(await readTrace(world, await world.send(NEW_ACCOUNTS))).toEqual(refused('unknown_key'));
  });

  it('with a key that Plaid has retired', async () => {
    const world = createWebhookWorld({ forwardTo: FORWARD_TO });
    const expiredAt = world.now() / 1000 - 1;
    world.upstream.script(GET_KEY, keyAnswer(plaidKey, { expired_at: expiredAt }));
    expect(await readTrace(world, await world.send(NEW_ACCOUNTS))).toEqual(refused('unknown_key'));
  });

  it('with the algorithm none, before any key is asked for', async () => {
    const world = createWebhookWorld({ forwardTo: FORWARD_TO });
    const signed = await world.sign(BODY);
    const [, payload = ''] = signed.split('.');
    const header = Buffer.from(JSON.stringify({ alg: 'none', kid: KEY_ID })).toString('base64url');
    expect(await readTrace(world, await world.post(BODY, `${header}.${payload}.`))).toEqual(refused('wrong_algorithm'));
    expect(world.upstream.requests).toEqual([]);
  });

  it('with an unsecured token', async () => {
    const world = createWebhookWorld({ forwardTo: FORWARD_TO });
    const token = new UnsecuredJWT({ request_body_sha256: 'x' }).setIssuedAt().encode();
    expect(await readTrace(world, await world.post(BODY, token))).toEqual(refused('malformed_signature'));
    expect(world.upstream.requests).toEqual([]);
  });

  it.each([
    ['HS256', new TextEncoder().encode(JSON.stringify(plaidKey.jwk))],
    ['RS256', wrongKeys.rs256.privateKey],
    ['ES384', wrongKeys.es384.privateKey],
    ['PS256', wrongKeys.ps256.privateKey],
  ])('with %s in the place of ES256, before any key is asked for', async (alg, key) => {
    const world = createWebhookWorld({ forwardTo: FORWARD_TO });
    const token = await new SignJWT(await readClaims(world)).setProtectedHeader({ alg, kid: KEY_ID }).sign(key);
    expect(await readTrace(world, await world.post(BODY, token))).toEqual(refused('wrong_algorithm'));
    expect(world.upstream.requests).toEqual([]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['a key of its own', { jwk: forger.jwk }],
    ['the address of a key', { jku: 'https://evil.test/keys', x5u: 'https://evil.test/cert' }],
  ])('with a header that brings %s: Plaid’s own is asked for all the same', async (_what, parameters) => {
    const world = createWebhookWorld({ forwardTo: FORWARD_TO });
    const header = { alg: 'ES256', kid: KEY_ID, ...parameters };
    const token = await new SignJWT(await readClaims(world)).setProtectedHeader(header).sign(forger.privateKey);
    expect(await readTrace(world, await world.post(BODY, token))).toEqual(refused('wrong_signature'));
    expect(world.upstream.requests.map(({ route }) => route)).toEqual([GET_KEY]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['another type', { alg: 'ES256', kid: KEY_ID, typ: 'other' }],
    ['a parameter more', { alg: 'ES256', kid: KEY_ID, typ: 'JWT', cty: 'JWT' }],
    ['what nobody knows to be critical', { alg: 'ES256', kid: KEY_ID, typ: 'JWT', crit: ['b64'], b64: false }],
  ])('with a header that was altered after it was signed: %s', async (_what, header) => {
    const world = createWebhookWorld({ forwardTo: FORWARD_TO });
    const [, payload, signature] = (await world.sign(BODY)).split('.');
    const altered = Buffer.from(JSON.stringify(header)).toString('base64url');
    const response = await world.post(BODY, `${altered}.${payload}.${signature}`);
    expect(await readTrace(world, response)).toEqual(refused('wrong_signature'));
  });

  it.each(['../keys', 'a/b', 'a b', '', 'k'.repeat(129), '\u0000', '__proto__.x'])(
    'with an id of a key that is a trick, before any key is asked for: %j',
    async (keyId) => {
      const world = createWebhookWorld({ forwardTo: FORWARD_TO });
      expect(await readTrace(world, await world.send(NEW_ACCOUNTS, { keyId }))).toEqual(refused('malformed_signature'));
      expect(world.upstream.requests).toEqual([]);
    },
  );

  it('with claims that were altered after it was signed', async () => {
    const world = createWebhookWorld({ forwardTo: FORWARD_TO });
    const [header, payload, signature] = (await world.sign(BODY, { age: 301 })).split('.');
    const claims = { ...JSON.parse(Buffer.from(payload ?? '', 'base64url').toString()), iat: world.now() / 1000 };
    const younger = Buffer.from(JSON.stringify(claims)).toString('base64url');
    const response = await world.post(BODY, `${header}.${younger}.${signature}`);
    expect(await readTrace(world, response)).toEqual(refused('wrong_signature'));
  });

  it('with a body that trickles for longer than five seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const world = createWebhookWorld({ forwardTo: FORWARD_TO });
      const header = await world.sign(BODY);
      const trickle = new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode('{')) });
      const sent = world.post(trickle, header);
      await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
      await vi.advanceTimersByTimeAsync(5000);
      expect(await readTrace(world, await sent)).toEqual(refused('too_slow'));
      expect(world.upstream.requests).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('with a body that breaks off', async () => {
    const world = createWebhookWorld({ forwardTo: FORWARD_TO });
    const broken = new ReadableStream({ pull: (controller) => controller.error(new TypeError('terminated')) });
    const response = await world.post(broken, await world.sign(BODY));
    expect(await readTrace(world, response)).toEqual(refused('broken_off'));
  });

  it('more than five minutes after it was signed', async () => {
    const world = createWebhookWorld({ forwardTo: FORWARD_TO });
    expect(await readTrace(world, await world.send(NEW_ACCOUNTS, { age: 301 }))).toEqual(refused('too_old'));
    expect(world.upstream.requests).toEqual([]);
  });

  it('before it was signed', async () => {
    const world = createWebhookWorld({ forwardTo: FORWARD_TO });
    expect(await readTrace(world, await world.send(NEW_ACCOUNTS, { age: -31 }))).toEqual(refused('from_the_future'));
    expect(world.upstream.requests).toEqual([]);
  });

  it('with another body than the one that was signed', async () => {
    const world = createWebhookWorld({ forwardTo: FORWARD_TO });
    const altered = await world.send(NEW_ACCOUNTS, { signedBody: `${BODY} ` });
    expect(await readTrace(world, altered)).toEqual(refused('altered_body'));
    expect(world.upstream.requests).toEqual([]);
  });

  it('with more than 256 kB', async () => {
    const world = createWebhookWorld({ forwardTo: FORWARD_TO });
    const large = JSON.stringify({ ...NEW_ACCOUNTS, padding: 'x'.repeat(256 * 1024) });
    expect(await readTrace(world, await world.send(large))).toEqual(refused('too_large'));
  });

  it('with a promised length of more than 256 kB', async () => {
    const world = createWebhookWorld({ forwardTo: FORWARD_TO });
    const header = await world.sign(BODY);
    expect(await readTrace(world, await world.post(BODY, header, { 'content-length': '300000' }))).toEqual(
      refused('too_large'),
    );
  });

  it('from the other environment of Plaid', async () => {
    const world = createWebhookWorld({ environment: 'production', forwardTo: FORWARD_TO });
    expect(await readTrace(world, await world.send(NEW_ACCOUNTS))).toEqual(refused('wrong_environment'));
  });
});

it.each([
  ['a name twice', `{"item_id":"Another",${BODY.slice(1)}`],
  ['a prototype', `{"__proto__":{"item_id":"Another"},${BODY.slice(1)}`],
  ['a constructor', `{"constructor":{"prototype":{"facts":1}},${BODY.slice(1)}`],
])('takes of a webhook that is signed nothing but what Plaid documents: %s', async (_what, body) => {
  const world = createWebhookWorld();
  expect((await world.send(body)).status).toBe(200);
  expect(world.facts()).toEqual({ new_accounts_available: { received_at: '2026-05-01T12:00:00.000Z' } });
  expect(Object.prototype).not.toHaveProperty('item_id');
  expect(Object.prototype).not.toHaveProperty('facts');
});

it.each(['../another', 'a/b', '__proto__', `${'a'.repeat(129)}`])(
  'does nothing about the Item %s, signed or not',
  async (itemId) => {
    const world = createWebhookWorld({ forwardTo: FORWARD_TO });
    expect((await world.send(itemWebhook('LOGIN_REPAIRED', { item_id: itemId }))).status).toBe(200);
    expect(world.upstream.sent('POST /item/get')).toEqual([]);
    expect([world.facts(), world.news]).toEqual([{}, []]);
  },
);

it('answers everything but a POST with 405', async () => {
  const world = createWebhookWorld();
  const response = await world.handle(new Request('https://app.test/webhooks/plaid'));
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('POST');
});

it('acknowledges the webhook of an Item that is none of this app, and does nothing', async () => {
  const world = createWebhookWorld({ forwardTo: FORWARD_TO });
  const response = await world.send(itemWebhook('LOGIN_REPAIRED', { item_id: 'AnotherItem' }));
  expect(response.status).toBe(200);
  expect(world.upstream.requests.map(({ route }) => route)).toEqual([GET_KEY]);
  expect(world.news).toEqual([]);
  expect(world.log).toEqual([{ code: 'item_not_found', operation: 'plaidWebhook', itemId: 'AnotherItem' }]);
});

describe("Plaid's keys", () => {
  it('are asked for again after an hour, and a rotation is noticed', async () => {
    const world = createWebhookWorld();
    await world.send(NEW_ACCOUNTS);
    world.advance(59 * 60_000);
    await world.send(NEW_ACCOUNTS);
    expect(keyRequests(world)).toHaveLength(1);
    world.advance(2 * 60_000);
    world.upstream.script(GET_KEY, keyAnswer(plaidKey, { expired_at: world.now() / 1000 - 1 }));
    expect((await world.send(NEW_ACCOUNTS)).status).toBe(401);
    expect(keyRequests(world)).toHaveLength(2);
  });

  it('are good until they expire', async () => {
    const world = createWebhookWorld();
    const key = await createSigningKey('short-lived');
    world.upstream.script(GET_KEY, keyAnswer(key, { expired_at: world.now() / 1000 + 60 }));
    expect((await world.send(NEW_ACCOUNTS, { key })).status).toBe(200);
    world.advance(61_000);
    expect((await world.send(NEW_ACCOUNTS, { key })).status).toBe(401);
    expect(keyRequests(world)).toHaveLength(2);
  });

  it('may be several at a time', async () => {
    const world = createWebhookWorld();
    const next = await createSigningKey('next');
    expect((await world.send(NEW_ACCOUNTS)).status).toBe(200);
    world.upstream.script(GET_KEY, keyAnswer(next));
    expect((await world.send(NEW_ACCOUNTS, { key: next })).status).toBe(200);
    expect((await world.send(NEW_ACCOUNTS, { age: 1 })).status).toBe(200);
    expect(keyRequests(world)).toEqual([{ key_id: KEY_ID }, { key_id: 'next' }]);
  });

  it('that do not exist are not asked for again for five minutes', async () => {
    const world = createWebhookWorld();
    world.upstream.script(GET_KEY, json(plaidError('INVALID_INPUT', 'INVALID_WEBHOOK_VERIFICATION_KEY_ID'), 400));
    await world.send(NEW_ACCOUNTS, { keyId: 'invented' });
    await world.send(NEW_ACCOUNTS, { keyId: 'invented', age: 1 });
    expect(keyRequests(world)).toHaveLength(1);
    world.advance(5 * 60_000 + 1);
    await world.send(NEW_ACCOUNTS, { keyId: 'invented' });
    expect(keyRequests(world)).toHaveLength(2);
  });

  it('that are invented by the dozen cost ten requests a minute, and the known one goes on to be good', async () => {
    const world = createWebhookWorld();
    await world.send(NEW_ACCOUNTS);
    world.upstream.script(GET_KEY, json(plaidError('INVALID_INPUT', 'INVALID_WEBHOOK_VERIFICATION_KEY_ID'), 400));
    const statuses: number[] = [];
    for (let count = 0; count < 12; count += 1) {
      statuses.push((await world.send(NEW_ACCOUNTS, { keyId: `invented-${count}` })).status);
    }
    expect(keyRequests(world)).toHaveLength(10);
    // One that could be genuine is to be sent again.
    expect(statuses).toEqual([...Array.from({ length: 9 }, () => 401), 503, 503, 503]);
    expect(world.log.at(-1)).toEqual({ code: 'rate_limited', operation: 'plaid.webhookVerificationKeyGet' });
    expect((await world.send(NEW_ACCOUNTS, { age: 2 })).status).toBe(200);
    world.advance(60_001);
    expect((await world.send(NEW_ACCOUNTS, { keyId: 'invented-99' })).status).toBe(401);
  });

  it.each([
    ['plaid_unavailable', 'network error' as const],
    ['plaid_unavailable', json({ key: { kid: KEY_ID } })],
    ['misconfigured', json(plaidError('INVALID_INPUT', 'INVALID_API_KEYS'), 400)],
  ])('that can not be had are no reason to lose a webhook: %s', async (code, reply) => {
    const world = createWebhookWorld();
    world.upstream.script(GET_KEY, reply);
    expect((await world.send(NEW_ACCOUNTS)).status).toBe(503);
    expect(world.log).toMatchObject([{ code, operation: 'plaid.webhookVerificationKeyGet' }]);
    world.upstream.script(GET_KEY, keyAnswer(plaidKey));
    expect((await world.send(NEW_ACCOUNTS)).status).toBe(200);
  });

  it('of another id than the one that was asked for are none', async () => {
    const world = createWebhookWorld();
    const key = await createSigningKey('other');
    world.upstream.script(GET_KEY, keyAnswer(key));
    expect((await world.send(NEW_ACCOUNTS, { key, keyId: 'wanted' })).status).toBe(503);
  });
});
