// @vitest-environment node
import { CountryCode, Products } from 'plaid';
import { describe, expect, it } from 'vitest';
import { ACCESS_TOKEN, PLAID_SECRET } from './support/secrets.js';
import { json, plaidError, text, type Reply } from './support/upstream.js';
import { CREATE_LINK_TOKEN, createWorld, ITEM, USER } from './support/world.js';

const REQUEST: RequestInit = {
  method: 'POST',
  body: JSON.stringify({ target: { item_id: ITEM }, purpose: 'repair' }),
};

const OPTIONS = { client_name: 'Acme', language: 'en', country_codes: [CountryCode.Us, CountryCode.Ca] };

describe('POST /link-token', () => {
  it("answers with Plaid's token and its expiry, and nothing else", async () => {
    const answer = await createWorld().send('/link-token', REQUEST);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ link_token: 'link-sandbox-1', expiration: '2026-05-01T12:30:00Z' });
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('asks Plaid for update mode: field by field', async () => {
    const linkToken = { ...OPTIONS, redirect_uri: 'https://app.test/plaid' };
    const world = createWorld({ linkToken });
    await world.send('/link-token', REQUEST);
    const [request, ...others] = world.upstream.sent(CREATE_LINK_TOKEN);
    expect(others).toEqual([]);
    expect(request?.body).toEqual({
      client_name: 'Acme',
      language: 'en',
      country_codes: ['US', 'CA'],
      redirect_uri: 'https://app.test/plaid',
      user: { client_user_id: USER },
      access_token: ACCESS_TOKEN,
    });
    expect(request?.headers).toMatchObject({ 'content-type': 'application/json', 'plaid-secret': PLAID_SECRET });
  });

  it('asks for no redirect where the app uses none', async () => {
    const world = createWorld({ linkToken: { ...OPTIONS, redirect_uri: undefined } });
    await world.send('/link-token', REQUEST);
    const [request] = world.upstream.sent(CREATE_LINK_TOKEN);
    expect(request?.body).toEqual({
      ...OPTIONS,
      user: { client_user_id: USER },
      access_token: ACCESS_TOKEN,
    });
  });

  it('sends neither products nor a webhook, whatever an app without types gives', async () => {
    const untyped = { ...OPTIONS, products: [Products.Auth], webhook: 'https://app.test/hook' };
    const world = createWorld({ linkToken: () => untyped });
    await world.send('/link-token', REQUEST);
    const [request] = world.upstream.sent(CREATE_LINK_TOKEN);
    expect(request?.text).not.toMatch(/products|webhook/);
  });

  it('lets the app decide by caller and Item', async () => {
    const world = createWorld({
      linkToken: async (user, item) => ({
        ...OPTIONS,
        client_name: `${user.id} ${item?.institutionName}`,
        language: 'fr',
      }),
    });
    await world.send('/link-token', REQUEST);
    const [request] = world.upstream.sent(CREATE_LINK_TOKEN);
    expect(request?.body).toMatchObject({ client_name: 'user-1 First Platypus Bank', language: 'fr' });
  });

  it('is misconfigured when the app decides for something that Plaid would refuse', async () => {
    const world = createWorld({ linkToken: () => ({ ...OPTIONS, client_name: 'x'.repeat(31) }) });
    expect(await world.send('/link-token', REQUEST)).toMatchObject({ status: 500, body: { code: 'misconfigured' } });
    expect(world.upstream.requests).toEqual([]);
    expect(world.log).toEqual([{ code: 'misconfigured', operation: 'linkToken', itemId: ITEM, errorName: 'Error' }]);
  });
});

describe("Plaid's refusal of a link token", () => {
  it("is told with Plaid's code and request id", async () => {
    const world = createWorld();
    world.upstream.script(CREATE_LINK_TOKEN, json(plaidError('INVALID_INPUT', 'INVALID_LINK_CUSTOMIZATION'), 400));
    const answer = await world.send('/link-token', REQUEST);
    expect(answer.status).toBe(422);
    expect(answer.body).toEqual({
      title: 'Plaid gave no link token for this Item.',
      status: 422,
      code: 'link_token_refused',
      error_code: 'INVALID_LINK_CUSTOMIZATION',
      request_id: 'HNTDNrA8F1shFEW',
    });
    expect(world.log).toEqual([
      {
        code: 'link_token_refused',
        operation: 'plaid.linkTokenCreate',
        itemId: ITEM,
        httpStatus: 400,
        errorType: 'INVALID_INPUT',
        errorCode: 'INVALID_LINK_CUSTOMIZATION',
        requestId: 'HNTDNrA8F1shFEW',
      },
    ]);
  });

  it('for an Item that is gone is remembered, so that the list tells it', async () => {
    const world = createWorld();
    world.upstream.script(CREATE_LINK_TOKEN, json(plaidError('ITEM_ERROR', 'ITEM_NOT_FOUND'), 400));
    expect(await world.send('/link-token', REQUEST)).toMatchObject({ status: 422 });
    expect(world.facts()).toEqual({ error: { error_type: 'ITEM_ERROR', error_code: 'ITEM_NOT_FOUND' } });
  });

  it('of a shape that nobody expects is told without it', async () => {
    const world = createWorld();
    world.upstream.script(CREATE_LINK_TOKEN, json({ error_code: `quoting ${ACCESS_TOKEN}`, request_id: 7 }, 400));
    const answer = await world.send('/link-token', REQUEST);
    expect(answer.body).toEqual({
      title: 'Plaid gave no link token for this Item.',
      status: 422,
      code: 'link_token_refused',
    });
  });

  const unavailable = { status: 503, code: 'plaid_unavailable', retryAfter: '10' };
  const cases: [string, Reply, { status: number; code: string; retryAfter: string | null }][] = [
    [
      '429',
      json(plaidError('RATE_LIMIT_EXCEEDED', 'RATE_LIMIT'), 429, { 'retry-after': '7' }),
      { status: 429, code: 'rate_limited', retryAfter: '7' },
    ],
    [
      '429 with a date',
      json({}, 429, { 'retry-after': 'Fri, 01 May 2026 12:00:20 GMT' }),
      { status: 429, code: 'rate_limited', retryAfter: '20' },
    ],
    ['429 without a pause', json({}, 429), { status: 429, code: 'rate_limited', retryAfter: '10' }],
    ['500', json(plaidError('API_ERROR', 'INTERNAL_SERVER_ERROR'), 500), unavailable],
    ['502 of a gateway', text('<html>', 502), unavailable],
    ['network error', 'network error', unavailable],
    ['silence', 'silence', unavailable],
    ['200 of another shape', json({ request_id: 'x' }), unavailable],
    ['200 that is no JSON', text('<html>'), unavailable],
    [
      '400 for its keys',
      json(plaidError('INVALID_INPUT', 'INVALID_API_KEYS'), 400),
      { status: 500, code: 'misconfigured', retryAfter: null },
    ],
    ['401', json({}, 401), { status: 500, code: 'misconfigured', retryAfter: null }],
  ];

  it.each(cases)('as %s ends as a problem', async (_what, reply, expected) => {
    const world = createWorld({ upstreamTimeLimitMs: 20 });
    world.upstream.script(CREATE_LINK_TOKEN, reply);
    const answer = await world.send('/link-token', REQUEST);
    expect(answer.status).toBe(expected.status);
    expect(answer.body).toMatchObject({ code: expected.code, status: expected.status });
    expect(answer.headers.get('retry-after')).toBe(expected.retryAfter);
    expect(world.log).toMatchObject([{ code: expected.code, operation: 'plaid.linkTokenCreate', itemId: ITEM }]);
  });
});
