// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { diagnose, type Diagnosis } from 'react-plaid-update-mode';
import type { PurposeOptions } from 'react-plaid-update-mode/server';
import { parseIntegrationLinkList } from '../../src/protocol/integrationLink.js';
import { ACCESS_TOKEN, HERON_KEY } from './support/secrets.js';
import { createUpstream, json, text } from './support/upstream.js';
import {
  BANNER_PURPOSES,
  createWorld,
  FOREIGN_ITEM,
  heronLink,
  heronList,
  ITEM,
  LIST_LINKS,
  rememberFacts,
  type User,
} from './support/world.js';

const YEAR = { start_date: '2025-05-01', end_date: '2026-05-01' };
const CONSENT = { add_consented_products: { additional_consented_products: ['identity' as const] } };

type AssetsPurpose = 'add_product' | 'add_consented_products' | 'report';

/** What the page makes of the only link of an answer, where Heron says that it works. */
function diagnoseOnly(body: unknown): Diagnosis {
  const parsed = parseIntegrationLinkList(body);
  const link = parsed.ok ? parsed.value.integration_links[0] : undefined;
  if (!link) throw new Error('The answer holds no link.');
  return diagnose({ ...link, status: 'active' }, { now: Date.parse('2026-05-01T12:00:00Z') });
}

describe('GET /integration-links', () => {
  it("joins Heron's links with what the app knows", async () => {
    const world = createWorld();
    rememberFacts(world, {
      pending_disconnect: {
        reason: 'INSTITUTION_MIGRATION',
        disconnect_time: '2026-05-08T00:00:00Z',
        received_at: '2026-05-01T00:00:00Z',
      },
      error: { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED' },
      repaired_at: '2026-04-01T00:00:00Z',
      repaired_under: 'visit-0',
      checking: [{ idempotency_key: 'visit-1', since: '2026-05-01T00:00:00Z' }],
    });
    const answer = await world.send('/integration-links');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(answer.body).toEqual({
      integration_links: [
        {
          ...heronLink(),
          institution_name: 'First Platypus Bank',
          institution_logo: 'data:,',
          pending_disconnect: { reason: 'INSTITUTION_MIGRATION', disconnect_time: '2026-05-08T00:00:00Z' },
          purposes: BANNER_PURPOSES,
          error: { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED' },
          repaired_at: '2026-04-01T00:00:00Z',
        },
      ],
    });
  });

  it('asks Heron with its key, once', async () => {
    const world = createWorld();
    await world.send('/integration-links');
    expect(world.upstream.requests).toHaveLength(1);
    const [request] = world.upstream.sent(LIST_LINKS);
    expect(request).toMatchObject({ url: 'https://app.herondata.io/api/end_users/user-1/integration_links', text: '' });
    expect(request?.headers).toEqual({ accept: 'application/json', 'x-api-key': HERON_KEY });
  });

  it('writes the end user into the path as one segment', async () => {
    const upstream = createUpstream();
    upstream.script('GET /v1/api/end_users/a%2Fb%3Fc/integration_links', heronList());
    const heron = { apiKey: HERON_KEY, baseUrl: 'https://heron.test/v1/', fetch: upstream.fetch };
    const world = createWorld({ endUserId: () => 'a/b?c', heron });
    expect((await world.send('/integration-links')).body).toEqual({ integration_links: [] });
    expect(upstream.requests).toHaveLength(1);
  });

  it('leaves out what only one side knows', async () => {
    const world = createWorld();
    world.items.add('user-1', { itemId: 'NotAtHeron', accessToken: ACCESS_TOKEN });
    const links = [heronLink({ item_id: FOREIGN_ITEM }), heronLink({ item_id: 'NotInTheApp' }), heronLink()];
    world.upstream.script(LIST_LINKS, heronList(...links));
    const { body } = await world.send('/integration-links');
    expect(body).toMatchObject({ integration_links: [{ item_id: ITEM }] });
    expect(body['integration_links']).toHaveLength(1);
  });

  it('logs each Item that Heron does not list', async () => {
    const world = createWorld();
    world.items.add('user-1', { itemId: 'NotAtHeron', accessToken: ACCESS_TOKEN });
    await world.send('/integration-links');
    const entry = { code: 'heron_link_not_found', operation: 'heron.listLinks' };
    expect(world.log).toEqual([{ ...entry, itemId: 'NotAtHeron' }]);
    world.upstream.script(LIST_LINKS, json({ description: 'not found' }, 404));
    await world.send('/integration-links');
    expect(world.log.slice(1)).toEqual([
      { ...entry, itemId: ITEM },
      { ...entry, itemId: 'NotAtHeron' },
    ]);
  });

  it('logs nothing where Heron lists what the app does not', async () => {
    const world = createWorld();
    world.upstream.script(LIST_LINKS, heronList(heronLink({ item_id: 'NotInTheApp' }), heronLink()));
    await world.send('/integration-links');
    expect(world.log).toEqual([]);
  });

  it('passes on no field that Heron may add', async () => {
    const world = createWorld();
    const link = {
      ...heronLink(),
      access_token: ACCESS_TOKEN,
      error: plaidsWholeError,
      institution_name: 'Heron Bank',
    };
    world.upstream.script(LIST_LINKS, json({ links: [link] }));
    const { body } = await world.send('/integration-links');
    expect(body).toMatchObject({ integration_links: [{ institution_name: 'First Platypus Bank' }] });
    expect(JSON.stringify(body)).not.toContain('access_token');
    expect(JSON.stringify(body)).not.toContain('"error"');
  });

  it("passes on the codes of an error that the app remembers, never Plaid's message", async () => {
    const world = createWorld();
    rememberFacts(world, { error: plaidsWholeError });
    const { body } = await world.send('/integration-links');
    expect(body).toMatchObject({
      integration_links: [{ error: { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED' } }],
    });
    expect(JSON.stringify(body)).not.toContain('error_message');
  });

  it('passes on all that the app knows of an Item and its user may', async () => {
    const world = createWorld({ purposes: { add_product: { products: ['assets'] } } });
    const received_at = '2026-05-01T00:00:00Z';
    world.items.add('user-1', {
      itemId: ITEM,
      accessToken: ACCESS_TOKEN,
      institutionUrl: 'https://platypus.test',
      countryCode: 'US',
      owner: 'you',
      facts: {
        consent_expiration_time: '2026-06-01T00:00:00Z',
        new_accounts_available: { received_at },
        access_error: { code: 'USER_ACCOUNT_REVOKED', account_id: 'acc-1', received_at },
        accounts: [{ account_id: 'acc-1', name: 'Everyday Checking', mask: '0000' }],
        accounts_changed: { idempotency_key: 'visit-1', added: 1, removed: 0 },
        before: { asked_at: received_at, purpose: 'repair', products: ['auth'] },
        repaired_result: 'unverifiable',
      },
    });
    expect((await world.send('/integration-links')).body).toEqual({
      integration_links: [
        {
          ...heronLink(),
          institution_url: 'https://platypus.test',
          country_code: 'US',
          owner: 'you',
          consent_expiration_time: '2026-06-01T00:00:00Z',
          new_accounts_available: true,
          access_error: { code: 'USER_ACCOUNT_REVOKED' },
          purposes: [...BANNER_PURPOSES, 'add_product'],
        },
      ],
    });
  });

  const newAccounts = { new_accounts_available: { received_at: '2026-05-01T00:00:00Z' } };

  it('S22: speaks of new accounts in the UK and the EU too, where the bank has to be connected anew for them', async () => {
    const world = createWorld();
    world.items.add('user-1', { itemId: ITEM, accessToken: ACCESS_TOKEN, countryCode: 'GB', facts: newAccounts });
    const { body, text: sent } = await world.send('/integration-links');
    expect(sent).not.toContain('select_accounts');
    expect(diagnoseOnly(body)).toMatchObject({ cause: 'new_accounts', severity: 'info', remedy: 'new_link' });
  });

  it.each(['GB', 'US'])(
    'S4: says nothing of new accounts in %s where the app lets nobody choose them',
    async (countryCode) => {
      const world = createWorld({ purposes: { select_accounts: false } });
      world.items.add('user-1', { itemId: ITEM, accessToken: ACCESS_TOKEN, countryCode, facts: newAccounts });
      const { text: sent } = await world.send('/integration-links');
      expect(sent).not.toContain('new_accounts_available');
    },
  );

  it('S4: names the purpose of a kind that the app calls by another name', async () => {
    const world = createWorld({ purposes: { select_accounts: false, choose: { kind: 'select_accounts' } } });
    rememberFacts(world, newAccounts);
    const { body } = await world.send('/integration-links');
    expect(diagnoseOnly(body)).toMatchObject({ remedy: 'update_mode', purpose: 'choose' });
  });

  it.each<[string, PurposeOptions<User, AssetsPurpose>, string | undefined]>([
    ['without Data Transparency Messaging', { add_product: { products: ['assets'] } }, undefined],
    [
      'with it, where Statements can be added',
      { add_product: { products: ['statements'], statements: YEAR }, ...CONSENT },
      undefined,
    ],
    ['with it, where Assets can be added', { add_product: { products: ['assets'] }, ...CONSENT }, 'add_product'],
    [
      'with it, where several can be',
      {
        add_product: { products: ['statements'], statements: YEAR },
        report: { kind: 'add_product', products: ['assets'] },
        ...CONSENT,
      },
      'report',
    ],
  ])('S24: asks for Assets once more in update mode only where that helps: %s', async (_what, purposes, purpose) => {
    const world = createWorld({ purposes });
    rememberFacts(world, { access_error: { code: 'ASSETS_REVOKED', received_at: '2026-05-01T00:00:00Z' } });
    const diagnosis = diagnoseOnly((await world.send('/integration-links')).body);
    expect(diagnosis.remedy).toBe(purpose === undefined ? 'new_link' : 'update_mode');
    expect(diagnosis.purpose).toBe(purpose);
  });

  it.each<[string, object, string | undefined]>([
    ['names no Item', { status: 'active' }, undefined],
    ['has no status, and an id that Plaid would not give', { item_id: '../x' }, undefined],
    ['has a time that is none', { ...heronLink({ item_id: 'Odd' }), last_successful_sync: 'never' }, 'Odd'],
    ['is no object', ['x'], undefined],
  ])('goes on without a link of Heron’s that %s, and logs it', async (_what, link, itemId) => {
    const world = createWorld();
    world.upstream.script(LIST_LINKS, json({ links: [link, heronLink()] }));
    const { body } = await world.send('/integration-links');
    expect(body['integration_links']).toMatchObject([{ item_id: ITEM }]);
    expect(world.log).toEqual([{ code: 'heron_link_malformed', operation: 'heron.listLinks', itemId }]);
  });

  it('is empty for an end user whom Heron does not know yet', async () => {
    const world = createWorld();
    world.upstream.script(LIST_LINKS, json({ description: 'not found' }, 404));
    expect(await world.send('/integration-links')).toMatchObject({ status: 200, body: { integration_links: [] } });
  });

  it('takes a status that Heron has not had before', async () => {
    const world = createWorld();
    world.upstream.script(LIST_LINKS, json({ links: [{ ...heronLink(), status: 'paused' }] }));
    const { body } = await world.send('/integration-links');
    expect(body).toMatchObject({ integration_links: [{ status: 'unknown' }] });
  });

  it.each([
    ['is no JSON', text('<html>')],
    ['has another shape', json({ integration_links: [] })],
  ])("says that Heron is away when Heron's answer %s", async (_what, reply) => {
    const world = createWorld();
    world.upstream.script(LIST_LINKS, reply);
    const answer = await world.send('/integration-links');
    expect(answer).toMatchObject({ status: 503, body: { code: 'heron_unavailable' } });
    expect(answer.headers.get('retry-after')).toBe('15');
    expect(world.log).toEqual([{ code: 'heron_unavailable', operation: 'heron.listLinks', httpStatus: 200 }]);
  });
});

const plaidsWholeError = {
  error_type: 'ITEM_ERROR',
  error_code: 'ITEM_LOGIN_REQUIRED',
  error_message: 'for developers only',
  display_message: null,
};
