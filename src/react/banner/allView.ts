import type { Severity } from '../../core/diagnosis.js';
import type { MessageKey } from '../../core/messages.js';
import { DEFAULT_PURPOSE } from '../../protocol/purpose.js';
import { createReference } from './bannerView.js';
import { reportNote, reportWords, type ConfirmingState, type ReportConditions } from '../words/reportWords.js';
import type { SupportReference } from '../settings.js';
import type { UseUpdateModeResult } from '../useUpdateMode.js';
import { visitNote } from '../words/visitNote.js';
import { visitWords } from '../words/visitWords.js';

/** What the banner of a whole user shows, in keys of `Messages`. */
export interface AllView {
  severity: Severity;
  title: MessageKey | 'allTitle';
  text: MessageKey | null;
  /** How far the user is, and what became of the last visit. */
  notes: readonly MessageKey[];
  /** The button leads into Link. */
  isVisitAhead: boolean;
  action: MessageKey | null;
  isBusy: boolean;
  reference: SupportReference | null;
}

const NO_VISIT = { isVisitAhead: false, action: null, isBusy: false, reference: null };

/** What there is to say to a user with this many connections that need them, or nothing. */
export function createAllView(
  visit: UseUpdateModeResult,
  brokenCount: number,
  conditions: ReportConditions,
): AllView | null {
  const { status, progress } = visit;
  // Of none that it knew to be broken, the server has no success to tell.
  const isAllDone = progress !== null && progress.total > 0 && progress.repaired === progress.total;
  if (status === 'repaired' && visit.isVerified && isAllDone) {
    return { severity: 'ok', title: 'allDone', text: null, notes: [], ...NO_VISIT };
  }
  if (status === 'confirming') return confirmingView(visit, conditions);
  if (brokenCount === 0) return null;
  const note = visitNote({ session: visit, purpose: DEFAULT_PURPOSE, link: null });
  const isUnderWay = progress !== null && progress.repaired < progress.total;
  return {
    severity: 'critical',
    title: 'allTitle',
    text: 'allText',
    notes: [...(isUnderWay ? (['allProgress'] as const) : []), ...(note ? [note] : [])],
    isVisitAhead: true,
    action: launchLabel(status, isUnderWay, brokenCount),
    isBusy: status === 'launching' || (status === 'open' && visit.hostedLinkProps === null),
    reference: createReference(visit),
  };
}

function launchLabel(status: UseUpdateModeResult['status'], isUnderWay: boolean, brokenCount: number): MessageKey {
  if (status === 'launching') return 'opening';
  if (isUnderWay) return 'allNext';
  return brokenCount > 1 ? 'allStart' : 'reconnect';
}

function confirmingView(visit: ConfirmingState, conditions: ReportConditions): AllView {
  const isBusy = visit.report === 'sending';
  const note = reportNote(visit, conditions);
  return {
    severity: isBusy ? 'info' : 'warning',
    title: visitWords(DEFAULT_PURPOSE).confirming,
    text: reportWords(visit, DEFAULT_PURPOSE, conditions.isOnline),
    notes: note ? [note] : [],
    isVisitAhead: false,
    action: isBusy ? 'checking' : 'checkAgain',
    isBusy,
    reference: visit.report === 'undelivered' ? createReference(visit) : null,
  };
}
