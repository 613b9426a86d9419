import { createRequestKey, type LinkTokenRequest } from '../protocol/linkToken.js';
import { createLinkAttempt, type LinkAttempt, type ResumedLink } from './linkAttempt.js';
import type { LinkTokens } from './linkTokens.js';
import type { LinkVisit } from './linkVisit.js';
import type { LinkHostEvents, MountedLink } from './mountedLink.js';
import type { Ports } from './ports.js';
import { createStore, type ReadableStore } from './store.js';

export interface LinkCoordinator {
  readonly mountedLink: ReadableStore<MountedLink | null>;
  readonly host: LinkHostEvents;
  /** Fetches all that a launch needs, as far as that changes nothing that the user sees. Never fails. */
  prepare(request: LinkTokenRequest): void;
  /** Whether a launch would open Link: not while one is open anywhere on the page. */
  canLaunch(): boolean;
  /** Opens Link. The visit is told at once that it is superseded where one is open. */
  launch(request: LinkTokenRequest, visit: LinkVisit): void;
  /** Opens Link where a visit of an earlier page goes on. */
  resume(request: LinkTokenRequest, resumed: ResumedLink, visit: LinkVisit): void;
  /** The token at hand has gone into a visit elsewhere. */
  spendToken(request: LinkTokenRequest): void;
  /** Ends that launch or visit for the user: Link closes if it is open. */
  cancel(request: LinkTokenRequest): void;
  /** Gives up what is not open yet. An open Link is its host's to close. */
  stop(): void;
}

/**
 * Keeps the page to one Link: the newest intent has the one hidden handler, the newest click opens it, and
 * while it is open nothing else launches.
 */
export function createLinkCoordinator(tokens: LinkTokens, ports: Ports): LinkCoordinator {
  const mountedLink = createStore<MountedLink | null>(null);
  let current: LinkAttempt | null = null;

  function begin(request: LinkTokenRequest, resumed?: ResumedLink): LinkAttempt {
    void current?.giveWay();
    current = createLinkAttempt({ request, tokens, ports, mountedLink, resumed });
    return current;
  }

  function open(attempt: LinkAttempt, visit: LinkVisit): void {
    attempt.promote(visit);
    void attempt.start();
  }

  function isCurrent(request: LinkTokenRequest): boolean {
    return current !== null && createRequestKey(current.request) === createRequestKey(request);
  }

  function usable(request: LinkTokenRequest): LinkAttempt | null {
    return isCurrent(request) && current?.isUsable() ? current : null;
  }

  /** By key, because a Link that has been replaced still reports that it is gone. */
  const attempts = new Map<string, LinkAttempt>();
  mountedLink.subscribe(() => {
    const mounted = mountedLink.getSnapshot();
    if (!mounted || !current) return;
    for (const [key, attempt] of attempts) if (attempt.isDone(key)) attempts.delete(key);
    attempts.set(mounted.key, current);
  });

  function mounted(key: string): LinkAttempt | undefined {
    const attempt = attempts.get(key);
    return attempt?.isFor(key) ? attempt : undefined;
  }

  return {
    mountedLink,
    host: {
      mounted: (key) => mounted(key)?.mounted(),
      ready: (key, handler) => mounted(key)?.ready(handler),
      alive: (key) => mounted(key)?.alive(),
      succeeded: (key, linkSessionId) => mounted(key)?.succeeded(linkSessionId),
      exited: (key, exit) => mounted(key)?.exited(exit),
      crashed: (key, cause) => mounted(key)?.crashed(cause),
      unmounted: (key) => attempts.get(key)?.unmounted(),
    },
    prepare(request) {
      if (ports.linkLock.isOpen() || usable(request)) return;
      if (current && !current.isOver() && current.hasVisit()) return;
      void begin(request).start();
    },
    canLaunch: () => !ports.linkLock.isOpen(),
    launch(request, visit) {
      if (ports.linkLock.isOpen()) return visit.superseded();
      const prepared = usable(request);
      if (prepared) return prepared.promote(visit);
      open(begin(request), visit);
    },
    resume(request, resumed, visit) {
      if (ports.linkLock.isOpen()) return visit.superseded();
      open(begin(request, resumed), visit);
    },
    spendToken: tokens.use,
    cancel(request) {
      if (isCurrent(request) && current?.hasVisit()) current.cancel();
    },
    stop: () => current?.abandon(),
  };
}
