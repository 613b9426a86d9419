// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { createWorld, ITEM, ORIGIN, report } from './support/world.js';

const LINK_TOKEN_BODY = JSON.stringify({ target: { item_id: ITEM }, purpose: 'repair' });

describe('the endpoint', () => {
  it('answers an unknown path with a problem', async () => {
    const answer = await createWorld().send('/elsewhere');
    expect(answer.status).toBe(404);
    expect(answer.body).toEqual({ title: 'There is no such route.', status: 404, code: 'not_found' });
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    ['POST', '/integration-links', 'GET'],
    ['GET', '/link-token', 'POST'],
    ['PUT', '/repairs', 'POST'],
  ])('answers %s %s with the method it allows', async (method, path, allow) => {
    const answer = await createWorld().send(path, { method });
    expect(answer).toMatchObject({ status: 405, body: { code: 'method_not_allowed' } });
    expect(answer.headers.get('allow')).toBe(allow);
  });

  it.each([
    ['/integration-links', { method: 'GET' }],
    ['/link-token', { method: 'POST', body: LINK_TOKEN_BODY }],
    ['/repairs', { method: 'POST', body: '{}' }],
  ])('wants somebody to be signed in for %s', async (path, init) => {
    const world = createWorld();
    const answer = await world.send(path, { ...init, headers: { 'x-user': '' } });
    expect(answer).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    expect(world.upstream.requests).toEqual([]);
  });

  it('takes a base path that ends in a slash', async () => {
    const world = createWorld({ basePath: '/api/update-mode/' });
    expect((await world.send('/integration-links')).status).toBe(200);
  });
});

describe('a request of another site', () => {
  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.test' },
    { origin: 'null' },
    { origin: 'http://app.test' },
    { origin: ORIGIN, 'sec-fetch-site': 'cross-site' },
  ])('is refused with %o', async (headers) => {
    const world = createWorld();
    const init = { method: 'POST', body: LINK_TOKEN_BODY, headers };
    expect(await world.send('/link-token', init)).toMatchObject({ status: 403, body: { code: 'cross_origin' } });
    expect(await world.send('/repairs', init)).toMatchObject({ status: 403, body: { code: 'cross_origin' } });
    const path = `/api/integration_links/${ITEM}`;
    expect(await world.sendToProxy(path, { method: 'PUT', headers })).toMatchObject({ body: { code: 'cross_origin' } });
    expect(world.upstream.requests).toEqual([]);
  });

  it.each([
    {},
    { 'sec-fetch-site': 'same-origin', origin: ORIGIN },
    { origin: ORIGIN },
    { 'sec-fetch-site': 'none' },
    { origin: 'https://front.test', 'sec-fetch-site': 'same-site' },
    { origin: 'https://front.test' },
  ])('is told from one of the app with %o', async (headers) => {
    const world = createWorld({ allowedOrigins: ['https://front.test'] });
    expect((await world.send('/link-token', { method: 'POST', body: LINK_TOKEN_BODY, headers })).status).toBe(200);
  });
});

describe('a reading of another site', () => {
  const read = (headers: Record<string, string>, allowedOrigins?: string[]) => {
    const world = createWorld({ allowedOrigins });
    return world.send('/integration-links', { headers }).then((answer) => ({ answer, world }));
  };

  it.each([
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' },
    { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
    { origin: 'https://evil.test' },
    { origin: 'null' },
  ])('is refused before anybody is asked, with %o', async (headers) => {
    const { answer, world } = await read(headers);
    expect(answer).toMatchObject({ status: 403, body: { code: 'cross_origin' } });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(world.upstream.requests).toEqual([]);
  });

  it.each([
    {},
    { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' },
    { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
    // The user has followed a link to the app, whose server reads the list with the headers of that visit.
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors', origin: 'https://front.test' },
  ])('is told from one of the app with %o', async (headers) => {
    const { answer } = await read(headers, ['https://front.test']);
    expect(answer.status).toBe(200);
  });
});

describe('a page of another origin', () => {
  const FRONT = 'https://front.test';
  const preflight = (origin: string, options: { allowedOrigins?: string[]; allowedHeaders?: string[] }) => {
    const world = createWorld(options);
    const headers = {
      'x-user': '',
      'content-type': '',
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type,idempotency-key',
    };
    return world.send('/repairs', { method: 'OPTIONS', headers }).then((answer) => ({ answer, world }));
  };
  const readCors = ({ headers }: { headers: Headers }) =>
    Object.fromEntries([...headers].filter(([name]) => name.startsWith('access-control-') || name === 'vary'));

  it('may send what the client sends and what the app names, without a session yet, where it is allowed', async () => {
    const { answer, world } = await preflight(FRONT, {
      allowedOrigins: ['https://other.test', FRONT],
      allowedHeaders: ['Authorization', 'X-CSRF-Token'],
    });
    expect(answer).toMatchObject({ status: 204, text: '' });
    expect(readCors(answer)).toEqual({
      'access-control-allow-origin': FRONT,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'content-type, idempotency-key, authorization, x-csrf-token',
      'access-control-expose-headers': 'retry-after',
      'access-control-max-age': '7200',
      vary: 'origin',
    });
    expect(world.log).toEqual([]);
  });

  it('is told nothing where another one is allowed, and the log says who asked', async () => {
    const { answer, world } = await preflight('https://evil.test', { allowedOrigins: [FRONT] });
    expect(answer).toMatchObject({ status: 403, body: { code: 'cross_origin' } });
    expect(readCors(answer)).toEqual({ vary: 'origin' });
    expect(world.log).toEqual([{ code: 'cross_origin', operation: 'handler', origin: 'https://evil.test' }]);
  });

  it.each([
    'https://front.test.evil.test',
    'https://front.test:444',
    'http://front.test',
    'HTTPS://FRONT.TEST',
    'null',
  ])('is not taken for an allowed one by a likeness: %s', async (origin) => {
    const { answer } = await preflight(origin, { allowedOrigins: [FRONT] });
    expect(readCors(answer)).toEqual({ vary: 'origin' });
  });

  it('is told nothing where none is allowed', async () => {
    const { answer } = await preflight(FRONT, {});
    expect(answer).toMatchObject({ status: 405, body: { code: 'method_not_allowed' } });
    expect(readCors(answer)).toEqual({});
  });

  it('reads answers and problems alike, and the pause that they ask for', async () => {
    const world = createWorld({ allowedOrigins: [FRONT] });
    const headers = { origin: FRONT, 'sec-fetch-site': 'cross-site' };
    const readable = {
      'access-control-allow-origin': FRONT,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'retry-after',
      vary: 'origin',
    };
    expect(readCors(await world.send('/integration-links', { headers }))).toEqual(readable);
    const problem = await world.send('/integration-links', { headers: { ...headers, 'x-user': '' } });
    expect(problem.status).toBe(401);
    expect(readCors(problem)).toEqual(readable);
    const put = await world.sendToProxy(`/api/integration_links/${ITEM}`, { method: 'PUT', headers });
    expect(put.status).toBe(200);
    expect(readCors(put)).toEqual(readable);
  });

  it('may be a shell with a scheme of its own', async () => {
    const { answer } = await preflight('capacitor://localhost', { allowedOrigins: ['capacitor://localhost'] });
    expect(answer.headers.get('access-control-allow-origin')).toBe('capacitor://localhost');
  });
});

it('no answer is taken for anything but what it is, or read into a page of another site', async () => {
  const world = createWorld();
  for (const answer of [await world.send('/integration-links'), await world.send('/elsewhere')]) {
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  }
});

describe('somebody who is not signed in', () => {
  it.each([
    ['/link-token', 'POST'],
    ['/repairs', 'POST'],
    [`/api/integration_links/${ITEM}`, 'PUT'],
  ])('is refused at %s before a byte of the body is read, and no port of the app is asked', async (path, method) => {
    const asked: string[] = [];
    const world = createWorld({
      items: new Proxy(createWorld().items, {
        get: (_items, name) => () => void asked.push(String(name)),
      }),
      rateLimit: () => void asked.push('rateLimit'),
      endUserId: () => String(asked.push('endUserId')),
    });
    let pulls = 0;
    const body = new ReadableStream(
      {
        pull(controller) {
          pulls += 1;
          controller.close();
        },
      },
      { highWaterMark: 0 },
    );
    const init: RequestInit & { duplex: 'half' } = { method, body, duplex: 'half', headers: { 'x-user': '' } };
    const answer = await (method === 'PUT' ? world.sendToProxy(path, init) : world.send(path, init));
    expect(answer).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    expect([pulls, asked, world.upstream.requests]).toEqual([0, [], []]);
  });
});

describe('the rate limit of the app', () => {
  const limitedTo = (retryAfter: number, contexts: unknown[] = []) =>
    createWorld({
      rateLimit: async ({ caller, route, request }) => {
        contexts.push([caller.id, route, request.bodyUsed]);
        return { retryAfter };
      },
    });

  it('ends a request with 429 and its pause, before Plaid, Heron and the Items are asked', async () => {
    const contexts: unknown[] = [];
    const world = limitedTo(7, contexts);
    const answers = [
      await world.send('/integration-links'),
      await world.send('/link-token', { method: 'POST', body: LINK_TOKEN_BODY }),
      await world.send('/repairs', report(world)),
      await world.sendToProxy(`/api/integration_links/${ITEM}`, { method: 'PUT' }),
    ];
    for (const answer of answers) {
      expect(answer.body).toEqual({ title: 'Too many requests.', status: 429, code: 'rate_limited' });
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7']);
    }
    expect(contexts).toEqual([
      ['user-1', 'listIntegrationLinks', false],
      ['user-1', 'createLinkToken', false],
      ['user-1', 'reportRepair', false],
      ['user-1', 'updateIntegrationLink', false],
    ]);
    expect([world.upstream.requests, world.log]).toEqual([[], []]);
  });

  it.each([
    [0, '1'],
    [-5, '1'],
    [0.2, '1'],
    [1e9, '3600'],
    [Number.NaN, '10'],
    [Infinity, '10'],
  ])('of %d seconds is told as %s', async (retryAfter, header) => {
    const answer = await limitedTo(retryAfter).send('/integration-links');
    expect(answer.headers.get('retry-after')).toBe(header);
  });

  it.each([null, undefined])('lets a request pass with %s', async (verdict) => {
    expect((await createWorld({ rateLimit: () => verdict }).send('/integration-links')).status).toBe(200);
  });

  it('is not asked about a stranger or another site, who count for nobody', async () => {
    const contexts: unknown[] = [];
    const world = limitedTo(7, contexts);
    await world.send('/integration-links', { headers: { 'x-user': '' } });
    await world.send('/integration-links', { headers: { origin: 'https://evil.test' } });
    expect(contexts).toEqual([]);
  });

  it('that fails lets nobody pass, and is logged without its words', async () => {
    const world = createWorld({
      rateLimit: () => {
        throw new RangeError('redis://user:password@cache');
      },
    });
    expect(await world.send('/integration-links')).toMatchObject({ status: 500, body: { code: 'internal' } });
    expect(world.log).toEqual([{ code: 'internal', operation: 'rateLimit', errorName: 'RangeError' }]);
    expect(world.upstream.requests).toEqual([]);
  });
});

describe('a request of the app through a proxy, which shows the server another address', () => {
  it.each([
    { 'sec-fetch-site': 'same-origin', origin: 'https://public.test' },
    { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:5173' },
    { 'sec-fetch-site': 'none', origin: 'null' },
  ])('is taken by the word of the browser: %o', async (headers) => {
    const world = createWorld();
    expect((await world.send('/link-token', { method: 'POST', body: LINK_TOKEN_BODY, headers })).status).toBe(200);
    expect(world.log).toEqual([]);
  });
});

describe('the log of a refused request', () => {
  const refuse = async (headers: Record<string, string>) => {
    const world = createWorld();
    await world.send('/repairs', { ...report(world), headers });
    return world.log;
  };

  it.each(['https://evil.test', 'http://localhost:5173', 'http://[::1]:5173', 'capacitor://localhost', 'null'])(
    'names the origin %s',
    async (origin) => {
      expect(await refuse({ origin })).toEqual([{ code: 'cross_origin', operation: 'handler', origin }]);
    },
  );

  it.each(['https://evil.test/path', 'anything at all', `https://${'a'.repeat(300)}.test`])(
    'does not repeat %s, which is no origin',
    async (origin) => {
      expect(await refuse({ origin })).toEqual([{ code: 'cross_origin', operation: 'handler' }]);
    },
  );

  it('does without an origin where the browser named none', async () => {
    const entries = await refuse({ 'sec-fetch-site': 'cross-site' });
    expect(entries).toEqual([{ code: 'cross_origin', operation: 'handler' }]);
  });
});

describe('a body', () => {
  it.each([
    ['is not JSON', '{', 'the body is not JSON'],
    ['is empty', '', 'the body is empty'],
    ['has another shape', '{"target":{"item_id":7},"purpose":"repair"}', 'target.item_id: expected string'],
    [
      'holds more than it may',
      `{"target":{"item_id":"a"},"purpose":"repair","products":[]}`,
      'products: expected never',
    ],
    [
      'names a purpose by no name',
      '{"target":{"item_id":"a"},"purpose":"Add Assets"}',
      'purpose: expected /^[a-z][a-z0-9_]{0,63}$/',
    ],
    ['names a user by halves', '{"target":{"user":"me"},"purpose":"repair"}', 'target.user: expected true'],
    [
      'names an authorization by a path',
      '{"target":{"authorization_id":"../a"},"purpose":"repair"}',
      expect.stringContaining('target.authorization_id: expected'),
    ],
    ['names two targets', '{"target":{"item_id":"a","user":true},"purpose":"repair"}', 'target.user: expected never'],
    ['names no target', '{"target":{},"purpose":"repair"}', 'target.item_id: expected "item_id"'],
    [
      'names an Item by a path',
      '{"target":{"item_id":"../a"},"purpose":"repair"}',
      expect.stringContaining('target.item_id'),
    ],
  ])('that %s is refused', async (_what, body, detail) => {
    const answer = await createWorld().send('/link-token', { method: 'POST', body });
    expect(answer.body).toEqual({ title: expect.any(String), status: 400, code: 'invalid_request', detail });
    expect(answer.status).toBe(400);
  });

  it('of another type is refused', async () => {
    const init = { method: 'POST', body: LINK_TOKEN_BODY, headers: { 'content-type': 'text/plain' } };
    expect(await createWorld().send('/link-token', init)).toMatchObject({
      status: 415,
      body: { code: 'unsupported_media_type' },
    });
  });

  it('may name its charset', async () => {
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    const answer = await createWorld().send('/link-token', { method: 'POST', body: LINK_TOKEN_BODY, headers });
    expect(answer.status).toBe(200);
  });

  it('over 16 kB is refused, whatever length it promises', async () => {
    const body = JSON.stringify({ padding: 'x'.repeat(16 * 1024) });
    const world = createWorld();
    const promised = { method: 'POST', body, headers: { 'content-length': '99999' } };
    expect(await world.send('/repairs', { ...promised, headers: { 'idempotency-key': 'k' } })).toMatchObject({
      status: 413,
      body: { code: 'invalid_request', status: 413 },
    });
    expect(await world.send('/link-token', promised)).toMatchObject({ status: 413 });
  });

  it('that never ends is not read to its end', async () => {
    let pulls = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulls += 1;
        controller.enqueue(new Uint8Array(4096));
      },
    });
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', body: endless, duplex: 'half' };
    expect((await createWorld().send('/link-token', init)).status).toBe(413);
    expect(pulls).toBeLessThan(10);
  });
});

describe('the Idempotency-Key', () => {
  it('is required for a report', async () => {
    const world = createWorld();
    const { body = null } = report(world);
    const answer = await world.send('/repairs', { method: 'POST', body });
    expect(answer).toMatchObject({ status: 400, body: { detail: 'Idempotency-Key: expected one' } });
  });

  it('is refused where it is no plain word', async () => {
    const world = createWorld();
    expect(await world.send('/repairs', report(world, {}, 'two words'))).toMatchObject({ status: 400 });
    expect(await world.send('/repairs', report(world, {}, 'k'.repeat(256)))).toMatchObject({ status: 400 });
  });
});

describe('an Item of somebody else', () => {
  it('is answered byte for byte like an unknown one, and nobody is asked about it', async () => {
    const world = createWorld();
    const bodies = new Set<string>();
    for (const item_id of ['ForeignItem', 'Unknown']) {
      const target = { item_id };
      const answers = [
        await world.send('/link-token', { method: 'POST', body: JSON.stringify({ target, purpose: 'repair' }) }),
        await world.send('/repairs', report(world, { target })),
        await world.sendToProxy(`/api/integration_links/${item_id}`, { method: 'PUT' }),
      ];
      for (const { status, headers, text } of answers) bodies.add(JSON.stringify([status, [...headers], text]));
    }
    const odd = await world.sendToProxy('/api/integration_links/a%2Fb', { method: 'PUT' });
    bodies.add(JSON.stringify([odd.status, [...odd.headers], odd.text]));
    expect(bodies.size).toBe(1);
    expect(odd).toMatchObject({ status: 404, body: { code: 'item_not_found' } });
    expect(world.upstream.requests).toEqual([]);
  });

  it('stays unknown when a port answers with an Item that was not asked for', async () => {
    const world = createWorld();
    const own = world.items;
    const careless = createWorld({ items: { ...own, find: (user) => own.find(user, ITEM) } });
    const target = { item_id: 'Another' };
    expect(await careless.send('/repairs', report(careless, { target }))).toMatchObject({ status: 404 });
    expect(careless.upstream.requests).toEqual([]);
  });
});
