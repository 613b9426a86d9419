import type { Evidence } from './evidence.js';
import { DONE, UNKNOWN, type PurposeTruth } from './purposeTruth.js';

const VERIFIED = ['manually_verified', 'automatically_verified'];
const FAILED = ['verification_failed', 'verification_expired'];
const PENDING = ['pending_manual_verification', 'pending_automatic_verification', 'unsent'];

/** The account's `verification_status`. https://plaid.com/docs/auth/coverage/same-day/ */
export function judgeMicroDeposits({ accounts }: Evidence): PurposeTruth {
  if (typeof accounts === 'string') return UNKNOWN;
  const has = (statuses: string[]): boolean =>
    accounts.some(({ verification_status }) => statuses.includes(verification_status ?? ''));
  if (has(PENDING)) return { state: 'missing', mayLag: true, result: 'unchanged' };
  if (has(FAILED)) return { state: 'missing', mayLag: false, result: 'still_broken' };
  return has(VERIFIED) ? DONE : UNKNOWN;
}
