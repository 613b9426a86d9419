import { UpdateModeError } from './errors.js';
import type { AccountsChange, RepairResult } from '../protocol/repair.js';

/** Where the report of a finished visit is: on its way, waiting for its next attempt, or refused for good. */
export type ReportState = 'sending' | 'queued' | 'undelivered';

/** What Plaid's support asks for. */
export interface VisitIds {
  linkSessionId?: string | undefined;
  requestId?: string | undefined;
}

/** Where one repair stands, of one target for one purpose. `status` decides which other fields exist. */
export type SessionState =
  | { status: 'idle' }
  /** The user has asked; Link is being fetched and opened. */
  | { status: 'launching' }
  /** Link is on the screen; with `hostedLinkUrl` on a page of Plaid's own, in another tab. */
  | { status: 'open'; hostedLinkUrl?: string | undefined }
  /** The bank accepted; the app's server has not yet confirmed it. `error` says why a report waits. */
  | ({ status: 'confirming'; report: ReportState; error: UpdateModeError | null } & VisitIds)
  /**
   * The server said so. `elsewhere`: not by this visit. Not verified: Plaid has no way to tell. `accounts`: what the
   * visit has added and taken away, where the server could compare.
   */
  | { status: 'repaired'; by: 'user' | 'elsewhere'; isVerified: boolean; accounts: AccountsChange | null }
  /**
   * The user left Link. `error` is what Plaid showed them last, if anything. `isLost`: the page went while Link was open,
   * as in a reload or a crash, so nobody saw how the visit ended, and the server is asked.
   */
  | ({ status: 'exited'; error: UpdateModeError | null; isLost?: true | undefined } & VisitIds)
  /**
   * Link could not be shown, or what the visit was for is not so after one that looked good. `hostedLinkUrl`:
   * where the same visit is still possible on a page of Plaid's own, because only Plaid's script can't load.
   */
  | {
      status: 'failed';
      error: UpdateModeError;
      hostedLinkUrl?: string | undefined;
      accounts?: AccountsChange | null | undefined;
    };

export type SessionStatus = SessionState['status'];

export type SessionEvent =
  | { type: 'launchRequested' }
  | { type: 'launchAbandoned' }
  | { type: 'launchFailed'; error: UpdateModeError; hostedLinkUrl?: string | undefined }
  | { type: 'linkOpened' }
  | { type: 'linkTokenRefused' }
  | { type: 'linkSucceeded'; ids: VisitIds }
  /** Also of a Link that was lost. `isHealed`: while it was open, the server has said that the Item works again. */
  | { type: 'linkExited'; error: UpdateModeError | null; isHealed: boolean; isLost?: true; ids: VisitIds }
  /** The user goes on to Plaid's own page. */
  | { type: 'hostedLinkOpened' }
  /** A report of a finished visit waits that an earlier page or another tab has written. */
  | { type: 'reportFound'; ids: VisitIds }
  | { type: 'reportSending' }
  | { type: 'reportQueued'; error: UpdateModeError | null }
  | { type: 'reportRefused'; error: UpdateModeError }
  /** Another tab has seen to the report, or it was discarded. */
  | { type: 'reportGone' }
  | { type: 'answered'; result: RepairResult; accounts: AccountsChange | null }
  | { type: 'reset' };

export const IDLE: SessionState = { status: 'idle' };

const REPAIRED_ELSEWHERE: SessionState = { status: 'repaired', by: 'elsewhere', isVerified: true, accounts: null };

/**
 * The whole life of a repair as one pure function.
 *
 * An event that means nothing in the current state returns the same object: late callbacks of a closed Link,
 * a second terminal callback and answers to a visit that has been forgotten all fall through here.
 */
export function transition(state: SessionState, event: SessionEvent): SessionState {
  switch (event.type) {
    case 'launchRequested':
      return isLaunchable(state) ? { status: 'launching' } : state;
    case 'launchAbandoned':
      return state.status === 'launching' ? IDLE : state;
    case 'launchFailed':
      return isVisiting(state) ? { status: 'failed', error: event.error, hostedLinkUrl: event.hostedLinkUrl } : state;
    case 'linkOpened':
      return state.status === 'launching' ? { status: 'open' } : state;
    case 'linkTokenRefused':
      return state.status === 'open' ? { status: 'launching' } : state;
    case 'linkSucceeded':
      return isVisiting(state) ? { status: 'confirming', report: 'sending', error: null, ...event.ids } : state;
    case 'linkExited':
      if (!isVisiting(state)) return state;
      if (event.isHealed) return REPAIRED_ELSEWHERE;
      return { status: 'exited', error: event.error, ...(event.isLost && { isLost: true }), ...event.ids };
    case 'hostedLinkOpened':
      return state.status === 'failed' && state.hostedLinkUrl !== undefined
        ? { status: 'open', hostedLinkUrl: state.hostedLinkUrl }
        : state;
    case 'reportFound':
      return isLaunchable(state) && !isHosted(state)
        ? { status: 'confirming', report: 'queued', error: null, ...event.ids }
        : state;
    case 'reportSending':
      return withReport(state, 'sending', null);
    case 'reportQueued':
      return withReport(state, 'queued', event.error);
    case 'reportRefused':
      if (isHosted(state)) return { ...state, status: 'failed', error: event.error };
      return withReport(state, 'undelivered', event.error);
    case 'reportGone':
      return state.status === 'confirming' ? IDLE : state;
    case 'answered':
      return afterAnswer(state, event.result, event.accounts);
    case 'reset':
      return isOver(state) ? IDLE : state;
  }
}

/** Whether a launch would open Link. While a report is on its way, another visit would ask the user twice. */
export function isLaunchable(state: SessionState): boolean {
  return isHosted(state) || (!isVisiting(state) && state.status !== 'confirming');
}

/** Whether the visit goes on where this page can't see it, and so never hears of its end. */
export function isHosted(state: SessionState): boolean {
  return state.status === 'open' && state.hostedLinkUrl !== undefined;
}

/** Whether the user is on the way into Link or in it. */
export function isVisiting(state: SessionState): boolean {
  return state.status === 'launching' || state.status === 'open';
}

/** Whether a visit has ended in a way that can be forgotten. Of a report on its way the end is not known yet. */
function isOver(state: SessionState): boolean {
  if (state.status === 'confirming') return state.report === 'undelivered';
  return state.status !== 'idle' && !isVisiting(state);
}

function withReport(state: SessionState, report: ReportState, error: UpdateModeError | null): SessionState {
  if (state.status !== 'confirming' || (state.report === report && state.error === error)) return state;
  return { ...state, report, error };
}

function afterAnswer(state: SessionState, result: RepairResult, accounts: AccountsChange | null): SessionState {
  if (state.status === 'confirming' || isHosted(state)) {
    switch (result) {
      case 'repaired':
        return { status: 'repaired', by: 'user', isVerified: true, accounts };
      case 'unverifiable':
        return { status: 'repaired', by: 'user', isVerified: false, accounts };
      case 'unchanged':
        // On Plaid's own page the user may not be done.
        return isHosted(state) ? state : disappointed(state, accounts, 'unchanged', UNCHANGED);
      case 'still_broken':
        return disappointed(state, accounts, 'still_broken', STILL_BROKEN);
    }
  }
  // After an exit the server is asked as well: the Item may have been repaired in another tab or app.
  const hasLeftLink = state.status === 'exited' || state.status === 'failed';
  return hasLeftLink && result === 'repaired'
    ? { status: 'repaired', by: 'elsewhere', isVerified: true, accounts }
    : state;
}

/** Link finished, and that was not enough. */
function disappointed(
  state: SessionState,
  accounts: AccountsChange | null,
  code: 'still_broken' | 'unchanged',
  message: string,
): SessionState {
  const ids: VisitIds =
    state.status === 'confirming' ? { linkSessionId: state.linkSessionId, requestId: state.requestId } : {};
  return { status: 'failed', error: new UpdateModeError(code, message, ids), accounts };
}

const STILL_BROKEN = 'Link finished, and what the visit was for is still not so, by the word of Plaid.';
const UNCHANGED = 'Link finished, and nothing has changed yet.';
