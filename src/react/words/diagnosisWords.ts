import type { Diagnosis } from '../../core/diagnosis.js';
import type { MessageKey } from '../../core/messages.js';
import type { IntegrationLink } from '../../protocol/integrationLink.js';
import { findWords } from './causeWords.js';
import { isReportAtStake } from './visitNote.js';

/** A diagnosis in words. */
export interface DiagnosisWords {
  title: MessageKey;
  texts: readonly MessageKey[];
  /** Nothing is wrong: without a button there is nothing to say either. */
  isOffer: boolean;
}

/** What a diagnosis is worth telling, or nothing. */
export function findNews(diagnosis: Diagnosis): DiagnosisWords | null {
  const { cause, remedy } = diagnosis;
  const words = findWords(cause);
  if (!words) return null;
  if (remedy === 'ask_owner') {
    return { title: 'askOwnerTitle', texts: [...findStake(diagnosis), 'askOwnerText'], isOffer: false };
  }
  const isOffer = cause === 'new_accounts';
  const { title } = words;
  if (remedy === 'new_link' && (isOffer || cause === 'account_needed')) {
    return { title, texts: ['newLinkForAccountsText'], isOffer };
  }
  if (remedy === 'contact_support' && cause !== 'unsupported_sign_in') {
    return { title: 'supportTitle', texts: ['supportText'], isOffer };
  }
  return { title, texts: cause === 'username_changed' ? [words.text, 'loginText'] : [words.text], isOffer };
}

/** What stops, or when, if a colleague does nothing. Of the rest it is not known. */
function findStake({ cause, severity }: Diagnosis): readonly MessageKey[] {
  switch (cause) {
    case 'consent_ends':
    case 'disconnect':
    case 'disconnect_migration':
      return ['askOwnerByText'];
    case 'consent_ended':
    case 'oauth_revoked':
    case 'permission_revoked':
    case 'unknown':
      return ['loginText'];
    default:
      return severity === 'critical' ? ['loginText'] : [];
  }
}

/** What else is good to know before the visit that a diagnosis asks for. */
export function findHint(link: IntegrationLink | null, { cause, purpose }: Diagnosis): MessageKey | null {
  // What there is to do at the bank says nothing of what stops meanwhile.
  if (findWords(cause)?.hasBankSteps) return 'loginText';
  // Plaid's error alone, of one sign-in, does not tell whether data still comes in.
  if (cause === 'unfinished') return link?.status === 'erroring' ? 'loginText' : null;
  if (purpose !== 'select_accounts') return null;
  if (isReportAtStake(link, purpose)) return 'reportWarning';
  // https://plaid.com/docs/link/update-mode/: Chase alone has its customers remove accounts on its own site.
  return /^(jpmorgan )?chase\b/i.test(link?.institution_name ?? '') ? 'chaseText' : null;
}
