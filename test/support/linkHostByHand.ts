import type { LinkCoordinator } from '../../src/core/linkCoordinator.js';
import type { LinkExit } from '../../src/core/mountedLink.js';
import { readItemId } from '../../src/protocol/target.js';
import { settled } from './clockByHand.js';

/** One Link as the host has mounted it. Its words can also be said late, when it is gone. */
export interface LinkByHand {
  readonly key: string;
  readonly itemId: string | null;
  readonly token: string;
  readonly receivedRedirectUri: string | undefined;
  readonly opens: number;
  readonly isAlive: boolean;
  /** Plaid's handler is there to be opened. */
  ready(): Promise<void>;
  /** Plaid's frame gives a sign of life. */
  speak(): Promise<void>;
  succeed(linkSessionId?: string): Promise<void>;
  exit(exit?: Partial<LinkExit>): Promise<void>;
  crash(cause: unknown): Promise<void>;
}

/** Counts the Links that are alive; given to several hosts, those of a whole page. */
export interface LinkCount {
  alive: number;
  most: number;
}

/** Does what `LinkHost` does, with the test as Plaid. */
export interface LinkHostByHand {
  readonly links: readonly LinkByHand[];
  /** The Link that is mounted. Fails where there is none. */
  readonly link: LinkByHand;
  readonly isEmpty: boolean;
  readonly count: LinkCount;
  /** Keeps what should go from going, until the answer is called. */
  holdUnmounting(): () => Promise<void>;
  /** Has what `handler.open()` does. */
  onOpen: (() => void) | null;
  /** Takes the host's effects down and puts them up again in one go, as StrictMode does. */
  remountAtOnce(): Promise<void>;
  /** The component leaves the page. */
  unmount(): Promise<void>;
}

export function createLinkHostByHand(
  { mountedLink, host }: LinkCoordinator,
  count: LinkCount = { alive: 0, most: 0 },
): LinkHostByHand {
  type Made = LinkByHand & { isAlive: boolean; opens: number };
  const links: Made[] = [];
  let current: Made | null = null;
  let isHeld = false;

  function mount(): void {
    const mounted = mountedLink.getSnapshot();
    if (!mounted) return;
    const { key, request, token, receivedRedirectUri } = mounted;
    const link: Made = {
      key,
      itemId: readItemId(request.target),
      token,
      receivedRedirectUri,
      opens: 0,
      isAlive: true,
      ready() {
        const open = () => {
          link.opens += 1;
          byHand.onOpen?.();
        };
        host.ready(key, { open });
        return settled();
      },
      speak() {
        host.alive(key);
        return settled();
      },
      succeed(linkSessionId) {
        host.succeeded(key, linkSessionId);
        return settled();
      },
      exit(exit) {
        host.exited(key, { error: null, linkSessionId: undefined, ...exit });
        return settled();
      },
      crash(cause) {
        host.crashed(key, cause);
        return settled();
      },
    };
    links.push(link);
    current = link;
    appear(link);
  }

  function appear(link: Made): void {
    link.isAlive = true;
    count.alive += 1;
    count.most = Math.max(count.most, count.alive);
    host.mounted(link.key);
  }

  function disappear(link: Made): void {
    link.isAlive = false;
    count.alive -= 1;
    host.unmounted(link.key);
  }

  function render(): void {
    if (isHeld || current?.key === mountedLink.getSnapshot()?.key) return;
    const gone = current;
    current = null;
    if (gone) disappear(gone);
    mount();
  }

  const stop = mountedLink.subscribe(() => queueMicrotask(render));

  const byHand: LinkHostByHand = {
    links,
    get link() {
      if (!current) throw new Error('No Link is mounted.');
      return current;
    },
    get isEmpty() {
      return current === null;
    },
    count,
    onOpen: null,
    holdUnmounting() {
      isHeld = true;
      return () => {
        isHeld = false;
        render();
        return settled();
      };
    },
    remountAtOnce() {
      if (current) {
        disappear(current);
        appear(current);
      }
      return settled();
    },
    unmount() {
      stop();
      const gone = current;
      current = null;
      if (gone) disappear(gone);
      return settled();
    },
  };
  return byHand;
}
