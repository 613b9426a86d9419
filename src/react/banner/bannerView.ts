import type { Diagnosis } from '../../core/diagnosis.js';
import type { ItemSnapshot } from '../../core/item.js';
import type { MessageKey } from '../../core/messages.js';
import type { SessionState } from '../../core/session.js';
import type { AccountsChange } from '../../protocol/repair.js';
import { findActions, SUPPORT, type BannerAction, type BannerWays } from './bannerActions.js';
import { findHint, findNews } from '../words/diagnosisWords.js';
import { reportNote, reportWords, type ConfirmingState, type ReportConditions } from '../words/reportWords.js';
import type { SupportReference } from '../settings.js';
import { visitNote } from '../words/visitNote.js';
import { outcomeWords, visitWords } from '../words/visitWords.js';

/** What a banner shows, in keys of `Messages`. */
export interface BannerView {
  severity: Diagnosis['severity'];
  title: MessageKey;
  texts: readonly MessageKey[];
  /** The button leads into Link. */
  isVisitAhead: boolean;
  /** What became of the user's last visit. */
  note: MessageKey | null;
  /** What that visit has changed. */
  accounts: AccountsChange | null;
  action: BannerAction | null;
  /** Leads over to a way out among `more`. */
  wayOut: MessageKey | null;
  more: readonly BannerAction[];
  /** What support will ask for. */
  reference: SupportReference | null;
}

const NOTHING: Omit<BannerView, 'severity' | 'title'> = {
  texts: [],
  isVisitAhead: false,
  note: null,
  accounts: null,
  action: null,
  wayOut: null,
  more: [],
  reference: null,
};

/** What there is to say about an Item, or nothing. */
export function createBannerView(
  snapshot: ItemSnapshot,
  diagnosis: Diagnosis,
  ways: BannerWays,
  conditions: ReportConditions,
): BannerView | null {
  const { session, recovery, purpose } = snapshot;
  const accounts = session.status === 'repaired' ? session.accounts : null;
  const words = outcomeWords(session, purpose);
  if (recovery === 'connected') return { ...NOTHING, severity: 'ok', title: words.connected, accounts };
  if (recovery === 'syncing') {
    return { ...NOTHING, severity: 'info', title: words.done, texts: ['syncingText'], accounts };
  }
  if (session.status === 'confirming') return confirmingView(session, snapshot, ways, conditions);
  return diagnosisView(snapshot, diagnosis, ways);
}

function confirmingView(
  session: ConfirmingState,
  { purpose }: ItemSnapshot,
  ways: BannerWays,
  conditions: ReportConditions,
): BannerView {
  const isBusy = session.report === 'sending';
  const isUndelivered = session.report === 'undelivered';
  return {
    ...NOTHING,
    severity: isBusy ? 'info' : 'warning',
    title: visitWords(purpose).confirming,
    texts: [reportWords(session, purpose, conditions.isOnline)],
    note: reportNote(session, conditions),
    action: { kind: 'launch', label: isBusy ? 'checking' : 'checkAgain', isBusy },
    more: isUndelivered && ways.support ? [SUPPORT] : [],
    reference: isUndelivered ? createReference(session) : null,
  };
}

function diagnosisView(snapshot: ItemSnapshot, diagnosis: Diagnosis, ways: BannerWays): BannerView | null {
  const { severity, remedy, code } = diagnosis;
  const news = findNews(diagnosis);
  const { action, more, hasWayOut } = findActions(snapshot, diagnosis, ways);
  if (!news || (news.isOffer && !action)) return null;
  const view: BannerView = { ...NOTHING, severity, title: news.title, texts: news.texts, action, more };
  if (remedy === 'contact_support') return { ...view, reference: { errorCode: code } };
  if (remedy !== 'update_mode') return view;
  const note = visitNote(snapshot);
  const hint = findHint(snapshot.link, diagnosis);
  return {
    ...view,
    texts: hint ? [...news.texts, hint] : news.texts,
    isVisitAhead: true,
    note: hasWayOut && isInvitation(note) ? null : note,
    accounts: snapshot.accounts,
    wayOut: hasWayOut ? 'stuckText' : null,
    reference: createReference(snapshot.session),
  };
}

/** To try again, and no more: the way out says that better. */
function isInvitation(note: MessageKey | null): boolean {
  return note === 'exitedWithErrorText' || note === 'failedText';
}

export function createReference(session: SessionState): SupportReference | null {
  const error = 'error' in session ? session.error : null;
  const visit = session.status === 'exited' || session.status === 'confirming' ? session : null;
  if (error) {
    const { linkSessionId = visit?.linkSessionId, requestId = visit?.requestId, plaidErrorCode, code } = error;
    return { linkSessionId, requestId, errorCode: plaidErrorCode ?? code };
  }
  return visit?.linkSessionId ? { linkSessionId: visit.linkSessionId, requestId: visit.requestId } : null;
}
