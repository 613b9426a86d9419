import { describe, expect, it } from 'vitest';
import { UpdateModeError } from '../../src/core/errors.js';
import { createClientWorld, type ClientWorldOptions } from '../support/clientWorld.js';
import { settled } from '../support/clockByHand.js';
import { tokenAnswer } from '../support/endpointByHand.js';
import { platypusLink, PLATYPUS, repairOf, TATTERSALL } from '../support/links.js';
import { createBrowserByHand } from '../support/visitStorageByHand.js';

const HOSTED = 'https://secure.plaid.com/hl/1';
const MINUTE = 60_000;
const blocked = () => new UpdateModeError('script_failed', 'No', { isRetryable: true });

/** A page whose Plaid script is blocked. */
function createBlockedWorld(options: ClientWorldOptions = {}) {
  const world = createClientWorld({ links: [platypusLink()], ...options });
  const { ports, endpoint, clock } = world;
  ports.linkScript.isSlow = true;
  const session = world.client.session(repairOf(PLATYPUS));

  /** The endpoint's answer to the newest token request. */
  function giveToken(hosted_link_url?: string | null): Promise<void> {
    const answer = {
      ...tokenAnswer('link-1', clock.now()),
      ...(hosted_link_url === undefined ? {} : { hosted_link_url }),
    };
    return endpoint.tokenRequests.at(-1)?.answer(answer) ?? Promise.resolve();
  }

  async function fail(hostedLinkUrl?: string | null): Promise<void> {
    await world.launch(PLATYPUS);
    await giveToken(hostedLinkUrl);
    await ports.linkScript.fail(blocked());
  }

  async function openHosted(): Promise<void> {
    await fail(HOSTED);
    session.openHostedLink(world.launcher);
    await settled();
  }

  return {
    ...world,
    session,
    giveToken,
    state: () => session.getSnapshot(),
    fail,
    openHosted,
    asked: () => endpoint.reports.map(({ request }) => request.outcome),
  };
}

describe('a page that can not load Plaid’s script', () => {
  it('offers Plaid’s own page where the endpoint gave its address', async () => {
    const { fail, state } = createBlockedWorld();
    await fail(HOSTED);
    expect(state()).toMatchObject({ status: 'failed', error: { code: 'script_failed' }, hostedLinkUrl: HOSTED });
  });

  it('offers it also where the token comes a moment after the failure', async () => {
    const { launch, ports, giveToken, clock, state } = createBlockedWorld();
    await launch(PLATYPUS);
    await ports.linkScript.fail(blocked());
    expect(state().status).toBe('launching');
    await clock.pass(1_000);
    await giveToken(HOSTED);
    expect(state()).toMatchObject({ status: 'failed', hostedLinkUrl: HOSTED });
  });

  it('offers it again where a second attempt fails too', async () => {
    const { fail, state, endpoint } = createBlockedWorld();
    await fail(HOSTED);
    await fail();
    expect(state()).toMatchObject({ status: 'failed', hostedLinkUrl: HOSTED });
    expect(endpoint.tokenRequests).toHaveLength(1);
  });

  it('offers nothing where the endpoint gave no address', async () => {
    for (const none of [undefined, null]) {
      const { fail, state, session } = createBlockedWorld();
      await fail(none);
      expect(state().status).toBe('failed');
      expect(state()).not.toMatchObject({ hostedLinkUrl: expect.anything() });
      session.openHostedLink({});
      expect(state().status).toBe('failed');
    }
  });

  it('offers nothing for a failure of another kind', async () => {
    const { launch, giveToken, ports, host, state } = createBlockedWorld();
    await launch(PLATYPUS);
    await giveToken(HOSTED);
    await ports.linkScript.arrive();
    await host.link.crash(new Error('Plaid.create threw'));
    expect(state()).toMatchObject({ status: 'failed', error: { code: 'link_failed' } });
    expect(state()).not.toMatchObject({ hostedLinkUrl: HOSTED });
  });
});

describe('a visit on Plaid’s own page', () => {
  it('is open from the click on, and asks nothing before the user comes back', async () => {
    const { openHosted, state, asked, clock, host, client, launcher, events } = createBlockedWorld();
    await openHosted();
    await clock.pass(10 * MINUTE);
    expect(state()).toEqual({ status: 'open', hostedLinkUrl: HOSTED });
    expect([asked(), host.links]).toEqual([[], []]);
    expect(client.coordinator.canLaunch()).toBe(true);
    expect(events.at(-1)).toMatchObject({ state: { status: 'open' }, launcher });
  });

  it('is repaired once the server says so', async () => {
    const { openHosted, state, asked, ports, answer, clock } = createBlockedWorld();
    await openHosted();
    await ports.attention.comeBack();
    expect(asked()).toEqual(['unknown']);
    await answer('repaired', platypusLink({ status: 'pending' }));
    expect(state()).toMatchObject({ status: 'repaired', by: 'user', isVerified: true });
    await ports.attention.comeBack();
    await clock.pass(10 * MINUTE);
    expect(asked()).toEqual(['unknown']);
  });

  it('has failed once the server says that it did not help', async () => {
    const { openHosted, state, ports, answer } = createBlockedWorld();
    await openHosted();
    await ports.attention.comeBack();
    await answer('still_broken', platypusLink());
    expect(state()).toMatchObject({ status: 'failed', error: { code: 'still_broken' } });
  });

  it('is asked after a few times more, then with each return: the user may not be done', async () => {
    const { openHosted, state, asked, ports, answer, clock } = createBlockedWorld();
    await openHosted();
    await ports.attention.comeBack();
    for (const pause of [5_000, 10_000, 15_000, 30_000]) {
      await answer('unchanged', platypusLink());
      expect(state().status).toBe('open');
      const before = asked().length;
      await clock.pass(pause - 1);
      expect(asked()).toHaveLength(before);
      await clock.pass(1);
      expect(asked()).toHaveLength(before + 1);
    }
    await answer('unchanged', platypusLink());
    await clock.pass(5 * MINUTE);
    expect(asked()).toHaveLength(5);
    await ports.attention.comeBack();
    expect(asked()).toHaveLength(6);
  });

  it('is asked after once at a time, however often the user comes and goes', async () => {
    const { openHosted, asked, ports } = createBlockedWorld();
    await openHosted();
    await ports.attention.comeBack();
    await ports.attention.comeBack();
    expect(asked()).toEqual(['unknown']);
  });

  it('is over with its half hour', async () => {
    const { openHosted, state, ports, answer, clock } = createBlockedWorld();
    await openHosted();
    await clock.pass(30 * MINUTE);
    await ports.attention.comeBack();
    await answer('unchanged', platypusLink());
    expect(state()).toEqual({ status: 'exited', error: null });
    expect(clock.waiting).toEqual([]);
  });

  it('ends where the user tries once more on this page, with a fresh token', async () => {
    const { openHosted, launch, giveToken, ports, host, state, asked, endpoint } = createBlockedWorld();
    await openHosted();
    await launch(PLATYPUS);
    expect(state().status).toBe('launching');
    expect(endpoint.tokenRequests).toHaveLength(2);
    await giveToken();
    await ports.linkScript.arrive();
    await host.link.ready();
    await host.link.speak();
    expect(state()).toEqual({ status: 'open' });
    await ports.attention.comeBack();
    expect(asked()).toEqual([]);
  });

  it('hears no late answer once another visit has begun', async () => {
    const { openHosted, launch, ports, answer, state } = createBlockedWorld();
    await openHosted();
    await ports.attention.comeBack();
    await launch(PLATYPUS);
    await answer('still_broken', platypusLink());
    expect(state().status).toBe('launching');
  });

  it('ends where the app gives it up', async () => {
    const { openHosted, session, ports, state, asked } = createBlockedWorld();
    await openHosted();
    session.cancel();
    expect(state()).toEqual({ status: 'exited', error: null });
    await ports.attention.comeBack();
    expect(asked()).toEqual([]);
  });

  it('fails where the server refuses to be asked, and Plaid’s page stays on offer', async () => {
    const { openHosted, ports, endpoint, state, session, asked, launcher } = createBlockedWorld();
    await openHosted();
    await ports.attention.comeBack();
    await endpoint.reports[0]?.fail(new UpdateModeError('report_failed', 'No', { httpStatus: 403 }));
    expect(state()).toMatchObject({ status: 'failed', error: { code: 'report_failed' }, hostedLinkUrl: HOSTED });
    session.openHostedLink(launcher);
    await ports.attention.comeBack();
    expect([state().status, asked().length]).toEqual(['open', 2]);
  });

  it('leaves the page to others: another Link can open meanwhile', async () => {
    const { openHosted, launch, giveToken, ports, host, state, snapshot } = createBlockedWorld();
    await openHosted();
    await launch(TATTERSALL);
    await giveToken();
    await ports.linkScript.arrive();
    await host.link.ready();
    await host.link.speak();
    expect([state().status, snapshot(TATTERSALL).session.status]).toEqual(['open', 'open']);
  });

  it('is asked after when the provider comes back, and not while it is gone', async () => {
    const { openHosted, client, clock, ports, asked } = createBlockedWorld();
    await openHosted();
    client.stop();
    await ports.attention.comeBack();
    await clock.pass(MINUTE);
    expect(asked()).toEqual([]);
    client.start();
    await settled();
    expect(asked()).toEqual(['unknown']);
  });

  it('is asked after by the next page of its tab, where this one is gone', async () => {
    const browser = createBrowserByHand();
    const first = createBlockedWorld({ page: { visitStorage: browser.page(1), idPrefix: 'first-' } });
    await first.openHosted();
    expect(browser.page(1).texts.map((text) => JSON.parse(text))).toMatchObject([
      { ...repairOf(PLATYPUS), token: null },
    ]);
    const { clock } = first;
    const next = createBlockedWorld({ page: { visitStorage: browser.page(1), clock } });
    await settled();
    expect(next.asked()).toEqual(['unknown']);
    expect(browser.page(1).texts).toEqual([]);
  });

  it('leaves nothing in storage when it is over', async () => {
    const { openHosted, ports, answer } = createBlockedWorld();
    await openHosted();
    expect(ports.visitStorage.texts).toHaveLength(1);
    await ports.attention.comeBack();
    await answer('repaired', platypusLink({ status: 'pending' }));
    expect(ports.visitStorage.texts).toEqual([]);
  });
});
