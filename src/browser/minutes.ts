const MINUTE_MS = 60_000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** The time in whole minutes, for texts such as "in 6 days". One timer serves all, and only while somebody looks. */
export const minutes = {
  /** Milliseconds since 1970. */
  getSnapshot: () => Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    timer ??= setInterval(() => {
      for (const each of [...listeners]) each();
    }, MINUTE_MS);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    };
  },
};
