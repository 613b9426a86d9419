import type { Clock } from './ports.js';

/** Rejects a `withTimeLimit` whose time is up. */
export class TimeLimitReached extends Error {}

/** Runs `work` with a signal and gives up on it, and on whatever it still holds, after `ms` or when `outer` aborts. */
export function withTimeLimit<Value>(
  clock: Clock,
  ms: number,
  work: (signal: AbortSignal) => Promise<Value>,
  outer?: AbortSignal,
): Promise<Value> {
  const controller = new AbortController();
  return new Promise<Value>((resolve, reject) => {
    const giveUp = (reason: unknown) => {
      reject(reason);
      controller.abort(reason);
    };
    const onOuterAbort = () => giveUp(outer?.reason);
    if (outer?.aborted) return onOuterAbort();
    outer?.addEventListener('abort', onOuterAbort, { once: true });
    const cancelTimer = clock.schedule(() => giveUp(new TimeLimitReached()), ms);
    const settle = () => {
      cancelTimer();
      outer?.removeEventListener('abort', onOuterAbort);
    };
    // `then` inside a promise chain, so that a function that throws at once is a rejection as well.
    Promise.resolve()
      .then(() => work(controller.signal))
      .then(resolve, reject)
      .finally(settle);
  });
}
