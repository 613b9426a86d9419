/**
 * Remembers webhooks that were taken, on the app's own database; asked before the work and told after it,
 * so that a server that dies in between has lost nothing. A key is at most 100 characters of ASCII; one that is
 * older than two days may be forgotten.
 */
export interface Dedupe {
  has(key: string): boolean | Promise<boolean>;
  add(key: string): unknown;
}

const MOST_KEYS = 10_000;

/** Remembers the latest 10,000 webhooks in memory, for development and for an app in one process. */
export function createMemoryDedupe(): Dedupe {
  const keys = new Set<string>();
  return {
    has: (key) => keys.has(key),
    add(key) {
      keys.add(key);
      for (const oldest of keys) {
        if (keys.size <= MOST_KEYS) return;
        keys.delete(oldest);
      }
    },
  };
}
