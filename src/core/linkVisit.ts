import type { UpdateModeError } from './errors.js';
import type { HostedLink } from './hostedLink.js';
import type { LinkToken } from './linkTokens.js';
import type { LinkExit } from './mountedLink.js';

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
