import fc from 'fast-check';
import { pick } from './command.js';
import { anyOne, event } from './event.js';
import type { StorageMood } from './modelBrowser.js';
import type { ModelWorld } from './modelWorld.js';
import { REQUESTS_OF, USERS } from './requests.js';

const MOST_PAGES = 4;

const RETURN_URL = 'https://app.test/banks?oauth_state_id=1';

/** What happens to pages, tabs, their storage and who is signed in. */
export const tabEvents = [
  event(3, 'openTab', [], (world) => open(world)),
  event(3, 'killTab', [anyOne], (world, which) => {
    const page = pick(world.alive(), which);
    page?.kill();
    if (page) world.browser.closeTab(page.tab);
    return page !== undefined;
  }),
  event(4, 'reload', [anyOne], (world, which) => {
    const page = pick(world.alive(), which);
    if (!page) return false;
    page.kill();
    return open(world, { tab: page.tab, url: page.url });
  }),
  event(1, 'duplicateTab', [anyOne], (world, which) => {
    const page = pick(world.alive(), which);
    if (!page || world.alive().length >= MOST_PAGES) return false;
    const tab = world.newTab();
    world.browser.duplicateTab(page.tab, tab);
    return open(world, { tab, url: page.url });
  }),
  event(1, 'mountAnother', [anyOne], (world, which) => {
    const page = pick(world.alive(), which);
    const [first, ...others] = page?.providers.filter(({ isMounted }) => isMounted) ?? [];
    if (!page || !first || others.length > 0) return false;
    page.mount(first.scope);
    return true;
  }),
  event(1, 'unmount', [anyOne, fc.boolean()], (world, which, isHostFirst) => {
    const provider = pick(world.providers(), which);
    provider?.unmount(isHostFirst);
    return provider !== undefined;
  }),
  event(2, 'mount', [anyOne], (world, which) => {
    const page = pick(
      world.alive().filter(({ providers }) => providers.every(({ isMounted }) => !isMounted)),
      which,
    );
    if (!page || world.network.user === null) return false;
    page.mount(world.network.user);
    return true;
  }),
  event(2, 'show', [anyOne], (world, which) => {
    const hidden = world.alive().flatMap(({ providers }) => {
      const isOther = providers.some(({ isMounted }) => isMounted);
      return isOther ? [] : providers.filter(({ scope }) => scope === world.network.user);
    });
    const provider = pick(hidden, which);
    provider?.show();
    return provider !== undefined;
  }),
  event(1, 'restart', [anyOne], (world, which) => {
    const provider = pick(world.providers(), which);
    provider?.restart();
    return provider !== undefined;
  }),
  event(1, 'launchWhileReactIsBusy', [anyOne, anyOne], async (world, which, target) => {
    const provider = pick(world.providers(), which);
    const request = provider && pick(REQUESTS_OF[provider.scope] ?? [], target);
    if (!request) return false;
    const goOn = provider.host.holdUnmounting();
    provider.client.session(request).launch({});
    await world.settle();
    await goOn();
    return true;
  }),
  event(1, 'lockScroll', [anyOne, fc.boolean()], (world, which, isLocked) => {
    const page = pick(world.alive(), which);
    if (page) page.isScrollLocked = isLocked;
    return page !== undefined;
  }),
  event(3, 'setStorage', [fc.constantFrom<StorageMood>('open', 'tab alone', 'closed')], (world, mood) => {
    world.browser.mood = mood;
    world.browser.hasBeenSpoiled = true;
  }),
  event(1, 'emptyStorage', [], (world) => {
    world.noteStorageGone();
    world.browser.empty();
  }),
  event(1, 'holdStorageEvents', [], ({ browser }) => {
    browser.areEventsHeld = true;
    browser.haveEventsBeenHeld = true;
  }),
  event(3, 'leaveForBank', [anyOne], (world, which) => {
    const left = pick(
      world.providers().filter(({ host }) => !host.isEmpty && host.link.opens > 0),
      which,
    );
    if (!left) return false;
    left.page.kill();
    world.atBank.push({ tab: left.page.tab });
    return true;
  }),
  event(3, 'returnFromBank', [anyOne, fc.boolean(), fc.boolean()], (world, which, isSameTab, isByBackButton) => {
    const left = pick(world.atBank, which);
    if (!left) return false;
    world.atBank = world.atBank.filter((other) => other !== left);
    const isFree = world.alive().every(({ tab }) => tab !== left.tab);
    const url = isByBackButton ? null : RETURN_URL;
    return open(world, isSameTab && isFree ? { tab: left.tab, url } : { url });
  }),
  event(2, 'signIn', [anyOne, fc.constantFrom(...USERS), fc.boolean()], (world, which, user, isReloaded) => {
    const page = pick(world.alive(), which);
    world.network.user = user;
    if (!page) return open(world);
    if (isReloaded) {
      page.kill();
      return open(world, { tab: page.tab });
    }
    if (page.providers.some(({ isMounted, scope }) => isMounted && scope === user)) return true;
    for (const provider of page.providers) if (provider.isMounted) provider.unmount(false);
    page.mount(user);
    return true;
  }),
  event(1, 'signOut', [fc.boolean()], (world, isForgotten) => {
    const { user } = world.network;
    if (user === null) return false;
    world.network.user = null;
    if (!isForgotten) return true;
    world.noteDiscarded((id, scope) => scope === user && world.browser.reports.has(`${scope} ${id}`));
    for (const visit of world.visits) if (visit.scope === user) visit.isDiscarded = true;
    world.deserted = [];
    world.browser.forget(user);
    return true;
  }),
];

function open(world: ModelWorld, at: { tab?: number; url?: string | null } = {}): boolean {
  const { user } = world.network;
  if (user === null || world.alive().length >= MOST_PAGES) return false;
  world.openPage(user, at);
  return true;
}
