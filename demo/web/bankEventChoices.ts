import type { BankEvent } from '../api.js';

/** The panel's events, by what they are about. Those in capitals are Plaid's webhooks. */
export const BANK_EVENT_CHOICES: readonly {
  group: string;
  options: readonly (readonly [event: BankEvent, label: string])[];
}[] = [
  {
    group: 'Sign-in',
    options: [
      ['reset_login', '/sandbox/item/reset_login'],
      ['broken_silently', 'Breaks, and nobody tells'],
      ['item_locked', 'ERROR, ITEM_LOCKED'],
      ['password_reset', 'ERROR, PASSWORD_RESET_REQUIRED'],
      ['oauth_invalid_token', 'ERROR, OAUTH_INVALID_TOKEN'],
      ['oauth_consent_expired', 'ERROR, OAUTH_CONSENT_EXPIRED'],
      ['oauth_user_revoked', 'ERROR, OAUTH_USER_REVOKED'],
    ],
  },
  {
    group: 'Repaired elsewhere',
    options: [
      ['login_repaired', 'LOGIN_REPAIRED'],
      ['healed_silently', 'Works again, and nobody tells'],
    ],
  },
  {
    group: 'Will end in a week',
    options: [
      ['pending_expiration', 'PENDING_EXPIRATION (UK, EU)'],
      ['pending_disconnect_migration', 'PENDING_DISCONNECT, migration'],
      ['pending_disconnect_token', 'PENDING_DISCONNECT, token expiration'],
    ],
  },
  {
    group: 'Accounts and permissions',
    options: [
      ['new_accounts_available', 'NEW_ACCOUNTS_AVAILABLE'],
      ['user_account_revoked', 'USER_ACCOUNT_REVOKED'],
      ['user_permission_revoked', 'USER_PERMISSION_REVOKED'],
      ['auth_permissions_required', 'AUTH: PRODUCT_PERMISSIONS_REQUIRED'],
      ['identity_permissions_required', 'IDENTITY: PRODUCT_PERMISSIONS_REQUIRED'],
      ['test_deposit_sent', 'A test deposit is sent'],
      ['transfer_needs_user', 'A transfer needs its user'],
    ],
  },
  {
    group: 'Services',
    options: [
      ['heron_erroring', 'Heron: integration_link.erroring'],
      ['outage', 'ERROR, INSTITUTION_DOWN'],
      ['outage_over', 'The outage is over'],
      ['item_removed', 'The Item is removed'],
    ],
  },
];
