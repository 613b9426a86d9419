/** Timers that all end with the simulator. */
export interface TaskQueue {
  later(task: () => void, ms?: number): void;
  /** Resolves in a task of its own, as a message from Plaid's iframe arrives in one. */
  next(): Promise<void>;
  cancelAll(): void;
}

export function createTaskQueue(): TaskQueue {
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let isCancelled = false;

  function later(task: () => void, ms = 0): void {
    if (isCancelled) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      task();
    }, ms);
    timers.add(timer);
  }

  return {
    later,
    next: () => new Promise((resolve) => later(resolve)),
    cancelAll() {
      isCancelled = true;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
