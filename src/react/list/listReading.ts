import { diagnose, type Diagnosis, type Severity } from '../../core/diagnosis.js';
import type { Remedy } from '../../core/diagnosisTable.js';
import type { ItemSnapshot } from '../../core/item.js';
import { isHosted, isVisiting, type SessionStatus } from '../../core/session.js';
import type { BannerAction } from '../banner/bannerActions.js';
import { createBannerView } from '../banner/bannerView.js';
import { withoutSync } from '../RepairItemBanner.js';
import type { AppActions } from '../settings.js';
import { bankName } from '../words/bankName.js';
import { findWords } from '../words/causeWords.js';

/** Worst first. */
export const SEVERITIES: readonly Severity[] = ['critical', 'warning', 'info', 'ok'];
/** What a visit mends first, what only waits last. */
const REMEDIES: readonly Remedy[] = ['update_mode', 'new_link', 'contact_support', 'ask_owner', 'wait', 'none'];

/** What one Item means to a list of many. */
export interface ListReading {
  itemId: string;
  /** The row that it belongs into. */
  rowKey: string;
  /** By what it stands before others: severity, deadline, remedy, place in the app's list. */
  rank: readonly number[];
  /** It can be left as it is, or there is nothing to do but wait. */
  isOptional: boolean;
  /** `quiet`: there is nothing to say. */
  phase: 'needed' | 'reporting' | 'done' | 'quiet';
  severity: Severity;
  status: SessionStatus;
  isVisiting: boolean;
  /** Link is open for it, and covers the page. */
  isUnderLink: boolean;
  /** The last visit has not helped. */
  hasFailed: boolean;
  /** Of its one button. */
  action: BannerAction['kind'] | null;
  /** Two of one bank that have the same to say say it once. */
  words: string;
  /** Its text is to be read before its turn: steps at the bank, or a deadline. */
  needsText: boolean;
  isRepairedByUser: boolean;
}

/** Until the page is mounted "now" is when Heron last touched the link, and `now` null. */
export function diagnoseForList({ itemId, link, session }: ItemSnapshot, now: number | null): Diagnosis {
  const known = link ?? { item_id: itemId, status: 'unknown' };
  return diagnose(withoutSync(known, session), { now: now ?? Date.parse(known.last_updated ?? '') });
}

/** `index`: its place in the app's list. */
export function readForList(
  snapshot: ItemSnapshot,
  diagnosis: Diagnosis,
  index: number,
  { newLink, support }: AppActions,
): ListReading {
  const { itemId, link, session, recovery } = snapshot;
  const ways = {
    newLink: newLink !== undefined,
    accountClosed: false,
    support: support !== undefined,
    bankSite: false,
  };
  const view = createBannerView(snapshot, diagnosis, ways, { isOnline: true, isDurable: true });
  const isReporting = session.status === 'confirming';
  const isOptional = diagnosis.severity === 'info' || diagnosis.severity === 'ok';
  const hasError = session.status === 'exited' && session.error !== null;
  return {
    itemId,
    rowKey: `${bankName(link?.institution_name)?.toLowerCase().replaceAll(/\s+/g, ' ') ?? itemId}${isOptional ? '?' : ''}`,
    rank: [
      SEVERITIES.indexOf(diagnosis.severity),
      diagnosis.deadline === undefined ? Number.MAX_VALUE : Date.parse(diagnosis.deadline),
      REMEDIES.indexOf(diagnosis.remedy),
      index,
    ],
    isOptional,
    phase: findPhase(),
    severity: view?.severity ?? 'ok',
    status: session.status,
    isVisiting: isVisiting(session),
    isUnderLink: session.status === 'open' && !isHosted(session),
    hasFailed: session.status === 'failed' || hasError,
    action: view?.action?.kind ?? null,
    words: view && (session.status === 'idle' || isVisiting(session)) ? `${view.title} ${diagnosis.deadline}` : itemId,
    needsText: diagnosis.deadline !== undefined || findWords(diagnosis.cause)?.hasBankSteps === true,
    isRepairedByUser: session.status === 'repaired' && session.by === 'user',
  };

  function findPhase(): ListReading['phase'] {
    if (recovery !== 'none') return 'done';
    if (isReporting) return 'reporting';
    return view ? 'needed' : 'quiet';
  }
}
