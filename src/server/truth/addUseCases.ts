import type { Evidence } from './evidence.js';
import { DONE, UNKNOWN, type PurposeTruth } from './purposeTruth.js';

/**
 * The user has consented to more use cases than before. Which ones a Link customization names, only Plaid's
 * dashboard knows, so the same ones as before may be all that there were.
 */
export function judgeUseCases({ plaidItem, before }: Evidence): PurposeTruth {
  const earlier = before?.consented_use_cases;
  const now = plaidItem?.consented_use_cases;
  if (!earlier || !now) return UNKNOWN;
  return now.some((useCase) => !earlier.includes(useCase)) ? DONE : UNKNOWN;
}
