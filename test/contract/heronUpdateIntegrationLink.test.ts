// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { parseHeronUpdateAnswer } from '../../src/protocol/heron.js';
import { ACCESS_TOKEN, HERON_KEY } from '../server/support/secrets.js';
import { json } from '../server/support/upstream.js';
import { createWorld, ITEM, LIST_LINKS, report, UPDATE_LINK } from '../server/support/world.js';
import { findMisfit } from './findMisfit.js';
import { UPDATE_INTEGRATION_LINK as CONTRACT } from './heronOpenApi.js';

const properties = CONTRACT.integrationLink.properties ?? {};
const readable = Object.entries(properties).filter(([, schema]) => schema.writeOnly !== true);
const example = Object.fromEntries(readable.map(([name, schema]) => [name, schema.example]));
const statuses = properties['status']?.enum ?? [];

async function repair(integrationLink: unknown = example) {
  const world = createWorld();
  world.upstream.script(UPDATE_LINK, json({ integration_link: integrationLink }));
  const answer = await world.send('/repairs', report(world));
  return { answer, put: world.upstream.sent(UPDATE_LINK)[0] };
}

describe("our PUT, held against Heron's document", () => {
  it('goes to its address with its method', async () => {
    const { put } = await repair();
    const path = CONTRACT.path.replace('{item_id}', ITEM);
    expect(put?.route).toBe(`${CONTRACT.method} ${path}`);
    expect(put?.url).toBe(`${CONTRACT.server}${path}`);
  });

  it('carries the key in its header and JSON as its content', async () => {
    const { put } = await repair();
    expect(put?.headers[CONTRACT.apiKeyHeader]).toBe(HERON_KEY);
    expect(put?.headers['content-type']).toBe(CONTRACT.contentType);
  });

  it('has a body that fits the schema, and nothing besides', async () => {
    const { put } = await repair();
    expect(put?.body).toEqual({ end_user: { access_token: ACCESS_TOKEN } });
    expect(findMisfit(put?.body, CONTRACT.requestBody, 'request')).toBeNull();
  });
});

describe("Heron's answer, as its document has it", () => {
  it('is taken with every field that can be read', async () => {
    expect(findMisfit({ integration_link: example }, CONTRACT.response, 'answer')).toBeNull();
    const parsed = parseHeronUpdateAnswer({ integration_link: example });
    expect(parsed).toEqual({ ok: true, value: { integration_link: example } });
    const { answer } = await repair();
    expect(answer.body).toMatchObject({ result: 'repaired', integration_links: [example] });
  });

  it.each(statuses)('is taken with the status %s', async (status) => {
    const { answer } = await repair({ ...example, status });
    expect(answer.body).toMatchObject({ result: 'repaired', integration_links: [{ status }] });
  });

  it.each(readable.map(([name]) => name).filter((name) => name !== 'item_id' && name !== 'status'))(
    'is taken without %s, which it does not promise',
    async (name) => {
      const { [name]: _left, ...rest } = example;
      expect(findMisfit({ integration_link: rest }, CONTRACT.response, 'answer')).toBeNull();
      expect((await repair(rest)).answer.status).toBe(200);
    },
  );

  it.each(Object.entries(properties).filter(([, schema]) => schema.writeOnly === true))(
    'is passed on without %s, which is for writing only',
    async (name, schema) => {
      const { answer } = await repair({ ...example, [name]: schema.example ?? 'assets-token' });
      expect(answer.status).toBe(200);
      expect(answer.text).not.toContain(name);
    },
  );

  it.each([
    ['without the Item', { ...example, item_id: undefined }],
    ['with a status that is no string', { ...example, status: 7 }],
    ['with a time that is none', { ...example, last_updated: 'yesterday' }],
  ])('is refused %s, which does not fit', async (_what, link) => {
    expect(
      findMisfit(JSON.parse(JSON.stringify({ integration_link: link })), CONTRACT.response, 'answer'),
    ).not.toBeNull();
    expect((await repair(link)).answer).toMatchObject({ status: 503, body: { code: 'heron_unavailable' } });
  });
});

describe('the links in the list', () => {
  it('are the same links', async () => {
    const world = createWorld();
    world.upstream.script(LIST_LINKS, json({ links: [example] }));
    expect((await world.send('/integration-links')).body).toMatchObject({ integration_links: [example] });
  });
});

describe('findMisfit', () => {
  it('finds what does not fit', () => {
    const { requestBody, response } = CONTRACT;
    expect(findMisfit({ end_user: {} }, requestBody, 'request')).toBe('access_token');
    expect(findMisfit({ end_user: { access_token: 7 } }, requestBody, 'request')).toBe('access_token');
    expect(findMisfit({ end_user: { access_token: 'a', webhook: 'b' } }, requestBody, 'request')).toBe('webhook');
    expect(findMisfit([], requestBody, 'request')).toBe('the whole');
    expect(findMisfit({ integration_link: { ...example, access_token: 'a' } }, response, 'answer')).toBe(
      'access_token',
    );
    expect(findMisfit({ integration_link: { ...example, status: 'paused' } }, response, 'answer')).toBe('status');
    expect(findMisfit({ integration_link: { ...example, status: null } }, response, 'answer')).toBe('status');
  });
});
