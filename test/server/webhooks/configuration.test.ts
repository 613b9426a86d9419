// @vitest-environment node
import {
  createHeronWebhookHandler,
  createMemoryDedupe,
  createPlaidWebhookHandler,
  type PlaidWebhookHandlerOptions,
} from 'react-plaid-update-mode/server';
import { describe, expect, it } from 'vitest';
import { createPlaid, createUpstream } from '../support/upstream.js';

const plaid = createPlaid(createUpstream(), 'secret');
const options: PlaidWebhookHandlerOptions = {
  plaid,
  heron: { apiKey: 'key' },
  items: { findByPlaidId: () => null, saveFacts: () => {} },
  environment: 'sandbox',
};

describe('a webhook handler that could not work', () => {
  it.each<[string, unknown]>([
    ['plaid is not a PlaidApi', { plaid: {} }],
    ['plaid has no webhookVerificationKeyGet', { plaid: { itemGet: () => {} } }],
    ['heron.apiKey is empty', { heron: { apiKey: ' ' } }],
    ['items.findByPlaidId is missing', { items: { saveFacts: () => {} } }],
    ["environment is neither 'sandbox' nor 'production'", { environment: 'development' }],
    ['forwardTo is not an absolute http or https URL', { forwardTo: '/heron' }],
  ])('is not made: %s', (sentence, changes) => {
    const create = (): unknown =>
      Reflect.apply(createPlaidWebhookHandler, undefined, [Object.assign({}, options, changes)]);
    expect(create).toThrow(sentence);
  });

  it.each([{ secret: '' }, { secret: [] }, { secret: ['good', ' '] }])('is not made: %o', ({ secret }) => {
    expect(() => createHeronWebhookHandler({ ...options, secret })).toThrow('secret is empty');
  });

  it('is made of the least that it needs', () => {
    expect(createPlaidWebhookHandler(options)).toBeTypeOf('function');
    expect(createHeronWebhookHandler({ ...options, secret: 'sec' })).toBeTypeOf('function');
  });
});

it('forgets in memory what is 10,000 webhooks old', () => {
  const dedupe = createMemoryDedupe();
  for (let count = 0; count <= 10_000; count += 1) void dedupe.add(`key ${count}`);
  expect(dedupe.has('key 0')).toBe(false);
  expect(dedupe.has('key 1')).toBe(true);
  expect(dedupe.has('key 10000')).toBe(true);
});
