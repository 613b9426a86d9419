import { createStore, type Store } from './store.js';

/** A store that asks for its first value when somebody first looks, and remembers it. */
export interface LateStore<Value> extends Store<Value> {
  getInitial(): Value;
}

export function createLateStore<Value>(makeInitial: () => Value): LateStore<Value> {
  let made: { initial: Value; store: Store<Value> } | null = null;

  function get(): { initial: Value; store: Store<Value> } {
    if (made) return made;
    const initial = makeInitial();
    made = { initial, store: createStore(initial) };
    return made;
  }

  return {
    getInitial: () => get().initial,
    getSnapshot: () => get().store.getSnapshot(),
    set: (next) => get().store.set(next),
    subscribe: (listener) => get().store.subscribe(listener),
  };
}
