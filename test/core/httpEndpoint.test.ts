import { describe, expect, it } from 'vitest';
import type { UpdateModeEndpoint } from '../../src/core/endpoint.js';
import { createEndpointError } from '../../src/core/endpointError.js';
import { createHttpEndpoint } from '../../src/core/httpEndpoint.js';
import type { HttpOptions } from '../../src/core/jsonRequest.js';
import type { LinkTokenRequest } from '../../src/protocol/linkToken.js';
import type { RepairReport } from '../../src/protocol/repair.js';
import { createCutResponse, createFetchByHand } from '../support/fetchByHand.js';

const LINK = { item_id: 'item-1', status: 'pending' };
const TOKEN_REQUEST: LinkTokenRequest = { target: { item_id: 'item-1' }, purpose: 'repair' };
const REPORT: RepairReport = { ...TOKEN_REQUEST, outcome: 'success', started_at: '2026-11-20T10:00:00.000Z' };

const { signal } = new AbortController();
const reporting = { signal, idempotencyKey: 'key-1' };

function setUp(answers: Response[], options: HttpOptions = {}) {
  const { fetch, requests } = createFetchByHand(...answers);
  return { endpoint: createHttpEndpoint('/api/update-mode', { fetch, ...options }), requests };
}

const CALLS: [string, (endpoint: UpdateModeEndpoint) => Promise<unknown>][] = [
  ['the list', (endpoint) => endpoint.listIntegrationLinks({ signal })],
  ['a link token', (endpoint) => endpoint.createLinkToken(TOKEN_REQUEST, { signal })],
  ['a report', (endpoint) => endpoint.reportRepair(REPORT, reporting)],
];

/** What the request was rejected with, as everybody outside hears of it. */
async function errorOf(request: Promise<unknown>) {
  const outcome = await request.then(
    () => null,
    (cause: unknown) => createEndpointError('report_failed', cause),
  );
  if (outcome === null) throw new Error('The request was answered.');
  return outcome;
}

describe('the endpoint over HTTP', () => {
  it('reads the list', async () => {
    const { endpoint, requests } = setUp([Response.json({ integration_links: [LINK] })]);
    await expect(endpoint.listIntegrationLinks({ signal })).resolves.toEqual({ integration_links: [LINK] });
    expect(requests).toEqual([
      {
        method: 'GET',
        url: '/api/update-mode/integration-links',
        headers: { accept: 'application/json' },
        body: undefined,
        credentials: 'same-origin',
        signal,
        keepalive: false,
      },
    ]);
  });

  it('lets a report, and nothing else, go on where the page is closed meanwhile', async () => {
    const sent = await Promise.all(
      CALLS.map(async ([what, call]) => {
        const { endpoint, requests } = setUp([]);
        await errorOf(call(endpoint));
        return [what, requests[0]?.keepalive];
      }),
    );
    expect(sent).toEqual([
      ['the list', false],
      ['a link token', false],
      ['a report', true],
    ]);
  });

  it('asks for a link token', async () => {
    const answer = { link_token: 'link-1', expiration: '2026-11-20T10:30:00Z' };
    const { endpoint, requests } = setUp([Response.json({ ...answer, access_token: 'access-sandbox-secret' })]);
    await expect(endpoint.createLinkToken(TOKEN_REQUEST, { signal })).resolves.toEqual(answer);
    expect(requests).toMatchObject([
      {
        method: 'POST',
        url: '/api/update-mode/link-token',
        headers: { 'content-type': 'application/json' },
        body: TOKEN_REQUEST,
      },
    ]);
    expect(requests[0]?.headers).not.toHaveProperty('idempotency-key');
  });

  it('reports a repair under its idempotency key', async () => {
    const answer = { result: 'repaired', integration_links: [LINK] };
    const { endpoint, requests } = setUp([Response.json(answer)]);
    await expect(endpoint.reportRepair(REPORT, reporting)).resolves.toEqual(answer);
    expect(requests).toMatchObject([
      { method: 'POST', url: '/api/update-mode/repairs', headers: { 'idempotency-key': 'key-1' }, body: REPORT },
    ]);
  });

  it.each(['/api', '/api/', 'https://app.example/api//'])('puts one slash behind %s', async (url) => {
    const { fetch, requests } = createFetchByHand(Response.json({ integration_links: [] }));
    await createHttpEndpoint(url, { fetch }).listIntegrationLinks({ signal });
    expect(requests[0]?.url).toBe(`${url.replace(/\/+$/, '')}/integration-links`);
  });

  it('adds headers of the app’s own, asked for anew with each request', async () => {
    let count = 0;
    const answers = [Response.json({ integration_links: [] }), Response.json({ integration_links: [] })];
    const { endpoint, requests } = setUp(answers, {
      headers: async () => ({ Authorization: `Bearer ${++count}`, 'Content-Type': 'text/plain' }),
      credentials: 'include',
    });
    await endpoint.listIntegrationLinks({ signal });
    await endpoint.listIntegrationLinks({ signal });
    expect(requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer 1', 'Bearer 2']);
    expect(requests[0]?.credentials).toBe('include');
  });

  it('takes headers as an object, and lets none of them garble its own', async () => {
    const { endpoint, requests } = setUp([Response.json({ result: 'unchanged', integration_links: [] })], {
      headers: { 'X-App': '1', 'Content-Type': 'text/plain', Accept: 'text/html', 'Idempotency-Key': 'mine' },
    });
    await endpoint.reportRepair(REPORT, reporting);
    expect(requests[0]?.headers).toEqual({
      'x-app': '1',
      'content-type': 'application/json',
      accept: 'application/json',
      'idempotency-key': 'key-1',
    });
  });

  it.each<[string, HttpOptions['headers']]>([
    ['rejects', () => Promise.reject(new Error('signed out'))],
    [
      'throws',
      () => {
        throw new Error('signed out');
      },
    ],
    ['gives what is no header', () => ({ 'no header': '\n' })],
  ])('counts a request whose headers function %s as one that can be tried again', async (_what, headers) => {
    const { endpoint, requests } = setUp([Response.json({ integration_links: [] })], { headers });
    expect(await errorOf(endpoint.listIntegrationLinks({ signal }))).toMatchObject({
      failure: 'network',
      isRetryable: true,
      cause: expect.any(Error),
    });
    expect(requests).toEqual([]);
  });

  describe.each(CALLS)('asked for %s', (_what, call) => {
    it.each([
      [400, false],
      [401, false],
      [403, false],
      [404, false],
      [405, false],
      [409, false],
      [422, false],
      [408, true],
      [425, true],
      [429, true],
      [500, true],
      [502, true],
      [503, true],
      [504, true],
    ])('tells of a %i, and whether it may pass', async (status, isRetryable) => {
      const { endpoint } = setUp([Response.json({ code: 'a_code', request_id: 'request-1' }, { status })]);
      expect(await errorOf(call(endpoint))).toMatchObject({
        failure: 'http',
        httpStatus: status,
        isRetryable,
        problemCode: 'a_code',
        requestId: 'request-1',
      });
    });

    it.each([
      ['<h1>502 Bad Gateway</h1>', 'text/html'],
      ['', 'application/problem+json'],
      ['{ "code": 7 }', 'application/problem+json'],
      ['null', 'application/json'],
    ])('bears the error page %j', async (body, type) => {
      const response = new Response(body, { status: 502, headers: { 'content-type': type, 'retry-after': '7' } });
      const { endpoint } = setUp([response]);
      const error = await errorOf(call(endpoint));
      expect(error).toMatchObject({ failure: 'http', httpStatus: 502, retryAfter: 7, isRetryable: true });
      expect(error.problemCode).toBeUndefined();
    });

    it('tells of a network that fails', async () => {
      const { endpoint } = setUp([]);
      expect(await errorOf(call(endpoint))).toMatchObject({
        failure: 'network',
        isRetryable: true,
        cause: expect.any(TypeError),
      });
    });

    it('tells of a connection that is cut within the answer', async () => {
      const { endpoint } = setUp([createCutResponse()]);
      expect(await errorOf(call(endpoint))).toMatchObject({ failure: 'network', isRetryable: true });
    });

    it.each([
      ['a page of HTML', '<!doctype html><title>Sign in</title>'],
      ['nothing at all', ''],
      ['half a document', '{ "integration_links": ['],
    ])('tells of a 200 that holds %s', async (_kind, body) => {
      const { endpoint } = setUp([new Response(body)]);
      expect(await errorOf(call(endpoint))).toMatchObject({
        failure: 'invalid_answer',
        httpStatus: 200,
        isRetryable: true,
      });
    });

    it.each([
      ['null', null],
      ['a word', 'ok'],
      ['a list', []],
      ['an answer of another kind', { ok: true }],
      ['an error within a 200', { error: { message: 'access-sandbox-secret' } }],
      ['bad links', { result: 'repaired', link_token: 1, integration_links: [{ item_id: 'access-sandbox-secret' }] }],
    ])('tells of JSON of another shape: %s', async (_kind, body) => {
      const { endpoint } = setUp([Response.json(body)]);
      const error = await errorOf(call(endpoint));
      expect(error).toMatchObject({ failure: 'invalid_answer', isRetryable: true });
      expect(error.message).not.toContain('secret');
    });

    it('gives up with the signal', async () => {
      const controller = new AbortController();
      const endpoint = createHttpEndpoint('/api', {
        fetch: (_url, init) =>
          new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason))),
      });
      const abortable: UpdateModeEndpoint = {
        listIntegrationLinks: () => endpoint.listIntegrationLinks(controller),
        createLinkToken: (request) => endpoint.createLinkToken(request, controller),
        reportRepair: (report) => endpoint.reportRepair(report, { ...reporting, signal: controller.signal }),
      };
      const error = errorOf(call(abortable));
      controller.abort(new Error('enough'));
      expect(await error).toMatchObject({ failure: 'network', cause: { message: 'enough' } });
    });
  });

  it.each<[string, Record<string, string>, number | undefined]>([
    ['seconds', { 'retry-after': '120' }, 120],
    ['no time', { 'retry-after': '0' }, 0],
    [
      'a date, by the server’s own clock',
      { 'retry-after': 'Sat, 01 Jan 2000 00:01:30 GMT', date: 'Sat, 01 Jan 2000 00:00:00 GMT' },
      90,
    ],
    [
      'a date that is past',
      { 'retry-after': 'Sat, 01 Jan 2000 00:00:00 GMT', date: 'Sat, 01 Jan 2000 00:00:10 GMT' },
      0,
    ],
    ['a date without the server’s clock', { 'retry-after': 'Sat, 01 Jan 2000 00:01:30 GMT' }, undefined],
    ['words', { 'retry-after': 'soon', date: 'Sat, 01 Jan 2000 00:00:00 GMT' }, undefined],
    ['a negative number', { 'retry-after': '-5', date: 'Sat, 01 Jan 2000 00:00:00 GMT' }, undefined],
    ['nothing', {}, undefined],
  ])('reads a Retry-After of %s', async (_what, headers, retryAfter) => {
    const { endpoint } = setUp([new Response(null, { status: 503, headers })]);
    expect((await errorOf(endpoint.reportRepair(REPORT, reporting))).retryAfter).toBe(retryAfter);
  });

  it.each<[string, Response, number]>([
    ['says when', Response.json({ status: 'checking' }, { status: 202, headers: { 'retry-after': '5' } }), 5],
    ['has no body', new Response(null, { status: 202, headers: { 'retry-after': '5' } }), 5],
    ['says nothing', new Response(null, { status: 202 }), 3],
    ['looks like an answer', Response.json({ result: 'repaired', integration_links: [] }, { status: 202 }), 3],
  ])('reads a 202 that %s as still checking', async (_what, response, retryAfter) => {
    const { endpoint } = setUp([response]);
    await expect(endpoint.reportRepair(REPORT, reporting)).resolves.toEqual({ result: 'checking', retryAfter });
  });
});

describe('a URL that can be no endpoint', () => {
  it.each(['', '   '])('is told while the app is written: %j', (url) => {
    expect(() => createHttpEndpoint(url)).toThrow(
      expect.objectContaining({ code: 'misuse', message: expect.stringMatching(/is empty.*createUpdateModeHandler/) }),
    );
  });

  it.each([
    'https://app.herondata.io',
    'https://app.herondata.io/api/integration_links',
    'http://herondata.io:8080/x',
    '//app.herondata.io/api',
    'HTTPS://APP.HERONDATA.IO',
    ' https://app.herondata.io',
    'https://app.herondata.io?x=1',
    'https://user:key@herondata.io/',
    'https://production.plaid.com',
    'https://sandbox.plaid.com/link',
    'https://plaid.com',
  ])('is told when it is Heron’s or Plaid’s own: %s', (url) => {
    expect(() => createHttpEndpoint(url)).toThrow(
      expect.objectContaining({
        code: 'misuse',
        message: expect.stringMatching(/key would be public.*your own server/),
      }),
    );
  });

  it.each([
    '/api/update-mode',
    'api',
    'https://api.example.com/plaid.com',
    'https://plaid.com.example.com/',
    'https://notplaid.com',
    'https://example.com/?to=https://plaid.com',
    '/proxy/herondata.io',
    'http://localhost:3000/heron',
  ])('is not %s', (url) => {
    expect(() => createHttpEndpoint(url)).not.toThrow();
  });
});
