import type { Cause } from '../../core/diagnosis.js';
import type { MessageKey } from '../../core/messages.js';

/** What a banner says of a cause, and what it offers beside its button. */
export interface CauseWords {
  title: MessageKey;
  text: MessageKey;
  /** The bank's own site comes first. */
  hasBankSteps?: boolean;
  /** The account may be gone, and its user can say so. */
  mayBeClosed?: boolean;
  /** After how many failed visits in a row a new connection is offered. Left out: one would break what works, or not help. */
  newLinkAfter?: number;
}

/** From when on a visit that fails again is a dead end. */
export const FAILED_VISITS = 3;

const LOGIN = { title: 'loginTitle', text: 'loginText', mayBeClosed: true, newLinkAfter: FAILED_VISITS } as const;
const BANK_STEPS = { hasBankSteps: true } as const;
const SHARING = { title: 'sharingTitle', mayBeClosed: true, newLinkAfter: FAILED_VISITS } as const;
const PERMISSION = { title: 'permissionTitle', text: 'permissionText' } as const;
const ACCOUNT_NEEDED = { title: 'accountNeededTitle', mayBeClosed: true } as const;
const CONSENT_ENDED = { title: 'consentEndedTitle', text: 'consentEndedText' } as const;
const SUPPORT = { title: 'supportTitle', text: 'supportText' } as const;

/** A cause that is not here is no news: nothing is wrong, or the data is merely on its way. */
export const CAUSE_WORDS = {
  unknown: { title: 'otherTitle', text: 'otherText', mayBeClosed: true, newLinkAfter: FAILED_VISITS },
  login: LOGIN,
  bank_locked: { title: 'lockedTitle', text: 'lockedText', ...BANK_STEPS },
  bank_password: { title: 'passwordTitle', text: 'passwordText', ...BANK_STEPS },
  bank_setup: { title: 'setupTitle', text: 'setupText', ...BANK_STEPS },
  oauth_invalid: { ...SHARING, text: 'sharingInvalidText' },
  oauth_expired: { ...SHARING, text: 'sharingExpiredText' },
  oauth_revoked: { ...SHARING, text: 'sharingRevokedText' },
  unfinished: { title: 'unfinishedTitle', text: 'unfinishedText', newLinkAfter: FAILED_VISITS },

  ended: { title: 'newLinkTitle', text: 'newLinkText', mayBeClosed: true },
  username_changed: { title: 'newLinkTitle', text: 'usernameText' },

  consent_ends: { title: 'consentEndsTitle', text: 'consentEndsText' },
  consent_ended: CONSENT_ENDED,
  disconnect: { title: 'disconnectTitle', text: 'disconnectText' },
  disconnect_migration: { title: 'disconnectTitle', text: 'migrationText' },
  disconnect_overdue: { title: 'disconnectOverdueTitle', text: 'disconnectOverdueText' },

  permission_needed: PERMISSION,
  consent_needed: PERMISSION,
  // https://plaid.com/docs/api/items/#user_permission_revoked: update mode works for some, a new link for the others.
  permission_revoked: { ...SHARING, text: 'sharingRevokedText', newLinkAfter: 1 },
  account_revoked: { title: 'accountRevokedTitle', text: 'accountRevokedText', mayBeClosed: true },
  auth_account_needed: { ...ACCOUNT_NEEDED, text: 'authAccountText' },
  account_needed: { ...ACCOUNT_NEEDED, text: 'accountNeededText' },
  new_accounts: { title: 'newAccountsTitle', text: 'newAccountsText' },
  assets_revoked: { title: 'reportTitle', text: 'reportText' },

  outage: { title: 'waitTitle', text: 'waitText' },
  delay: { title: 'delayTitle', text: 'waitText' },
  preparing: { title: 'preparingTitle', text: 'waitText' },

  unsupported: SUPPORT,
  unsupported_sign_in: { title: 'supportTitle', text: 'signInMethodText' },
  unsupported_bank: SUPPORT,
} as const satisfies Readonly<Record<Exclude<Cause, 'healthy' | 'syncing'>, CauseWords>>;

export function findWords(cause: Cause): CauseWords | undefined {
  return cause === 'healthy' || cause === 'syncing' ? undefined : CAUSE_WORDS[cause];
}
