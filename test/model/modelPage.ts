import { createLinkLock } from '../../src/browser/linkLock.js';
import { createPageState } from '../../src/browser/pageState.js';
import { createUpdateModeClient, type UpdateModeClient } from '../../src/core/client.js';
import { UpdateModeError } from '../../src/core/errors.js';
import type { Ports } from '../../src/core/ports.js';
import type { IntegrationLink } from '../../src/protocol/integrationLink.js';
import { createRequestKey, type LinkTokenRequest } from '../../src/protocol/linkToken.js';
import { createLinkHostByHand, type LinkByHand, type LinkHostByHand } from '../support/linkHostByHand.js';
import { createOAuthReturnByHand } from '../support/oauthReturnByHand.js';
import type { BrowserPage } from './modelBrowser.js';
import type { PageClock } from './modelTime.js';
import type { ModelWorld } from './modelWorld.js';

/** One mounted `UpdateModeProvider`. */
export interface ModelProvider {
  readonly scope: string;
  readonly page: ModelPage;
  readonly client: UpdateModeClient;
  host: LinkHostByHand;
  isMounted: boolean;
  /** Whether it was stopped and started again: what was gone then counts as removed on purpose. */
  hasBeenAway: boolean;
  /** Links whose user has seen the end. */
  readonly ended: Set<LinkByHand>;
  readList(): Promise<void>;
  unmount(isHostFirst: boolean): void;
  /** The same one is there again, as React's Activity has it. */
  show(): void;
  restart(): void;
}

export interface ModelPage extends BrowserPage {
  readonly clock: PageClock;
  readonly providers: ModelProvider[];
  readonly count: { alive: number; most: number };
  readonly script: { mood: 'fast' | 'slow' | 'blocked'; arrive(): void };
  isScrollLocked: boolean;
  /** What is left of the address that a bank has sent the user back to. */
  readonly url: string | null;
  mount(scope: string): ModelProvider;
  /** The user comes back to the page, or its network does. */
  look(): void;
  /** Gone in one moment: it says, writes, sends and hears nothing more. */
  kill(): void;
}

const SCRIPT_LIMIT_MS = 15_000;

let pages = 0;

export function createModelPage(world: ModelWorld, tab: number, url: string | null): ModelPage {
  const { browser, network, time } = world;
  const name = `page-${++pages}`;
  const isDead = () => !page.isAlive;
  const clock = time.page(isDead);
  const locks = world.locks.page();
  const pageState = createPageState();
  const oauthReturn = createOAuthReturnByHand(url);
  const returns = new Set<() => void>();
  const looks = new Set<() => void>();
  let waiting: (() => void)[] = [];
  let loading: Promise<void> | null = null;
  let ids = 0;

  const page: ModelPage = {
    tab,
    isAlive: true,
    kept: new Map(),
    visits: new Set(),
    clock,
    providers: [],
    count: { alive: 0, most: 0 },
    isScrollLocked: false,
    get url() {
      return oauthReturn.url;
    },
    script: {
      mood: 'fast',
      arrive() {
        for (const arrived of waiting.splice(0)) arrived();
      },
    },
    mount(scope) {
      const provider = createProvider(scope);
      page.providers.push(provider);
      provider.client.start();
      void provider.readList();
      return provider;
    },
    look() {
      for (const told of [...returns, ...looks]) told();
    },
    kill() {
      for (const provider of page.providers) world.desert(provider);
      page.isAlive = false;
      locks.die();
      page.count.alive = 0;
      waiting = [];
    },
  };

  function loadScript(): Promise<void> {
    const failure = () => new UpdateModeError('script_failed', 'Plaid’s script did not load.', { isRetryable: true });
    if (page.script.mood === 'fast') return Promise.resolve();
    if (page.script.mood === 'blocked') return Promise.reject(failure());
    // As the real one: once for the page, and anew after a failure.
    loading ??= new Promise<void>((resolve, reject) => {
      const cancelTimer = clock.schedule(() => reject(failure()), SCRIPT_LIMIT_MS);
      waiting.push(() => {
        cancelTimer();
        resolve();
      });
    }).finally(() => (loading = null));
    return loading;
  }

  function createPorts(): Ports {
    const listen = (to: Set<() => void>) => (callback: () => void) => {
      // The same callback given twice is two subscriptions.
      const entry = () => page.isAlive && callback();
      to.add(entry);
      return () => void to.delete(entry);
    };
    return {
      clock,
      oauthReturn,
      visitStorage: browser.visitStorage(page),
      outboxStorage: world.watched(browser.outboxStorage(page)),
      // Nobody dismisses anything in the model.
      tabLocks: locks,
      linkScript: { load: loadScript },
      linkLock: createLinkLock(() => pageState),
      scrollLock: { isLocked: () => page.isScrollLocked },
      connectivity: { isOnline: () => network.isOnline, onReturn: listen(returns) },
      attention: { onReturn: listen(looks) },
      random: () => 0.5,
      createId: () => `${name}-${++ids}`,
    };
  }

  function createProvider(scope: string): ModelProvider {
    let listed: readonly IntegrationLink[] = [];
    let reading = 0;
    let isReading = false;
    /** What the server's last word on the Item was, and whether it has called the request done since its last visit began. */
    const healthy = new Map<string, boolean>();
    const done = new Set<string>();
    const endpoint = network.endpoint({
      scope,
      isAlive: () => page.isAlive,
      onReport: (report, key) => world.noteSent(scope, report, key),
      onToken: (token) => void world.madeAt.set(token, clock.now()),
      onAnswer(report, answer) {
        for (const link of answer.integration_links) healthy.set(link.item_id, !link.error);
        if (answer.result === 'repaired' && answer.integration_links.every((link) => !link.error)) {
          done.add(createRequestKey(report));
        }
      },
    });
    const client = createUpdateModeClient({
      endpoint,
      scope,
      ports: createPorts(),
      mergeIntoList(links) {
        // A reading that began before the answer would bring back the state before the repair.
        if (isReading) void provider.readList();
        show(listed.map((link) => links.find(({ item_id }) => item_id === link.item_id) ?? link));
      },
      refetchList: () => void provider.readList(),
    });
    client.onEvent((event) => {
      if (event.type !== 'session') return;
      const request: LinkTokenRequest = { target: event.target, purpose: event.purpose };
      const key = createRequestKey(request);
      const { state } = event;
      if (state.status === 'launching') done.delete(key);
      if (state.status !== 'repaired') return;
      world.count('repaired');
      const isHealed = event.itemId !== null && healthy.get(event.itemId) === true;
      const isSaid = done.has(key) || (state.by === 'elsewhere' && isHealed);
      if (!isSaid) world.complain(`${key} is repaired by ${state.by} on ${name}, and no server has said so.`);
    });

    function show(links: readonly IntegrationLink[]): void {
      listed = links;
      if (provider.isMounted) client.setList({ status: 'success', links, error: null });
    }

    const provider: ModelProvider = {
      scope,
      page,
      client,
      host: createLinkHostByHand(client.coordinator, page.count),
      isMounted: true,
      hasBeenAway: false,
      ended: new Set(),
      async readList() {
        const mine = ++reading;
        isReading = true;
        try {
          const { integration_links } = await endpoint.listIntegrationLinks({ signal: new AbortController().signal });
          if (mine !== reading || !provider.isMounted) return;
          for (const link of integration_links) healthy.set(link.item_id, !link.error);
          show(integration_links);
        } catch {
          // What was read last stays.
        } finally {
          if (mine === reading) isReading = false;
        }
      },
      unmount(isHostFirst) {
        world.desert(provider);
        provider.isMounted = false;
        if (isHostFirst) void provider.host.unmount();
        client.stop();
        if (!isHostFirst) void provider.host.unmount();
      },
      show() {
        provider.isMounted = true;
        world.hasAnybodyComeBack = true;
        provider.hasBeenAway = true;
        provider.host = createLinkHostByHand(client.coordinator, page.count);
        client.start();
        void provider.readList();
      },
      restart() {
        world.hasAnybodyComeBack = true;
        provider.hasBeenAway = true;
        client.stop();
        void provider.host.remountAtOnce();
        client.start();
      },
    };
    return provider;
  }

  return page;
}
