import { describe, expect, it } from 'vitest';
import type { LinkTokenRequest } from '../../src/protocol/linkToken.js';
import { UpdateModeError } from '../../src/core/errors.js';
import { IDLE } from '../../src/core/session.js';
import { createClientWorld } from '../support/clientWorld.js';
import { settled } from '../support/clockByHand.js';
import { repairAnswer, tokenAnswer } from '../support/endpointByHand.js';
import { PLATYPUS, platypusLink, repairOf, tartanLink } from '../support/links.js';

const SELECT_ACCOUNTS: LinkTokenRequest = { target: { item_id: PLATYPUS }, purpose: 'select_accounts' };
const WHOLE_USER: LinkTokenRequest = { target: { user: true }, purpose: 'repair' };
const AUTHORIZATION: LinkTokenRequest = { target: { authorization_id: 'authorization-1' }, purpose: 'repair' };

function createWorld() {
  const world = createClientWorld({ links: [platypusLink(), tartanLink()] });
  const { client, endpoint, host, clock, launcher } = world;
  return {
    ...world,
    countRefetches: () => world.refetches,
    async open(request: LinkTokenRequest): Promise<void> {
      const { length } = endpoint.tokenRequests;
      client.session(request).launch(launcher);
      await settled();
      const asked = endpoint.tokenRequests.slice(length);
      await asked[0]?.answer(tokenAnswer(`link-${length + 1}`, clock.now()));
      await host.link.ready();
      await host.link.speak();
    },
    state: (request: LinkTokenRequest) => client.session(request).getSnapshot(),
  };
}

describe('a visit', () => {
  it.each([
    ['S13: for one Item', repairOf(PLATYPUS)],
    ['for one Item and another purpose', SELECT_ACCOUNTS],
    ['S14: for the whole user', WHOLE_USER],
    ['S15: for a Transfer authorization', AUTHORIZATION],
  ])('%s asks for its own link token and reports under its own name', async (_whom, request) => {
    const { open, host, endpoint, clock, state } = createWorld();
    await open(request);
    await host.link.succeed('link-session-1');
    await clock.pass(0);
    expect(endpoint.tokenRequests.map(({ request: asked }) => asked)).toEqual([request]);
    expect(endpoint.reports.map(({ request: report }) => report)).toEqual([
      {
        ...request,
        outcome: 'success',
        link_session_id: 'link-session-1',
        started_at: expect.any(String),
        finished_at: expect.any(String),
      },
    ]);
    await endpoint.reports[0]?.answer({ ...repairAnswer('repaired'), accounts: { added: 1, removed: 0 } });
    expect(state(request)).toEqual({
      status: 'repaired',
      by: 'user',
      isVerified: true,
      accounts: { added: 1, removed: 0 },
    });
  });

  it('leaves the same Item’s other purposes alone, and stands for the Item as the latest', async () => {
    const { open, host, state, snapshot } = createWorld();
    await open(repairOf(PLATYPUS));
    await host.link.exit();
    await open(SELECT_ACCOUNTS);
    expect(state(repairOf(PLATYPUS))).toEqual({ status: 'exited', error: null });
    expect(snapshot(PLATYPUS)).toMatchObject({ session: { status: 'open' }, purpose: 'select_accounts' });
  });

  it('is called repaired no longer once the Item is broken again, though another visit to it is the latest', async () => {
    const { open, host, endpoint, state, list } = createWorld();
    await open(repairOf(PLATYPUS));
    await host.link.succeed();
    await endpoint.reports[0]?.answer(repairAnswer('repaired', platypusLink({ status: 'active' })));
    await open(SELECT_ACCOUNTS);
    expect(state(repairOf(PLATYPUS)).status).toBe('repaired');
    list(platypusLink());
    expect(state(repairOf(PLATYPUS))).toEqual(IDLE);
    expect(state(SELECT_ACCOUNTS).status).toBe('open');
  });

  it('can begin while the report of another purpose waits, whose end is told all the same', async () => {
    const { open, host, endpoint, state, snapshot, events } = createWorld();
    await open(repairOf(PLATYPUS));
    await host.link.succeed();
    await open(SELECT_ACCOUNTS);
    expect(state(SELECT_ACCOUNTS)).toEqual({ status: 'open' });
    await endpoint.reports[0]?.answer(repairAnswer('repaired', platypusLink({ status: 'pending' })));
    expect(state(repairOf(PLATYPUS))).toMatchObject({ status: 'repaired' });
    expect(snapshot(PLATYPUS)).toMatchObject({ session: { status: 'open' }, purpose: 'select_accounts' });
    expect(events.at(-1)).toMatchObject({ purpose: 'repair', itemId: PLATYPUS, state: { status: 'repaired' } });
  });

  it('keeps a link token for its own target and purpose', async () => {
    const { client, endpoint, clock } = createWorld();
    const repair = client.session(repairOf(PLATYPUS));
    repair.prepare();
    await settled();
    await endpoint.tokenRequests[0]?.answer(tokenAnswer('link-1', clock.now()));
    client.session(SELECT_ACCOUNTS).prepare();
    await settled();
    expect(endpoint.tokenRequests.map(({ request }) => request)).toEqual([repairOf(PLATYPUS), SELECT_ACCOUNTS]);
  });

  it('that Plaid ends as healthy already shows no error, in both of its spellings', async () => {
    for (const code of ['ITEM_NO_ERROR', 'item-no-error']) {
      const { open, host, state } = createWorld();
      await open(repairOf(PLATYPUS));
      await host.link.exit({ error: new UpdateModeError('link_exit', 'Left.', { plaidErrorCode: code }) });
      expect(state(repairOf(PLATYPUS))).toEqual({ status: 'exited', error: null });
    }
  });
});

describe('failed visits', () => {
  const failedExit = { error: new UpdateModeError('link_exit', 'Left.', { plaidErrorCode: 'INVALID_CREDENTIALS' }) };

  it('are counted in a row; a change of mind does not count', async () => {
    const { open, host, snapshot, endpoint } = createWorld();
    for (const exit of [failedExit, {}, failedExit]) {
      await open(repairOf(PLATYPUS));
      await host.link.exit(exit);
    }
    expect(snapshot(PLATYPUS).failedVisits).toBe(2);
    await open(repairOf(PLATYPUS));
    await host.link.succeed();
    await endpoint.reports.at(-1)?.answer(repairAnswer('still_broken'));
    expect(snapshot(PLATYPUS).failedVisits).toBe(3);
  });

  it('are forgotten with the first that brought what it was for', async () => {
    const { open, host, snapshot, endpoint } = createWorld();
    await open(repairOf(PLATYPUS));
    await host.link.exit(failedExit);
    await open(repairOf(PLATYPUS));
    await host.link.succeed();
    await endpoint.reports.at(-1)?.answer(repairAnswer('repaired', platypusLink({ status: 'pending' })));
    expect(snapshot(PLATYPUS).failedVisits).toBe(0);
  });
});

describe('S14: a user with several broken Items', () => {
  function createRun() {
    const world = createWorld();
    return {
      ...world,
      progress: () => world.client.userProgress.getSnapshot(),
      async visit(progress: { repaired: number; remaining: number }): Promise<void> {
        await world.open(WHOLE_USER);
        await world.host.link.succeed();
        const result = progress.repaired > 0 ? 'repaired' : 'still_broken';
        await world.endpoint.reports.at(-1)?.answer({ ...repairAnswer(result), progress });
      },
    };
  }

  it('is led from one to the next with the same link token', async () => {
    const { visit, host, endpoint } = createRun();
    await visit({ repaired: 1, remaining: 2 });
    await visit({ repaired: 1, remaining: 1 });
    await visit({ repaired: 1, remaining: 0 });
    expect(endpoint.tokenRequests).toHaveLength(1);
    expect(host.links.map(({ token }) => token)).toEqual(['link-1', 'link-1', 'link-1']);
  });

  it('gets a fresh token where Plaid refuses the one at hand', async () => {
    const { visit, open, host, endpoint, clock } = createRun();
    await visit({ repaired: 1, remaining: 2 });
    await open(WHOLE_USER);
    await host.link.exit({
      error: new UpdateModeError('link_exit', 'Left.', { plaidErrorCode: 'INVALID_LINK_TOKEN' }),
    });
    await endpoint.tokenRequests[1]?.answer(tokenAnswer('link-2', clock.now()));
    expect(host.link.token).toBe('link-2');
  });

  it('sees how far they are, and starts anew once all are repaired', async () => {
    const { visit, progress } = createRun();
    expect(progress()).toBeNull();
    await visit({ repaired: 1, remaining: 2 });
    expect(progress()).toEqual({ repaired: 1, total: 3 });
    await visit({ repaired: 0, remaining: 2 });
    expect(progress()).toEqual({ repaired: 1, total: 3 });
    await visit({ repaired: 2, remaining: 0 });
    expect(progress()).toEqual({ repaired: 3, total: 3 });
    await visit({ repaired: 1, remaining: 0 });
    expect(progress()).toEqual({ repaired: 1, total: 1 });
  });

  it('can stop after any of them and go on later', async () => {
    const { visit, client, state, progress } = createRun();
    await visit({ repaired: 1, remaining: 1 });
    client.session(WHOLE_USER).reset();
    expect(state(WHOLE_USER)).toEqual(IDLE);
    await visit({ repaired: 1, remaining: 0 });
    expect(progress()).toEqual({ repaired: 2, total: 2 });
  });

  it('has the list read again after each visit', async () => {
    const { visit, countRefetches } = createRun();
    await visit({ repaired: 1, remaining: 1 });
    await visit({ repaired: 1, remaining: 0 });
    expect(countRefetches()).toBe(2);
  });
});
