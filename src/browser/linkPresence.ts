import { createStore, type ReadableStore } from '../core/store.js';

/** Whether Link is on the screen: true a moment before it comes, so that what would be in its way can make room. */
export interface LinkPresence extends ReadableStore<boolean> {
  /** Calls `open` once room has been made: at once where nobody watches. Answers how to call it off. */
  enter(open: () => void): () => void;
  /** Answers whether anybody has made room. */
  leave(): boolean;
}

/** Long enough for a dialog to be rendered away, and to give the focus back where it came from. */
const ROOM_MS = 50;

export function createLinkPresence(): LinkPresence {
  const { getSnapshot, set, subscribe } = createStore(false);
  let watchers = 0;
  return {
    getSnapshot,
    subscribe(listener) {
      const stop = subscribe(listener);
      watchers += 1;
      return () => {
        watchers -= 1;
        stop();
      };
    },
    enter(open) {
      set(true);
      if (watchers === 0) {
        open();
        return () => {};
      }
      const timer = setTimeout(open, ROOM_MS);
      return () => clearTimeout(timer);
    },
    leave() {
      set(false);
      return watchers > 0;
    },
  };
}
