import { createRequestKey } from '../../src/protocol/linkToken.js';
import { checkAlways } from './invariants.js';
import type { ModelProvider } from './modelPage.js';
import type { ModelWorld } from './modelWorld.js';
import { REQUESTS_OF, USERS } from './requests.js';
import { findVisit, isListening } from './whereabouts.js';

const HOUR = 3_600_000;

/** All is well again: the network, the server, the storage, the clock. Each user comes back once, and looks. */
export async function heal(world: ModelWorld, areTabsGone: boolean): Promise<void> {
  const { network, browser, time } = world;
  for (const kind of ['report', 'token', 'list'] as const) network.change(kind, null);
  network.isOnline = true;
  browser.mood = 'open';
  browser.areEventsHeld = false;
  time.setDevice(0);
  for (const held of network.held.splice(0)) held.release(false);
  for (const page of world.alive()) {
    page.script.mood = 'fast';
    page.script.arrive();
    if (areTabsGone) page.kill();
  }
  const tabs = new Set(world.alive().map(({ tab }) => tab));
  for (const tab of [...browser.ofTabs.keys()]) if (!tabs.has(tab)) browser.closeTab(tab);
  for (const user of USERS) {
    network.user = user;
    const page = world.openPage(user);
    await lookAround(world);
    for (const { client } of world.providers().filter(({ scope }) => scope === user)) {
      for (const { id, state } of client.outbox.undelivered.getSnapshot().reports) {
        if (state === 'refused') client.outbox.sendAgain(id);
      }
    }
    await lookAround(world);
    await lookAround(world);
    checkHealed(world, user);
    await findBeyondKeeping(world, user, page.providers[0]);
  }
  for (const page of world.alive()) checkTimers(world, page.clock.timers, page.providers);
}

async function lookAround(world: ModelWorld): Promise<void> {
  for (const page of world.alive()) {
    page.look();
    for (const provider of page.providers) if (provider.isMounted) void provider.readList();
  }
  await world.pass(HOUR);
  checkAlways(world);
}

function checkHealed(world: ModelWorld, user: string): void {
  for (const visit of world.visits) {
    if (visit.scope !== user || visit.isBeyondKeeping) continue;
    const where = findVisit(world, visit);
    // In the memory, or in the own storage, of a tab that is another user's by now.
    if ((where === 'waiting' || where === 'noted') && visit.isStorageGone && !isListening(visit)) {
      visit.isBeyondKeeping = true;
      continue;
    }
    world.count(`in the end ${where}`);
    if (where === 'waiting' || where === 'noted' || where === 'lost') {
      world.complain(`All is well again, and ${visit.sessionId} is ${where}.`);
    }
  }
  for (const { scope, request, reportsBefore } of world.deserted) {
    const isAsked = [...world.written.values()].slice(reportsBefore).some(({ scope: whose, report }) => {
      return whose === scope && createRequestKey(report) === createRequestKey(request);
    });
    if (scope === user) world.count('deserted');
    const isGoneOnWith = world.providers().some(({ client }) => {
      const mounted = client.coordinator.mountedLink.getSnapshot();
      const isReturned = mounted?.receivedRedirectUri !== undefined;
      return isReturned && createRequestKey(mounted.request) === createRequestKey(request);
    });
    if (scope === user && !isAsked && !isGoneOnWith)
      world.complain(`Nobody has asked about ${createRequestKey(request)}.`);
  }
  for (const [key] of world.browser.reports) {
    if (key.startsWith(`${user} `)) world.complain(`All is well again, and ${key} still stands in the storage.`);
  }
  for (const provider of world.providers().filter(({ scope }) => scope === user)) checkSessions(world, provider);
}

/** No session hangs for ever, and none calls repaired what the list calls broken. */
function checkSessions(world: ModelWorld, { client, host, scope }: ModelProvider): void {
  for (const request of REQUESTS_OF[scope] ?? []) {
    const session = client.session(request).getSnapshot();
    const key = createRequestKey(request);
    const isLinkOpen = !host.isEmpty && host.link.opens > 0;
    if (session.status === 'launching' || session.status === 'confirming') {
      world.complain(`All is well again, and ${key} is ${session.status}.`);
    }
    if (session.status === 'open' && !isLinkOpen) world.complain(`${key} is open, and there is no Link.`);
    const isBroken = world.server.itemsOf(scope, request.target).some((item) => item.isBroken);
    if (session.status === 'repaired' && isBroken && 'item_id' in request.target && request.purpose === 'repair') {
      world.complain(`${key} is called repaired, and Plaid says that it is broken.`);
    }
  }
}

/**
 * What no client could keep is found by asking: the list still shows the Item as broken, its user presses the button,
 * Link has nothing to mend, and the server is asked.
 */
async function findBeyondKeeping(world: ModelWorld, user: string, provider?: ModelProvider): Promise<void> {
  if (!provider) return;
  for (const item of world.server.items) {
    const isLost = world.visits.some((visit) => {
      return visit.isBeyondKeeping && visit.scope === user && isOf(visit.request.target, item.id);
    });
    if (!isLost || item.owner !== user || item.isBroken || item.isActive) continue;
    world.count('found by asking');
    const { link } = provider.client.item(item.id).getSnapshot();
    if (link?.status !== 'erroring') world.complain(`Nobody knows of ${item.id}, and no page shows it.`);
    provider.client.item(item.id).session('repair').launch({});
    await world.settle();
    if (provider.host.isEmpty) return world.complain(`Nobody knows of ${item.id}, and Link can't be opened.`);
    await provider.host.link.ready();
    await provider.host.link.exit();
    await world.pass(HOUR);
    if (!item.isActive) world.complain(`${item.id} works at Plaid, its user came back, and Heron does not know.`);
  }
}

function isOf(target: object, itemId: string): boolean {
  return 'user' in target || ('item_id' in target && target.item_id === itemId);
}

/** Of a page on which nothing goes on. */
function checkTimers(world: ModelWorld, timers: number, providers: readonly ModelProvider[]): void {
  const isQuiet = providers.every(({ host, client }) => {
    return host.isEmpty && client.outbox.undelivered.getSnapshot().reports.length === 0;
  });
  if (isQuiet && timers > 0) world.complain(`Nothing goes on any more, and ${timers} timers run.`);
}
