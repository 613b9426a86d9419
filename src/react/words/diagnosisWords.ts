import type { Diagnosis } from '../../core/diagnosis.js';
import type { MessageKey } from '../../core/messages.js';
import type { IntegrationLink } from '../../protocol/integrationLink.js';
import { findWords } from './causeWords.js';
import { isReportAtStake } from './visitNote.js';

/** A diagnosis in words. */
export interface DiagnosisWords {
  title: MessageKey;
  text: MessageKey;
  /** Nothing is wrong: without a button there is nothing to say either. */
  isOffer: boolean;
}

/** What a diagnosis is worth telling, or nothing. */
export function findNews({ cause, remedy }: Diagnosis): DiagnosisWords | null {
  const words = findWords(cause);
  if (!words) return null;
  if (remedy === 'ask_owner') return { title: 'askOwnerTitle', text: 'askOwnerText', isOffer: false };
  const isOffer = cause === 'new_accounts';
  const { title } = words;
  if (remedy === 'new_link' && (isOffer || cause === 'account_needed')) {
    return { title, text: 'newLinkForAccountsText', isOffer };
  }
  if (remedy === 'contact_support' && cause !== 'unsupported_sign_in') {
    return { title: 'supportTitle', text: 'supportText', isOffer };
  }
  return { title, text: words.text, isOffer };
}

/** What else is good to know before the visit that a diagnosis asks for. */
export function findHint(link: IntegrationLink | null, { cause, purpose }: Diagnosis): MessageKey | null {
  // What there is to do at the bank says nothing of what stops meanwhile.
  if (findWords(cause)?.hasBankSteps) return 'loginText';
  if (purpose !== 'select_accounts') return null;
  if (isReportAtStake(link, purpose)) return 'reportWarning';
  // https://plaid.com/docs/link/update-mode/: Chase alone has its customers remove accounts on its own site.
  return /^(jpmorgan )?chase\b/i.test(link?.institution_name ?? '') ? 'chaseText' : null;
}
