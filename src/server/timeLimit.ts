/** What `withinTimeLimit` rejects with when the time is up. */
export class TimeLimitReached extends Error {
  override readonly name = 'TimeLimitReached';

  constructor() {
    super('No answer in time.');
  }
}

/** Runs a request that is given up after `ms`: its signal aborts and the promise rejects, whether or not it listens. */
export async function withinTimeLimit<Value>(ms: number, run: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new TimeLimitReached());
      controller.abort();
    }, ms);
  });
  try {
    return await Promise.race([run(controller.signal), limit]);
  } finally {
    clearTimeout(timer);
  }
}
