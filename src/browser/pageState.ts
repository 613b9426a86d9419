import type { LinkHolder } from '../core/ports.js';

/**
 * What all copies of this library on one page must share: two bundles that each carry one, or the old and
 * the new module of a hot reload, still make one Link and load one script.
 */
export interface PageState {
  scriptLoading: Promise<void> | null;
  /** Who wants the right to a Link handler and waits for another one to give way. */
  claimant: LinkHolder | null;
  /** Who has the right to a Link handler. */
  lease: { holder: LinkHolder; isOpen: boolean } | null;
  /** The address that a bank has sent the user back to, and whether somebody sees to it. */
  oauthReturn: { url: string; isTaken: boolean } | null;
  /** The visits that this page itself has written down. */
  visits: Set<string>;
  /** Who reads news out, and who has said what, when. */
  voices?: { members: Set<object>; said: Map<string, { by: object; at: number }> } | undefined;
}

const KEY = Symbol.for('react-plaid-update-mode.page');

declare global {
  interface Window {
    [KEY]?: PageState | undefined;
  }
}

export function createPageState(): PageState {
  return { scriptLoading: null, claimant: null, lease: null, oauthReturn: null, visits: new Set() };
}

export function getPageState(): PageState {
  return (window[KEY] ??= createPageState());
}
