// @vitest-environment node
import type { ItemNews } from 'react-plaid-update-mode/server';
import { describe, expect, it } from 'vitest';
import { ACCESS_TOKEN } from '../support/secrets.js';
import { json, plaidError, plaidItem, type Reply } from '../support/upstream.js';
import { GET_ITEM, heronLink, heronList, ITEM, LIST_LINKS, UPDATE_LINK, USER } from '../support/world.js';
import { createWebhookWorld, GET_KEY, itemWebhook, type WebhookWorld } from './support.js';

const NOW = '2026-05-01T12:00:00.000Z';
const LOGIN_REQUIRED = { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED' };
const PLAID_ERROR = plaidError('ITEM_ERROR', 'ITEM_LOGIN_REQUIRED');
const DISCONNECT = { reason: 'INSTITUTION_MIGRATION', disconnect_time: '2026-05-08T00:00:00Z' };

const broken = (code = 'ITEM_LOGIN_REQUIRED', type = 'ITEM_ERROR'): Reply => plaidItem(ITEM, plaidError(type, code));
/** What was asked besides the key. */
const routes = ({ upstream }: WebhookWorld): string[] =>
  upstream.requests.map(({ route }) => route).filter((route) => route !== GET_KEY);
const codes = (news: readonly ItemNews[]): string[] => news.map(({ event }) => event.code);

function consentEnds(time: string | null): Reply {
  return json({ item: { item_id: ITEM, error: null, consent_expiration_time: time }, request_id: 'HNTDNrA8F1shFEW' });
}

describe('ITEM: ERROR', () => {
  it('S2: stores the login error that Plaid names, and tells the app', async () => {
    const world = createWebhookWorld();
    world.upstream.script(GET_ITEM, broken());
    expect((await world.send(itemWebhook('ERROR', { error: PLAID_ERROR }))).status).toBe(200);
    expect(world.facts()).toEqual({ error: LOGIN_REQUIRED });
    expect(routes(world)).toEqual([GET_ITEM]);
    expect(world.news).toEqual([
      {
        event: { code: 'ERROR', error: LOGIN_REQUIRED, itemId: ITEM, sentAt: NOW },
        itemId: ITEM,
        endUserId: USER,
        facts: { error: LOGIN_REQUIRED },
        integrationLink: undefined,
      },
    ]);
  });

  it.each(['OAUTH_INVALID_TOKEN', 'OAUTH_CONSENT_EXPIRED', 'OAUTH_USER_REVOKED'])(
    'S11: stores why the login no longer holds: %s',
    async (reason) => {
      const world = createWebhookWorld();
      world.upstream.script(GET_ITEM, plaidItem(ITEM, { ...PLAID_ERROR, error_code_reason: reason }));
      await world.send(itemWebhook('ERROR', { error: { ...PLAID_ERROR, error_code_reason: reason } }));
      expect(world.facts()).toEqual({ error: { ...LOGIN_REQUIRED, error_code_reason: reason } });
    },
  );

  it.each(['ITEM_LOCKED', 'ITEM_NOT_FOUND', 'INVALID_UPDATED_USERNAME', 'NO_ACCOUNTS', 'PRODUCTS_NOT_SUPPORTED'])(
    'stores %s',
    async (code) => {
      const world = createWebhookWorld();
      world.upstream.script(GET_ITEM, broken(code));
      await world.send(itemWebhook('ERROR', { error: plaidError('ITEM_ERROR', code) }));
      expect(world.facts()).toEqual({ error: { error_type: 'ITEM_ERROR', error_code: code } });
      expect(codes(world.news)).toEqual(['ERROR']);
    },
  );

  it.each(['ACCESS_NOT_GRANTED', 'NO_AUTH_ACCOUNTS'])('S6: stores %s as access that is missing', async (code) => {
    const world = createWebhookWorld();
    world.upstream.script(GET_ITEM, broken(code));
    await world.send(itemWebhook('ERROR', { error: plaidError('ITEM_ERROR', code) }));
    expect(world.facts()).toEqual({ access_error: { code, received_at: NOW } });
  });

  it('stores what Plaid says now, not what the webhook said', async () => {
    const world = createWebhookWorld();
    world.upstream.script(GET_ITEM, broken('PASSWORD_RESET_REQUIRED'));
    await world.send(itemWebhook('ERROR', { error: PLAID_ERROR }));
    expect(world.facts()).toMatchObject({ error: { error_code: 'PASSWORD_RESET_REQUIRED' } });
  });

  it('stores no outage of the bank, whose end nobody would tell', async () => {
    const world = createWebhookWorld();
    world.upstream.script(GET_ITEM, broken('INSTITUTION_DOWN', 'INSTITUTION_ERROR'));
    await world.send(itemWebhook('ERROR', { error: plaidError('INSTITUTION_ERROR', 'INSTITUTION_DOWN') }));
    expect(world.facts()).toEqual({});
    expect(codes(world.news)).toEqual(['ERROR']);
  });

  it('changes nothing where Plaid says that the Item is healthy', async () => {
    const world = createWebhookWorld();
    world.upstream.script(LIST_LINKS, heronList(heronLink({ status: 'active' })));
    expect((await world.send(itemWebhook('ERROR', { error: PLAID_ERROR }))).status).toBe(200);
    expect(world.facts()).toEqual({});
    expect(world.news).toEqual([]);
    expect(routes(world)).toEqual([GET_ITEM, LIST_LINKS]);
  });

  it('S3: gives Heron the token where Plaid is healthy and Heron is erroring, and tells the app of a repair', async () => {
    const world = createWebhookWorld();
    await world.send(itemWebhook('ERROR', { error: PLAID_ERROR }));
    expect(routes(world)).toEqual([GET_ITEM, LIST_LINKS, UPDATE_LINK]);
    expect(world.facts()).toEqual({ repaired_at: NOW });
    expect(world.news).toMatchObject([{ event: { code: 'LOGIN_REPAIRED' }, integrationLink: { status: 'pending' } }]);
  });

  it('clears an error that is over', async () => {
    const world = createWebhookWorld();
    world.upstream.script(LIST_LINKS, heronList(heronLink({ status: 'active' })));
    world.setFacts({ error: LOGIN_REQUIRED });
    await world.send(itemWebhook('ERROR', { error: PLAID_ERROR }));
    expect(world.facts()).toEqual({ repaired_at: NOW });
    expect(world.news).toMatchObject([{ event: { code: 'LOGIN_REPAIRED' }, facts: { repaired_at: NOW } }]);
  });
});

describe('a warning of what Plaid can’t be asked about', () => {
  const WARNINGS = [
    ['PENDING_DISCONNECT', itemWebhook('PENDING_DISCONNECT', DISCONNECT)],
    ['NEW_ACCOUNTS_AVAILABLE', itemWebhook('NEW_ACCOUNTS_AVAILABLE')],
    ['PRODUCT_PERMISSIONS_REQUIRED', { ...itemWebhook('PRODUCT_PERMISSIONS_REQUIRED'), webhook_type: 'AUTH' }],
  ] as const;

  it.each(WARNINGS)('says nothing more of an Item that Plaid has no longer: %s', async (_name, webhook) => {
    const world = createWebhookWorld();
    world.upstream.script(GET_ITEM, json(plaidError('ITEM_ERROR', 'ITEM_NOT_FOUND'), 400));
    await world.send(webhook);
    expect(world.facts()).toEqual({ error: { error_type: 'ITEM_ERROR', error_code: 'ITEM_NOT_FOUND' } });
  });

  it.each(WARNINGS)('brings a login error that Plaid names into the facts: %s', async (_name, webhook) => {
    const world = createWebhookWorld();
    world.upstream.script(GET_ITEM, broken());
    await world.send(webhook);
    expect(world.facts()).toMatchObject({ error: LOGIN_REQUIRED });
    expect(Object.keys(world.facts())).toHaveLength(2);
  });

  it.each(WARNINGS)('changes nothing where it does not say its environment: %s', async (_name, webhook) => {
    const world = createWebhookWorld();
    expect((await world.send({ ...webhook, environment: undefined })).status).toBe(200);
    expect(world.facts()).toEqual({});
    expect(world.log).toEqual([{ code: 'invalid_request', operation: 'plaidWebhook', itemId: ITEM }]);
  });
});

describe('ITEM: LOGIN_REPAIRED', () => {
  it('S3: gives Heron the token, clears the error and tells the app', async () => {
    const world = createWebhookWorld();
    world.setFacts({ error: LOGIN_REQUIRED, pending_disconnect: { ...DISCONNECT, disconnect_time: '2026-04-30' } });
    expect((await world.send(itemWebhook('LOGIN_REPAIRED'))).status).toBe(200);
    expect(routes(world)).toEqual([GET_ITEM, LIST_LINKS, UPDATE_LINK]);
    expect(world.upstream.sent(GET_ITEM)[0]?.body).toEqual({ access_token: ACCESS_TOKEN });
    expect(world.upstream.sent(UPDATE_LINK)[0]?.body).toEqual({ end_user: { access_token: ACCESS_TOKEN } });
    expect(world.facts()).toEqual({ repaired_at: NOW });
    expect(world.news).toMatchObject([
      { event: { code: 'LOGIN_REPAIRED' }, endUserId: USER, integrationLink: { item_id: ITEM, status: 'pending' } },
    ]);
    expect(world.log).toEqual([]);
  });

  it('S3: leaves a warning of what is still to come', async () => {
    const world = createWebhookWorld();
    world.setFacts({ error: LOGIN_REQUIRED, pending_disconnect: DISCONNECT });
    await world.send(itemWebhook('LOGIN_REPAIRED'));
    expect(world.facts()).toEqual({ pending_disconnect: DISCONNECT, repaired_at: NOW });
  });

  it('gives Heron the token also where Heron saw nothing wrong', async () => {
    const world = createWebhookWorld();
    world.upstream.script(LIST_LINKS, heronList(heronLink({ status: 'active' })));
    await world.send(itemWebhook('LOGIN_REPAIRED'));
    expect(routes(world)).toContain(UPDATE_LINK);
  });

  it.each(['sync_disabled', 'deleted_in_plaid'] as const)('gives Heron no token for %s', async (status) => {
    const world = createWebhookWorld();
    world.upstream.script(LIST_LINKS, heronList(heronLink({ status })));
    await world.send(itemWebhook('LOGIN_REPAIRED'));
    expect(routes(world)).toEqual([GET_ITEM, LIST_LINKS]);
    expect(world.facts()).toEqual({ repaired_at: NOW });
    expect(world.news).toMatchObject([{ integrationLink: { status } }]);
  });

  it('is taken where Heron does not know the Item', async () => {
    const world = createWebhookWorld();
    world.upstream.script(LIST_LINKS, heronList());
    expect((await world.send(itemWebhook('LOGIN_REPAIRED'))).status).toBe(200);
    expect(world.facts()).toEqual({ repaired_at: NOW });
    expect(world.log).toEqual([{ code: 'heron_link_not_found', operation: 'heron.listLinks', itemId: ITEM }]);
  });

  it('is a repair during an outage of the bank', async () => {
    const world = createWebhookWorld();
    world.setFacts({ error: LOGIN_REQUIRED });
    world.upstream.script(GET_ITEM, broken('INSTITUTION_DOWN', 'INSTITUTION_ERROR'));
    await world.send(itemWebhook('LOGIN_REPAIRED'));
    expect(routes(world)).toContain(UPDATE_LINK);
    expect(world.facts()).toEqual({ repaired_at: NOW });
  });

  it.each(['ITEM_CONCURRENTLY_DELETED', 'MANUAL_VERIFICATION_REQUIRED', 'ITEM_ERROR_OF_TOMORROW'])(
    'S12: is no repair where Plaid names %s',
    async (code) => {
      const world = createWebhookWorld();
      world.setFacts({ error: LOGIN_REQUIRED });
      world.upstream.script(GET_ITEM, broken(code));
      await world.send(itemWebhook('LOGIN_REPAIRED'));
      expect(routes(world)).toEqual([GET_ITEM]);
      expect(world.facts()).toHaveProperty('error');
      expect(world.facts()).not.toHaveProperty('repaired_at');
      expect(world.news).toEqual([]);
    },
  );

  it('S12: repairs the login where a permission is missing, and remembers that', async () => {
    const world = createWebhookWorld();
    world.setFacts({ error: LOGIN_REQUIRED });
    world.upstream.script(GET_ITEM, broken('ACCESS_NOT_GRANTED'));
    await world.send(itemWebhook('LOGIN_REPAIRED'));
    expect(routes(world)).toContain(UPDATE_LINK);
    expect(world.facts()).toMatchObject({ repaired_at: NOW, access_error: { code: 'ACCESS_NOT_GRANTED' } });
    expect(world.facts()).not.toHaveProperty('error');
  });

  it('changes nothing while Plaid still names a login error, and logs it', async () => {
    const world = createWebhookWorld();
    world.setFacts({ error: LOGIN_REQUIRED });
    world.upstream.script(GET_ITEM, broken());
    expect((await world.send(itemWebhook('LOGIN_REPAIRED'))).status).toBe(200);
    expect(routes(world)).toEqual([GET_ITEM]);
    expect(world.facts()).toEqual({ error: LOGIN_REQUIRED });
    expect(world.news).toEqual([]);
    expect(world.log).toEqual([
      { code: 'still_broken', operation: 'plaidWebhook', itemId: ITEM, errorCode: 'ITEM_LOGIN_REQUIRED' },
    ]);
  });

  it('stores that the Item is gone', async () => {
    const world = createWebhookWorld();
    world.upstream.script(GET_ITEM, json(plaidError('INVALID_INPUT', 'INVALID_ACCESS_TOKEN'), 400));
    await world.send(itemWebhook('LOGIN_REPAIRED'));
    expect(world.facts()).toEqual({ error: { error_type: 'ITEM_ERROR', error_code: 'ITEM_NOT_FOUND' } });
    expect(world.news).toEqual([]);
  });

  it('gives Heron no token of another Item', async () => {
    const world = createWebhookWorld();
    world.upstream.script(GET_ITEM, plaidItem('AnotherItem'));
    expect((await world.send(itemWebhook('LOGIN_REPAIRED'))).status).toBe(503);
    expect(routes(world)).toEqual([GET_ITEM]);
    expect(world.facts()).toEqual({});
  });
});

describe('a webhook that warns', () => {
  it.each(['INSTITUTION_MIGRATION', 'INSTITUTION_TOKEN_EXPIRATION'])(
    'S2: stores when the connection ends and why: PENDING_DISCONNECT, %s',
    async (reason) => {
      const world = createWebhookWorld();
      const { disconnect_time } = DISCONNECT;
      expect((await world.send(itemWebhook('PENDING_DISCONNECT', { reason, disconnect_time }))).status).toBe(200);
      expect(world.facts()).toEqual({ pending_disconnect: { reason, disconnect_time, received_at: NOW } });
      expect(world.news).toMatchObject([
        { event: { code: 'PENDING_DISCONNECT', reason, disconnectTime: disconnect_time } },
      ]);
      expect(routes(world)).toEqual([GET_ITEM]);
    },
  );

  it('is older than a repair, and changes nothing: PENDING_DISCONNECT', async () => {
    const world = createWebhookWorld();
    const facts = { repaired_at: '2026-05-01T11:59:00.000Z' };
    world.setFacts(facts);
    await world.send(itemWebhook('PENDING_DISCONNECT', DISCONNECT), { age: 120 });
    expect(world.facts()).toEqual(facts);
    expect(world.news).toEqual([]);
  });

  it('is overtaken by a newer one, and changes nothing: PENDING_DISCONNECT', async () => {
    const world = createWebhookWorld();
    await world.send(itemWebhook('PENDING_DISCONNECT', { ...DISCONNECT, disconnect_time: '2026-05-09T00:00:00Z' }));
    await world.send(itemWebhook('PENDING_DISCONNECT', DISCONNECT), { age: 60 });
    expect(world.facts()).toMatchObject({ pending_disconnect: { disconnect_time: '2026-05-09T00:00:00Z' } });
    expect(world.news).toHaveLength(1);
  });

  it("S2: stores the consent's end as Plaid says it: PENDING_EXPIRATION", async () => {
    const world = createWebhookWorld();
    world.upstream.script(GET_ITEM, consentEnds('2026-05-08T00:00:00Z'));
    await world.send(itemWebhook('PENDING_EXPIRATION', { consent_expiration_time: '2026-05-08T00:00:00+00:00' }));
    expect(world.facts()).toEqual({ consent_expiration_time: '2026-05-08T00:00:00Z' });
    expect(world.news).toMatchObject([
      { event: { code: 'PENDING_EXPIRATION', consentExpirationTime: '2026-05-08T00:00:00+00:00' } },
    ]);
  });

  it("S2: stores the webhook's own time where Plaid's answer has none: PENDING_EXPIRATION", async () => {
    const world = createWebhookWorld();
    await world.send(itemWebhook('PENDING_EXPIRATION', { consent_expiration_time: '2026-05-08T00:00:00Z' }));
    expect(world.facts()).toEqual({ consent_expiration_time: '2026-05-08T00:00:00Z' });
    expect(codes(world.news)).toEqual(['PENDING_EXPIRATION']);
  });

  it('S2: warns of no consent that was renewed meanwhile: PENDING_EXPIRATION', async () => {
    const world = createWebhookWorld();
    world.upstream.script(GET_ITEM, consentEnds('2027-05-01T00:00:00Z'));
    await world.send(itemWebhook('PENDING_EXPIRATION', { consent_expiration_time: '2026-05-08T00:00:00Z' }));
    expect(world.facts()).toEqual({ consent_expiration_time: '2027-05-01T00:00:00Z' });
    expect(world.news).toEqual([]);
  });

  it('S2: is older than a repair, and changes nothing where Plaid has no time: PENDING_EXPIRATION', async () => {
    const world = createWebhookWorld();
    const facts = { repaired_at: '2026-05-01T11:59:00.000Z', consent_expiration_time: '2027-05-01T00:00:00Z' };
    world.setFacts(facts);
    const webhook = itemWebhook('PENDING_EXPIRATION', { consent_expiration_time: '2026-05-08T00:00:00Z' });
    await world.send(webhook, { age: 120 });
    expect(world.facts()).toEqual(facts);
    expect(world.news).toEqual([]);
  });

  it('S2: stores an error that is there already: PENDING_EXPIRATION', async () => {
    const world = createWebhookWorld();
    world.upstream.script(GET_ITEM, broken());
    await world.send(itemWebhook('PENDING_EXPIRATION', { consent_expiration_time: '2026-05-08T00:00:00Z' }));
    expect(world.facts()).toEqual({ error: LOGIN_REQUIRED, consent_expiration_time: '2026-05-08T00:00:00Z' });
  });

  it('S4: stores that there are new accounts, and tells the app', async () => {
    const world = createWebhookWorld();
    await world.send(itemWebhook('NEW_ACCOUNTS_AVAILABLE'));
    expect(world.facts()).toEqual({ new_accounts_available: { received_at: NOW } });
    expect(codes(world.news)).toEqual(['NEW_ACCOUNTS_AVAILABLE']);
  });

  it('S4: keeps the newer of two that come in the wrong order', async () => {
    const world = createWebhookWorld();
    await world.send(itemWebhook('NEW_ACCOUNTS_AVAILABLE'));
    await world.send(itemWebhook('NEW_ACCOUNTS_AVAILABLE'), { age: 60 });
    expect(world.facts()).toEqual({ new_accounts_available: { received_at: NOW } });
    expect(world.news).toHaveLength(1);
  });

  it.each([
    ['AUTH', 'auth'],
    ['IDENTITY', 'identity'],
  ])('S6: stores that %s lacks permissions', async (webhook_type, product) => {
    const world = createWebhookWorld();
    await world.send({ ...itemWebhook('PRODUCT_PERMISSIONS_REQUIRED'), webhook_type });
    expect(world.facts()).toEqual({
      access_error: { code: 'PRODUCT_PERMISSIONS_REQUIRED', products: [product], received_at: NOW },
    });
    expect(world.news).toMatchObject([{ event: { code: 'PRODUCT_PERMISSIONS_REQUIRED', product } }]);
    expect(routes(world)).toEqual([GET_ITEM]);
  });

  it('S6: keeps both products where one after the other lacks permissions', async () => {
    const world = createWebhookWorld();
    await world.send({ ...itemWebhook('PRODUCT_PERMISSIONS_REQUIRED'), webhook_type: 'IDENTITY' });
    world.advance(1000);
    await world.send({ ...itemWebhook('PRODUCT_PERMISSIONS_REQUIRED'), webhook_type: 'AUTH' });
    expect(world.facts()).toMatchObject({ access_error: { products: ['identity', 'auth'] } });
  });

  it('S11: stores that the user has revoked the permission, and what Plaid says of the Item', async () => {
    const world = createWebhookWorld();
    world.upstream.script(GET_ITEM, broken('USER_PERMISSION_REVOKED'));
    const error = plaidError('ITEM_ERROR', 'USER_PERMISSION_REVOKED');
    await world.send(itemWebhook('USER_PERMISSION_REVOKED', { error }));
    expect(world.facts()).toEqual({
      access_error: { code: 'USER_PERMISSION_REVOKED', received_at: NOW },
      error: { error_type: 'ITEM_ERROR', error_code: 'USER_PERMISSION_REVOKED' },
    });
    expect(world.news).toMatchObject([
      { event: { code: 'USER_PERMISSION_REVOKED', error: { error_code: 'USER_PERMISSION_REVOKED' } } },
    ]);
  });

  it('S11: stores that the user has revoked an account of an Item that works otherwise', async () => {
    const world = createWebhookWorld();
    await world.send(itemWebhook('USER_ACCOUNT_REVOKED', { account_id: 'account-1' }));
    expect(world.facts()).toEqual({
      access_error: { code: 'USER_ACCOUNT_REVOKED', account_id: 'account-1', received_at: NOW },
    });
    expect(world.news).toMatchObject([{ event: { code: 'USER_ACCOUNT_REVOKED', accountId: 'account-1' } }]);
    expect(routes(world)).toEqual([GET_ITEM]);
  });

  it('S11: is older than a repair, and changes nothing: USER_PERMISSION_REVOKED', async () => {
    const world = createWebhookWorld();
    world.setFacts({ repaired_at: '2026-05-01T11:59:00.000Z' });
    await world.send(itemWebhook('USER_PERMISSION_REVOKED'), { age: 120 });
    expect(world.facts()).toEqual({ repaired_at: '2026-05-01T11:59:00.000Z' });
    expect(world.news).toEqual([]);
  });

  it('keeps what else is known', async () => {
    const world = createWebhookWorld();
    const facts = { error: LOGIN_REQUIRED, new_accounts_available: { received_at: '2026-04-01T00:00:00.000Z' } };
    world.setFacts(facts);
    await world.send(itemWebhook('PENDING_DISCONNECT', DISCONNECT));
    expect(world.facts()).toEqual({ ...facts, pending_disconnect: { ...DISCONNECT, received_at: NOW } });
  });
});

describe('a webhook that is no news of an Item', () => {
  it.each([
    ['the acknowledgement of the address', itemWebhook('WEBHOOK_UPDATE_ACKNOWLEDGED', { new_webhook_url: 'x' })],
    ['data of the Item', { ...itemWebhook('SYNC_UPDATES_AVAILABLE'), webhook_type: 'TRANSACTIONS' }],
    ['the end of a session', { webhook_type: 'LINK', webhook_code: 'SESSION_FINISHED', environment: 'sandbox' }],
    ['a code of another type', { ...itemWebhook('ERROR'), webhook_type: 'ASSETS' }],
  ])('is acknowledged and changes nothing: %s', async (_name, webhook) => {
    const world = createWebhookWorld();
    expect((await world.send(webhook)).status).toBe(200);
    expect(routes(world)).toEqual([]);
    expect(world.facts()).toEqual({});
    expect(world.news).toEqual([]);
    expect(world.log).toEqual([]);
  });

  it.each([
    ['no JSON', 'rubbish'],
    ['no object', '[]'],
    ['no end', itemWebhook('PENDING_DISCONNECT', { reason: 'INSTITUTION_MIGRATION' })],
    ['no Item', { ...itemWebhook('LOGIN_REPAIRED'), item_id: null }],
  ])('is acknowledged and logged where it is not what Plaid documents: %s', async (_name, webhook) => {
    const world = createWebhookWorld();
    expect((await world.send(webhook)).status).toBe(200);
    expect(world.facts()).toEqual({});
    expect(world.log).toMatchObject([{ code: 'invalid_request', operation: 'plaidWebhook' }]);
  });
});
