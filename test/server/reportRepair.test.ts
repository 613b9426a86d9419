// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { LOGIN_ERROR_CODES } from '../../src/protocol/loginErrors.js';
import { ACCESS_TOKEN, HERON_KEY } from './support/secrets.js';
import { json, plaidError, plaidItem, type Reply } from './support/upstream.js';
import {
  BANNER_PURPOSES,
  createWorld,
  GET_ACCOUNTS,
  GET_ITEM,
  heronLink,
  heronList,
  heronUpdate,
  ITEM,
  LIST_LINKS,
  rememberFacts,
  report,
  UPDATE_LINK,
  USER,
  type World,
} from './support/world.js';

const LOGIN_REQUIRED = { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED' };
const PENDING = { reason: 'INSTITUTION_TOKEN_EXPIRATION', disconnect_time: '2026-05-08T00:00:00Z' };

const broken = (code = 'ITEM_LOGIN_REQUIRED', type = 'ITEM_ERROR'): Reply => plaidItem(ITEM, plaidError(type, code));
const routes = (world: World): string[] => world.upstream.requests.map(({ route }) => route);

describe('a visit that succeeded', () => {
  it('S29: is repaired once Plaid says so, and Heron is given the stored access token', async () => {
    const world = createWorld();
    const answer = await world.send('/repairs', report(world));
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      result: 'repaired',
      integration_links: [
        {
          ...heronLink({ status: 'pending', status_message: null }),
          institution_name: 'First Platypus Bank',
          institution_logo: 'data:,',
          purposes: BANNER_PURPOSES,
          repaired_at: '2026-05-01T12:00:00.000Z',
        },
      ],
    });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(routes(world)).toEqual([GET_ITEM, LIST_LINKS, GET_ACCOUNTS, UPDATE_LINK]);
    expect(world.upstream.sent(GET_ITEM)[0]?.body).toEqual({ access_token: ACCESS_TOKEN });
    const [put] = world.upstream.sent(UPDATE_LINK);
    expect(put?.url).toBe(`https://app.herondata.io/api/integration_links/${ITEM}`);
    expect(put?.body).toEqual({ end_user: { access_token: ACCESS_TOKEN } });
    expect(put?.headers).toEqual({
      accept: 'application/json',
      'content-type': 'application/json',
      'x-api-key': HERON_KEY,
    });
    expect(world.log).toEqual([]);
  });

  it('clears what was wrong before it and remembers when', async () => {
    const world = createWorld();
    rememberFacts(world, { pending_disconnect: PENDING, error: LOGIN_REQUIRED });
    await world.send('/repairs', report(world));
    expect(world.facts()).toEqual({ repaired_at: '2026-05-01T12:00:00.000Z', repaired_under: 'visit-1' });
  });

  it('clears no warning that came after it', async () => {
    const world = createWorld();
    const warning = { ...PENDING, received_at: '2026-05-01T11:00:00Z' };
    rememberFacts(world, { pending_disconnect: warning });
    const late = { started_at: '2026-04-30T11:00:00Z', finished_at: '2026-04-30T11:02:00Z' };
    const { body } = await world.send('/repairs', report(world, late));
    expect(body).toMatchObject({ result: 'repaired', integration_links: [{ pending_disconnect: PENDING }] });
    expect(world.facts()).toMatchObject({ pending_disconnect: warning });
  });

  it('clears a warning that came during it', async () => {
    const world = createWorld();
    rememberFacts(world, { pending_disconnect: { ...PENDING, received_at: '2026-05-01T11:59:30Z' } });
    await world.send('/repairs', report(world));
    expect(world.facts()).not.toHaveProperty('pending_disconnect');
  });

  it('tells the app, with the link as Heron has it now', async () => {
    const world = createWorld();
    await world.send('/repairs', report(world));
    expect(world.repaired).toMatchObject([
      { caller: { id: USER }, itemId: ITEM, integrationLink: { item_id: ITEM, status: 'pending' } },
    ]);
  });

  it("passes on Heron's answer that still says erroring, with the time of the repair", async () => {
    const world = createWorld();
    world.upstream.script(UPDATE_LINK, heronUpdate(heronLink()));
    const { body } = await world.send('/repairs', report(world));
    expect(body).toMatchObject({
      result: 'repaired',
      integration_links: [{ status: 'erroring', repaired_at: '2026-05-01T12:00:00.000Z' }],
    });
  });

  it('keeps what somebody else wrote into the facts meanwhile, also by a clock that is ahead', async () => {
    const world = createWorld();
    const warning = { ...PENDING, received_at: '2026-05-01T12:00:01Z' };
    world.upstream.script(UPDATE_LINK, () => {
      rememberFacts(world, { pending_disconnect: warning });
      return Response.json({ integration_link: heronLink({ status: 'pending' }) });
    });
    await world.send('/repairs', report(world, { finished_at: '2027-01-01T00:00:00Z' }));
    expect(world.facts()).toMatchObject({ pending_disconnect: warning, repaired_under: 'visit-1' });
  });

  it('is repaired during an outage of the institution, which the link names', async () => {
    const world = createWorld();
    world.upstream.script(GET_ITEM, broken('INSTITUTION_DOWN', 'INSTITUTION_ERROR'));
    const { body } = await world.send('/repairs', report(world));
    expect(body).toMatchObject({
      result: 'repaired',
      integration_links: [{ error: { error_type: 'INSTITUTION_ERROR', error_code: 'INSTITUTION_DOWN' } }],
    });
    expect(JSON.stringify(body)).not.toContain('error_message');
    expect(world.upstream.sent(UPDATE_LINK)).toHaveLength(1);
    expect(world.facts()).not.toHaveProperty('error');
  });

  it.each(['sync_disabled', 'deleted_in_plaid'] as const)('puts nothing to a link that is %s', async (status) => {
    const world = createWorld();
    rememberFacts(world, { error: LOGIN_REQUIRED, pending_disconnect: PENDING });
    world.upstream.script(LIST_LINKS, heronList(heronLink({ status })));
    const { body } = await world.send('/repairs', report(world));
    expect(body).toMatchObject({ result: 'unchanged', integration_links: [{ status }] });
    expect(world.upstream.sent(UPDATE_LINK)).toEqual([]);
    expect(world.facts()).toEqual({});
    expect(world.repaired).toEqual([]);
  });

  it.each([
    ['ITEM_ERROR', 'INVALID_UPDATED_USERNAME'],
    ['ITEM_ERROR', 'USER_PERMISSION_REVOKED'],
    ['ITEM_ERROR', 'MFA_NOT_SUPPORTED'],
    ['ITEM_ERROR', 'ITEM_NOT_SUPPORTED'],
    ['ITEM_ERROR', 'PRODUCTS_NOT_SUPPORTED'],
    ['ITEM_ERROR', 'MANUAL_VERIFICATION_REQUIRED'],
    ['INSTITUTION_ERROR', 'INSTITUTION_NO_LONGER_SUPPORTED'],
    ['INSTITUTION_ERROR', 'INSTITUTION_REGISTRATION_REQUIRED'],
    ['INSTITUTION_ERROR', 'UNAUTHORIZED_INSTITUTION'],
  ])('is no repair of what no login mends: %s %s', async (type, code) => {
    const world = createWorld();
    world.upstream.script(GET_ITEM, broken(code, type));
    const { status, body } = await world.send('/repairs', report(world));
    expect(status).toBe(200);
    expect(body).toMatchObject({ result: 'still_broken', integration_links: [{ error: { error_code: code } }] });
    expect(world.upstream.sent(UPDATE_LINK)).toEqual([]);
    expect(world.facts()).toEqual({});
  });

  it.each([
    ['INSTITUTION_ERROR', 'INSTITUTION_OF_TOMORROW'],
    ['API_ERROR', 'INTERNAL_SERVER_ERROR'],
    ['RATE_LIMIT_EXCEEDED', 'ITEM_GET_LIMIT'],
    ['ITEM_ERROR', 'PRODUCT_NOT_READY'],
    ['ITEM_ERROR', 'ITEM_NO_ERROR'],
    ['ITEM_ERROR', 'item-no-error'],
  ])('is a repair beside what is not its user’s affair: %s %s', async (type, code) => {
    const world = createWorld();
    world.upstream.script(GET_ITEM, broken(code, type));
    expect((await world.send('/repairs', report(world))).body).toMatchObject({ result: 'repaired' });
    expect(world.upstream.sent(UPDATE_LINK)).toHaveLength(1);
  });

  it.each(['ACCESS_NOT_GRANTED', 'NO_AUTH_ACCOUNTS', 'no-depository-accounts'])(
    'S12: repaired the login where %s is left, which the list goes on naming',
    async (code) => {
      const world = createWorld();
      rememberFacts(world, { error: LOGIN_REQUIRED });
      world.upstream.script(GET_ITEM, broken(code));
      const { body } = await world.send('/repairs', report(world));
      expect(body).toMatchObject({ result: 'repaired', integration_links: [{ access_error: { code } }] });
      expect(world.upstream.sent(UPDATE_LINK)).toHaveLength(1);
      world.upstream.script(LIST_LINKS, heronList(heronLink({ status: 'active' })));
      const list = await world.send('/integration-links');
      expect(list.body).toMatchObject({ integration_links: [{ status: 'active', access_error: { code } }] });
      expect(world.facts()).not.toHaveProperty('error');
    },
  );

  it('S12: repaired the login where accounts for a product are missing, which the list names until Plaid does not', async () => {
    const world = createWorld();
    world.upstream.script(GET_ITEM, broken('NO_INVESTMENT_ACCOUNTS'));
    expect((await world.send('/repairs', report(world))).body).toMatchObject({ result: 'repaired' });
    expect(world.facts()).toMatchObject({ error: { error_code: 'NO_INVESTMENT_ACCOUNTS' } });
    world.upstream.script(GET_ITEM, plaidItem(ITEM));
    await world.send('/repairs', report(world, {}, 'visit-2'));
    expect(world.facts()).not.toHaveProperty('error');
  });
});

describe('S12: an error that nobody has listed', () => {
  it.each([
    ['ITEM_ERROR', 'ITEM_ERROR_OF_TOMORROW'],
    ['ERROR_OF_TOMORROW', 'SOMETHING'],
    ['OAUTH_ERROR', 'OAUTH_STATE_ID_NOT_FOUND'],
  ])('is asked about for a minute, and no repair: %s %s', async (type, code) => {
    const world = createWorld();
    world.upstream.script(GET_ITEM, broken(code, type));
    expect((await world.send('/repairs', report(world))).status).toBe(202);
    world.advance(60_000);
    expect((await world.send('/repairs', report(world))).body).toMatchObject({
      result: 'still_broken',
      integration_links: [{ error: { error_code: code } }],
    });
    expect(world.upstream.sent(UPDATE_LINK)).toEqual([]);
    expect(world.repaired).toEqual([]);
  });
});

describe('a login error that is still there after a success', () => {
  it.each(LOGIN_ERROR_CODES)('is asked about again: %s', async (code) => {
    const world = createWorld();
    world.upstream.script(GET_ITEM, broken(code));
    const answer = await world.send('/repairs', report(world));
    expect(answer).toMatchObject({ status: 202, body: { result: 'checking' } });
    expect(answer.headers.get('retry-after')).toBe('2');
    expect(routes(world)).toEqual([GET_ITEM]);
  });

  it('is asked about with growing pauses for a minute, then it is still broken', async () => {
    const world = createWorld();
    world.upstream.script(GET_ITEM, broken());
    const begin = world.now();
    const pauses: number[] = [];
    let answer = await world.send('/repairs', report(world));
    while (answer.status === 202) {
      const seconds = Number(answer.headers.get('retry-after'));
      pauses.push(seconds);
      world.advance(seconds * 1000);
      answer = await world.send('/repairs', report(world));
    }
    expect(answer.body).toMatchObject({
      result: 'still_broken',
      integration_links: [{ status: 'erroring', error: LOGIN_REQUIRED }],
    });
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(pauses[0]).toBe(2);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(15);
    expect(world.now() - begin).toBeGreaterThanOrEqual(60_000);
    expect(world.now() - begin).toBeLessThan(76_000);
    expect(world.upstream.sent(UPDATE_LINK)).toEqual([]);
    expect(world.facts()).toEqual({});
    expect(world.repaired).toEqual([]);
  });

  it('is repaired when Plaid comes round', async () => {
    const world = createWorld();
    world.upstream.script(GET_ITEM, broken(), plaidItem(ITEM));
    expect((await world.send('/repairs', report(world))).status).toBe(202);
    expect((await world.send('/repairs', report(world))).body).toMatchObject({ result: 'repaired' });
    expect(world.facts()).not.toHaveProperty('checking');
  });

  it('is remembered in the facts, so that another process counts on', async () => {
    const world = createWorld();
    world.upstream.script(GET_ITEM, broken());
    await world.send('/repairs', report(world));
    const other = createWorld({ items: world.items });
    other.upstream.script(GET_ITEM, broken());
    other.advance(60_000);
    expect((await other.send('/repairs', report(other))).body).toMatchObject({ result: 'still_broken' });
  });

  it("goes by the server's clock, whatever the browser says", async () => {
    const world = createWorld();
    world.upstream.script(GET_ITEM, broken());
    const longAgo = { started_at: '2020-01-01T00:00:00Z', finished_at: '2020-01-01T00:00:00Z' };
    expect((await world.send('/repairs', report(world, longAgo))).status).toBe(202);
  });

  it('gives each of two tabs its own minute, and neither takes the other’s', async () => {
    const world = createWorld();
    world.upstream.script(GET_ITEM, broken());
    await world.send('/repairs', report(world, {}, 'tab-1'));
    world.advance(40_000);
    expect((await world.send('/repairs', report(world, {}, 'tab-2'))).status).toBe(202);
    world.advance(20_000);
    expect((await world.send('/repairs', report(world, {}, 'tab-1'))).body).toMatchObject({ result: 'still_broken' });
    expect((await world.send('/repairs', report(world, {}, 'tab-2'))).status).toBe(202);
  });

  it('is asked about anew when the report comes back long after', async () => {
    const world = createWorld();
    world.upstream.script(GET_ITEM, broken());
    await world.send('/repairs', report(world));
    world.advance(11 * 60_000);
    expect((await world.send('/repairs', report(world))).status).toBe(202);
    expect(world.facts().checking).toHaveLength(1);
  });
});

describe('a login error that is still there after a visit whose end nobody saw', () => {
  const outcome = 'unknown';

  it('is asked about for a minute, as Plaid may be late, and then the visit has changed nothing', async () => {
    const world = createWorld();
    world.upstream.script(GET_ITEM, broken());
    const answer = await world.send('/repairs', report(world, { outcome }));
    expect(answer).toMatchObject({ status: 202, body: { result: 'checking' } });
    expect(answer.headers.get('retry-after')).toBe('2');
    world.advance(59_999);
    expect((await world.send('/repairs', report(world, { outcome }))).status).toBe(202);
    world.advance(1);
    expect(await world.send('/repairs', report(world, { outcome }))).toMatchObject({
      status: 200,
      body: { result: 'unchanged', integration_links: [{ status: 'erroring', error: LOGIN_REQUIRED }] },
    });
    expect(world.upstream.sent(UPDATE_LINK)).toEqual([]);
    expect(world.facts()).toEqual({});
  });

  it('is repaired when Plaid comes round', async () => {
    const world = createWorld();
    world.upstream.script(GET_ITEM, broken(), plaidItem(ITEM));
    expect((await world.send('/repairs', report(world, { outcome }))).status).toBe(202);
    expect((await world.send('/repairs', report(world, { outcome }))).body).toMatchObject({ result: 'repaired' });
    expect(world.upstream.sent(UPDATE_LINK)).toHaveLength(1);
    expect(world.facts()).not.toHaveProperty('checking');
  });

  it('is asked about no longer where an outage has taken its place', async () => {
    const world = createWorld();
    world.upstream.script(GET_ITEM, broken(), broken('INSTITUTION_DOWN', 'INSTITUTION_ERROR'));
    expect((await world.send('/repairs', report(world, { outcome }))).status).toBe(202);
    expect((await world.send('/repairs', report(world, { outcome }))).body).toMatchObject({ result: 'unchanged' });
    expect(world.facts()).not.toHaveProperty('checking');
  });
});

describe('a visit that was left', () => {
  it('changes nothing while the login error is there', async () => {
    const world = createWorld();
    world.upstream.script(GET_ITEM, broken());
    const { body } = await world.send('/repairs', report(world, { outcome: 'exit' }));
    expect(body).toMatchObject({
      result: 'unchanged',
      integration_links: [{ status: 'erroring', error: LOGIN_REQUIRED }],
    });
    expect(world.upstream.sent(UPDATE_LINK)).toEqual([]);
    expect(world.facts()).toEqual({});
  });
});

describe.each(['exit', 'unknown'])('a visit with the outcome %s', (outcome) => {
  it("is repaired elsewhere when Heron's login error is gone at Plaid", async () => {
    const world = createWorld();
    const { body } = await world.send('/repairs', report(world, { outcome }));
    expect(body).toMatchObject({ result: 'repaired', integration_links: [{ status: 'pending' }] });
    expect(world.upstream.sent(UPDATE_LINK)).toHaveLength(1);
    expect(world.repaired).toHaveLength(1);
  });

  it('is repaired elsewhere when the login error that the app knows is gone at Plaid', async () => {
    const world = createWorld();
    rememberFacts(world, { error: LOGIN_REQUIRED });
    world.upstream.script(LIST_LINKS, heronList(heronLink({ status: 'active' })));
    expect((await world.send('/repairs', report(world, { outcome }))).body).toMatchObject({ result: 'repaired' });
    expect(world.upstream.sent(UPDATE_LINK)).toHaveLength(1);
    expect(world.facts()).not.toHaveProperty('error');
  });

  it('leaves a cancelled renewal a cancelled renewal', async () => {
    const world = createWorld();
    rememberFacts(world, { pending_disconnect: PENDING });
    world.upstream.script(LIST_LINKS, heronList(heronLink({ status: 'active' })));
    const { body } = await world.send('/repairs', report(world, { outcome }));
    expect(body).toMatchObject({
      result: 'unchanged',
      integration_links: [{ status: 'active', pending_disconnect: PENDING }],
    });
    expect(world.upstream.sent(UPDATE_LINK)).toEqual([]);
    expect(world.facts()).toEqual({ pending_disconnect: PENDING });
  });

  it('is no second repair while Heron has yet to follow the first', async () => {
    const world = createWorld();
    rememberFacts(world, { repaired_at: '2026-05-01T11:55:00Z' });
    const { body } = await world.send('/repairs', report(world, { outcome }));
    expect(body).toMatchObject({ result: 'unchanged' });
    expect(world.upstream.sent(UPDATE_LINK)).toHaveLength(1);
    expect(world.repaired).toEqual([]);
  });

  it.each([
    ['that Heron names after a sync', '2026-05-01T11:55:00Z', '2026-05-01T11:57:00Z'],
    ['that Heron names for long', '2026-05-01T11:00:00Z', '2026-04-29T00:00:00Z'],
  ])('is a repair of an error %s since the last one', async (_what, repaired_at, last_successful_sync) => {
    const world = createWorld();
    rememberFacts(world, { repaired_at });
    world.upstream.script(LIST_LINKS, heronList(heronLink({ last_successful_sync })));
    expect((await world.send('/repairs', report(world, { outcome }))).body).toMatchObject({ result: 'repaired' });
  });

  it("reads Heron's code only while Heron says erroring", async () => {
    const world = createWorld();
    world.upstream.script(LIST_LINKS, heronList(heronLink({ status: 'syncing' })));
    expect((await world.send('/repairs', report(world, { outcome }))).body).toMatchObject({ result: 'unchanged' });
    expect(world.upstream.sent(UPDATE_LINK)).toEqual([]);
  });

  it('tells Heron of a healthy Item whose error was no login error, and claims no repair', async () => {
    const world = createWorld();
    rememberFacts(world, { error: { error_type: 'INSTITUTION_ERROR', error_code: 'INSTITUTION_DOWN' } });
    world.upstream.script(LIST_LINKS, heronList(heronLink({ status_message: '[INSTITUTION_DOWN] down' })));
    const { body } = await world.send('/repairs', report(world, { outcome }));
    expect(body).toMatchObject({ result: 'unchanged', integration_links: [{ status: 'pending' }] });
    expect(world.upstream.sent(UPDATE_LINK)).toHaveLength(1);
    expect(world.facts()).toEqual({});
    expect(world.repaired).toEqual([]);
  });

  it('changes nothing during an outage of the institution', async () => {
    const world = createWorld();
    world.upstream.script(GET_ITEM, broken('INSTITUTION_DOWN', 'INSTITUTION_ERROR'));
    const { body } = await world.send('/repairs', report(world, { outcome }));
    expect(body).toMatchObject({
      result: 'unchanged',
      integration_links: [{ error: { error_code: 'INSTITUTION_DOWN' } }],
    });
    expect(world.upstream.sent(UPDATE_LINK)).toEqual([]);
  });

  it.each(['sync_disabled', 'deleted_in_plaid'] as const)('puts nothing to a link that is %s', async (status) => {
    const world = createWorld();
    rememberFacts(world, { error: LOGIN_REQUIRED });
    world.upstream.script(LIST_LINKS, heronList(heronLink({ status })));
    const { body } = await world.send('/repairs', report(world, { outcome }));
    expect(body).toMatchObject({ result: 'unchanged', integration_links: [{ status }] });
    expect(world.upstream.sent(UPDATE_LINK)).toEqual([]);
  });
});

describe.each(['success', 'exit', 'unknown'])('an Item that Plaid does not know any more, after %s', (outcome) => {
  it('is still broken, and remembered as gone', async () => {
    const world = createWorld();
    world.upstream.script(GET_ITEM, json(plaidError('ITEM_ERROR', 'ITEM_NOT_FOUND'), 400));
    const error = { error_type: 'ITEM_ERROR', error_code: 'ITEM_NOT_FOUND' };
    const answer = await world.send('/repairs', report(world, { outcome }));
    expect(answer).toMatchObject({ status: 200, body: { result: 'still_broken', integration_links: [{ error }] } });
    expect(world.facts()).toEqual({ error });
    expect(world.upstream.sent(UPDATE_LINK)).toEqual([]);
    expect(world.log).toMatchObject([
      { code: 'still_broken', operation: 'plaid.itemGet', errorCode: 'ITEM_NOT_FOUND', httpStatus: 400 },
    ]);
    expect((await world.send('/integration-links')).body).toMatchObject({ integration_links: [{ error }] });
  });
});

describe.each(['success', 'exit', 'unknown'])('an access token that Plaid does not know, after %s', (outcome) => {
  const unknown = json(plaidError('INVALID_INPUT', 'INVALID_ACCESS_TOKEN'), 400);

  it('may be one of another environment: no Item is called gone, and the report comes again', async () => {
    const world = createWorld();
    world.upstream.script(GET_ITEM, unknown);
    expect(await world.send('/repairs', report(world, { outcome }))).toMatchObject({
      status: 500,
      body: { code: 'misconfigured' },
    });
    expect(world.facts()).toEqual({});
    expect(world.log).toMatchObject([
      { code: 'still_broken', errorCode: 'INVALID_ACCESS_TOKEN' },
      { code: 'misconfigured', operation: 'plaid.itemGet', itemId: ITEM },
    ]);
    world.upstream.script(GET_ITEM, plaidItem(ITEM));
    expect((await world.send('/repairs', report(world, { outcome }))).body).toMatchObject({ result: 'repaired' });
  });

  it.each([
    ['says that it was deleted', { status: 'deleted_in_plaid', status_message: null }],
    ['does not find it', { status_message: '[ITEM_NOT_FOUND] gone' }],
    ['does not know the token', { status_message: '[INVALID_ACCESS_TOKEN] unknown' }],
  ] as const)('is of an Item that is gone where Heron %s, too', async (_what, link) => {
    const world = createWorld();
    world.upstream.script(GET_ITEM, unknown);
    world.upstream.script(LIST_LINKS, heronList(heronLink(link)));
    const error = { error_type: 'ITEM_ERROR', error_code: 'ITEM_NOT_FOUND' };
    const { body } = await world.send('/repairs', report(world, { outcome }));
    expect(body).toMatchObject({ result: 'still_broken', integration_links: [{ error }] });
    expect(world.facts()).toEqual({ error });
  });

  it('is of an Item that is gone where the app knows so', async () => {
    const world = createWorld();
    rememberFacts(world, { error: { error_type: 'ITEM_ERROR', error_code: 'ITEM_NOT_FOUND' } });
    world.upstream.script(GET_ITEM, unknown);
    expect((await world.send('/repairs', report(world, { outcome }))).body).toMatchObject({ result: 'still_broken' });
  });
});

describe.each(['success', 'exit', 'unknown'])('an Item that is taken away, after %s', (outcome) => {
  it('is still broken, and remembered, where two have deleted it at once', async () => {
    const world = createWorld();
    world.upstream.script(GET_ITEM, json(plaidError('ITEM_ERROR', 'ITEM_CONCURRENTLY_DELETED'), 400));
    const error = { error_type: 'ITEM_ERROR', error_code: 'ITEM_CONCURRENTLY_DELETED' };
    const { body } = await world.send('/repairs', report(world, { outcome }));
    expect(body).toMatchObject({ result: 'still_broken', integration_links: [{ error }] });
    expect(world.facts()).toEqual({ error });
  });

  it('is still broken where the user has revoked it, which Plaid calls an invalid input', async () => {
    const world = createWorld();
    world.upstream.script(GET_ITEM, json(plaidError('INVALID_INPUT', 'USER_PERMISSION_REVOKED'), 400));
    const { body } = await world.send('/repairs', report(world, { outcome }));
    expect(body).toMatchObject({
      result: 'still_broken',
      integration_links: [{ error: { error_code: 'USER_PERMISSION_REVOKED' } }],
    });
  });
});

describe('a report that is sent again because its answer was lost', () => {
  it.each(['success', 'exit'])('after %s gets the same answer, and repairs nothing again', async (outcome) => {
    const world = createWorld();
    await world.send('/repairs', report(world, { outcome }));
    world.upstream.script(LIST_LINKS, heronList(heronLink({ status: 'syncing' })));
    world.advance(3_600_000);
    const { body } = await world.send('/repairs', report(world, { outcome }));
    expect(body).toMatchObject({
      result: 'repaired',
      integration_links: [{ status: 'syncing', repaired_at: '2026-05-01T12:00:00.000Z' }],
    });
    expect(world.upstream.sent(UPDATE_LINK)).toHaveLength(1);
    expect(world.repaired).toHaveLength(1);
  });

  it('is not confused with the next visit', async () => {
    const world = createWorld();
    await world.send('/repairs', report(world, {}, 'visit-1'));
    await world.send('/repairs', report(world, {}, 'visit-2'));
    expect(world.upstream.sent(UPDATE_LINK)).toHaveLength(2);
    expect(world.repaired).toHaveLength(2);
  });
});
