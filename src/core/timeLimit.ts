import type { Clock } from './ports.js';

/** Rejects a `withTimeLimit` whose time is up. */
export class TimeLimitReached extends Error {}

/** Runs `work` with a signal; gives up on it, and on whatever it still holds, after `ms`. */
export function withTimeLimit<Value>(
  clock: Clock,
  ms: number,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const controller = new AbortController();
  return new Promise<Value>((resolve, reject) => {
    const cancelTimer = clock.schedule(() => {
      const reason = new TimeLimitReached();
      reject(reason);
      controller.abort(reason);
    }, ms);
    // `then` inside a promise chain, so that a function that throws at once is a rejection as well.
    Promise.resolve()
      .then(() => work(controller.signal))
      .then(resolve, reject)
      .finally(cancelTimer);
  });
}
