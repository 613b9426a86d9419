// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { ACCESS_TOKEN, HERON_KEY } from './support/secrets.js';
import { json, plaidError, plaidItem } from './support/upstream.js';
import {
  createWorld,
  GET_ACCOUNTS,
  GET_ITEM,
  heronLink,
  heronList,
  ITEM,
  LIST_LINKS,
  report,
  UPDATE_LINK,
} from './support/world.js';

const PATH = `/api/integration_links/${ITEM}`;
const PUT: RequestInit = { method: 'PUT', body: '{}' };
const broken = plaidItem(ITEM, plaidError('ITEM_ERROR', 'ITEM_LOGIN_REQUIRED'));

describe('the Heron-shaped proxy', () => {
  it("S29: answers in Heron's shape, with both secrets added on the way", async () => {
    const world = createWorld();
    const answer = await world.sendToProxy(PATH, PUT);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      result: 'repaired',
      integration_link: { item_id: ITEM, status: 'pending', repaired_at: '2026-05-01T12:00:00.000Z' },
    });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(world.upstream.requests.map(({ route }) => route)).toEqual([
      GET_ITEM,
      LIST_LINKS,
      GET_ACCOUNTS,
      UPDATE_LINK,
    ]);
    const [put] = world.upstream.sent(UPDATE_LINK);
    expect(put?.body).toEqual({ end_user: { access_token: ACCESS_TOKEN } });
    expect(put?.headers['x-api-key']).toBe(HERON_KEY);
    expect(world.repaired).toHaveLength(1);
  });

  it.each(['', '{}', '{"end_user":{}}'])('takes the body %j', async (body) => {
    expect((await createWorld().sendToProxy(PATH, { method: 'PUT', body })).status).toBe(200);
  });

  it('takes no body and no type at all', async () => {
    const headers = { 'content-type': '' };
    expect((await createWorld().sendToProxy(PATH, { method: 'PUT', headers })).status).toBe(200);
  });

  it.each([
    '{"end_user":{"access_token":"anything"}}',
    '{"end_user":{"access_token":""}}',
    '{"access_token":"anything"}',
    '{"end_user":{"end_user_id":"somebody"}}',
    '[]',
    'null',
    'anything',
  ])('refuses the body %s, and asks nobody', async (body) => {
    const world = createWorld();
    const answer = await world.sendToProxy(PATH, { method: 'PUT', body });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
    expect(answer.text).not.toContain('anything');
    expect(world.upstream.requests).toEqual([]);
  });

  it('wants somebody to be signed in', async () => {
    const world = createWorld();
    const answer = await world.sendToProxy(PATH, { ...PUT, headers: { 'x-user': '' } });
    expect(answer).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    expect(world.upstream.requests).toEqual([]);
  });

  it('knows this one route and this one method', async () => {
    const world = createWorld();
    expect(await world.sendToProxy('/api/integration_links')).toMatchObject({ body: { code: 'not_found' } });
    expect(await world.sendToProxy(`${PATH}/more`, PUT)).toMatchObject({ body: { code: 'not_found' } });
    const answer = await world.sendToProxy(PATH);
    expect(answer).toMatchObject({ status: 405, body: { code: 'method_not_allowed' } });
    expect(answer.headers.get('allow')).toBe('PUT');
  });

  it('asks Plaid for a minute, then the Item is still broken', async () => {
    const world = createWorld();
    world.upstream.script(GET_ITEM, broken);
    const first = await world.sendToProxy(PATH, PUT);
    expect(first).toMatchObject({ status: 202, body: { result: 'checking' } });
    expect(first.headers.get('retry-after')).toBe('2');
    world.advance(60_000);
    const last = await world.sendToProxy(PATH, PUT);
    expect(last.status).toBe(409);
    expect(last.body).toEqual({
      title: 'Plaid still names an error that needs the user.',
      status: 409,
      code: 'still_broken',
      error_code: 'ITEM_LOGIN_REQUIRED',
    });
    expect(world.upstream.sent(UPDATE_LINK)).toEqual([]);
  });

  it('gives the next visit its own minute, without a key', async () => {
    const world = createWorld();
    world.upstream.script(GET_ITEM, broken);
    await world.sendToProxy(PATH, PUT);
    world.advance(60_000);
    expect((await world.sendToProxy(PATH, PUT)).status).toBe(409);
    expect((await world.sendToProxy(PATH, PUT)).status).toBe(202);
  });

  it('puts each time it is asked without a key, and once for one key', async () => {
    const world = createWorld();
    await world.sendToProxy(PATH, PUT);
    await world.sendToProxy(PATH, PUT);
    expect(world.upstream.sent(UPDATE_LINK)).toHaveLength(2);
    const withKey = { ...PUT, headers: { 'idempotency-key': 'visit-1' } };
    await world.sendToProxy(PATH, withKey);
    await world.sendToProxy(PATH, withKey);
    expect(world.upstream.sent(UPDATE_LINK)).toHaveLength(3);
  });

  it('counts on where the endpoint began under the same key', async () => {
    const world = createWorld();
    world.upstream.script(GET_ITEM, broken);
    await world.send('/repairs', report(world, {}, 'visit-1'));
    world.advance(60_000);
    const answer = await world.sendToProxy(PATH, { ...PUT, headers: { 'idempotency-key': 'visit-1' } });
    expect(answer.status).toBe(409);
  });

  it('S12: judges by the purpose that the browser names, and says what is not granted', async () => {
    const world = createWorld({ purposes: { validate_products: { products: ['auth'] } } });
    world.upstream.script('POST /auth/get', json(plaidError('ITEM_ERROR', 'ACCESS_NOT_GRANTED'), 400));
    expect(await world.sendToProxy(`${PATH}?purpose=validate_products`, PUT)).toMatchObject({
      status: 409,
      body: { code: 'still_broken', error_code: 'ACCESS_NOT_GRANTED' },
    });
    expect((await world.sendToProxy(`${PATH}?purpose=repair`, PUT)).status).toBe(200);
  });

  it('asks again about a purpose whose truth lags, without a key as well', async () => {
    const world = createWorld({ purposes: { add_product: { products: ['assets'] } } });
    world.upstream.script(GET_ITEM, plaidItem(ITEM, null, { products: [] }));
    const path = `${PATH}?purpose=add_product`;
    expect((await world.sendToProxy(path, PUT)).status).toBe(202);
    world.upstream.script(GET_ITEM, plaidItem(ITEM, null, { products: ['assets'] }));
    expect((await world.sendToProxy(path, PUT)).body).toMatchObject({ result: 'repaired' });
    expect(world.facts()).not.toHaveProperty('checking');
  });

  it.each(['add_product', 'anything', ''])('refuses the purpose %j, which the app has not defined', async (purpose) => {
    const world = createWorld();
    expect(await world.sendToProxy(`${PATH}?purpose=${purpose}`, PUT)).toMatchObject({
      status: 422,
      body: { code: 'purpose_not_defined' },
    });
    expect(world.upstream.requests).toEqual([]);
  });

  it('can’t tell the time of an upload where nobody looked before the visit', async () => {
    const world = createWorld({ purposes: { collect_documents: { account: () => null } } });
    expect((await world.sendToProxy(`${PATH}?purpose=collect_documents`, PUT)).body).toMatchObject({
      result: 'unverifiable',
    });
  });

  it('says 409 for an Item that is gone', async () => {
    const world = createWorld();
    world.upstream.script(GET_ITEM, json(plaidError('ITEM_ERROR', 'ITEM_NOT_FOUND'), 400));
    expect(await world.sendToProxy(PATH, PUT)).toMatchObject({ status: 409, body: { error_code: 'ITEM_NOT_FOUND' } });
  });

  it('puts nothing to a link that is disabled, and says so', async () => {
    const world = createWorld();
    world.upstream.script(LIST_LINKS, heronList(heronLink({ status: 'sync_disabled' })));
    expect(await world.sendToProxy(PATH, PUT)).toMatchObject({
      status: 200,
      body: { result: 'unchanged', integration_link: { status: 'sync_disabled' } },
    });
    expect(world.upstream.sent(UPDATE_LINK)).toEqual([]);
  });
});
