import type { ItemError } from '../protocol/integrationLink.js';
import { isLoginErrorCode } from '../protocol/loginErrors.js';
import type { Cause } from './diagnosisTable.js';

/** Plaid's codes besides the login errors. Those in small letters with dashes are looked up as the others are. */
const CAUSES: Readonly<Record<string, Cause>> = {
  // https://plaid.com/docs/errors/item/
  ITEM_LOCKED: 'bank_locked',
  PASSWORD_RESET_REQUIRED: 'bank_password',
  USER_SETUP_REQUIRED: 'bank_setup',
  INVALID_UPDATED_USERNAME: 'username_changed',
  ITEM_CONCURRENTLY_DELETED: 'ended',
  ITEM_NOT_FOUND: 'ended',
  ACCESS_NOT_GRANTED: 'permission_needed',
  NO_AUTH_ACCOUNTS: 'auth_account_needed',
  NO_DEPOSITORY_ACCOUNTS: 'auth_account_needed',
  NO_ACCOUNTS: 'account_needed',
  NO_INVESTMENT_ACCOUNTS: 'account_needed',
  NO_INVESTMENT_AUTH_ACCOUNTS: 'account_needed',
  NO_LIABILITY_ACCOUNTS: 'account_needed',
  PRODUCT_NOT_READY: 'preparing',
  MFA_NOT_SUPPORTED: 'unsupported_sign_in',
  INSTANT_MATCH_FAILED: 'unsupported',
  ITEM_NOT_SUPPORTED: 'unsupported',
  MANUAL_VERIFICATION_REQUIRED: 'unsupported',
  PRODUCT_NOT_ENABLED: 'unsupported',
  PRODUCTS_NOT_SUPPORTED: 'unsupported',
  // In the enumerations of Plaid's SDKs alone: https://github.com/plaid/react-native-plaid-link-sdk
  ITEM_NO_ERROR: 'healthy',
  ITEM_PRODUCT_NOT_READY: 'preparing',

  // https://plaid.com/docs/errors/institution/
  INSTITUTION_DOWN: 'outage',
  INSTITUTION_NOT_RESPONDING: 'outage',
  INSTITUTION_NOT_AVAILABLE: 'outage',
  INSTITUTION_POOR_HEALTH_ERROR: 'outage',
  INSTITUTION_NO_LONGER_SUPPORTED: 'unsupported_bank',
  INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT: 'unsupported',
  INSTITUTION_NOT_FOUND: 'unsupported',
  INSTITUTION_REGISTRATION_REQUIRED: 'unsupported',
  UNAUTHORIZED_INSTITUTION: 'unsupported',
  UNSUPPORTED_RESPONSE: 'unsupported',

  // https://plaid.com/docs/errors/oauth/ and https://plaid.com/docs/errors/recaptcha/
  INCORRECT_LINK_TOKEN: 'unfinished',
  INCORRECT_OAUTH_NONCE: 'unfinished',
  OAUTH_ERROR: 'unfinished',
  OAUTH_STATE_ID_ALREADY_PROCESSED: 'unfinished',
  OAUTH_STATE_ID_NOT_FOUND: 'unfinished',
  RECAPTCHA_BAD: 'unfinished',
  RECAPTCHA_REQUIRED: 'unfinished',

  // https://plaid.com/docs/errors/api/ and https://plaid.com/docs/errors/rate-limit-exceeded/
  INTERNAL_SERVER_ERROR: 'delay',
  PLAID_INTERNAL_ERROR: 'delay',
  PLANNED_MAINTENANCE: 'delay',
  CREDITS_EXHAUSTED: 'delay',
  INSTITUTION_RATE_LIMIT: 'outage',

  // https://plaid.com/docs/errors/invalid-input/, as far as it is about an Item and its user
  ADDITIONAL_CONSENT_REQUIRED: 'consent_needed',
  INVALID_ACCESS_TOKEN: 'ended',
  USER_PERMISSION_REVOKED: 'ended',

  // https://plaid.com/docs/api/items/ and https://plaid.com/docs/api/products/auth/: webhooks
  PRODUCT_PERMISSIONS_REQUIRED: 'permission_needed',
  USER_ACCOUNT_REVOKED: 'account_revoked',

  // This library's own.
  ACCOUNTS_REMOVED: 'account_needed',
  ASSETS_REVOKED: 'assets_revoked',
};

/** What a code that nobody has listed is most likely about. */
const CAUSES_BY_TYPE: Readonly<Record<string, Cause>> = {
  INSTITUTION_ERROR: 'outage',
  API_ERROR: 'delay',
  RATE_LIMIT_EXCEEDED: 'delay',
  OAUTH_ERROR: 'unfinished',
  RECAPTCHA_ERROR: 'unfinished',
  INVALID_INPUT: 'unsupported',
  INVALID_REQUEST: 'unsupported',
  INVALID_RESULT: 'unsupported',
};

/** Why a bank that its user signs in to on its own site asks for them again. https://plaid.com/docs/errors/ */
const CAUSES_BY_REASON: Readonly<Record<string, Cause>> = {
  OAUTH_INVALID_TOKEN: 'oauth_invalid',
  OAUTH_CONSENT_EXPIRED: 'oauth_expired',
  OAUTH_USER_REVOKED: 'oauth_revoked',
};

/** The row of Plaid's error. One that is not known gets what its type suggests, and then the row that lets its user try. */
export function findErrorCause({ error_type, error_code, error_code_reason }: ItemError): Cause {
  const cause = findCodeCause(error_code);
  if (cause === 'login') return lookUp(CAUSES_BY_REASON, error_code_reason ?? '') ?? cause;
  return cause ?? lookUp(CAUSES_BY_TYPE, error_type) ?? 'unknown';
}

/** The row of something that was taken back, or never given, on an Item that works otherwise. */
export function findAccessCause(code: string): Cause {
  // By the webhook update mode may still help; by the error of the same name, which is Plaid's last word, it does not.
  if (code === 'USER_PERMISSION_REVOKED') return 'permission_revoked';
  return findCodeCause(code) ?? 'permission_needed';
}

function findCodeCause(code: string): Cause | undefined {
  const known = lookUp(CAUSES, code.toUpperCase().replaceAll('-', '_'));
  if (known) return known;
  if (isLoginErrorCode(code)) return 'login';
  return /_LIMIT(_EXCEEDED)?$/.test(code) ? 'delay' : undefined;
}

function lookUp(causes: Readonly<Record<string, Cause>>, key: string): Cause | undefined {
  return Object.hasOwn(causes, key) ? causes[key] : undefined;
}
