// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { plaidError, plaidItem } from '../support/upstream.js';
import { GET_ITEM, heronLink, heronList, ITEM, LIST_LINKS, UPDATE_LINK, USER } from '../support/world.js';
import { createWebhookWorld, erroring, HERON_SECRET, signHeron, type WebhookWorld } from './support.js';

const NOW = '2026-05-01T12:00:00.000Z';
const LOGIN_REQUIRED = { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED' };
const BROKEN = plaidItem(ITEM, plaidError('ITEM_ERROR', 'ITEM_LOGIN_REQUIRED'));

const routes = ({ upstream }: WebhookWorld): string[] => upstream.requests.map(({ route }) => route);

describe('integration_link.erroring', () => {
  it('stores the error that Plaid names, and tells the app', async () => {
    const world = createWebhookWorld();
    world.upstream.script(GET_ITEM, BROKEN);
    expect((await world.sendHeron(erroring())).status).toBe(200);
    expect(world.facts()).toEqual({ error: LOGIN_REQUIRED });
    expect(world.news).toMatchObject([
      {
        event: { code: 'integration_link.erroring', itemId: ITEM, sentAt: '2026-05-01T11:59:58.000Z' },
        itemId: ITEM,
        endUserId: USER,
        facts: { error: LOGIN_REQUIRED },
      },
    ]);
    expect(world.log).toEqual([]);
  });

  it('S3: gives Heron the token where Plaid is healthy, and tells the app of a repair', async () => {
    const world = createWebhookWorld();
    expect((await world.sendHeron(erroring())).status).toBe(200);
    expect(routes(world)).toEqual([GET_ITEM, LIST_LINKS, UPDATE_LINK]);
    expect(world.facts()).toEqual({ repaired_at: NOW });
    expect(world.news).toMatchObject([{ event: { code: 'LOGIN_REPAIRED', itemId: ITEM }, endUserId: USER }]);
  });

  it('does not give Heron the token over and over, where Heron goes on erroring', async () => {
    const world = createWebhookWorld();
    await world.sendHeron(erroring());
    world.advance(9 * 60_000);
    await world.sendHeron(erroring({ created: '2026-05-01T12:08:00+00:00' }));
    expect(world.upstream.sent(UPDATE_LINK)).toHaveLength(1);
    world.advance(2 * 60_000);
    await world.sendHeron(erroring({ created: '2026-05-01T12:10:30+00:00' }));
    expect(world.upstream.sent(UPDATE_LINK)).toHaveLength(2);
  });

  it('changes nothing where Heron has recovered meanwhile', async () => {
    const world = createWebhookWorld();
    world.upstream.script(LIST_LINKS, heronList(heronLink({ status: 'active' })));
    await world.sendHeron(erroring());
    expect(routes(world)).toEqual([GET_ITEM, LIST_LINKS]);
    expect(world.facts()).toEqual({});
  });

  it('gives Heron no token for a link that is switched off', async () => {
    const world = createWebhookWorld();
    world.upstream.script(LIST_LINKS, heronList(heronLink({ status: 'sync_disabled' })));
    await world.sendHeron(erroring());
    expect(routes(world)).toEqual([GET_ITEM, LIST_LINKS]);
  });

  it.each([
    ['data', erroring()],
    ['data.integration_link', erroring({ data: { integration_link: heronLink() } })],
    ['data.link', erroring({ data: { link: heronLink() } })],
    ['integration_link', erroring({ data: null, integration_link: heronLink() })],
    ['the body itself', erroring({ data: undefined, item_id: ITEM })],
  ])('finds the Item in %s', async (_place, webhook) => {
    const world = createWebhookWorld();
    world.upstream.script(GET_ITEM, BROKEN);
    await world.sendHeron(webhook);
    expect(world.facts()).toEqual({ error: LOGIN_REQUIRED });
  });

  it.each([
    ['without an Item', erroring({ data: { heron_id: 'x' } })],
    ['without a topic', erroring({ topic: undefined })],
    ['without JSON', 'rubbish'],
  ])('is acknowledged and logged %s', async (_name, webhook) => {
    const world = createWebhookWorld();
    expect((await world.sendHeron(webhook)).status).toBe(200);
    expect(world.log).toEqual([{ code: 'invalid_request', operation: 'heronWebhook' }]);
    expect(routes(world)).toEqual([]);
  });

  it('is acknowledged and logged for an Item that is none of this app', async () => {
    const world = createWebhookWorld();
    expect((await world.sendHeron(erroring({}, { item_id: 'AnotherItem' }))).status).toBe(200);
    expect(world.log).toEqual([{ code: 'item_not_found', operation: 'heronWebhook', itemId: 'AnotherItem' }]);
    expect(routes(world)).toEqual([]);
  });

  it('is taken when it is sent again, where Plaid could not be asked at first', async () => {
    const world = createWebhookWorld();
    world.upstream.script(GET_ITEM, 'network error', BROKEN);
    expect((await world.sendHeron(erroring())).status).toBe(503);
    expect((await world.sendHeron(erroring())).status).toBe(200);
    expect((await world.sendHeron(erroring())).status).toBe(200);
    expect(world.news).toHaveLength(1);
    expect(world.upstream.sent(GET_ITEM)).toHaveLength(2);
  });
});

it("acknowledges Heron's other topics and does nothing", async () => {
  const world = createWebhookWorld();
  const data = { heron_id: 'eus_Eqio3Y4dhyNiMphrXwG58p', end_user_id: USER, status: 'processed' };
  expect((await world.sendHeron(erroring({ topic: 'end_user.processed', data }))).status).toBe(200);
  expect(routes(world)).toEqual([]);
  expect(world.log).toEqual([]);
});

describe("Heron's signature", () => {
  const body = JSON.stringify(erroring());

  it.each([
    ['missing_signature', null],
    ['missing_signature', ''],
    ['malformed_signature', 'not base64!'],
    ['wrong_signature', 'c2hvcnQ='],
    ['wrong_signature', signHeron(body, 'sec_other')],
    ['wrong_signature', signHeron(`${body} `)],
  ])('is refused as %s: %s', async (reason, signature) => {
    const world = createWebhookWorld();
    const response = await world.sendHeron(body, signature);
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ title: 'Nobody is signed in.', status: 401, code: 'unauthenticated' });
    expect(world.log).toEqual([{ code: 'unauthenticated', operation: 'heronWebhook', reason }]);
    expect(routes(world)).toEqual([]);
  });

  it.each([
    ['altered', `${body.slice(0, -1)},"more":1}`],
    ['nested as deep as 256 kB go', '['.repeat(128 * 1024) + ']'.repeat(128 * 1024)],
  ])('is refused for a body that is %s, without a word on why', async (_what, sent) => {
    const world = createWebhookWorld();
    expect((await world.sendHeron(sent, signHeron(body))).status).toBe(401);
    expect(world.log).toEqual([{ code: 'unauthenticated', operation: 'heronWebhook', reason: 'wrong_signature' }]);
    expect([routes(world), world.news]).toEqual([[], []]);
  });

  it('is not looked at where the body is over 256 kB', async () => {
    const world = createWebhookWorld();
    const large = JSON.stringify({ ...erroring(), padding: 'x'.repeat(256 * 1024) });
    expect((await world.sendHeron(large)).status).toBe(401);
    expect(world.log).toEqual([{ code: 'unauthenticated', operation: 'heronWebhook', reason: 'too_large' }]);
  });

  it('vouches for one taking, however often it is replayed', async () => {
    const world = createWebhookWorld();
    world.upstream.script(GET_ITEM, BROKEN);
    for (let count = 0; count < 3; count += 1) expect((await world.sendHeron(body)).status).toBe(200);
    expect([routes(world), world.news.length]).toEqual([[GET_ITEM], 1]);
  });

  it('may be made with any of several secrets, while one is being changed', async () => {
    const world = createWebhookWorld({ secret: ['sec_new', HERON_SECRET] });
    expect((await world.sendHeron(body)).status).toBe(200);
    expect((await world.sendHeron(body, signHeron(body, 'sec_new'))).status).toBe(200);
    expect((await world.sendHeron(body, signHeron(body, 'sec_old'))).status).toBe(401);
  });

  it('never shows its secrets in the log, also where a webhook quotes them', async () => {
    const secrets = ['plain-words', 'other-words'];
    const world = createWebhookWorld({ secret: secrets });
    for (const item_id of secrets) {
      const quoting = JSON.stringify(erroring({}, { item_id }));
      expect((await world.sendHeron(quoting, signHeron(quoting, 'plain-words'))).status).toBe(200);
    }
    const unknown = { code: 'item_not_found', operation: 'heronWebhook', itemId: '[redacted]' };
    expect(world.log).toEqual([unknown, unknown]);
  });

  it('may be about the compact form of what is sent, as Heron documents it', async () => {
    const world = createWebhookWorld();
    const spaced = JSON.stringify(erroring(), null, 1);
    expect((await world.sendHeron(spaced, signHeron(body))).status).toBe(200);
  });

  it('may be about what Python makes of letters that are not ASCII', async () => {
    const world = createWebhookWorld();
    const webhook = erroring({}, { status_message: 'Anmeldung nötig 🏦' });
    const python = JSON.stringify(webhook).replace('ö', '\\u00f6').replace('🏦', '\\ud83c\\udfe6');
    expect((await world.sendHeron(webhook, signHeron(python))).status).toBe(200);
    expect(routes(world)).toContain(GET_ITEM);
  });

  it('may be about what JavaScript makes of them', async () => {
    const world = createWebhookWorld();
    const webhook = erroring({}, { status_message: 'Anmeldung nötig 🏦' });
    const response = await world.sendHeron(JSON.stringify(webhook, null, 1), signHeron(JSON.stringify(webhook)));
    expect(response.status).toBe(200);
  });

  it.each([
    ['too_old', '2026-04-30T11:59:59+00:00'],
    ['from_the_future', '2026-05-01T12:05:01+00:00'],
  ])('does not make a kept webhook good for ever: %s', async (reason, created) => {
    const world = createWebhookWorld();
    expect((await world.sendHeron(erroring({ created }))).status).toBe(401);
    expect(world.log).toEqual([{ code: 'unauthenticated', operation: 'heronWebhook', reason }]);
  });

  it('is enough where no time is given', async () => {
    const world = createWebhookWorld();
    world.upstream.script(GET_ITEM, BROKEN);
    expect((await world.sendHeron(erroring({ created: undefined }))).status).toBe(200);
    expect(world.news).toMatchObject([{ event: { sentAt: NOW } }]);
  });
});
