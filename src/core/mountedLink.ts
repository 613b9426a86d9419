import type { LinkTokenRequest } from '../protocol/linkToken.js';
import type { UpdateModeError } from './errors.js';

/** The Link that `LinkHost` is to have mounted. */
export interface MountedLink {
  /** New for each mount: nothing of one Link survives into the next. */
  key: string;
  /** What it is for. */
  request: LinkTokenRequest;
  token: string;
  /** The address that the bank sent the user back to, where Link goes on with a visit of an earlier page. */
  receivedRedirectUri?: string | undefined;
}

/** Plaid's handler, as far as it is ours to use. */
export interface LinkHandler {
  open(): void;
}

/** How the user left Link. */
export interface LinkExit {
  /** What Plaid showed them last, if anything. */
  error: UpdateModeError | null;
  linkSessionId: string | undefined;
  requestId?: string | undefined;
}

/** What `LinkHost` reports of the Link with that key. Words about one that is no longer mounted mean nothing. */
export interface LinkHostEvents {
  mounted(key: string): void;
  ready(key: string, handler: LinkHandler): void;
  /** Any sign of life of Plaid's frame. */
  alive(key: string): void;
  succeeded(key: string, linkSessionId: string | undefined): void;
  exited(key: string, exit: LinkExit): void;
  crashed(key: string, cause: unknown): void;
  unmounted(key: string): void;
}
