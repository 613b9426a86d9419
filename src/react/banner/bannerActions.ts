import type { Diagnosis } from '../../core/diagnosis.js';
import type { ItemSnapshot } from '../../core/item.js';
import type { MessageKey } from '../../core/messages.js';
import { isHosted } from '../../core/session.js';
import { DEFAULT_PURPOSE } from '../../protocol/purpose.js';
import { FAILED_VISITS, findWords, type CauseWords } from '../words/causeWords.js';
import { exitCause } from '../words/visitNote.js';
import { visitWords } from '../words/visitWords.js';

export interface BannerAction {
  kind: 'launch' | 'hosted_link' | 'new_link' | 'support' | 'account_closed' | 'bank_site';
  label: MessageKey;
  isBusy: boolean;
}

/** Which of the ways besides Link there are on this page and for this bank. */
export interface BannerWays {
  newLink: boolean;
  accountClosed: boolean;
  support: boolean;
  bankSite: boolean;
}

export interface BannerActions {
  /** The one button. */
  action: BannerAction | null;
  /** What else helps, less loud. */
  more: readonly BannerAction[];
  /** Whether `more` holds a way out of visits that keep failing. */
  hasWayOut: boolean;
}

const CONNECT_AGAIN: BannerAction = { kind: 'new_link', label: 'connectAgain', isBusy: false };
export const SUPPORT: BannerAction = { kind: 'support', label: 'contactSupport', isBusy: false };
const ACCOUNT_CLOSED: BannerAction = { kind: 'account_closed', label: 'accountClosed', isBusy: false };
const HOSTED_LINK: BannerAction = { kind: 'hosted_link', label: 'continueOnPlaid', isBusy: false };
const BANK_SITE: BannerAction = { kind: 'bank_site', label: 'openBank', isBusy: false };

/** The buttons of a banner. One that would do nothing, because the app gave no way, is not there. */
export function findActions(snapshot: ItemSnapshot, diagnosis: Diagnosis, ways: BannerWays): BannerActions {
  const words = findWords(diagnosis.cause);
  const closed = words?.mayBeClosed && ways.accountClosed ? [ACCOUNT_CLOSED] : [];
  switch (diagnosis.remedy) {
    case 'update_mode':
      return visitActions(snapshot, diagnosis, ways, closed);
    case 'new_link':
      return { action: ways.newLink ? CONNECT_AGAIN : null, more: closed, hasWayOut: false };
    case 'contact_support':
      return { action: ways.support ? SUPPORT : null, more: [], hasWayOut: false };
    case 'ask_owner':
    case 'wait':
    case 'none':
      return { action: null, more: [], hasWayOut: false };
  }
}

function visitActions(
  { session, failedVisits, ...latest }: ItemSnapshot,
  { cause, purpose = DEFAULT_PURPOSE }: Diagnosis,
  ways: BannerWays,
  closed: readonly BannerAction[],
): BannerActions {
  const words = findWords(cause);
  const stoppedBy = exitCause(session);
  const hasBankSteps = words?.hasBankSteps || (stoppedBy && findWords(stoppedBy)?.hasBankSteps);
  const isStuck = failedVisits >= FAILED_VISITS;
  // Help stands beside the details that it will ask for: https://www.w3.org/TR/WCAG22/#consistent-help
  const hasError = 'error' in session && session.error !== null;
  const wayOut = [
    ...(ways.newLink && mayConnectAgain(words, failedVisits, stoppedBy === 'username_changed') ? [CONNECT_AGAIN] : []),
    ...(ways.support && (isStuck || hasError) ? [SUPPORT] : []),
  ];
  const { status } = session;
  const isBusy = status === 'launching' || (status === 'open' && !isHosted(session));
  const hasHostedLink = 'hostedLinkUrl' in session && session.hostedLinkUrl !== undefined && latest.purpose === purpose;
  return {
    action: { kind: 'launch', label: status === 'launching' ? 'opening' : visitWords(purpose).launch, isBusy },
    more: [
      ...(hasHostedLink ? [HOSTED_LINK] : []),
      ...(hasBankSteps && ways.bankSite ? [BANK_SITE] : []),
      ...wayOut,
      ...closed,
    ],
    hasWayOut: isStuck && wayOut.length > 0,
  };
}

function mayConnectAgain(words: CauseWords | undefined, failedVisits: number, isOtherUser: boolean): boolean {
  return words?.newLinkAfter !== undefined && (isOtherUser || failedVisits >= words.newLinkAfter);
}
