import { describe, expect, it } from 'vitest';
import { createEndpointError } from '../../src/core/endpointError.js';
import { createHeronProxyEndpoint } from '../../src/core/heronProxyEndpoint.js';
import type { RepairReport, VisitOutcome } from '../../src/protocol/repair.js';
import { createFetchByHand } from '../support/fetchByHand.js';

const LINK = { item_id: 'item-1', status: 'pending' };
const URLS = { baseUrl: '/heron/', linkTokenUrl: '/plaid/token', linksUrl: '/heron/links?of=me' };
const { signal } = new AbortController();

function report(outcome: VisitOutcome = 'success', item_id = 'item-1'): RepairReport {
  return { target: { item_id }, purpose: 'repair', outcome, started_at: '2026-11-20T10:00:00.000Z' };
}

function setUp(...answers: Response[]) {
  const { fetch, requests } = createFetchByHand(...answers);
  const endpoint = createHeronProxyEndpoint(URLS, { fetch, headers: { 'x-csrf': '1' }, credentials: 'include' });
  return {
    endpoint,
    requests,
    send: (...about: Parameters<typeof report>) =>
      endpoint.reportRepair(report(...about), { signal, idempotencyKey: 'key-1' }),
  };
}

async function errorOf(request: Promise<unknown>) {
  return request.then(
    () => null,
    (cause: unknown) => createEndpointError('report_failed', cause),
  );
}

describe('the endpoint through a proxy of Heron’s shape', () => {
  it.each([
    ['Heron’s', { links: [LINK] }],
    ['our', { integration_links: [LINK] }],
  ])('reads the list in %s envelope', async (_whose, body) => {
    const { endpoint, requests } = setUp(Response.json(body));
    await expect(endpoint.listIntegrationLinks({ signal })).resolves.toEqual({ integration_links: [LINK] });
    expect(requests).toMatchObject([{ method: 'GET', url: '/heron/links?of=me', headers: { 'x-csrf': '1' } }]);
  });

  it.each([[{ link: LINK }], [[LINK]], [null], [{ links: [{}] }], [{ links: LINK }]])(
    'tells of a list in no known envelope: %j',
    async (body) => {
      const { endpoint } = setUp(Response.json(body));
      expect(await errorOf(endpoint.listIntegrationLinks({ signal }))).toMatchObject({ failure: 'invalid_answer' });
    },
  );

  it('asks for a link token where the app says', async () => {
    const answer = { link_token: 'link-1', expiration: '2026-11-20T10:30:00Z' };
    const { endpoint, requests } = setUp(Response.json(answer));
    const body = { target: { item_id: 'item-1' }, purpose: 'repair' } as const;
    await expect(endpoint.createLinkToken(body, { signal })).resolves.toEqual(answer);
    expect(requests).toMatchObject([{ method: 'POST', url: '/plaid/token', body, credentials: 'include' }]);
  });

  it('puts a successful visit to Heron’s own route, with an empty body under its key', async () => {
    const { requests, send } = setUp(Response.json({ integration_link: LINK }));
    await send();
    expect(requests).toEqual([
      {
        method: 'PUT',
        url: '/heron/api/integration_links/item-1',
        headers: {
          accept: 'application/json',
          'content-type': 'application/json',
          'idempotency-key': 'key-1',
          'x-csrf': '1',
        },
        body: {},
        credentials: 'include',
        signal,
        keepalive: true,
      },
    ]);
  });

  it('keeps an Item’s id within its path segment', async () => {
    const { requests, send } = setUp(Response.json({ integration_link: LINK }));
    await send('success', 'a/../b?c#d');
    expect(requests[0]?.url).toBe('/heron/api/integration_links/a%2F..%2Fb%3Fc%23d');
  });

  it('calls a repair unverifiable where nobody says that Plaid was asked', async () => {
    const { send } = setUp(Response.json({ integration_link: LINK }));
    await expect(send()).resolves.toEqual({ result: 'unverifiable', integration_links: [LINK] });
  });

  it.each(['repaired', 'unverifiable', 'unchanged', 'still_broken'])(
    'takes the word of a proxy that asked Plaid: %s',
    async (result) => {
      const { send } = setUp(Response.json({ integration_link: LINK, result }));
      await expect(send()).resolves.toEqual({ result, integration_links: [LINK] });
    },
  );

  it('asks again later where the proxy is still checking, with a body or without', async () => {
    const { send } = setUp(
      Response.json({}, { status: 202, headers: { 'retry-after': '4' } }),
      new Response(null, { status: 202 }),
    );
    await expect(send()).resolves.toEqual({ result: 'checking', retryAfter: 4 });
    await expect(send()).resolves.toEqual({ result: 'checking', retryAfter: 3 });
  });

  it('reads the list for a proxy that says still_broken', async () => {
    const broken = { ...LINK, status: 'erroring' };
    const { requests, send } = setUp(
      Response.json({ code: 'still_broken' }, { status: 409 }),
      Response.json({ links: [broken] }),
    );
    await expect(send()).resolves.toEqual({ result: 'still_broken', integration_links: [broken] });
    expect(requests.map(({ method }) => method)).toEqual(['PUT', 'GET']);
  });

  it('is not still broken for a 409 that says something else', async () => {
    const { send } = setUp(Response.json({ code: 'conflict' }, { status: 409 }));
    expect(await errorOf(send())).toMatchObject({ httpStatus: 409, isRetryable: false });
  });

  it('tries again where the list after still_broken fails', async () => {
    const { send } = setUp(Response.json({ code: 'still_broken' }, { status: 409 }));
    expect(await errorOf(send())).toMatchObject({ failure: 'network', isRetryable: true });
  });

  it.each<VisitOutcome>(['exit', 'unknown'])(
    'gives Heron no reason to act on %s: it reads the list',
    async (outcome) => {
      const { requests, send } = setUp(Response.json({ links: [LINK] }));
      await expect(send(outcome)).resolves.toEqual({ result: 'unchanged', integration_links: [LINK] });
      expect(requests.map(({ method }) => method)).toEqual(['GET']);
    },
  );

  it('lets a list say nothing but what is in it', async () => {
    const { send } = setUp(Response.json({ integration_links: [LINK], result: 'repaired' }));
    await expect(send('exit')).resolves.toEqual({ result: 'unchanged', integration_links: [LINK] });
  });

  it.each([
    [429, true],
    [503, true],
    [404, false],
    [401, false],
  ])('tells of a %i from the proxy', async (httpStatus, isRetryable) => {
    const { send } = setUp(Response.json({}, { status: httpStatus, headers: { 'retry-after': '9' } }));
    expect(await errorOf(send())).toMatchObject({ httpStatus, isRetryable, retryAfter: 9 });
  });

  it.each([[{ link: LINK }], [{ integration_links: [LINK] }], [null], [{ integration_link: LINK, result: 'fine' }]])(
    'tells of an answer of another shape: %j',
    async (body) => {
      const { send } = setUp(Response.json(body));
      expect(await errorOf(send())).toMatchObject({ failure: 'invalid_answer', isRetryable: true });
    },
  );

  it.each(['baseUrl', 'linkTokenUrl', 'linksUrl'])('tells of a %s that can be none, by its name', (name) => {
    for (const url of ['', 'https://app.herondata.io', 'https://production.plaid.com/link/token/create']) {
      expect(() => createHeronProxyEndpoint({ ...URLS, [name]: url })).toThrow(
        expect.objectContaining({ code: 'misuse', message: expect.stringContaining(name) }),
      );
    }
  });
});
