import type { LinkTokenRequest } from '../protocol/linkToken.js';
import { findHostedLink } from './hostedLink.js';
import { asLinkError, createLinkFailure, createLinkTimeout, createTokenExpired } from './linkErrors.js';
import { createLinkMount } from './linkMount.js';
import type { LinkToken, LinkTokens } from './linkTokens.js';
import type { LinkVisit } from './linkVisit.js';
import type { LinkExit, LinkHandler, MountedLink } from './mountedLink.js';
import type { LinkLease, Ports } from './ports.js';
import type { Store } from './store.js';

/** What it takes to go on with a visit that began on an earlier page. */
export interface ResumedLink {
  token: LinkToken;
  receivedRedirectUri: string;
}

export interface LinkAttemptContext {
  request: LinkTokenRequest;
  tokens: LinkTokens;
  ports: Ports;
  mountedLink: Store<MountedLink | null>;
  resumed?: ResumedLink | undefined;
}

export type LinkAttempt = ReturnType<typeof createLinkAttempt>;

/** Plaid's frame may load slowly; past this it is not coming. */
const SIGN_OF_LIFE_LIMIT_MS = 30_000;
/**
 * One way into Link: from the first intent, through the hidden handler, to the end of the visit. It is over
 * once and then deaf, so a late callback of its Link reaches nobody.
 */
export function createLinkAttempt({ request, tokens, ports, mountedLink, resumed }: LinkAttemptContext) {
  const { clock, linkLock, linkScript, scrollLock } = ports;
  let visit: LinkVisit | null = null;
  let token: LinkToken | null = null;
  let lease: LinkLease | null = null;
  let handler: LinkHandler | null = null;
  let isOver = false;
  let isOpen = false;
  let isAlive = false;
  let hasRetriedToken = false;
  let cancelTimer = () => {};
  const place = createLinkMount(mountedLink, () => end((told) => (isOpen ? told.lost() : told.superseded())));

  async function start(): Promise<void> {
    try {
      const [fetched] = await Promise.all([resumed?.token ?? tokens.get(request), linkScript.load()]);
      if (isOver) return;
      token = fetched;
      // Link saves the page's overflow when it is made: made under an open dialog, it would restore the dialog's.
      if (visit === null && scrollLock.isLocked()) return end();
      await mount(fetched);
    } catch (cause) {
      const error = asLinkError(cause);
      const hosted =
        error.code === 'script_failed' && visit && !resumed ? await findHostedLink(request, tokens, clock) : undefined;
      end((told) => told.failed(error, hosted));
    }
  }

  async function mount(fetched: LinkToken): Promise<void> {
    if (visit) limitSilence();
    const granted = await linkLock.acquire({ isLaunched: () => visit !== null && !isOver, release: giveWay });
    if (isOver) return granted?.end();
    if (granted === null) return end((told) => told.superseded());
    lease = granted;
    const receivedRedirectUri = resumed?.receivedRedirectUri;
    place.put({ key: ports.createId(), request, token: fetched.value, receivedRedirectUri });
    if (!visit) cancelTimer = clock.schedule(() => end(), fetched.expiresAt - clock.now());
  }

  function limitSilence(): void {
    cancelTimer();
    cancelTimer = clock.schedule(() => end((told) => told.failed(createLinkTimeout())), SIGN_OF_LIFE_LIMIT_MS);
  }

  function open(): void {
    if (isOver || !visit || !handler || !token || isOpen) return;
    isOpen = true;
    lease?.setOpen();
    if (!resumed) tokens.use(request);
    visit.opening(token);
    try {
      handler.open();
    } catch (cause) {
      return crashed(cause);
    }
    if (isAlive) tellOpened();
  }

  function tellOpened(): void {
    cancelTimer();
    visit?.opened();
  }

  function end(tell?: (told: LinkVisit) => void): void {
    if (isOver) return;
    isOver = true;
    cancelTimer();
    place.takeDown();
    const held = lease;
    void place.whenDown().then(() => held?.end());
    if (visit && tell) tell(visit);
  }

  async function giveWay(): Promise<void> {
    end((told) => told.superseded());
    await place.whenDown();
  }

  async function retryWithFreshToken(): Promise<void> {
    const held = lease;
    hasRetriedToken = true;
    handler = null;
    isOpen = false;
    isAlive = false;
    cancelTimer();
    // From here on nobody listens to the refused Link, and its place is anybody's: nothing is on the screen.
    place.forget();
    lease = null;
    visit?.tokenRefused();
    await place.whenDown();
    held?.end();
    if (!isOver) await start();
  }

  function crashed(cause: unknown): void {
    if (isOver) return;
    // Plaid may have choked on the token.
    tokens.drop(request);
    end((told) => told.failed(createLinkFailure('Plaid Link could not be made.', cause)));
  }

  return {
    request,
    start,
    giveWay,
    cancel(): void {
      // What was asked to open and has not yet shown a sign of life was never left by anybody.
      const isOnScreen = isOpen && isAlive;
      end((told) => (isOnScreen ? told.exited({ error: null, linkSessionId: undefined }) : told.superseded()));
    },
    hasVisit: () => visit !== null,
    isOver: () => isOver,
    isFor: place.isFor,
    /** Whether the Link with that key is of no more use and not on the page. */
    isDone: (key: string) => !place.isUp() && (isOver || !place.isFor(key)),
    /** Ends what the user does not see yet. */
    abandon(): void {
      if (!isOpen) end((told) => told.stopped());
    },
    /** Whether a click could still use what was fetched. */
    isUsable: () => !isOver && (token === null || token.expiresAt > clock.now()),
    /** Turns a preparation into a launch, or begins as one. */
    promote(launched: LinkVisit): void {
      visit = launched;
      if (token !== null) limitSilence();
      open();
    },
    mounted: place.mounted,
    unmounted: place.unmounted,
    ready(made: LinkHandler): void {
      handler = made;
      open();
    },
    alive(): void {
      if (isAlive || isOver) return;
      isAlive = true;
      if (isOpen) tellOpened();
    },
    succeeded(linkSessionId: string | undefined): void {
      end((told) => told.succeeded(linkSessionId));
    },
    exited(exit: LinkExit): void {
      if (isOver) return;
      const isRefused = exit.error?.plaidErrorCode === 'INVALID_LINK_TOKEN';
      if (isOpen && !isRefused) return end((told) => told.exited(exit));
      if (resumed)
        return end((told) => (isRefused ? told.failed(createTokenExpired('at_the_bank', exit)) : told.exited(exit)));
      tokens.drop(request);
      if (!isRefused) return end((told) => told.exited(exit));
      if (visit && !hasRetriedToken) return void retryWithFreshToken();
      end((told) => told.failed(createTokenExpired('twice', exit)));
    },
    crashed,
  };
}
