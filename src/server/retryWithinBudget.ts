export interface RetryBudget<Value> {
  tries: number;
  /** For all tries and the pauses between them. A pause that does not fit in is not begun. */
  totalMs: number;
  /** Milliseconds since 1970. */
  clock(): number;
  pause(ms: number): Promise<void>;
  /** Whether another try is worth it, and after what pause, where the other side asked for one. */
  shouldRetry(value: Value): { afterMs?: number | undefined } | null;
}

const FIRST_PAUSE_MS = 250;
/** What was sent away together does not come back together. */
const JITTER_MS = 250;

/** Tries until there is no reason to try again or the budget is used up; the last try is the answer. */
export async function retryWithinBudget<Value>(budget: RetryBudget<Value>, run: () => Promise<Value>): Promise<Value> {
  const end = budget.clock() + budget.totalMs;
  for (let count = 1; ; count += 1) {
    const value = await run();
    const retry = budget.shouldRetry(value);
    if (retry === null || count >= budget.tries) return value;
    const pauseMs = readPauseMs(retry.afterMs, count);
    if (budget.clock() + pauseMs > end) return value;
    await budget.pause(pauseMs);
  }
}

/** The pause that was asked for and a bit; else a growing one, of which each process takes another part of the second half. */
function readPauseMs(afterMs: number | undefined, count: number): number {
  if (afterMs !== undefined) return Math.ceil(afterMs + JITTER_MS * Math.random());
  return Math.ceil(FIRST_PAUSE_MS * 2 ** (count - 1) * (0.5 + Math.random() / 2));
}
