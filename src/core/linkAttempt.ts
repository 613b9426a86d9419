import type { LinkTokenRequest } from '../protocol/linkToken.js';
import { UpdateModeError } from './errors.js';
import { LIFETIME_MS, type LinkToken, type LinkTokens } from './linkTokens.js';
import { createLinkMount } from './linkMount.js';
import type { LinkExit, LinkHandler, MountedLink } from './mountedLink.js';
import type { LinkLease, Ports } from './ports.js';
import type { Store } from './store.js';
import { withTimeLimit } from './timeLimit.js';

/** A page of Plaid's own for a visit, and until when it is there; milliseconds since 1970. */
export interface HostedLink {
  url: string;
  expiresAt: number;
}

/** What it takes to go on with a visit that began on an earlier page. */
export interface ResumedLink {
  token: LinkToken;
  receivedRedirectUri: string;
}

/** What a visit to Link becomes, told to whoever launched it. The last six end it; one of them is told, once. */
export interface LinkVisit {
  /** Link is about to be opened with this token: from now on the user can leave the page in it. */
  opening(token: LinkToken): void;
  /** Link is on the screen. */
  opened(): void;
  /** Plaid refused the token; a fresh one is being fetched. */
  tokenRefused(): void;
  succeeded(linkSessionId: string | undefined): void;
  exited(exit: LinkExit): void;
  /** With `hosted` where nothing but Plaid's script is missing. */
  failed(error: UpdateModeError, hosted?: HostedLink): void;
  /** A newer launch took the place before Link was open, or the user gave it up. */
  superseded(): void;
  /** The provider has left the page before Link was open. */
  stopped(): void;
  /** The page let go of Link while it was open. */
  lost(): void;
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
/** How long a failure waits to be told, for the sake of another way into Link. */
const OTHER_WAY_LIMIT_MS = 3_000;

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
      const hosted = error.code === 'script_failed' && visit && !resumed ? await findHostedLink() : undefined;
      end((told) => told.failed(error, hosted));
    }
  }

  /** The script may have failed at once, and the token be on its way. */
  async function findHostedLink(): Promise<HostedLink | undefined> {
    try {
      const { hostedLinkUrl: url, madeAt } = await withTimeLimit(clock, OTHER_WAY_LIMIT_MS, () => tokens.get(request));
      return url === null ? undefined : { url, expiresAt: madeAt + LIFETIME_MS };
    } catch {
      return undefined;
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
    cancelTimer = clock.schedule(() => {
      end((told) => told.failed(new UpdateModeError('link_timeout', 'Link did not open.', { isRetryable: true })));
    }, SIGN_OF_LIFE_LIMIT_MS);
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
    end((told) =>
      told.failed(new UpdateModeError('link_failed', 'Plaid Link could not be made.', { cause, isRetryable: true })),
    );
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
        return end((told) => (isRefused ? told.failed(linkTokenExpired(exit, AT_THE_BANK)) : told.exited(exit)));
      tokens.drop(request);
      if (!isRefused) return end((told) => told.exited(exit));
      if (visit && !hasRetriedToken) return void retryWithFreshToken();
      end((told) => told.failed(linkTokenExpired(exit, TWICE)));
    },
    crashed,
  };
}

function asLinkError(cause: unknown): UpdateModeError {
  if (UpdateModeError.isInstance(cause)) return cause;
  return new UpdateModeError('link_failed', 'Link could not be prepared.', { cause, isRetryable: true });
}

const TWICE = 'Plaid refused the link token, and a fresh one as well.';
const AT_THE_BANK = 'The link token expired while the user was at the bank.';

function linkTokenExpired({ error, linkSessionId }: LinkExit, message: string): UpdateModeError {
  return new UpdateModeError('link_token_expired', message, {
    cause: error,
    isRetryable: true,
    linkSessionId,
    requestId: error?.requestId,
    plaidErrorType: error?.plaidErrorType,
    plaidErrorCode: error?.plaidErrorCode,
  });
}
