import type { Cause, IntegrationLink, Purpose, Remedy, Severity } from 'react-plaid-update-mode';
import { platypusLink } from './links.js';

/** When the cases are read, unless somebody says otherwise. */
export const READ_AT = Date.parse('2026-11-20T10:00:00Z');

/** What a banner shows, in an app that has given all of its own ways. */
export interface Screen {
  title: string;
  text: string;
  /** The hint below it. */
  hint?: string;
  /** The buttons and links in their order, the loud one last. */
  actions: readonly string[];
}

/** One row of the table of diagnoses, from the link to the screen. */
export interface DiagnosisCase {
  name: string;
  link: IntegrationLink;
  code: string;
  cause: Cause;
  severity: Severity;
  remedy: Remedy;
  purpose?: Purpose;
  deadline?: string;
  /** Null: there is no banner. */
  screen: Screen | null;
}

type Row = Omit<DiagnosisCase, 'name' | 'link' | 'code'>;

const BANK = 'First Platypus Bank';
const RECONNECT = `Reconnect ${BANK}`;
const REVIEW = `Review access to ${BANK}`;
const CHOOSE = `Choose accounts at ${BANK}`;
const RENEW = `Renew permission for ${BANK}`;
const AGAIN = `Make a new connection to ${BANK}`;
const OPEN = `Open ${BANK}`;
const CLOSED = 'I closed this account';
const SUPPORT = 'Contact support';

const LOST = 'New transactions and balances are not coming in.';
const UNTIL_THEN = 'New transactions and balances are not coming in until then.';
const NOTHING_TO_DO = 'We keep trying. There is nothing you need to do.';
const ON_A_WORKING_LINK: Partial<IntegrationLink> = { status: 'active', status_message: null };

const update = (severity: Severity, cause: Cause, purpose: Purpose, screen: Screen): Row => ({
  severity,
  cause,
  remedy: 'update_mode',
  purpose,
  screen,
});

const LOGIN = update('critical', 'login', 'repair', {
  title: `${BANK} needs you to sign in again`,
  text: UNTIL_THEN,
  actions: [CLOSED, RECONNECT],
});

const UNKNOWN = update('warning', 'unknown', 'repair', {
  title: `${BANK} has stopped updating`,
  text: `${LOST} Reconnecting may help.`,
  actions: [CLOSED, RECONNECT],
});

const ENDED: Row = {
  severity: 'critical',
  cause: 'ended',
  remedy: 'new_link',
  screen: {
    title: `${BANK} needs a new connection`,
    text: 'This connection has ended and can’t be repaired. Make a new one to see new transactions and balances.',
    actions: [CLOSED, AGAIN],
  },
};

const PERMISSION: Screen = {
  title: `A permission is missing at ${BANK}`,
  text: 'Something that is needed here is not shared. Review what you share and allow it.',
  actions: [REVIEW],
};

const ACCOUNT_TEXT = 'The accounts you share don’t include one that is needed here. Review which ones you share.';
const ACCOUNT_NEEDED: Screen = {
  title: `An account at ${BANK} is missing`,
  text: ACCOUNT_TEXT,
  actions: [CLOSED, CHOOSE],
};

const NEW_ACCOUNTS: Screen = {
  title: `New accounts at ${BANK}`,
  text: 'You can share them here, or leave everything as it is.',
  actions: [CHOOSE],
};

const NEEDS_NEW_LINK = `To change which accounts you share from ${BANK}, make a new connection.`;

const REPORT: Screen = {
  title: `Your report from ${BANK} needs your permission again`,
  text: 'It ended with a change of accounts that was not completed.',
  actions: [REVIEW],
};

const REPORT_BY_NEW_LINK: Row = {
  severity: 'warning',
  cause: 'assets_revoked',
  remedy: 'new_link',
  screen: { ...REPORT, actions: [AGAIN] },
};

const wait = (cause: Cause, title: string): Row => ({
  severity: 'info',
  cause,
  remedy: 'wait',
  screen: { title, text: NOTHING_TO_DO, actions: [] },
});

const OUTAGE = wait('outage', `${BANK} is not available right now`);
const DELAY = wait('delay', `Updates from ${BANK} are delayed`);
const PREPARING = wait('preparing', `Data from ${BANK} is being prepared`);

const unsupported = (
  cause: Cause = 'unsupported',
  severity: Severity = 'warning',
  text = 'Signing in again does not help here. Please contact support.',
): Row => ({
  severity,
  cause,
  remedy: 'contact_support',
  screen: { title: `We can’t update ${BANK}`, text, actions: [SUPPORT] },
});

const UNFINISHED_SCREEN: Screen = {
  title: `Signing in to ${BANK} was not completed`,
  text: 'Something went wrong on the way to the bank or back. Please try again.',
  actions: [RECONNECT],
};
const UNFINISHED = update('warning', 'unfinished', 'repair', UNFINISHED_SCREEN);

const bankSteps = (cause: Cause, title: string, text: string): Row =>
  update('critical', cause, 'repair', {
    title,
    text,
    hint: UNTIL_THEN,
    actions: [OPEN, RECONNECT],
  });

const ASK_OWNER = 'Only they can do this. Please let them know.';
const askOwner = (severity: Severity, cause: Cause, [text, hint]: [string, string?]): Row => ({
  severity,
  cause,
  remedy: 'ask_owner',
  screen: { title: `${BANK} needs the person who connected it`, text, ...(hint && { hint }), actions: [] },
});

const NO_BANNER: Row = { severity: 'ok', cause: 'healthy', remedy: 'none', screen: null };
const SYNCING: Row = { severity: 'info', cause: 'syncing', remedy: 'wait', screen: null };

/** Plaid's error codes, each with its row. */
const BY_CODE: Readonly<Record<string, Row>> = {
  ITEM_LOGIN_REQUIRED: LOGIN,
  INSUFFICIENT_CREDENTIALS: LOGIN,
  INVALID_CREDENTIALS: LOGIN,
  INVALID_MFA: LOGIN,
  INVALID_OTP: LOGIN,
  INVALID_PHONE_NUMBER: LOGIN,
  INVALID_SEND_METHOD: LOGIN,
  USER_INPUT_TIMEOUT: LOGIN,
  ITEM_LOCKED: bankSteps(
    'bank_locked',
    `Your access to ${BANK} is locked`,
    'Unlock it at the bank first. Then come back and reconnect.',
  ),
  PASSWORD_RESET_REQUIRED: bankSteps(
    'bank_password',
    `${BANK} asks for a new password`,
    'Set it at the bank first. Then come back and reconnect.',
  ),
  USER_SETUP_REQUIRED: bankSteps(
    'bank_setup',
    `${BANK} needs something from you first`,
    'Sign in at the bank and do what it asks for, such as accepting new terms. Then come back and reconnect.',
  ),
  INVALID_UPDATED_USERNAME: {
    severity: 'critical',
    cause: 'username_changed',
    remedy: 'new_link',
    screen: {
      title: `${BANK} needs a new connection`,
      text: 'This connection only works with the user name that it began with. If yours is new, make a new connection.',
      hint: UNTIL_THEN,
      actions: [AGAIN],
    },
  },
  ITEM_CONCURRENTLY_DELETED: ENDED,
  ITEM_NOT_FOUND: ENDED,
  INVALID_ACCESS_TOKEN: ENDED,
  USER_PERMISSION_REVOKED: ENDED,
  ACCESS_NOT_GRANTED: update('warning', 'permission_needed', 'validate_products', PERMISSION),
  ADDITIONAL_CONSENT_REQUIRED: update('warning', 'consent_needed', 'add_consented_products', PERMISSION),
  ...Object.fromEntries(
    ['NO_AUTH_ACCOUNTS', 'no-depository-accounts'].map((code) => [
      code,
      update('warning', 'auth_account_needed', 'validate_products', {
        title: `An account at ${BANK} is missing`,
        text: 'An account that can send and receive payments is needed here. Review which ones you share.',
        actions: [CLOSED, REVIEW],
      }),
    ]),
  ),
  NO_ACCOUNTS: update('warning', 'account_needed', 'select_accounts', ACCOUNT_NEEDED),
  NO_INVESTMENT_ACCOUNTS: update('warning', 'account_needed', 'select_accounts', ACCOUNT_NEEDED),
  NO_INVESTMENT_AUTH_ACCOUNTS: update('warning', 'account_needed', 'select_accounts', ACCOUNT_NEEDED),
  NO_LIABILITY_ACCOUNTS: update('warning', 'account_needed', 'select_accounts', ACCOUNT_NEEDED),
  PRODUCT_NOT_READY: PREPARING,
  INSTANT_MATCH_FAILED: unsupported(),
  ITEM_NOT_SUPPORTED: unsupported(),
  MANUAL_VERIFICATION_REQUIRED: unsupported(),
  PRODUCT_NOT_ENABLED: unsupported(),
  PRODUCTS_NOT_SUPPORTED: unsupported(),
  MFA_NOT_SUPPORTED: unsupported(
    'unsupported_sign_in',
    'warning',
    'The way you confirm your sign-in there is not supported. Please contact support.',
  ),
  INSTITUTION_DOWN: OUTAGE,
  INSTITUTION_NOT_RESPONDING: OUTAGE,
  INSTITUTION_NOT_AVAILABLE: OUTAGE,
  INSTITUTION_RATE_LIMIT: OUTAGE,
  INSTITUTION_NO_LONGER_SUPPORTED: unsupported('unsupported_bank', 'critical'),
  INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT: unsupported(),
  INSTITUTION_NOT_FOUND: unsupported(),
  INSTITUTION_REGISTRATION_REQUIRED: unsupported(),
  UNAUTHORIZED_INSTITUTION: unsupported(),
  UNSUPPORTED_RESPONSE: unsupported(),
  INCORRECT_LINK_TOKEN: UNFINISHED,
  INCORRECT_OAUTH_NONCE: UNFINISHED,
  OAUTH_STATE_ID_ALREADY_PROCESSED: UNFINISHED,
  OAUTH_STATE_ID_NOT_FOUND: UNFINISHED,
  RECAPTCHA_BAD: UNFINISHED,
  RECAPTCHA_REQUIRED: UNFINISHED,
  INTERNAL_SERVER_ERROR: DELAY,
  'plaid-internal-error': DELAY,
  PLANNED_MAINTENANCE: DELAY,
  ...Object.fromEntries(
    [
      'ACCOUNTS_BALANCE_GET_LIMIT',
      'ACCOUNTS_LIMIT',
      'AUTH_LIMIT',
      'BALANCE_LIMIT',
      'CREDITS_EXHAUSTED',
      'IDENTITY_LIMIT',
      'INSTITUTIONS_GET_BY_ID_LIMIT',
      'INSTITUTIONS_GET_LIMIT',
      'INVESTMENT_HOLDINGS_GET_LIMIT',
      'INVESTMENT_TRANSACTIONS_LIMIT',
      'ITEM_GET_LIMIT',
      'RATE_LIMIT',
      'RATE_LIMIT_EXCEEDED',
      'TRANSACTIONS_LIMIT',
      'TRANSACTIONS_REFRESH_LIMIT',
      'TRANSACTIONS_SYNC_LIMIT',
    ].map((code) => [code, DELAY]),
  ),
  A_CODE_OF_NEXT_YEAR: UNKNOWN,
};

/** Every row of the table of diagnoses, as it is to be at a moment in time. */
export function createDiagnosisCases(now: number = READ_AT): DiagnosisCase[] {
  const inDays = (days: number) => new Date(now + days * 86_400_000).toISOString();
  const of = (name: string, code: string, changes: Partial<IntegrationLink>, row: Row): DiagnosisCase => ({
    name,
    code,
    link: platypusLink({ institution_url: 'https://bank.example/', country_code: 'US', ...changes }),
    ...row,
  });
  const working = (name: string, code: string, changes: Partial<IntegrationLink>, row: Row): DiagnosisCase =>
    of(name, code, { ...ON_A_WORKING_LINK, ...changes }, row);
  const reason = (error_code_reason: string, row: Row): DiagnosisCase =>
    working(
      error_code_reason,
      'ITEM_LOGIN_REQUIRED',
      { error: { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED', error_code_reason } },
      row,
    );
  const sharing = (text: string): Screen => ({
    title: `${BANK} no longer shares your data`,
    text,
    actions: [CLOSED, RECONNECT],
  });
  const consent = (name: string, days: number, severity: Severity, screen: Screen): DiagnosisCase =>
    working(
      name,
      'PENDING_EXPIRATION',
      { consent_expiration_time: inDays(days) },
      {
        severity,
        cause: days > 0 ? 'consent_ends' : 'consent_ended',
        remedy: 'update_mode',
        purpose: 'renew_consent',
        deadline: inDays(days),
        screen,
      },
    );
  const disconnect = (
    name: string,
    disconnectReason: string,
    days: number,
    cause: Cause,
    purpose: Purpose,
    screen: Screen,
  ): DiagnosisCase =>
    working(
      name,
      'PENDING_DISCONNECT',
      { pending_disconnect: { reason: disconnectReason, disconnect_time: inDays(days) } },
      { ...update('warning', cause, purpose, screen), deadline: inDays(days) },
    );
  const access = (code: string, row: Row, changes: Partial<IntegrationLink> = {}, name = `${code} on a working link`) =>
    working(name, code, { access_error: { code }, ...changes }, row);

  return [
    of('Heron: pending', 'pending', { status: 'pending' }, SYNCING),
    of('Heron: syncing', 'syncing', { status: 'syncing' }, SYNCING),
    working('Heron: active', 'active', {}, NO_BANNER),
    of('Heron: sync_disabled', 'sync_disabled', { status: 'sync_disabled' }, NO_BANNER),
    of('Heron: deleted_in_plaid', 'deleted_in_plaid', { status: 'deleted_in_plaid' }, ENDED),
    of('Heron: a status of next year', 'unknown', { status: 'unknown' }, NO_BANNER),
    of('Heron: erroring, without a code', 'unknown', { status_message: 'something went wrong' }, UNKNOWN),
    of('healthy at Plaid, stale at Heron', 'syncing', { repaired_at: new Date(now).toISOString() }, SYNCING),
    ...Object.entries(BY_CODE).map(([code, row]) =>
      working(code, code, { error: { error_type: '', error_code: code } }, row),
    ),
    of(
      'OAUTH_STATE_ID_NOT_FOUND, while Heron has no data',
      'OAUTH_STATE_ID_NOT_FOUND',
      { status_message: '[OAUTH_STATE_ID_NOT_FOUND] …' },
      { ...UNFINISHED, screen: { ...UNFINISHED_SCREEN, hint: UNTIL_THEN } },
    ),
    of(
      'PRODUCTS_NOT_SUPPORTED, of an Item of Assets',
      'PRODUCTS_NOT_SUPPORTED',
      { status_message: '[PRODUCTS_NOT_SUPPORTED] …', type: 'plaid_assets_report' },
      ENDED,
    ),
    reason(
      'OAUTH_INVALID_TOKEN',
      update(
        'critical',
        'oauth_invalid',
        'repair',
        sharing('The bank no longer accepts your permission. Give it again to see new transactions and balances.'),
      ),
    ),
    reason(
      'OAUTH_CONSENT_EXPIRED',
      update(
        'critical',
        'oauth_expired',
        'repair',
        sharing('Your permission has run out. Give it again to see new transactions and balances.'),
      ),
    ),
    reason(
      'OAUTH_USER_REVOKED',
      update('warning', 'oauth_revoked', 'restore_permissions', {
        ...sharing('The permission was withdrawn. You can give it again to see new transactions and balances.'),
        actions: [CLOSED, REVIEW],
      }),
    ),
    consent('PENDING_EXPIRATION, in 20 days', 20, 'info', {
      title: `Your permission for ${BANK} ends in 20 days`,
      text: 'It lasts until December 10, 2026. Renew it before then so your data can keep coming in.',
      actions: [RENEW],
    }),
    consent('PENDING_EXPIRATION, in 6 days', 6, 'warning', {
      title: `Your permission for ${BANK} ends in 6 days`,
      text: 'It lasts until November 26, 2026. Renew it before then so your data can keep coming in.',
      actions: [RENEW],
    }),
    consent('PENDING_EXPIRATION, two days ago', -2, 'warning', {
      title: `Your permission for ${BANK} ended 2 days ago`,
      text: 'It lasted until November 18, 2026. Renew it to see new transactions and balances.',
      actions: [RENEW],
    }),
    disconnect('PENDING_DISCONNECT, for a migration', 'INSTITUTION_MIGRATION', 5, 'disconnect_migration', 'repair', {
      title: `Your connection to ${BANK} ends in 5 days`,
      text:
        'It works until November 25, 2026. The bank is changing its connections: ' +
        'sign in once before then so your data can keep coming in.',
      actions: [RECONNECT],
    }),
    disconnect(
      'PENDING_DISCONNECT, since the consent ends',
      'INSTITUTION_TOKEN_EXPIRATION',
      5,
      'consent_ends',
      'renew_consent',
      {
        title: `Your permission for ${BANK} ends in 5 days`,
        text: 'It lasts until November 25, 2026. Renew it before then so your data can keep coming in.',
        actions: [RENEW],
      },
    ),
    disconnect('PENDING_DISCONNECT, for a reason of next year', 'SOMETHING_NEW', 1, 'disconnect', 'repair', {
      title: `Your connection to ${BANK} ends tomorrow`,
      text: 'It works until November 21, 2026. Sign in once before then so your data can keep coming in.',
      actions: [RECONNECT],
    }),
    disconnect('PENDING_DISCONNECT, yesterday', 'INSTITUTION_MIGRATION', -1, 'disconnect_overdue', 'repair', {
      title: `Your connection to ${BANK} was due to end yesterday`,
      text: 'That was November 19, 2026. Sign in once so your data can keep coming in.',
      actions: [RECONNECT],
    }),
    access(
      'USER_PERMISSION_REVOKED',
      update('warning', 'permission_revoked', 'restore_permissions', {
        ...sharing('The permission was withdrawn. You can give it again to see new transactions and balances.'),
        actions: [CLOSED, REVIEW],
      }),
    ),
    access(
      'USER_ACCOUNT_REVOKED',
      update('info', 'account_revoked', 'restore_permissions', {
        title: `An account at ${BANK} is no longer shared`,
        text: 'Sharing was turned off at the bank. You can turn it on again here, or leave it off.',
        actions: [CLOSED, REVIEW],
      }),
    ),
    access('PRODUCT_PERMISSIONS_REQUIRED', update('warning', 'permission_needed', 'validate_products', PERMISSION)),
    access(
      'ACCESS_NOT_GRANTED',
      update('warning', 'permission_needed', 'restore_permissions', PERMISSION),
      { purposes: ['repair', 'restore_permissions'] },
      'ACCESS_NOT_GRANTED, without product validations',
    ),
    access('ACCOUNTS_REMOVED', update('warning', 'account_needed', 'select_accounts', ACCOUNT_NEEDED)),
    access(
      'ACCOUNTS_REMOVED',
      update('warning', 'account_needed', 'restore_permissions', { ...ACCOUNT_NEEDED, actions: [CLOSED, REVIEW] }),
      { purposes: ['repair', 'restore_permissions'] },
      'ACCOUNTS_REMOVED, without a selection',
    ),
    access(
      'ACCOUNTS_REMOVED',
      {
        severity: 'warning',
        cause: 'account_needed',
        remedy: 'new_link',
        screen: { title: ACCOUNT_NEEDED.title, text: NEEDS_NEW_LINK, actions: [CLOSED, AGAIN] },
      },
      { country_code: 'GB' },
      'ACCOUNTS_REMOVED, in the UK',
    ),
    access(
      'ASSETS_REVOKED',
      update('warning', 'assets_revoked', 'add_product', REPORT),
      {
        type: 'plaid_assets_report',
        purposes: ['repair', 'add_product'],
        purpose_names: { reauthorize_assets: 'add_product' },
      },
      'ASSETS_REVOKED, with Data Transparency Messaging',
    ),
    access(
      'ASSETS_REVOKED',
      REPORT_BY_NEW_LINK,
      { type: 'plaid_assets_report', purposes: ['repair', 'add_product', 'add_assets'] },
      'ASSETS_REVOKED, where products can be added without it',
    ),
    access(
      'ASSETS_REVOKED',
      REPORT_BY_NEW_LINK,
      { type: 'plaid_assets_report', purposes: ['repair'] },
      'ASSETS_REVOKED',
    ),
    access(
      'ASSETS_REVOKED',
      REPORT_BY_NEW_LINK,
      { type: 'plaid_assets_report' },
      'ASSETS_REVOKED, where no purposes are known',
    ),
    access('SOMETHING_NEW', update('warning', 'permission_needed', 'validate_products', PERMISSION)),
    working(
      'NEW_ACCOUNTS_AVAILABLE',
      'NEW_ACCOUNTS_AVAILABLE',
      { new_accounts_available: true },
      update('info', 'new_accounts', 'select_accounts', NEW_ACCOUNTS),
    ),
    working(
      'NEW_ACCOUNTS_AVAILABLE, under a name of the app’s own',
      'NEW_ACCOUNTS_AVAILABLE',
      {
        new_accounts_available: true,
        purposes: ['repair', 'choose'],
        purpose_names: { select_accounts: 'choose' },
      },
      update('info', 'new_accounts', 'choose', { ...NEW_ACCOUNTS, actions: [`Review access to ${BANK}`] }),
    ),
    working(
      'NEW_ACCOUNTS_AVAILABLE, at Chase',
      'NEW_ACCOUNTS_AVAILABLE',
      { new_accounts_available: true, institution_name: 'Chase' },
      update('info', 'new_accounts', 'select_accounts', {
        ...NEW_ACCOUNTS,
        title: 'New accounts at Chase',
        hint: 'To stop sharing an account, use the Security Center on Chase’s own site.',
        actions: ['Choose accounts at Chase'],
      }),
    ),
    working(
      'NEW_ACCOUNTS_AVAILABLE, of an Item of Assets',
      'NEW_ACCOUNTS_AVAILABLE',
      { new_accounts_available: true, type: 'plaid_assets_report' },
      update('info', 'new_accounts', 'select_accounts', {
        ...NEW_ACCOUNTS,
        hint: 'Once you begin, please go on to the end: leaving earlier ends the permission for your report.',
      }),
    ),
    working(
      'NEW_ACCOUNTS_AVAILABLE, in the EU',
      'NEW_ACCOUNTS_AVAILABLE',
      { new_accounts_available: true, country_code: 'FR' },
      {
        severity: 'info',
        cause: 'new_accounts',
        remedy: 'new_link',
        screen: { title: NEW_ACCOUNTS.title, text: NEEDS_NEW_LINK, actions: [AGAIN] },
      },
    ),
    working(
      'NEW_ACCOUNTS_AVAILABLE, without a selection',
      'active',
      { new_accounts_available: true, purposes: ['repair'] },
      NO_BANNER,
    ),
    of(
      'a colleague’s, with a login error',
      'ITEM_LOGIN_REQUIRED',
      { owner: 'other' },
      askOwner('critical', 'login', [UNTIL_THEN, ASK_OWNER]),
    ),
    working(
      'a colleague’s, whose permission was withdrawn',
      'USER_PERMISSION_REVOKED',
      { owner: 'other', access_error: { code: 'USER_PERMISSION_REVOKED' } },
      askOwner('warning', 'permission_revoked', [UNTIL_THEN, ASK_OWNER]),
    ),
    working(
      'a colleague’s, whose consent ends in 6 days',
      'PENDING_EXPIRATION',
      { owner: 'other', consent_expiration_time: inDays(6) },
      {
        ...askOwner('warning', 'consent_ends', ['The connection works until November 26, 2026.', ASK_OWNER]),
        deadline: inDays(6),
      },
    ),
    working(
      'a colleague’s, whose consent ended two days ago',
      'PENDING_EXPIRATION',
      { owner: 'other', consent_expiration_time: inDays(-2) },
      { ...askOwner('warning', 'consent_ended', [UNTIL_THEN, ASK_OWNER]), deadline: inDays(-2) },
    ),
    working(
      'a colleague’s, that was due to end yesterday',
      'PENDING_DISCONNECT',
      {
        owner: 'other',
        pending_disconnect: { reason: 'INSTITUTION_MIGRATION', disconnect_time: inDays(-1) },
      },
      { ...askOwner('warning', 'disconnect_overdue', [ASK_OWNER]), deadline: inDays(-1) },
    ),
    working(
      'a colleague’s, that lacks a permission',
      'ACCESS_NOT_GRANTED',
      { owner: 'other', access_error: { code: 'ACCESS_NOT_GRANTED' } },
      askOwner('warning', 'permission_needed', [ASK_OWNER]),
    ),
    working('a colleague’s, with new accounts', 'active', { owner: 'other', new_accounts_available: true }, NO_BANNER),
    of(
      'a login error that the server has no purpose for',
      'ITEM_LOGIN_REQUIRED',
      { purposes: [] },
      {
        severity: 'critical',
        cause: 'login',
        remedy: 'contact_support',
        screen: {
          title: `We can’t update ${BANK}`,
          text: 'Signing in again does not help here. Please contact support.',
          actions: [SUPPORT],
        },
      },
    ),
  ];
}
