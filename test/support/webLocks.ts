/** The part of `navigator.locks` that is asked. jsdom has none, and every browser on https does. */
export function installWebLocks(): void {
  const queues = new Map<string, (() => void)[]>();

  function next(name: string): void {
    const queue = queues.get(name) ?? [];
    queue.shift();
    queue[0]?.();
  }

  async function request(
    name: string,
    { signal, ifAvailable = false }: { signal?: AbortSignal | undefined; ifAvailable?: boolean },
    hold: (lock: object | null) => unknown,
  ): Promise<unknown> {
    const queue = queues.get(name) ?? [];
    queues.set(name, queue);
    if (ifAvailable && queue.length > 0) return hold(null);
    await new Promise<void>((resolve, reject) => {
      queue.push(resolve);
      signal?.addEventListener('abort', () => {
        if (queue[0] === resolve) return;
        queue.splice(queue.indexOf(resolve), 1);
        reject(new DOMException('Aborted', 'AbortError'));
      });
      if (queue[0] === resolve) resolve();
    });
    try {
      return await hold({ name });
    } finally {
      next(name);
    }
  }

  Object.defineProperty(navigator, 'locks', { configurable: true, value: { request } });
}
