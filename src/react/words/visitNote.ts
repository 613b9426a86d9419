import { diagnoseError, type Cause } from '../../core/diagnosis.js';
import type { UpdateModeError } from '../../core/errors.js';
import type { MessageKey } from '../../core/messages.js';
import type { SessionState } from '../../core/session.js';
import type { IntegrationLink } from '../../protocol/integrationLink.js';
import type { Purpose } from '../../protocol/purpose.js';
import { visitWords } from './visitWords.js';

export interface Visit {
  session: SessionState;
  purpose: Purpose;
  link: IntegrationLink | null;
}

/** What there is to say of a visit that is under way, or has ended without what it was for. */
export function visitNote(visit: Visit): MessageKey | null {
  const { session, purpose } = visit;
  switch (session.status) {
    case 'open':
      return 'openText';
    case 'exited':
      return session.error ? errorNote(session.error) : exitNote(visit);
    case 'failed':
      if (session.error.code === 'still_broken') return visitWords(purpose).stillBroken;
      if (session.error.code === 'unchanged') return 'unchangedText';
      return session.hostedLinkUrl === undefined ? 'failedText' : 'hostedText';
    default:
      return null;
  }
}

/** Why Link's last error stopped the visit, in the terms of the table. */
export function exitCause(session: SessionState): Cause | null {
  const error = session.status === 'exited' ? session.error : null;
  if (!error?.plaidErrorCode) return null;
  return diagnoseError({ error_type: error.plaidErrorType ?? '', error_code: error.plaidErrorCode }).cause;
}

/** Of what trying again at once does not help. Most is what a banner of that cause says too. */
const ERROR_NOTES: Partial<Record<Cause, MessageKey>> = {
  outage: 'tryLaterText',
  bank_locked: 'lockedText',
  bank_password: 'passwordText',
  bank_setup: 'setupText',
  username_changed: 'usernameText',
  unsupported_sign_in: 'signInMethodText',
};

function errorNote(error: UpdateModeError): MessageKey {
  const cause = exitCause({ status: 'exited', error });
  return (cause && ERROR_NOTES[cause]) ?? 'exitedWithErrorText';
}

function exitNote({ session, purpose, link }: Visit): MessageKey {
  if (session.status === 'exited' && session.isLost) return 'lostText';
  if (isReportAtStake(link, purpose)) return 'exitedShortText';
  return link?.status === 'active' && !link.error ? 'exitedWorkingText' : 'exitedText';
}

/**
 * https://plaid.com/docs/link/update-mode/#using-update-mode-to-request-new-accounts: of an Item of Assets a selection
 * that is not completed revokes the authorization.
 */
export function isReportAtStake(link: IntegrationLink | null, purpose: Purpose | undefined): boolean {
  return link?.type === 'plaid_assets_report' && purpose === 'select_accounts';
}
