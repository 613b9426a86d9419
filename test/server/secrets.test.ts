// @vitest-environment node
import { describe, expect, it } from 'vitest';
import {
  ACCESS_TOKEN,
  expectNoSecret,
  FOREIGN_ACCESS_TOKEN,
  HERON_KEY,
  PLAID_SECRET,
  USER_TOKEN,
} from './support/secrets.js';
import { json, plaidItem, text } from './support/upstream.js';
import {
  CREATE_LINK_TOKEN,
  createWorld,
  GET_ITEM,
  heronLink,
  ITEM,
  LIST_LINKS,
  report,
  UPDATE_LINK,
} from './support/world.js';

const SECRETS = [ACCESS_TOKEN, FOREIGN_ACCESS_TOKEN, HERON_KEY, PLAID_SECRET];
const QUOTE = SECRETS.join(' ');

/** An upstream that quotes every secret wherever text can stand. */
const chatty = {
  error_type: QUOTE,
  error_code: QUOTE,
  error_code_reason: QUOTE,
  error_message: QUOTE,
  display_message: QUOTE,
  description: QUOTE,
  request_id: QUOTE,
};

describe('expectNoSecret, which runs after every test of a world', () => {
  it.each(SECRETS)('finds %s', (secret) => {
    expect(() => expectNoSecret(['harmless', JSON.stringify({ deep: [`…${secret}…`] })])).toThrow('not to contain');
  });
});

const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0';
/** In the form of Plaid's own secrets. */
const HEX = 'b1946ac92492d2347c6235b4d2611184';

describe('the log', () => {
  it.each([
    ['an access token', ACCESS_TOKEN],
    ['one of production', ACCESS_TOKEN.replace('sandbox', 'production')],
    ['a public token', 'public-sandbox-b0e2c4ee-a763-4df5-bfe9-46a46bce993d'],
    ['a link token', 'link-sandbox-b0e2c4ee-a763-4df5-bfe9-46a46bce993d'],
    ['a user token', USER_TOKEN],
    ['a processor token', 'processor-production-0asd1-a92nc'],
    ['a key', 'key_0123456789abcdef'],
    ['Heron’s key as it was given', HERON_KEY],
    ['a secret of Plaid’s', HEX.slice(0, 30)],
  ])('takes %s out, whichever field it stands in', async (_what, secret) => {
    const world = createWorld({
      items: {
        list: () => [],
        find: () => {
          throw Object.assign(new Error(), { name: 'DatabaseError' });
        },
        saveFacts: () => {},
      },
    });
    const target = { item_id: secret };
    await world.send('/repairs', report(world, { target }));
    await world.send('/repairs', { ...report(world), headers: { origin: `https://${secret}.test` } });
    expect(world.log).toMatchObject([{ operation: 'items.find' }, { code: 'cross_origin' }]);
    expect(JSON.stringify(world.log)).not.toContain(secret);
  });

  it('leaves ids, codes and names as they are', async () => {
    const world = createWorld({
      endUserId: () => {
        throw new RangeError();
      },
    });
    await world.send('/repairs', { ...report(world), headers: { origin: 'https://preview-3f2a91c0.app.test:8443' } });
    await world.send('/integration-links');
    expect(world.log).toEqual([
      { code: 'cross_origin', operation: 'handler', origin: 'https://preview-3f2a91c0.app.test:8443' },
      { code: 'internal', operation: 'endUserId', errorName: 'RangeError' },
    ]);
  });
});

describe('an upstream that quotes what it was sent', () => {
  it.each([400, 401, 404, 409, 422, 429, 500, 503])('with a %i is not quoted', async (status) => {
    const linkToken = { method: 'POST', body: JSON.stringify({ target: { item_id: ITEM }, purpose: 'repair' }) };
    const put = { method: 'PUT', body: '{}' };
    for (const reply of [json(chatty, status, { 'x-quote': HERON_KEY }), text(QUOTE, status)]) {
      const world = createWorld();
      for (const route of [UPDATE_LINK, LIST_LINKS, GET_ITEM, CREATE_LINK_TOKEN]) {
        world.upstream.script(route, reply);
        await world.send('/integration-links');
        await world.send('/link-token', linkToken);
        await world.send('/repairs', report(world));
        await world.sendToProxy(`/api/integration_links/${ITEM}`, put);
      }
      expect(world.log.length).toBeGreaterThan(0);
    }
  });

  it.each([ACCESS_TOKEN, FOREIGN_ACCESS_TOKEN, USER_TOKEN, JWT, HEX])(
    'is not quoted where its code is nothing but %s, which looks like a code',
    async (secret) => {
      const world = createWorld();
      const refusal = json({ ...chatty, error_type: secret, error_code: secret, request_id: secret }, 400);
      for (const route of [CREATE_LINK_TOKEN, GET_ITEM]) {
        world.upstream.script(route, refusal);
        const answers = [
          await world.send('/link-token', {
            method: 'POST',
            body: JSON.stringify({ target: { item_id: ITEM }, purpose: 'repair' }),
          }),
          await world.send('/repairs', report(world)),
        ];
        for (const { text: answer } of answers) expect(answer).not.toContain(secret);
      }
      expect(world.log.length).toBeGreaterThan(0);
      expect(JSON.stringify(world.log)).not.toContain(secret);
    },
  );

  it('in the message of a link is read without it', async () => {
    const world = createWorld();
    const quoting = heronLink({
      status_message: `[ITEM_LOGIN_REQUIRED] Plaid refused ${ACCESS_TOKEN}, ${USER_TOKEN}.`,
    });
    world.upstream.script(LIST_LINKS, json({ links: [quoting] }));
    expect((await world.send('/integration-links')).body).toMatchObject({
      integration_links: [{ status_message: '[ITEM_LOGIN_REQUIRED] Plaid refused [redacted], [redacted].' }],
    });
  });

  it('with a 200 is quoted only in fields that are its own words', async () => {
    const world = createWorld();
    const error = { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED', error_message: QUOTE };
    world.upstream.script(GET_ITEM, plaidItem(ITEM, error));
    world.upstream.script(LIST_LINKS, json({ links: [{ ...heronLink(), access_token: ACCESS_TOKEN }], debug: QUOTE }));
    expect((await world.send('/repairs', report(world, { outcome: 'exit' }))).body).toMatchObject({
      result: 'unchanged',
    });
    world.upstream.script(GET_ITEM, plaidItem(ITEM));
    const link = { ...heronLink(), access_token: ACCESS_TOKEN, asset_report_token: ACCESS_TOKEN };
    world.upstream.script(UPDATE_LINK, json({ integration_link: link, debug: QUOTE }));
    expect((await world.send('/repairs', report(world))).body).toMatchObject({ result: 'repaired' });
  });
});
