import { diagnoseError, type Cause } from '../core/diagnosis.js';

/**
 * Whether an error says that the user does not share the permission or the accounts that a product needs, in Plaid's
 * capitals or its small letters with dashes. https://plaid.com/docs/errors/item/
 */
export function isAccessErrorCode(code: string | undefined): code is string {
  return code !== undefined && (findCause(code) === 'permission_needed' || isAuthErrorCode(code));
}

/** The same of the accounts that Auth needs. */
export function isAuthErrorCode(code: string): boolean {
  return findCause(code) === 'auth_account_needed';
}

function findCause(error_code: string): Cause {
  return diagnoseError({ error_type: '', error_code }).cause;
}
