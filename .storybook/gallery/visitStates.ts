import { UpdateModeError } from '../../src/core/errors.js';
import type { Recovery } from '../../src/core/recovery.js';
import type { SessionState } from '../../src/core/session.js';
import type { AccountsChange } from '../../src/index.js';

/** Where a visit stands, as it is shown still. */
export interface VisitState {
  name: string;
  session: SessionState;
  recovery?: Recovery | undefined;
  /** How many visits in a row have not helped. */
  failedVisits?: number | undefined;
  isOffline?: boolean | undefined;
  /** The browser has no room for the report. */
  isVolatile?: boolean | undefined;
}

const IDS = { linkSessionId: '79e772be-547d-4c9c-8b76-4ac4ed4c441a', requestId: 'qk5Bxes3gDfv4F2' };
const ACCOUNTS: AccountsChange = { added: 2, removed: 1 };
const HOSTED_LINK_URL = 'https://secure.plaid.com/hl/gallery';

const refused = new UpdateModeError('link_exit', 'Link ended with an error.', {
  plaidErrorType: 'ITEM_ERROR',
  plaidErrorCode: 'INVALID_CREDENTIALS',
  ...IDS,
});

const bankDown = new UpdateModeError('link_exit', 'Link ended with an error.', {
  plaidErrorType: 'INSTITUTION_ERROR',
  plaidErrorCode: 'INSTITUTION_DOWN',
  ...IDS,
});

const stillBroken = new UpdateModeError('still_broken', 'The bank still asks for it.', IDS);
const unchanged = new UpdateModeError('unchanged', 'Nothing has changed yet.', IDS);
const tokenFailed = new UpdateModeError('link_token_failed', 'The endpoint gave no link token.', { httpStatus: 500 });
const scriptFailed = new UpdateModeError('script_failed', 'Plaid’s script can’t be loaded.');
const serverDown = new UpdateModeError('report_failed', 'The server does not answer.', { httpStatus: 503 });
const signedOut = new UpdateModeError('report_failed', 'Nobody is signed in.', { httpStatus: 401 });
const forbidden = new UpdateModeError('report_failed', 'The server refuses.', { httpStatus: 403 });

const queued: SessionState = { status: 'confirming', report: 'queued', error: serverDown, ...IDS };
const repaired: SessionState = { status: 'repaired', by: 'user', isVerified: true, accounts: null };
const unverified: SessionState = { ...repaired, isVerified: false };
const withAccounts: SessionState = { ...repaired, accounts: ACCOUNTS };
const failedForScript: SessionState = { status: 'failed', error: scriptFailed, hostedLinkUrl: HOSTED_LINK_URL };

/** Every state in which a visit to Link can leave a banner, in the order of a repair. */
export const VISIT_STATES: readonly VisitState[] = [
  { name: 'idle', session: { status: 'idle' } },
  { name: 'launching', session: { status: 'launching' } },
  { name: 'open', session: { status: 'open' } },
  { name: 'confirming, sending', session: { status: 'confirming', report: 'sending', error: null, ...IDS } },
  { name: 'confirming, queued', session: queued },
  { name: 'confirming, offline', session: queued, isOffline: true },
  { name: 'confirming, signed out', session: { ...queued, error: signedOut } },
  { name: 'confirming, not kept', session: queued, isVolatile: true },
  { name: 'confirming, undelivered', session: { ...queued, report: 'undelivered', error: forbidden } },
  { name: 'repaired, syncing', session: repaired, recovery: 'syncing' },
  { name: 'repaired, not verified', session: unverified, recovery: 'syncing' },
  { name: 'repaired, accounts changed', session: withAccounts, recovery: 'syncing' },
  { name: 'connected', session: repaired, recovery: 'connected' },
  { name: 'exited', session: { status: 'exited', error: null, ...IDS } },
  { name: 'exited with an error', session: { status: 'exited', error: refused, ...IDS } },
  { name: 'exited, bank not available', session: { status: 'exited', error: bankDown, ...IDS } },
  { name: 'lost', session: { status: 'exited', error: null, isLost: true, ...IDS } },
  { name: 'failed', session: { status: 'failed', error: tokenFailed } },
  { name: 'still broken', session: { status: 'failed', error: stillBroken } },
  { name: 'unchanged', session: { status: 'failed', error: unchanged } },
  {
    name: 'stuck, with ways out',
    session: { status: 'exited', error: refused, ...IDS },
    failedVisits: 3,
  },
  { name: 'hosted, offered', session: failedForScript },
  { name: 'hosted, open', session: { status: 'open', hostedLinkUrl: HOSTED_LINK_URL } },
];
