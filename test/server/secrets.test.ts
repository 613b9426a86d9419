// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { ACCESS_TOKEN, expectNoSecret, FOREIGN_ACCESS_TOKEN, HERON_KEY, PLAID_SECRET } from './support/secrets.js';
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
