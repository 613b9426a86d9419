import { isAccessErrorCode } from '../accessErrorCode.js';
import { judgeAccess } from './accessTruth.js';
import type { Evidence } from './evidence.js';
import { denied, DONE, UNKNOWN, type PurposeTruth } from './purposeTruth.js';

/**
 * What the user had taken back is there again. https://plaid.com/docs/link/oauth/#managing-consent-revocation
 *
 * During an outage nobody can tell: that Link succeeded proves a login, which is all that a repair is for, and no
 * permission.
 */
export async function judgeRestoredPermissions(evidence: Evidence): Promise<PurposeTruth> {
  const { access_error: access } = evidence.item.facts;
  if (access) return judgeAccess(evidence, access);
  const { plaidItem, hadLoginError } = evidence;
  const errorCode = plaidItem?.error?.error_code;
  if (isAccessErrorCode(errorCode)) return denied(errorCode);
  // A permission that is taken back at the bank ends as a login error, and that is gone.
  return hadLoginError && plaidItem && !plaidItem.error ? DONE : UNKNOWN;
}
