import { diagnoseError, type Cause } from '../core/diagnosis.js';

const CAUSES: Cause[] = ['permission_needed', 'auth_account_needed'];

/**
 * Whether an error says that the user does not share the permission or the accounts that a product needs, in Plaid's
 * capitals or its small letters with dashes. https://plaid.com/docs/errors/item/
 */
export function isAccessErrorCode(code: string | undefined): code is string {
  return code !== undefined && CAUSES.includes(diagnoseError({ error_type: '', error_code: code }).cause);
}
