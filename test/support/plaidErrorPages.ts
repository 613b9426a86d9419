/** A page of Plaid's documentation and the codes that it lists. */
export interface PlaidErrorPage {
  errorType: string;
  address: string;
  codes: readonly string[];
}

/**
 * Each code of Plaid's pages about what can be wrong with an Item. Read on 2026-11-21, in copies that were
 * taken on 2026-03-07.
 */
export const PLAID_ERROR_PAGES: readonly PlaidErrorPage[] = [
  {
    errorType: 'ITEM_ERROR',
    address: 'https://plaid.com/docs/errors/item/',
    codes: [
      'ACCESS_NOT_GRANTED',
      'INSTANT_MATCH_FAILED',
      'INSUFFICIENT_CREDENTIALS',
      'INVALID_CREDENTIALS',
      'INVALID_MFA',
      'INVALID_OTP',
      'INVALID_PHONE_NUMBER',
      'INVALID_SEND_METHOD',
      'INVALID_UPDATED_USERNAME',
      'ITEM_CONCURRENTLY_DELETED',
      'ITEM_LOCKED',
      'ITEM_LOGIN_REQUIRED',
      'ITEM_NOT_FOUND',
      'ITEM_NOT_SUPPORTED',
      'MANUAL_VERIFICATION_REQUIRED',
      'MFA_NOT_SUPPORTED',
      'NO_ACCOUNTS',
      'NO_AUTH_ACCOUNTS',
      'no-depository-accounts',
      'NO_INVESTMENT_ACCOUNTS',
      'NO_INVESTMENT_AUTH_ACCOUNTS',
      'NO_LIABILITY_ACCOUNTS',
      'PASSWORD_RESET_REQUIRED',
      'PRODUCT_NOT_ENABLED',
      'PRODUCT_NOT_READY',
      'PRODUCTS_NOT_SUPPORTED',
      'USER_INPUT_TIMEOUT',
      'USER_SETUP_REQUIRED',
    ],
  },
  {
    errorType: 'INSTITUTION_ERROR',
    address: 'https://plaid.com/docs/errors/institution/',
    codes: [
      'INSTITUTION_DOWN',
      'INSTITUTION_NO_LONGER_SUPPORTED',
      'INSTITUTION_NOT_AVAILABLE',
      'INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT',
      'INSTITUTION_NOT_FOUND',
      'INSTITUTION_NOT_RESPONDING',
      'INSTITUTION_REGISTRATION_REQUIRED',
      'UNAUTHORIZED_INSTITUTION',
      'UNSUPPORTED_RESPONSE',
    ],
  },
  {
    errorType: 'OAUTH_ERROR',
    address: 'https://plaid.com/docs/errors/oauth/',
    codes: [
      'INCORRECT_LINK_TOKEN',
      'INCORRECT_OAUTH_NONCE',
      'OAUTH_STATE_ID_ALREADY_PROCESSED',
      'OAUTH_STATE_ID_NOT_FOUND',
    ],
  },
  {
    errorType: 'API_ERROR',
    address: 'https://plaid.com/docs/errors/api/',
    codes: ['INTERNAL_SERVER_ERROR', 'plaid-internal-error', 'PLANNED_MAINTENANCE'],
  },
  {
    errorType: 'RATE_LIMIT_EXCEEDED',
    address: 'https://plaid.com/docs/errors/rate-limit-exceeded/',
    codes: [
      'ACCOUNTS_BALANCE_GET_LIMIT',
      'ACCOUNTS_LIMIT',
      'AUTH_LIMIT',
      'BALANCE_LIMIT',
      'CREDITS_EXHAUSTED',
      'IDENTITY_LIMIT',
      'INSTITUTION_RATE_LIMIT',
      'INSTITUTIONS_GET_BY_ID_LIMIT',
      'INSTITUTIONS_GET_LIMIT',
      'INVESTMENT_HOLDINGS_GET_LIMIT',
      'INVESTMENT_TRANSACTIONS_LIMIT',
      'ITEM_GET_LIMIT',
      'RATE_LIMIT',
      'TRANSACTIONS_LIMIT',
      'TRANSACTIONS_REFRESH_LIMIT',
      'TRANSACTIONS_SYNC_LIMIT',
    ],
  },
  {
    errorType: 'RECAPTCHA_ERROR',
    address: 'https://plaid.com/docs/errors/recaptcha/',
    codes: ['RECAPTCHA_BAD', 'RECAPTCHA_REQUIRED'],
  },
];

/** Plaid's reasons beside ITEM_LOGIN_REQUIRED. https://plaid.com/docs/errors/, read on 2026-11-21. */
export const ERROR_CODE_REASONS = ['OAUTH_INVALID_TOKEN', 'OAUTH_CONSENT_EXPIRED', 'OAUTH_USER_REVOKED'] as const;
