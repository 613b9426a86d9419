import type { OutboxChange } from '../core/outboxStorage.js';
import type { LinkHolder } from '../core/ports.js';

/**
 * What all copies of this library on one page must share: two bundles that each carry one, or the old and
 * the new module of a hot reload, still make one Link and load one script.
 */
export interface PageState {
  scriptLoading: Promise<void> | null;
  /** Plaid's address as Trusted Types have it, where the page has them. */
  trustedScriptUrl?: object | undefined;
  /** Who wants the right to a Link handler and waits for another one to give way. */
  claimant: LinkHolder | null;
  /** Who has the right to a Link handler. */
  lease: { holder: LinkHolder; isOpen: boolean } | null;
  /** The address that a bank has sent the user back to, and whether somebody sees to it. */
  oauthReturn: { url: string; isTaken: boolean } | null;
  /** The visits that this page is still with. */
  visits: Set<string>;
  /** Who reads news out, and who has said what, when. */
  voices?: { members: Set<object>; said: Map<string, { by: object; at: number }> } | undefined;
  /** Users of whom nothing is to be kept here, until a provider of theirs comes to the page. */
  forgotten?: Set<string> | undefined;
  /** The reports that localStorage would not take, and who wants to hear of changes. */
  reports?: { kept: Map<string, KeptText>; watchers: Set<ReportWatcher> } | undefined;
  /** The dismissals that localStorage would not take, and who wants to hear of changes. */
  dismissals?: { kept: Map<string, KeptText>; watchers: Set<DismissalWatcher> } | undefined;
  /** Who waits for what on this page; the first one's turn it is. */
  queues?: Map<string, { onTurn: () => void }[]> | undefined;
}

interface KeptText {
  text: string;
  /** What stands in localStorage in its place: an older text, or nothing. */
  over: string | null;
}

interface ReportWatcher {
  by: object;
  scope: string;
  listener: (change: OutboxChange) => void;
}

interface DismissalWatcher {
  by: object;
  scope: string;
  listener: () => void;
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
