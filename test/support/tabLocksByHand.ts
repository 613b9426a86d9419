import type { TabLocks } from '../../src/core/ports.js';

export interface TabLocksByHand {
  /** The rights as one page asks for them. */
  page(): TabLocks & {
    /** The page is gone: all that it has is given back, and it hears no more. */
    die(): void;
  };
}

interface Entry {
  isOver: boolean;
  onGranted: () => void;
}

/** The rights of a browser's tabs: each name has a queue, whose first has it. */
export function createTabLocksByHand(): TabLocksByHand {
  const queues = new Map<string, Entry[]>();

  function grantFirst(name: string): void {
    const [first] = queues.get(name) ?? [];
    if (!first) return;
    queueMicrotask(() => {
      if (!first.isOver) first.onGranted();
    });
  }

  function leave(name: string, entry: Entry): void {
    if (entry.isOver) return;
    entry.isOver = true;
    const queue = queues.get(name) ?? [];
    const wasFirst = queue[0] === entry;
    queues.set(
      name,
      queue.filter((other) => other !== entry),
    );
    if (wasFirst) grantFirst(name);
  }

  return {
    page() {
      const leaves = new Set<() => void>();
      let isDead = false;
      return {
        request(name, onGranted) {
          const entry: Entry = { isOver: isDead, onGranted };
          if (isDead) return () => {};
          const queue = queues.get(name) ?? [];
          queues.set(name, [...queue, entry]);
          if (queue.length === 0) grantFirst(name);
          const giveBack = () => {
            leaves.delete(giveBack);
            leave(name, entry);
          };
          leaves.add(giveBack);
          return giveBack;
        },
        die() {
          isDead = true;
          for (const giveBack of leaves) giveBack();
        },
      };
    },
  };
}
