// @vitest-environment node
import { CountryCode } from 'plaid';
import {
  createHeronProxyHandler,
  createMemoryItems,
  createUpdateModeHandler,
  type UpdateModeHandlerOptions,
} from 'react-plaid-update-mode/server';
import { describe, expect, it } from 'vitest';
import { createPlaid, createUpstream } from './support/upstream.js';

const linkToken = { client_name: 'Acme', language: 'en', country_codes: [CountryCode.Us] };

const options: UpdateModeHandlerOptions<string> = {
  basePath: '/api/update-mode',
  plaid: createPlaid(createUpstream(), 'secret'),
  heron: { apiKey: 'key' },
  authenticate: () => null,
  endUserId: (user) => user,
  items: createMemoryItems<string>((user) => user),
  linkToken,
};

describe('a handler is not made', () => {
  const shared: [string, Partial<typeof options>, RegExp][] = [
    ['with a base path without a slash', { basePath: 'api' }, /basePath .* answered with 404\. Give the path/],
    ['without a PlaidApi', { plaid: JSON.parse('{}') }, /plaid is not a PlaidApi\..* Give a `new PlaidApi/],
    ['without a key', { heron: { apiKey: '' } }, /heron\.apiKey is empty\. Heron refuses .* environment variable/],
    ['with a blank key', { heron: { apiKey: ' ' } }, /heron\.apiKey/],
    [
      'with an address that is none',
      { heron: { apiKey: 'key', baseUrl: 'heron.test' } },
      /heron\.baseUrl .* Leave it out/,
    ],
    ['with an address of another kind', { heron: { apiKey: 'key', baseUrl: 'ftp://heron.test' } }, /heron\.baseUrl/],
    ['with an origin that has a path', { allowedOrigins: ['https://app.test/'] }, /allowedOrigins .* without a slash/],
    ['with any origin', { allowedOrigins: ['*'] }, /allowedOrigins .* without a \*/],
    ['with a pattern of origins', { allowedOrigins: ['https://*.app.test'] }, /allowedOrigins/],
    ['with the origin of no page', { allowedOrigins: ['null'] }, /allowedOrigins/],
    ['with any header', { allowedHeaders: ['*'] }, /allowedHeaders .* whole name/],
    ['with two headers in one', { allowedHeaders: ['authorization, x-csrf'] }, /allowedHeaders/],
  ];

  it.each(shared)('%s', (_what, changes, message) => {
    expect(() => createUpdateModeHandler({ ...options, ...changes })).toThrow(message);
    expect(() => createHeronProxyHandler({ ...options, ...changes })).toThrow(message);
  });

  const plaids: [string, Partial<typeof linkToken & { redirect_uri: string }>, RegExp][] = [
    ['without a client name', { client_name: '' }, /client_name is empty .* Plaid refuses .* 1 to 30 characters/],
    ['with a client name of 31 characters', { client_name: 'x'.repeat(31) }, /client_name/],
    ['without a language', { language: '' }, /language/],
    ['without a country', { country_codes: [] }, /country_codes is empty/],
    ['with a redirect that has a query', { redirect_uri: 'https://app.test/plaid?a=1' }, /redirect_uri/],
    ['with a redirect that has a bare question mark', { redirect_uri: 'https://app.test/plaid?' }, /redirect_uri/],
    ['with a redirect that has a fragment', { redirect_uri: 'https://app.test/#plaid' }, /redirect_uri/],
    ['with a redirect over http', { redirect_uri: 'http://app.test/plaid' }, /redirect_uri .* localhost only/],
    ['with a redirect that is no URL', { redirect_uri: '/plaid' }, /redirect_uri/],
  ];

  it.each(plaids)('%s', (_what, changes, message) => {
    expect(() => createUpdateModeHandler({ ...options, linkToken: { ...linkToken, ...changes } })).toThrow(message);
  });
});

describe('a handler is made', () => {
  it.each([
    { linkToken: { ...linkToken, client_name: 'x'.repeat(30) } },
    { linkToken: { ...linkToken, redirect_uri: 'https://app.test/plaid' } },
    { linkToken: { ...linkToken, redirect_uri: 'http://localhost:3000/plaid' } },
    { linkToken: () => linkToken },
    { basePath: '/' },
    { heron: { apiKey: 'key', baseUrl: 'http://127.0.0.1:4000' } },
  ])('with %o', async (changes) => {
    const handler = createUpdateModeHandler({ ...options, ...changes });
    const path = 'basePath' in changes ? '/integration-links' : '/api/update-mode/integration-links';
    expect((await handler(new Request(`https://app.test${path}`))).status).toBe(401);
  });
});
