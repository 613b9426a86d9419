import type { Clock } from '../../../src/core/ports.js';

/** A page's own clock, which a test can put forward: what is due by then runs at once. */
export interface FastClock extends Clock {
  putForward(ms: number): void;
  /** From now on nothing is due before it is put forward. */
  stop(): void;
}

export function createFastClock(): FastClock {
  let ahead = 0;
  let isRunning = true;
  const waiting = new Set<{ at: number; ring: () => void }>();
  const now = () => Date.now() + ahead;
  return {
    now,
    schedule(callback, ms) {
      const cancel = () => {
        clearTimeout(timer);
        waiting.delete(alarm);
      };
      const ring = () => {
        cancel();
        callback();
      };
      const alarm = { at: now() + ms, ring };
      const timer = isRunning ? setTimeout(ring, ms) : undefined;
      waiting.add(alarm);
      return cancel;
    },
    stop() {
      isRunning = false;
    },
    putForward(ms) {
      ahead += ms;
      for (const { at, ring } of [...waiting]) if (at <= now()) ring();
    },
  };
}
