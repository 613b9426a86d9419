/** What other servers have said about when they want to be asked again. */
export interface RateLimits {
  /** How many milliseconds a kind of request is in vain from now; 0 for none. */
  readPauseMs(kind: string): number;
  /** Remembers that it is in vain for this long. */
  note(kind: string, pauseMs: number | undefined): void;
}

/** A number that was misread, or a clock that was set, must not keep a server away for longer. */
const LONGEST_MS = 5 * 60_000;
const MOST_KINDS = 1000;

/** Within this process: another one has to find out by itself. */
export function createRateLimits(clock: () => number): RateLimits {
  const limits = new Map<string, { since: number; until: number }>();

  function readPauseMs(kind: string): number {
    const limit = limits.get(kind);
    const now = clock();
    if (limit && now >= limit.since && now < limit.until) return limit.until - now;
    limits.delete(kind);
    return 0;
  }

  return {
    readPauseMs,
    note(kind, pauseMs) {
      if (pauseMs === undefined || pauseMs <= 0) return;
      const now = clock();
      limits.set(kind, { since: now, until: now + Math.min(pauseMs, LONGEST_MS) });
      if (limits.size > MOST_KINDS) for (const known of [...limits.keys()]) readPauseMs(known);
      if (limits.size > MOST_KINDS) limits.clear();
    },
  };
}
