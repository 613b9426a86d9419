import type { TabLocks } from '../../src/core/ports.js';

export interface TabLocksByHand {
  /** The rights as one page asks for them. */
  page(): TabLocks & {
    /** The page is gone: all that it has is given back, and it hears no more. */
    die(): void;
    /** The browser puts the page aside: what it has is others'. */
    lose(): void;
    /** The page is shown again, and asks anew. */
    regain(): void;
    /** What the page asks for from here on reaches the browser only once the answer is called. */
    stall(): () => void;
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
      const asked = new Set<{ name: string; entry: Entry; onLost: () => void }>();
      let isDead = false;
      let stalled: (() => void)[] | null = null;

      function join(name: string, entry: Entry): void {
        const queue = queues.get(name) ?? [];
        queues.set(name, [...queue, entry]);
        if (queue.length === 0) grantFirst(name);
      }

      return {
        request(name, onGranted, onLost = () => {}) {
          if (isDead) return () => {};
          const own = { name, entry: { isOver: false, onGranted }, onLost };
          asked.add(own);
          if (stalled) stalled.push(() => join(name, own.entry));
          else join(name, own.entry);
          return () => {
            asked.delete(own);
            leave(name, own.entry);
          };
        },
        die() {
          isDead = true;
          for (const { name, entry } of asked) leave(name, entry);
        },
        lose() {
          for (const { name, entry, onLost } of asked) {
            leave(name, entry);
            onLost();
          }
        },
        regain() {
          for (const own of asked) {
            own.entry = { isOver: false, onGranted: own.entry.onGranted };
            join(own.name, own.entry);
          }
        },
        stall() {
          const waiting: (() => void)[] = [];
          stalled = waiting;
          return () => {
            stalled = null;
            for (const arrive of waiting) arrive();
          };
        },
      };
    },
  };
}
