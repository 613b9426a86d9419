// @vitest-environment node
import { expect, it } from 'vitest';
import { createVerificationKeys } from '../../../src/server/webhooks/verificationKeys.js';
import { createPlaid, createUpstream } from '../support/upstream.js';
import { GET_KEY, plaidKey } from './support.js';

/** Plaid's keys where every id has one. */
function createKeys() {
  const upstream = createUpstream();
  const askedFor = (): string[] => upstream.sent(GET_KEY).map(({ text }) => JSON.parse(text).key_id);
  upstream.script(GET_KEY, () => {
    const kid = askedFor().at(-1);
    return Response.json({ key: { ...plaidKey.jwk, alg: 'ES256', use: 'sig', kid, expired_at: null } });
  });
  let now = Date.parse('2026-05-01T12:00:00Z');
  const keys = createVerificationKeys({
    plaid: createPlaid(upstream, 'secret'),
    timeLimitMs: 1000,
    clock: () => now,
    log: () => {},
  });
  return {
    askedFor,
    find: keys.find,
    advance(ms: number) {
      now += ms;
    },
  };
}

it('asks once for a key that several wait for', async () => {
  const { find, askedFor } = createKeys();
  const [one, other] = await Promise.all([find('a'), find('a'), find('a')]);
  expect(one).not.toBeNull();
  expect(other).toBe(one);
  expect(askedFor()).toEqual(['a']);
});

it('keeps the 16 keys that were read last', async () => {
  const { find, askedFor, advance } = createKeys();
  const ids = Array.from({ length: 16 }, (_, index) => `key-${index}`);
  for (const id of ids) {
    await find(id);
    advance(7000);
  }
  // The first is an hour old now, the second is not.
  advance(3_490_000);
  await find('key-0');
  await find('one more');
  const count = askedFor().length;
  await find('key-0');
  await find('one more');
  await find('key-15');
  expect(askedFor()).toHaveLength(count);
  await find('key-1');
  expect(askedFor()).toHaveLength(count + 1);
});
