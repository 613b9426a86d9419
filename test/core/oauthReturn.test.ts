import { describe, expect, it } from 'vitest';
import { UpdateModeError } from '../../src/core/errors.js';
import type { LinkTokenRequest } from '../../src/protocol/linkToken.js';
import { createClientWorld, type ClientWorldOptions } from '../support/clientWorld.js';
import { createClockByHand, settled } from '../support/clockByHand.js';
import { tokenAnswer } from '../support/endpointByHand.js';
import { platypusLink, PLATYPUS, repairOf, tattersallLink, TATTERSALL } from '../support/links.js';
import { createOAuthReturnByHand } from '../support/oauthReturnByHand.js';
import { createTabLocksByHand } from '../support/tabLocksByHand.js';
import { createBrowserByHand } from '../support/visitStorageByHand.js';

const RETURN = 'https://app.test/settings?tab=banks&oauth_state_id=state-1';
const MINUTE = 60_000;

/** A browser in which pages come and go. Each world is a page of its own; one that is merely left says nothing more. */
function createBrowser() {
  const browser = createBrowserByHand();
  const clock = createClockByHand();
  const tabLocks = createTabLocksByHand();
  /** Ends the page in a tab, as its next page does. */
  const ends = new Map<number, () => void>();
  let pages = 0;

  function load(tab: number, url: string | null = null, options: ClientWorldOptions = {}) {
    const oauthReturn = createOAuthReturnByHand(url);
    ends.get(tab)?.();
    const shared = { clock, oauthReturn, visitStorage: browser.page(tab), tabLocks, idPrefix: `page-${++pages}-` };
    const world = createClientWorld({ links: [platypusLink(), tattersallLink()], page: shared, ...options });
    ends.set(tab, world.ports.tabLocks.die);
    return { ...world, oauthReturn, session: (itemId: string) => world.snapshot(itemId).session };
  }

  return {
    clock,
    load,
    endPage: (tab: number) => ends.get(tab)?.(),
    kept: () => browser.page(0).texts.map((text) => JSON.parse(text)),
    write: (tab: number, id: string, text: string) => browser.page(tab).write(id, text),
    /** From a click to the bank's own page. */
    async leaveForTheBank(tab: number, itemId: string, options?: ClientWorldOptions): Promise<void> {
      await load(tab, null, options).open(itemId);
    },
    /** The user is sent back, and Link is open again. */
    async comeBack(tab: number, options?: ClientWorldOptions) {
      const page = load(tab, RETURN, options);
      await settled();
      await page.host.link.ready();
      await page.host.link.speak();
      return page;
    },
  };
}

const outcomes = ({ endpoint }: ReturnType<typeof createClientWorld>) =>
  endpoint.reports.map(({ request }) => request.outcome);

const successes = ({ endpoint }: ReturnType<typeof createClientWorld>) =>
  endpoint.reports.flatMap(({ request }) => (request.outcome === 'success' ? [request.target] : []));

function exitWith(plaidErrorCode: string) {
  const error = new UpdateModeError('link_exit', 'No', { plaidErrorCode, linkSessionId: 'session-1' });
  return { error, linkSessionId: 'session-1' };
}

describe('a visit that a bank sends back to the page', () => {
  it('S17: goes on with the same token and the whole address, and opens Link by itself', async () => {
    const { leaveForTheBank, load } = createBrowser();
    await leaveForTheBank(1, PLATYPUS);
    const { host, endpoint, session, oauthReturn } = load(1, RETURN);
    expect(session(PLATYPUS).status).toBe('launching');
    await settled();
    expect(host.link).toMatchObject({ itemId: PLATYPUS, token: 'link-1', receivedRedirectUri: RETURN, opens: 0 });
    await host.link.ready();
    await host.link.speak();
    expect(host.link.opens).toBe(1);
    expect(session(PLATYPUS)).toEqual({ status: 'open' });
    expect(session(TATTERSALL).status).toBe('idle');
    expect(endpoint.tokenRequests).toEqual([]);
    expect(oauthReturn.url).toBeNull();
  });

  it('S17: ends as any other: reported, confirmed, told to whoever listens, and forgotten', async () => {
    const { clock, leaveForTheBank, comeBack, kept } = createBrowser();
    const begin = clock.now();
    await leaveForTheBank(1, PLATYPUS);
    await clock.pass(4 * MINUTE);
    const page = await comeBack(1);
    await page.host.link.succeed('session-2');
    expect(kept()).toEqual([]);
    expect(page.endpoint.reports.map(({ request }) => request)).toEqual([
      {
        ...repairOf(PLATYPUS),
        outcome: 'success',
        link_session_id: 'session-2',
        started_at: new Date(begin).toISOString(),
        finished_at: new Date(begin + 4 * MINUTE).toISOString(),
      },
    ]);
    await page.answer('repaired', platypusLink({ status: 'pending' }));
    expect(page.session(PLATYPUS)).toMatchObject({ status: 'repaired', by: 'user' });
    expect(
      page.events.map((event) => (event.type === 'session' ? [event.state.status, event.launcher] : null)),
    ).toEqual([
      ['launching', null],
      ['open', null],
      ['confirming', null],
      ['repaired', null],
    ]);
  });

  it('S17: is the one of its target and its purpose', async () => {
    const requests: LinkTokenRequest[] = [
      { target: { item_id: PLATYPUS }, purpose: 'select_accounts' },
      { target: { user: true }, purpose: 'repair' },
      { target: { authorization_id: 'authorization-1' }, purpose: 'repair' },
    ];
    for (const request of requests) {
      const { clock, load, comeBack } = createBrowser();
      const first = load(1);
      first.client.session(request).launch({});
      await settled();
      await first.endpoint.tokenRequests[0]?.answer(tokenAnswer('link-1', clock.now()));
      await first.host.link.ready();
      const { client, host, endpoint } = await comeBack(1);
      expect(client.session(request).getSnapshot()).toEqual({ status: 'open' });
      await host.link.succeed();
      expect(endpoint.reports[0]?.request).toMatchObject({ ...request, outcome: 'success' });
    }
  });

  it('S17: waits with its target, purpose, token and expiry, and never more', async () => {
    const { clock, leaveForTheBank, kept } = createBrowser();
    await leaveForTheBank(1, PLATYPUS);
    expect(kept()).toEqual([
      {
        version: 1,
        scope: 'user-1',
        ...repairOf(PLATYPUS),
        token: 'link-1',
        expires_at: clock.now() + 30 * MINUTE,
      },
    ]);
  });

  it('waits only while Link is open, however the visit ends', async () => {
    const ends: ((page: ReturnType<typeof createClientWorld>) => unknown)[] = [
      ({ host }) => host.link.succeed(),
      ({ host }) => host.link.exit(),
      ({ host }) => host.link.exit(exitWith('INTERNAL_SERVER_ERROR')),
      ({ host }) => host.link.crash(new Error('gone')),
      ({ host }) => host.unmount(),
      ({ client }) => client.session(repairOf(PLATYPUS)).cancel(),
    ];
    for (const end of ends) {
      const { load, kept } = createBrowser();
      const page = load(1);
      page.client.session(repairOf(PLATYPUS)).prepare();
      await settled();
      await page.endpoint.tokenRequests[0]?.answer(tokenAnswer('link-1', page.clock.now()));
      await page.host.link.ready();
      expect(kept()).toEqual([]);
      await page.launch(PLATYPUS);
      await page.host.link.speak();
      expect(kept()).toHaveLength(1);
      await end(page);
      await settled();
      expect(kept()).toEqual([]);
    }
  });

  it('leaves nothing in storage and the address clean, however it ends', async () => {
    const ends: ((page: ReturnType<typeof createClientWorld>) => unknown)[] = [
      ({ host }) => host.link.succeed(),
      ({ host }) => host.link.exit(),
      ({ host }) => host.link.exit(exitWith('INVALID_LINK_TOKEN')),
      ({ host }) => host.link.crash(new Error('gone')),
      ({ host }) => host.unmount(),
    ];
    for (const end of ends) {
      const { leaveForTheBank, comeBack, kept } = createBrowser();
      await leaveForTheBank(1, PLATYPUS);
      const page = await comeBack(1);
      expect(kept()).toMatchObject([{ token: null }]);
      await end(page);
      await settled();
      expect([kept(), page.oauthReturn.url]).toEqual([[], null]);
    }
  });

  it('S17: is gone on with once in StrictMode, which starts a page twice', async () => {
    const { leaveForTheBank, load } = createBrowser();
    await leaveForTheBank(1, PLATYPUS);
    const { client, host, session } = load(1, RETURN);
    client.stop();
    client.start();
    await settled();
    await host.link.ready();
    await host.link.speak();
    expect(session(PLATYPUS).status).toBe('open');
    expect(host.links.map(({ opens }) => opens)).toEqual([1]);
  });

  it('S17: is gone on with by one of two providers', async () => {
    const { clock, leaveForTheBank, comeBack } = createBrowser();
    await leaveForTheBank(1, PLATYPUS);
    const one = await comeBack(1);
    const { visitStorage, oauthReturn } = one.ports;
    const other = createClientWorld({ page: { clock, visitStorage, oauthReturn } });
    await settled();
    expect(one.session(PLATYPUS).status).toBe('open');
    expect(other.host.links).toEqual([]);
    expect(other.events).toEqual([]);
  });

  it('waits for the next provider where one leaves the page before Link is open', async () => {
    const { clock, leaveForTheBank, load } = createBrowser();
    await leaveForTheBank(1, PLATYPUS);
    const first = load(1, RETURN);
    first.client.stop();
    await settled();
    expect(first.endpoint.reports).toEqual([]);
    const { visitStorage, oauthReturn } = first.ports;
    const next = createClientWorld({ page: { clock, visitStorage, oauthReturn } });
    await settled();
    expect(next.host.link).toMatchObject({ itemId: PLATYPUS, receivedRedirectUri: RETURN });
  });

  it('S17: is never mixed up with that of another tab', async () => {
    const { clock, leaveForTheBank, comeBack } = createBrowser();
    await leaveForTheBank(1, PLATYPUS);
    await clock.pass(MINUTE);
    await leaveForTheBank(2, TATTERSALL);
    const second = await comeBack(2);
    const first = await comeBack(1);
    expect([first.host.link.itemId, second.host.link.itemId]).toEqual([PLATYPUS, TATTERSALL]);
    await second.host.link.succeed();
    await first.host.link.succeed();
    expect(successes(first)).toEqual([{ item_id: PLATYPUS }]);
    expect(successes(second)).toEqual([{ item_id: TATTERSALL }]);
  });

  it('S17: goes on in another tab, where the app of a bank has opened one', async () => {
    const { leaveForTheBank, comeBack } = createBrowser();
    await leaveForTheBank(1, PLATYPUS);
    const { host, session } = await comeBack(2);
    expect(host.link.token).toBe('link-1');
    expect(session(PLATYPUS).status).toBe('open');
  });

  it('is not guessed in another tab where several wait: nothing is opened, and each tab keeps its own', async () => {
    const { leaveForTheBank, load, comeBack } = createBrowser();
    await leaveForTheBank(1, PLATYPUS);
    await leaveForTheBank(2, TATTERSALL);
    const third = load(3, RETURN);
    await settled();
    expect([third.host.links, third.events, third.oauthReturn.url]).toEqual([[], [], RETURN]);
    expect((await comeBack(1)).host.link.itemId).toBe(PLATYPUS);
  });

  it('is the newest of its tab', async () => {
    const { clock, leaveForTheBank, comeBack } = createBrowser();
    await leaveForTheBank(1, TATTERSALL);
    await clock.pass(MINUTE);
    await leaveForTheBank(1, PLATYPUS);
    expect((await comeBack(1)).host.link.itemId).toBe(PLATYPUS);
  });

  it('gives way to a newer click while its Link is not open yet, and the server is asked what came of it', async () => {
    const { clock, leaveForTheBank, load, kept } = createBrowser();
    await leaveForTheBank(1, PLATYPUS);
    const page = load(1, RETURN);
    await page.launch(TATTERSALL);
    await page.endpoint.tokenRequests[0]?.answer(tokenAnswer('link-2', clock.now()));
    await page.host.link.ready();
    await page.host.link.speak();
    expect([page.session(PLATYPUS).status, page.session(TATTERSALL).status]).toEqual(['idle', 'open']);
    expect(page.endpoint.reports.map(({ request }) => request)).toMatchObject([
      { ...repairOf(PLATYPUS), outcome: 'unknown' },
    ]);
    expect(kept()).toMatchObject([repairOf(TATTERSALL)]);
    expect(page.oauthReturn.url).toBeNull();
  });
});

describe('a reload of the return page', () => {
  it('S17: goes on as before, while Link has not taken the address', async () => {
    const { leaveForTheBank, load, comeBack } = createBrowser();
    await leaveForTheBank(1, PLATYPUS);
    load(1, RETURN);
    await settled();
    const { host, session } = await comeBack(1);
    expect(host.link).toMatchObject({ token: 'link-1', receivedRedirectUri: RETURN });
    expect(session(PLATYPUS).status).toBe('open');
  });

  it('S17: asks the server once Link has taken it: the state serves no second time', async () => {
    for (const url of [null, RETURN]) {
      const { leaveForTheBank, comeBack, load, kept } = createBrowser();
      await leaveForTheBank(1, PLATYPUS);
      await comeBack(1);
      const page = load(1, url);
      await settled();
      expect(page.host.links).toEqual([]);
      expect(outcomes(page)).toEqual(['unknown']);
      expect(page.session(PLATYPUS)).toEqual({ status: 'exited', error: null, isLost: true });
      expect([kept(), page.oauthReturn.url]).toEqual([[], null]);
      await page.answer('repaired', platypusLink({ status: 'pending' }));
      expect(page.session(PLATYPUS).status).toBe('repaired');
    }
  });

  it('asks once in StrictMode', async () => {
    const { leaveForTheBank, comeBack, load } = createBrowser();
    await leaveForTheBank(1, PLATYPUS);
    await comeBack(1);
    const page = load(1);
    page.client.stop();
    page.client.start();
    await settled();
    expect(outcomes(page)).toEqual(['unknown']);
  });

  it.each(['OAUTH_STATE_ID_ALREADY_PROCESSED', 'OAUTH_STATE_ID_NOT_FOUND', 'INCORRECT_LINK_TOKEN'])(
    'S17: asks the server where Link answers %s',
    async (code) => {
      const { leaveForTheBank, comeBack } = createBrowser();
      await leaveForTheBank(1, PLATYPUS);
      const page = await comeBack(1);
      await page.host.link.exit(exitWith(code));
      expect(page.session(PLATYPUS)).toMatchObject({ status: 'exited', error: { plaidErrorCode: code } });
      expect(outcomes(page)).toEqual(['unknown']);
      await page.answer('repaired', platypusLink({ status: 'pending' }));
      expect(page.session(PLATYPUS).status).toBe('repaired');
    },
  );

  it('leaves a visit to the tab in which its Link is open', async () => {
    const { leaveForTheBank, comeBack, load } = createBrowser();
    await leaveForTheBank(1, PLATYPUS);
    await comeBack(1);
    const other = load(2);
    await settled();
    expect([other.events, other.endpoint.reports]).toEqual([[], []]);
  });
});

describe('a return that is none of ours', () => {
  it('S17: with a stranger’s oauth_state_id opens nothing, and the address stays as it is', async () => {
    const { load } = createBrowser();
    const { host, events, endpoint, oauthReturn } = load(1, RETURN);
    await settled();
    expect([host.links, events, endpoint.reports, oauthReturn.url]).toEqual([[], [], [], RETURN]);
  });

  it('S17: with a stale oauth_state_id, after the visit is over, opens nothing', async () => {
    const { leaveForTheBank, comeBack, load } = createBrowser();
    await leaveForTheBank(1, PLATYPUS);
    const first = await comeBack(1);
    await first.host.link.succeed();
    const { host, events, endpoint } = load(1, RETURN);
    await settled();
    expect([host.links, events, endpoint.reports]).toEqual([[], [], []]);
  });

  it('S17: in another user’s scope is never gone on with, and no longer can be; its own user’s next page asks', async () => {
    const { leaveForTheBank, load, kept } = createBrowser();
    await leaveForTheBank(1, PLATYPUS);
    const next = load(1, RETURN, { scope: 'user-2' });
    await settled();
    expect([next.host.links, next.events, next.endpoint.reports]).toEqual([[], [], []]);
    expect(kept()).toMatchObject([{ scope: 'user-1', token: null }]);
    const first = load(1);
    await settled();
    expect([first.host.links, outcomes(first), kept()]).toEqual([[], ['unknown'], []]);
  });

  it('takes no visit of the new user, which waits in another tab, for that of the former', async () => {
    const { leaveForTheBank, load, comeBack } = createBrowser();
    await leaveForTheBank(1, PLATYPUS);
    await leaveForTheBank(2, TATTERSALL, { scope: 'user-2' });
    const page = load(1, RETURN, { scope: 'user-2' });
    await settled();
    expect(page.host.links).toEqual([]);
    expect((await comeBack(2, { scope: 'user-2' })).host.link.itemId).toBe(TATTERSALL);
  });

  it('leaves another user’s visit to its own tab', async () => {
    const { leaveForTheBank, load, comeBack } = createBrowser();
    await leaveForTheBank(1, PLATYPUS);
    load(2, null, { scope: 'user-2' });
    expect((await comeBack(1)).host.link.itemId).toBe(PLATYPUS);
  });

  it('trips over nothing that others have written', async () => {
    const { load, write } = createBrowser();
    const visit = { scope: 'user-1', ...repairOf(PLATYPUS), token: 'link-1', expires_at: 8e15 };
    const texts = ['', '{', 'null', '[]', '{"version":1}', JSON.stringify({ version: 2, ...visit })];
    texts.push(JSON.stringify({ version: 1, ...visit, target: { item_id: '../other' } }));
    for (const [index, text] of texts.entries()) write(1, `note-${index}`, text);
    const { host, events } = load(1, RETURN);
    await settled();
    expect([host.links, events]).toEqual([[], []]);
  });
});

describe('a visit that can not go on', () => {
  it('S17: because its token expired while the user was at the bank says so, and the server is asked', async () => {
    const { clock, leaveForTheBank, load, kept } = createBrowser();
    await leaveForTheBank(1, PLATYPUS);
    await clock.pass(30 * MINUTE);
    const page = load(1, RETURN);
    await settled();
    expect(page.host.links).toEqual([]);
    expect(page.session(PLATYPUS)).toMatchObject({ status: 'failed', error: { code: 'link_token_expired' } });
    expect(outcomes(page)).toEqual(['unknown']);
    expect([kept(), page.oauthReturn.url]).toEqual([[], null]);
    await page.answer('repaired', platypusLink({ status: 'pending' }));
    expect(page.session(PLATYPUS).status).toBe('repaired');
  });

  it('S17: because Plaid takes its token no longer ends the same way, with no fresh token', async () => {
    const { leaveForTheBank, comeBack, load } = createBrowser();
    for (const isOpen of [true, false]) {
      await leaveForTheBank(1, PLATYPUS);
      const page = isOpen ? await comeBack(1) : load(1, RETURN);
      await settled();
      await page.host.link.exit(exitWith('INVALID_LINK_TOKEN'));
      const error = { code: 'link_token_expired', linkSessionId: 'session-1' };
      expect(page.session(PLATYPUS)).toMatchObject({ status: 'failed', error });
      expect([outcomes(page), page.endpoint.tokenRequests]).toEqual([['unknown'], []]);
    }
  });

  it('because Plaid’s script does not load says so, and the server is asked', async () => {
    const { leaveForTheBank, load, kept } = createBrowser();
    await leaveForTheBank(1, PLATYPUS);
    const page = load(1, RETURN);
    page.client.stop();
    page.ports.linkScript.isSlow = true;
    page.client.start();
    await page.ports.linkScript.fail(new UpdateModeError('script_failed', 'No', { isRetryable: true }));
    expect(page.session(PLATYPUS)).toMatchObject({ status: 'failed', error: { code: 'script_failed' } });
    expect([outcomes(page), kept(), page.oauthReturn.url]).toEqual([['unknown'], [], null]);
  });

  it('is removed with the next page, once its half hour is over', async () => {
    const { clock, leaveForTheBank, load, kept, endPage } = createBrowser();
    await leaveForTheBank(1, PLATYPUS);
    load(2);
    await settled();
    expect(kept()).toHaveLength(1);
    endPage(1);
    await clock.pass(30 * MINUTE);
    load(2);
    await settled();
    expect(kept()).toEqual([]);
  });
});
