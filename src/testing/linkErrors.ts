import type { PlaidLinkError } from 'react-plaid-link';

function linkError(type: string, code: string, message: string, display: string | null = null): PlaidLinkError {
  return { error_type: type, error_code: code, error_message: message, display_message: display };
}

const itemError = linkError.bind(null, 'ITEM_ERROR');
const institutionError = linkError.bind(null, 'INSTITUTION_ERROR');
const oauthError = linkError.bind(null, 'OAUTH_ERROR');

const SIGN_IN_AGAIN = 'The bank asks you to sign in again.';
const BANK_IS_AWAY = 'The bank does not answer at the moment. Please try again later.';
const OURS = 'Something went wrong. Please try again later.';

/**
 * The errors that Link reports in update mode, by Plaid's `error_code`. Types and codes are Plaid's; the
 * messages are this simulator's own, since nothing may be decided by them.
 */
export const LINK_ERRORS = {
  INVALID_LINK_TOKEN: linkError('INVALID_INPUT', 'INVALID_LINK_TOKEN', 'invalid link_token provided'),
  TOO_MANY_VERIFICATION_ATTEMPTS: linkError(
    'INVALID_INPUT',
    'TOO_MANY_VERIFICATION_ATTEMPTS',
    'the code of the micro-deposit was wrong too often',
    'The code was wrong too often.',
  ),

  ITEM_LOGIN_REQUIRED: itemError('ITEM_LOGIN_REQUIRED', 'the user has to log in again', SIGN_IN_AGAIN),
  INVALID_CREDENTIALS: itemError(
    'INVALID_CREDENTIALS',
    'the credentials are wrong',
    'The username or the password is wrong.',
  ),
  INVALID_MFA: itemError('INVALID_MFA', 'the answer to the challenge is wrong', 'The answer is wrong.'),
  INVALID_SEND_METHOD: itemError('INVALID_SEND_METHOD', 'the way to send the code is unknown'),
  INVALID_OTP: itemError('INVALID_OTP', 'the one-time code is wrong', 'The code is wrong.'),
  ITEM_LOCKED: itemError(
    'ITEM_LOCKED',
    'the account is locked at the bank',
    'The bank has locked this account. Please unlock it there first.',
  ),
  USER_SETUP_REQUIRED: itemError(
    'USER_SETUP_REQUIRED',
    'the user has something to do at the bank',
    'The bank waits for you to do something on its own site.',
  ),
  PASSWORD_RESET_REQUIRED: itemError(
    'PASSWORD_RESET_REQUIRED',
    'the password has to be reset',
    'Please reset your password at the bank.',
  ),
  INVALID_UPDATED_USERNAME: itemError(
    'INVALID_UPDATED_USERNAME',
    'the username is not the one that the Item was made with',
    'This is not the username of this connection.',
  ),
  INSUFFICIENT_CREDENTIALS: itemError(
    'INSUFFICIENT_CREDENTIALS',
    'the visit to the bank was broken off',
    'The visit to the bank was not finished.',
  ),
  USER_INPUT_TIMEOUT: itemError(
    'USER_INPUT_TIMEOUT',
    'the user took too long',
    'That took too long. Please try again.',
  ),
  MFA_NOT_SUPPORTED: itemError('MFA_NOT_SUPPORTED', 'the kind of challenge is not supported'),
  NO_ACCOUNTS: itemError('NO_ACCOUNTS', 'no account was found', 'No open account was found.'),
  ITEM_NOT_FOUND: itemError('ITEM_NOT_FOUND', 'the Item does not exist any more'),
  ITEM_NOT_SUPPORTED: itemError('ITEM_NOT_SUPPORTED', 'the account is of a kind that is not supported'),
  ITEM_NO_ERROR: itemError('ITEM_NO_ERROR', 'the Item is healthy already'),
  ACCESS_NOT_GRANTED: itemError('ACCESS_NOT_GRANTED', 'the user did not grant the access', 'Access was not granted.'),
  NO_AUTH_ACCOUNTS: itemError('NO_AUTH_ACCOUNTS', 'no checking or savings account was shared'),
  NO_INVESTMENT_ACCOUNTS: itemError('NO_INVESTMENT_ACCOUNTS', 'no investment account was shared'),
  NO_LIABILITY_ACCOUNTS: itemError('NO_LIABILITY_ACCOUNTS', 'no liability account was shared'),
  PRODUCTS_NOT_SUPPORTED: itemError('PRODUCTS_NOT_SUPPORTED', 'the Item does not support the product'),
  MANUAL_VERIFICATION_REQUIRED: itemError('MANUAL_VERIFICATION_REQUIRED', 'the user has to verify the account by hand'),
  USER_PERMISSION_REVOKED: itemError(
    'USER_PERMISSION_REVOKED',
    'the user has revoked the permission to access the Item',
  ),

  INSTITUTION_DOWN: institutionError('INSTITUTION_DOWN', 'the institution is down', BANK_IS_AWAY),
  INSTITUTION_NOT_RESPONDING: institutionError(
    'INSTITUTION_NOT_RESPONDING',
    'the institution does not answer',
    BANK_IS_AWAY,
  ),
  INSTITUTION_NOT_AVAILABLE: institutionError(
    'INSTITUTION_NOT_AVAILABLE',
    'the institution is not available',
    BANK_IS_AWAY,
  ),
  INSTITUTION_NO_LONGER_SUPPORTED: institutionError(
    'INSTITUTION_NO_LONGER_SUPPORTED',
    'the institution is no longer supported',
  ),
  UNAUTHORIZED_INSTITUTION: institutionError('UNAUTHORIZED_INSTITUTION', 'the client may not use this institution'),
  INSTITUTION_REGISTRATION_REQUIRED: institutionError(
    'INSTITUTION_REGISTRATION_REQUIRED',
    'the client has to register with this institution',
  ),

  INCORRECT_LINK_TOKEN: oauthError('INCORRECT_LINK_TOKEN', 'Link was opened again with another link token'),
  INCORRECT_OAUTH_NONCE: oauthError('INCORRECT_OAUTH_NONCE', 'the OAuth nonce is another one'),
  OAUTH_STATE_ID_ALREADY_PROCESSED: oauthError(
    'OAUTH_STATE_ID_ALREADY_PROCESSED',
    'the OAuth state id was used already',
  ),
  OAUTH_STATE_ID_NOT_FOUND: oauthError('OAUTH_STATE_ID_NOT_FOUND', 'the OAuth state id is unknown'),

  INTERNAL_SERVER_ERROR: linkError('API_ERROR', 'INTERNAL_SERVER_ERROR', 'an unexpected error', OURS),
  PLANNED_MAINTENANCE: linkError('API_ERROR', 'PLANNED_MAINTENANCE', 'Plaid is under maintenance', OURS),
  RATE_LIMIT: linkError('RATE_LIMIT_EXCEEDED', 'RATE_LIMIT', 'too many requests', OURS),
  RECAPTCHA_REQUIRED: linkError('RECAPTCHA_ERROR', 'RECAPTCHA_REQUIRED', 'the user has to pass a captcha'),
  RECAPTCHA_BAD: linkError('RECAPTCHA_ERROR', 'RECAPTCHA_BAD', 'the captcha was not passed'),
} satisfies Record<string, PlaidLinkError>;

export type LinkErrorCode = keyof typeof LINK_ERRORS;

/** The row of a code, or one made up for a code that the table does not know. */
export function findLinkError(code: string): PlaidLinkError {
  const row: PlaidLinkError | undefined = Object.values(LINK_ERRORS).find((error) => error.error_code === code);
  return row ?? linkError(guessErrorType(code), code, code);
}

function guessErrorType(code: string): string {
  if (code.startsWith('INSTITUTION_')) return 'INSTITUTION_ERROR';
  return code.startsWith('OAUTH_') ? 'OAUTH_ERROR' : 'ITEM_ERROR';
}
