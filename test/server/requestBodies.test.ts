// @vitest-environment node
import { gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { ACCESS_TOKEN } from './support/secrets.js';
import { CREATE_LINK_TOKEN, createWorld, ITEM, report, type Answer, type World } from './support/world.js';

const PATH = `/api/integration_links/${ITEM}`;
const TARGET = `"target":{"item_id":"${ITEM}"}`;
const STREAMED: RequestInit & { duplex: 'half' } = { duplex: 'half' };

/** Sends a body to each route that takes one. */
async function sendEverywhere(world: World, body: () => BodyInit): Promise<Answer[]> {
  return [
    await world.send('/link-token', { ...STREAMED, method: 'POST', body: body() }),
    await world.send('/repairs', { ...STREAMED, ...report(world), body: body() }),
    await world.sendToProxy(PATH, { ...STREAMED, method: 'PUT', body: body() }),
  ];
}

describe('a body that two readers could take for two things', () => {
  it.each([
    ['a name twice', `{${TARGET},"purpose":"repair","purpose":"select_accounts"}`, 'the body has a name twice'],
    ['a name twice within', `{"target":{"item_id":"a","item_id":"${ITEM}"},"purpose":"repair"}`, 'a name twice'],
    ['a name twice, escaped once', `{${TARGET},"purpose":"repair","p\\u0075rpose":"repair"}`, 'a name twice'],
    ['__proto__', `{${TARGET},"purpose":"repair","__proto__":{"products":["auth"]}}`, 'leads to a prototype'],
    ['__proto__, escaped', `{${TARGET},"purpose":"repair","\\u005f_proto__":{}}`, 'leads to a prototype'],
    ['__proto__ within', `{"target":{"__proto__":{"item_id":"${ITEM}"}},"purpose":"repair"}`, 'leads to a prototype'],
    ['constructor', `{${TARGET},"purpose":"repair","constructor":{"prototype":{}}}`, 'leads to a prototype'],
    ['prototype', `{${TARGET},"purpose":"repair","prototype":{}}`, 'leads to a prototype'],
    ['toString', `{${TARGET},"purpose":"repair","toString":"repair"}`, 'leads to a prototype'],
  ])('is refused: %s', async (_what, body, detail) => {
    const world = createWorld();
    for (const answer of await sendEverywhere(world, () => body)) {
      expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
      expect(answer.body['detail']).toContain(detail);
    }
    expect(world.upstream.requests).toEqual([]);
  });

  it('is told from one in which a name stands once in each of two places, or in a text', async () => {
    const body = `{"target":{"item_id":"${ITEM}"},"purpose":"repair","outcome":"exit","started_at":"2026-05-01T11:59:00Z",
      "link_session_id":"{\\"item_id\\":[[[[[[[[[[ \\\\"}`;
    const world = createWorld();
    expect((await world.send('/repairs', { ...report(world), body })).status).toBe(200);
  });
});

describe('a body of sizes that nobody needs', () => {
  it.each([
    ['nested nine levels deep', '[[[[[[[[[]]]]]]]]]', 'nested more than 8 levels deep'],
    ['nested as deep as 16 kB go', '['.repeat(8000) + ']'.repeat(8000), 'nested more than 8 levels deep'],
    ['objects as deep as 16 kB go', '{"a":'.repeat(2500) + '1' + '}'.repeat(2500), 'nested more than 8 levels deep'],
    ['of 33 names', `{${Array.from({ length: 33 }, (_, index) => `"n${index}":1`).join(',')}}`, 'more than 32 names'],
    ['of 1000 lists', `[${Array.from({ length: 1000 }, () => '{"a":1}').join(',')}]`, 'more than 32 names'],
  ])('is refused before its shape is looked at: %s', async (_what, body, detail) => {
    const world = createWorld();
    for (const answer of await sendEverywhere(world, () => body)) {
      expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
      expect(answer.body['detail']).toContain(detail);
    }
    expect(world.log).toEqual([]);
  });

  it.each([
    ['the Item', { target: { item_id: 'a'.repeat(129) } }],
    ['the authorization', { target: { authorization_id: 'a'.repeat(129) } }],
    ['the purpose', { purpose: 'a'.repeat(65) }],
    ['the session', { link_session_id: 'a'.repeat(129) }],
    ['the beginning', { started_at: `2026-05-01T11:59:00.${'0'.repeat(30)}Z` }],
    ['the end', { finished_at: `2026-05-01T11:59:00.${'0'.repeat(30)}Z` }],
  ])('is refused for the length of %s', async (_what, changes) => {
    const world = createWorld();
    expect(await world.send('/repairs', report(world, changes))).toMatchObject({ status: 400 });
    expect(world.upstream.requests).toEqual([]);
  });
});

describe('a body that does not come whole', () => {
  it('is given up after ten seconds, however many bytes have trickled', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const world = createWorld();
      let cancelled = 0;
      const trickle = () =>
        new ReadableStream<Uint8Array>({
          start: (controller) => controller.enqueue(new TextEncoder().encode('{')),
          cancel: () => void (cancelled += 1),
        });
      const sent = Promise.all([
        world.send('/link-token', { ...STREAMED, method: 'POST', body: trickle() }),
        world.sendToProxy(PATH, { ...STREAMED, method: 'PUT', body: trickle() }),
      ]);
      await vi.waitFor(() => expect(vi.getTimerCount()).toBe(2));
      await vi.advanceTimersByTimeAsync(10_000);
      for (const answer of await sent) {
        expect(answer).toMatchObject({
          status: 408,
          body: { code: 'invalid_request', status: 408, detail: 'the body took longer than ten seconds' },
        });
      }
      expect(cancelled).toBe(2);
    } finally {
      vi.useRealTimers();
    }
  });

  it('is the mistake of its sender where it breaks off', async () => {
    const world = createWorld();
    const broken = () =>
      new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new TypeError('terminated')) });
    for (const answer of await sendEverywhere(world, broken)) {
      expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request', detail: 'the body broke off' } });
    }
    expect(world.log).toEqual([]);
  });

  it.each([
    ['in Latin-1', new Uint8Array([0x22, 0xfc, 0x22])],
    ['in an overlong form', new Uint8Array([0x22, 0xc0, 0xaf, 0x22])],
    ['packed', gzipSync(`{${TARGET},"purpose":"repair"}`)],
  ])('is refused where it is no UTF-8: %s', async (_what, body) => {
    for (const answer of await sendEverywhere(createWorld(), () => body)) {
      expect(answer).toMatchObject({ status: 400, body: { detail: 'the body is not UTF-8' } });
    }
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'text/json',
    'application/jsonp',
    '',
  ])('is refused as %j, which a form of another site could send', async (type) => {
    const world = createWorld();
    const headers = { 'content-type': type, 'idempotency-key': 'visit-1' };
    const body = new TextEncoder().encode(`{${TARGET},"purpose":"repair"}`);
    expect(await world.send('/link-token', { method: 'POST', body, headers })).toMatchObject({ status: 415 });
    expect(await world.send('/repairs', { method: 'POST', body, headers })).toMatchObject({ status: 415 });
    expect(await world.sendToProxy(PATH, { method: 'PUT', body, headers })).toMatchObject({ status: 415 });
    expect(world.upstream.requests).toEqual([]);
  });
});

describe('what stands on the server alone', () => {
  const FIELDS = {
    redirect_uri: 'https://evil.test/',
    account_filters: { depository: { account_subtypes: ['all'] } },
    link_customization_name: 'another',
    products: ['transfer'],
    additional_consented_products: ['auth'],
    access_token: ACCESS_TOKEN,
    user_token: 'user-sandbox-1',
    client_name: 'Evil',
    webhook: 'https://evil.test/',
    hosted_link: {},
    update: { account_selection_enabled: true },
    end_user_id: 'somebody',
    environment: 'production',
  };

  it.each(Object.entries(FIELDS))('is refused from a browser: %s', async (name, value) => {
    const world = createWorld();
    const target = { item_id: ITEM };
    const bodies = [
      { target, purpose: 'repair', [name]: value },
      { target: { ...target, [name]: value }, purpose: 'repair' },
    ];
    for (const body of bodies) {
      const answer = await world.send('/link-token', { method: 'POST', body: JSON.stringify(body) });
      expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
      expect(answer.text).not.toContain('evil');
    }
    expect(await world.send('/repairs', report(world, { [name]: value }))).toMatchObject({ status: 400 });
    const put = { method: 'PUT', body: JSON.stringify({ end_user: { [name]: value } }) };
    expect(await world.sendToProxy(PATH, put)).toMatchObject({ status: 400 });
    expect(world.upstream.requests).toEqual([]);
  });

  it('is not taken from the address either', async () => {
    const world = createWorld();
    const query = new URLSearchParams({ redirect_uri: 'https://evil.test/', link_customization_name: 'another' });
    const body = JSON.stringify({ target: { item_id: ITEM }, purpose: 'repair' });
    expect((await world.send(`/link-token?${query}`, { method: 'POST', body })).status).toBe(200);
    expect(world.upstream.sent(CREATE_LINK_TOKEN)[0]?.text).not.toMatch(/evil|another/);
  });

  it.each(['add_assets', 'select_accounts', 'constructor', 'toString', 'repair2'])(
    'a purpose that is not defined is none: %s',
    async (purpose) => {
      const world = createWorld({ purposes: { select_accounts: false } });
      const body = JSON.stringify({ target: { item_id: ITEM }, purpose });
      const answers = [
        await world.send('/link-token', { method: 'POST', body }),
        await world.send('/repairs', report(world, { purpose })),
        await world.sendToProxy(`${PATH}?purpose=${purpose}`, { method: 'PUT' }),
      ];
      for (const { status } of answers) expect([400, 422]).toContain(status);
      expect(world.upstream.requests).toEqual([]);
    },
  );
});
