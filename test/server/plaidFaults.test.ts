// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { PLAID_SECRET } from './support/secrets.js';
import { createPlaid, createUpstream, json, plaidError, plaidItem, text, type Reply } from './support/upstream.js';
import { createWorld, GET_ITEM, ITEM, report } from './support/world.js';

interface Expected {
  status: number;
  code: string;
  retryAfter: string | null;
}

const unavailable: Expected = { status: 503, code: 'plaid_unavailable', retryAfter: '10' };
const misconfigured: Expected = { status: 500, code: 'misconfigured', retryAfter: null };
const limited = json(plaidError('RATE_LIMIT_EXCEEDED', 'ITEM_GET_LIMIT'), 429, { 'retry-after': '30' });

const cases: [string, Reply, Expected][] = [
  ['a network error', 'network error', unavailable],
  ['silence', 'silence', unavailable],
  ['a 500', json(plaidError('API_ERROR', 'INTERNAL_SERVER_ERROR'), 500), unavailable],
  ['a maintenance', json(plaidError('API_ERROR', 'PLANNED_MAINTENANCE'), 400), unavailable],
  ['a 503 of a gateway', text('<html>', 503), unavailable],
  ['a 200 that is no JSON', text('<html>'), unavailable],
  ['a 200 without an Item', json({ request_id: 'x' }), unavailable],
  ['a 200 that leaves out whether there is an error', json({ item: { item_id: ITEM }, request_id: 'x' }), unavailable],
  ['a 200 with half an error', plaidItem(ITEM, { error_code: 'ITEM_LOGIN_REQUIRED' }), unavailable],
  ['a rate limit', limited, { ...unavailable, retryAfter: '30' }],
  [
    'a rate limit that lasts for days',
    json({}, 429, { 'retry-after': '999999' }),
    { ...unavailable, retryAfter: '3600' },
  ],
  ['wrong keys', json(plaidError('INVALID_INPUT', 'INVALID_API_KEYS'), 400), misconfigured],
  ['the wrong environment', json(plaidError('INVALID_INPUT', 'UNAUTHORIZED_ENVIRONMENT'), 400), misconfigured],
  ['a 401', text('', 401), misconfigured],
  ['a 403', text('', 403), misconfigured],
  ['a refusal of the request itself', json(plaidError('INVALID_REQUEST', 'UNKNOWN_FIELDS'), 400), misconfigured],
  ['another Item than the one asked about', plaidItem('AnotherItem'), misconfigured],
];

describe.each(['success', 'exit', 'unknown'])('Plaid, asked after %s, answers with', (outcome) => {
  it.each(cases)('%s', async (_what, reply, expected) => {
    const world = createWorld({ upstreamTimeLimitMs: 20 });
    world.upstream.script(GET_ITEM, reply);
    const answer = await world.send('/repairs', report(world, { outcome }));
    expect(answer.status).toBe(expected.status);
    expect(answer.body).toEqual({ title: expect.any(String), status: expected.status, code: expected.code });
    expect(answer.headers.get('retry-after')).toBe(expected.retryAfter);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(world.upstream.requests.map(({ route }) => route)).toEqual([GET_ITEM]);
    expect(world.facts()).toEqual({});
    expect(world.log).toMatchObject([{ code: expected.code, operation: 'plaid.itemGet', itemId: ITEM }]);
  });

  it('a login error in the form of a refusal', async () => {
    const world = createWorld();
    world.upstream.script(GET_ITEM, json(plaidError('ITEM_ERROR', 'ITEM_LOGIN_REQUIRED'), 400));
    const answer = await world.send('/repairs', report(world, { outcome }));
    expect(answer).toMatchObject(outcome === 'exit' ? { status: 200, body: { result: 'unchanged' } } : { status: 202 });
  });
});

describe('a request to Plaid', () => {
  it('is aborted when its time is up', async () => {
    let signal: AbortSignal | undefined;
    const plaid = createPlaid(createUpstream(), PLAID_SECRET);
    plaid.itemGet = (_request, options) => {
      signal = options?.signal;
      return new Promise(() => {});
    };
    const world = createWorld({ upstreamTimeLimitMs: 20, plaid });
    expect((await world.send('/repairs', report(world))).status).toBe(503);
    expect(signal?.aborted).toBe(true);
  });
});
