import type { RepairResult } from '../protocol/repair.js';
import type { ItemFacts } from './itemFacts.js';

/** Two tabs and a late outbox are three; more at once are nobody's. */
const MOST_EARLIER = 8;

/** How a report was answered that has repaired something; null for one that is new. */
export function readAnswer(facts: ItemFacts, key: string | null): RepairResult | null {
  if (key === null) return null;
  if (facts.repaired_under === key) return facts.repaired_result ?? 'repaired';
  const earlier = facts.repaired_earlier?.find(({ idempotency_key }) => idempotency_key === key);
  return earlier ? (earlier.result ?? 'repaired') : null;
}

/** The facts with one more such report; those before it are remembered for a while. */
export function withAnswer(facts: ItemFacts, key: string | null, result: RepairResult): ItemFacts {
  const { repaired_under, repaired_result, repaired_earlier = [] } = facts;
  const before = repaired_under === undefined ? [] : [{ idempotency_key: repaired_under, result: repaired_result }];
  const earlier = [...repaired_earlier, ...before].filter(({ idempotency_key }) => idempotency_key !== key);
  return {
    ...facts,
    repaired_under: key ?? undefined,
    repaired_result: result === 'repaired' ? undefined : result,
    repaired_earlier: earlier.length > 0 ? earlier.slice(-MOST_EARLIER) : undefined,
  };
}
