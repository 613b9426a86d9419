import type { PageState } from './pageState.js';

/**
 * Waits on this page behind all who have asked for the same name. `onTurn` is called once, never at once; the answer
 * leaves the queue, and ends a turn.
 */
export function joinPageQueue(page: PageState, name: string, onTurn: () => void): () => void {
  const queues = (page.queues ??= new Map());
  const queue = queues.get(name) ?? [];
  const place = { onTurn };
  queue.push(place);
  queues.set(name, queue);
  const call = () => {
    const [first] = queue;
    if (first) queueMicrotask(() => first === queue[0] && first.onTurn());
  };
  if (queue[0] === place) call();
  return () => {
    const index = queue.indexOf(place);
    if (index < 0) return;
    queue.splice(index, 1);
    if (queue.length === 0) queues.delete(name);
    if (index === 0) call();
  };
}
