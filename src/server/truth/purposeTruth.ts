import type { RepairResult } from '../../protocol/repair.js';
import type { CheckedProduct } from '../plaidClient.js';

/**
 * Whether what a visit was for is so, by Plaid's word.
 *
 * - `done`: it is.
 * - `unknown`: Plaid has no way to tell, or could not be asked.
 * - `missing`: it is not. Where `mayLag`, Plaid may say so a moment later, and is asked again.
 */
export type PurposeTruth =
  | { state: 'done' }
  | { state: 'unknown' }
  | {
      state: 'missing';
      mayLag: boolean;
      /** What the visit's answer is when there is no use in asking again. */
      result: Exclude<RepairResult, 'repaired'>;
      /** What Plaid calls the permission that is not there. */
      accessCode?: string | undefined;
      /** The product whose own call was denied. */
      product?: CheckedProduct | undefined;
    };

export const DONE: PurposeTruth = { state: 'done' };
export const UNKNOWN: PurposeTruth = { state: 'unknown' };
export const NOT_YET: PurposeTruth = { state: 'missing', mayLag: true, result: 'still_broken' };

export function denied(accessCode: string, product?: CheckedProduct): PurposeTruth {
  return { state: 'missing', mayLag: false, result: 'still_broken', accessCode, product };
}

export function toResult(truth: PurposeTruth): RepairResult {
  switch (truth.state) {
    case 'done':
      return 'repaired';
    case 'unknown':
      return 'unverifiable';
    case 'missing':
      return truth.result;
  }
}
