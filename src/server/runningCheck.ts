import type { ItemFacts, RunningCheck } from './itemFacts.js';
import type { Services } from './services.js';
import { changeFacts, readCheckKey, type Confirmation, type Visit } from './visit.js';

/** Plaid may need a moment to believe what Link has just seen. */
const PATIENCE_MS = 60_000;
/** A check that was left alone for this long has been given up: the same key asks anew. */
const FORGOTTEN_MS = 10 * 60_000;
const MOST_CHECKS = 8;

/** Whether to go on asking Plaid under this key, and after how many seconds. */
export type Patience = { isOver: true } | { isOver: false; isNew: boolean; retryAfter: number };

export function readPatience(facts: ItemFacts, key: string, now: number): Patience {
  const check = readRunning(facts, now).find(({ idempotency_key }) => idempotency_key === key);
  const waitedMs = check ? now - Date.parse(check.since) : 0;
  if (waitedMs >= PATIENCE_MS) return { isOver: true };
  return { isOver: false, isNew: !check, retryAfter: Math.min(15, Math.max(2, Math.ceil(waitedMs / 3000))) };
}

/** Has Plaid asked again later about a visit; null where that has gone on for long enough. */
export async function askAgain<Caller>(services: Services<Caller>, visit: Visit<Caller>): Promise<Confirmation | null> {
  const key = readCheckKey(visit);
  const now = services.clock();
  const patience = readPatience(visit.item.facts, key, now);
  if (patience.isOver) return null;
  if (patience.isNew) await changeFacts(services, visit, (facts) => startCheck(facts, key, now));
  return { isFinal: false, retryAfter: patience.retryAfter };
}

/** The facts with a check that begins now. */
export function startCheck(facts: ItemFacts, key: string, now: number): ItemFacts {
  const others = readRunning(facts, now).filter(({ idempotency_key }) => idempotency_key !== key);
  const check = { idempotency_key: key, since: new Date(now).toISOString() };
  return { ...facts, checking: [...others, check].slice(-MOST_CHECKS) };
}

function readRunning({ checking = [] }: ItemFacts, now: number): RunningCheck[] {
  return checking.filter(({ since }) => now - Date.parse(since) < FORGOTTEN_MS);
}
