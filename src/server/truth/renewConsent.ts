import type { Evidence } from './evidence.js';
import { DONE, NOT_YET, UNKNOWN, type PurposeTruth } from './purposeTruth.js';

/** The consent ends later than before. https://plaid.com/docs/link/update-mode/#renewing-consent */
export function judgeRenewedConsent({ plaidItem, before, item }: Evidence): PurposeTruth {
  const earlier = before ? before.consent_expiration_time : item.facts.consent_expiration_time;
  const now = plaidItem?.consent_expiration_time;
  // Without an end there is nothing to renew, or Plaid does not tell.
  if (!earlier || !now) return UNKNOWN;
  return Date.parse(now) > Date.parse(earlier) ? DONE : NOT_YET;
}
