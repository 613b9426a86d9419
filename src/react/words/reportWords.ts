import type { MessageKey } from '../../core/messages.js';
import type { SessionState } from '../../core/session.js';
import type { Purpose } from '../../protocol/purpose.js';
import { visitWords } from './visitWords.js';

export type ConfirmingState = Extract<SessionState, { status: 'confirming' }>;

/** What decides, besides the report itself, how it stands with one that waits. */
export interface ReportConditions {
  isOnline: boolean;
  /** Whether the report outlives the page. */
  isDurable: boolean;
}

/** Where the report of a visit is, in words that promise no more than is true. */
export function reportWords({ report, error }: ConfirmingState, purpose: Purpose, isOnline: boolean): MessageKey {
  const words = visitWords(purpose).report;
  if (report !== 'queued') return words[report];
  if (!isOnline) return words.offline;
  return error?.httpStatus === 401 ? words.signedOut : words.queued;
}

/** What the user can do for a report that would be gone with the page. */
export function reportNote({ report }: ConfirmingState, { isDurable }: ReportConditions): MessageKey | null {
  return report === 'sending' || isDurable ? null : 'keepOpenText';
}
