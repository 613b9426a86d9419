import { judgeAccess } from './accessTruth.js';
import type { Evidence } from './evidence.js';
import { DONE, UNKNOWN, type PurposeTruth } from './purposeTruth.js';

/** What the user had taken back is there again. https://plaid.com/docs/link/oauth/#managing-consent-revocation */
export async function judgeRestoredPermissions(evidence: Evidence): Promise<PurposeTruth> {
  const { access_error: access } = evidence.item.facts;
  if (access) return judgeAccess(evidence, access);
  // A permission that is taken back at the bank ends as a login error, and that is gone.
  return evidence.hadLoginError && !evidence.plaidItem?.error ? DONE : UNKNOWN;
}
