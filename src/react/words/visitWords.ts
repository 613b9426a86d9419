import type { ReportState, SessionState } from '../../core/session.js';
import type { MessageKey } from '../../core/messages.js';
import type { Purpose } from '../../protocol/purpose.js';

/** What a banner says of a visit, by what it was for. */
export interface VisitWords {
  /** The button that opens Link. */
  launch: MessageKey;
  confirming: MessageKey;
  /** Of a report that waits: for the device's network, for its user to be signed in to the app, or for anything else. */
  report: Readonly<Record<ReportState | 'offline' | 'signedOut', MessageKey>>;
  /** The server said so; with this the data is still on its way. */
  done: MessageKey;
  /** And now it flows. */
  connected: MessageKey;
  stillBroken: MessageKey;
}

const SIGN_IN: VisitWords = {
  launch: 'reconnect',
  confirming: 'confirmingTitle',
  report: {
    sending: 'confirmingText',
    queued: 'queuedText',
    offline: 'offlineText',
    signedOut: 'signedOutText',
    undelivered: 'undeliveredText',
  },
  done: 'syncingTitle',
  connected: 'connected',
  stillBroken: 'stillBrokenText',
};

const OTHER: VisitWords = {
  launch: 'review',
  confirming: 'doneTitle',
  report: {
    sending: 'doneText',
    queued: 'doneQueuedText',
    offline: 'offlineText',
    signedOut: 'signedOutText',
    undelivered: 'doneUndeliveredText',
  },
  done: 'doneTitle',
  connected: 'doneTitle',
  stillBroken: 'stillMissingText',
};

const RENEWAL: VisitWords = { ...OTHER, launch: 'renew', done: 'renewedTitle', connected: 'renewedTitle' };

const SELECTION: VisitWords = {
  ...OTHER,
  launch: 'chooseAccounts',
  done: 'selectedTitle',
  connected: 'selectedTitle',
};

/** A purpose of the app's own is known by its name alone: it gets words that are true of any visit. */
export function visitWords(purpose: Purpose): VisitWords {
  switch (purpose) {
    case 'repair':
      return SIGN_IN;
    case 'renew_consent':
      return RENEWAL;
    case 'select_accounts':
      return SELECTION;
    default:
      return OTHER;
  }
}

/** What to say once an Item works: of the visit that saw to it, or, where nobody on this page did, that it works again. */
export function outcomeWords(session: SessionState, purpose: Purpose): VisitWords {
  if (session.status !== 'repaired') return SIGN_IN;
  const words = visitWords(purpose);
  // Nobody could ask Plaid: the visit is over, and that is all that is known.
  return words === SIGN_IN || session.isVerified ? words : OTHER;
}
