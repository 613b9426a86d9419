import { repairOf } from '../support/links.js';
import { readItemId } from '../../src/protocol/target.js';
import { describe, expect, it } from 'vitest';
import { UpdateModeError } from '../../src/core/errors.js';
import { createLinkTokens } from '../../src/core/linkTokens.js';
import { createClockByHand } from '../support/clockByHand.js';
import { createEndpointByHand, tokenAnswer } from '../support/endpointByHand.js';

const MINUTE = 60_000;

function setUp() {
  const clock = createClockByHand();
  const endpoint = createEndpointByHand();
  const tokens = createLinkTokens(endpoint, clock);
  /** The token for the Item, which the server makes as soon as it is asked. */
  async function getFresh(value: string, expiration = clock.now() + 30 * MINUTE) {
    const token = tokens.get(repairOf('item-1'));
    await Promise.resolve();
    await endpoint.tokenRequests.at(-1)?.answer(tokenAnswer(value, expiration, 0));
    return token;
  }
  return { clock, endpoint, tokens, getFresh };
}

describe('link tokens', () => {
  it('are asked for by Item and purpose', async () => {
    const { endpoint, getFresh } = setUp();
    await expect(getFresh('link-1')).resolves.toMatchObject({ value: 'link-1' });
    expect(endpoint.tokenRequests.map(({ request }) => request)).toEqual([
      { target: { item_id: 'item-1' }, purpose: 'repair' },
    ]);
  });

  it('are fetched once, however many ask while the request is under way', async () => {
    const { clock, endpoint, tokens } = setUp();
    const asked = [
      tokens.get(repairOf('item-1')),
      tokens.get(repairOf('item-1')),
      tokens.get(repairOf('item-2')),
      tokens.get(repairOf('item-1')),
    ];
    await Promise.resolve();
    for (const { request, answer } of endpoint.tokenRequests) {
      await answer(tokenAnswer(`for ${readItemId(request.target)}`, clock.now()));
    }
    expect((await Promise.all(asked)).map(({ value }) => value)).toEqual([
      'for item-1',
      'for item-1',
      'for item-2',
      'for item-1',
    ]);
    expect(endpoint.tokenRequests).toHaveLength(2);
  });

  it('are kept until shortly before they end, so that a sign-in fits in', async () => {
    const { clock, endpoint, getFresh, tokens } = setUp();
    await getFresh('link-1');
    await clock.pass(28 * MINUTE - 1);
    await expect(tokens.get(repairOf('item-1'))).resolves.toMatchObject({ value: 'link-1' });
    expect(endpoint.tokenRequests).toHaveLength(1);
    await clock.pass(1);
    await expect(getFresh('link-2')).resolves.toMatchObject({ value: 'link-2' });
  });

  it('are never kept for longer than Plaid makes them, whatever a slow clock makes of their end', async () => {
    const { clock, getFresh } = setUp();
    const serverTime = clock.now() + 5 * 3_600_000;
    await getFresh('link-1', serverTime + 30 * MINUTE);
    await clock.pass(28 * MINUTE);
    await expect(getFresh('link-2', serverTime + 58 * MINUTE)).resolves.toMatchObject({ value: 'link-2' });
  });

  it('are kept also where a fast clock takes them for over: Plaid knows, and is asked on opening', async () => {
    const { clock, endpoint, getFresh, tokens } = setUp();
    const serverTime = clock.now() - 5 * 3_600_000;
    const { expiresAt } = await getFresh('link-1', serverTime + 30 * MINUTE);
    expect(expiresAt).toBeGreaterThan(clock.now());
    await expect(tokens.get(repairOf('item-1'))).resolves.toMatchObject({ value: 'link-1' });
    expect(endpoint.tokenRequests).toHaveLength(1);
  });

  it('are forgotten once used', async () => {
    const { getFresh, tokens } = setUp();
    await getFresh('link-1');
    tokens.drop(repairOf('item-1'));
    await expect(getFresh('link-2')).resolves.toMatchObject({ value: 'link-2' });
  });

  it('that were dropped while under way are not kept when they arrive', async () => {
    const { clock, endpoint, tokens } = setUp();
    const first = tokens.get(repairOf('item-1'));
    await Promise.resolve();
    tokens.drop(repairOf('item-1'));
    const second = tokens.get(repairOf('item-1'));
    await Promise.resolve();
    await endpoint.tokenRequests[0]?.answer(tokenAnswer('link-1', clock.now()));
    await endpoint.tokenRequests[1]?.answer(tokenAnswer('link-2', clock.now()));
    await expect(first).resolves.toMatchObject({ value: 'link-1' });
    await expect(second).resolves.toMatchObject({ value: 'link-2' });
    await expect(tokens.get(repairOf('item-1'))).resolves.toMatchObject({ value: 'link-2' });
  });

  it('are kept where an older request fails late', async () => {
    const { clock, endpoint, tokens } = setUp();
    const first = tokens.get(repairOf('item-1'));
    await Promise.resolve();
    tokens.drop(repairOf('item-1'));
    const second = tokens.get(repairOf('item-1'));
    await Promise.resolve();
    await endpoint.tokenRequests[1]?.answer(tokenAnswer('link-2', clock.now()));
    await Promise.all([
      expect(first).rejects.toMatchObject({ code: 'link_token_failed' }),
      endpoint.tokenRequests[0]?.fail(new Error('late')),
    ]);
    await expect(second).resolves.toMatchObject({ value: 'link-2' });
    await expect(tokens.get(repairOf('item-1'))).resolves.toMatchObject({ value: 'link-2' });
    expect(endpoint.tokenRequests).toHaveLength(2);
  });

  it('that failed are asked for anew', async () => {
    const { endpoint, getFresh, tokens } = setUp();
    const first = tokens.get(repairOf('item-1'));
    await Promise.resolve();
    await Promise.all([
      expect(first).rejects.toMatchObject({ code: 'link_token_failed', failure: 'network', isRetryable: true }),
      endpoint.tokenRequests[0]?.fail(new TypeError('Failed to fetch')),
    ]);
    await expect(getFresh('link-2')).resolves.toMatchObject({ value: 'link-2' });
  });

  it('fail with the endpoint’s own error where it has one', async () => {
    const { endpoint, tokens } = setUp();
    const own = new UpdateModeError('link_token_failed', 'No', { httpStatus: 403 });
    const token = tokens.get(repairOf('item-1'));
    await Promise.resolve();
    await Promise.all([expect(token).rejects.toBe(own), endpoint.tokenRequests[0]?.fail(own)]);
  });

  it('are waited for no longer than a user would; the request is given up, no timer stays', async () => {
    const { clock, endpoint, tokens } = setUp();
    const token = tokens.get(repairOf('item-1'));
    await Promise.resolve();
    await Promise.all([
      expect(token).rejects.toMatchObject({ code: 'link_token_failed', failure: 'timeout', isRetryable: true }),
      clock.pass(20_000),
    ]);
    expect(endpoint.tokenRequests[0]?.signal.aborted).toBe(true);
    await endpoint.tokenRequests[0]?.fail(new DOMException('Aborted', 'AbortError'));
    expect(clock.waiting).toEqual([]);
  });

  it('leave no timer behind once they are there', async () => {
    const { clock, getFresh } = setUp();
    await getFresh('link-1');
    expect(clock.waiting).toEqual([]);
  });
});
