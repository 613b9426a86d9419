import type { User } from './sessions.js';

/** Tells open pages which connection to look at again, by server-sent events. */
export interface LiveUpdates {
  /** To all pages of a household. */
  tell(householdId: string, itemId: string): void;
  /**
   * A stream of the changes of this user's household; it ends with the user's session. Null where the user, or this
   * server, has as many as it can have.
   */
  open(user: User, isStillSignedIn: () => Promise<boolean>): Response | null;
}

export interface LiveUpdatesOptions {
  heartbeatMs?: number | undefined;
  mostOfUser?: number | undefined;
  mostInAll?: number | undefined;
}

interface Listener {
  userId: string;
  householdId: string;
  send(text: string): void;
}

const HEARTBEAT_MS = 20_000;
/** More windows than anybody has in sight; what is hidden keeps no stream. */
const MOST_OF_USER = 12;
const MOST_IN_ALL = 500;
/** Events that nobody has fetched: whoever lets so many lie does not read. */
const MOST_UNREAD = 100;

export function createLiveUpdates(options: LiveUpdatesOptions = {}): LiveUpdates {
  const { heartbeatMs = HEARTBEAT_MS, mostOfUser = MOST_OF_USER, mostInAll = MOST_IN_ALL } = options;
  const listeners = new Set<Listener>();
  const encoder = new TextEncoder();

  function isFull(userId: string): boolean {
    if (listeners.size >= mostInAll) return true;
    return [...listeners].filter((listener) => listener.userId === userId).length >= mostOfUser;
  }

  return {
    tell(householdId, itemId) {
      for (const listener of listeners) {
        if (listener.householdId !== householdId) continue;
        listener.send(`event: change\ndata: ${JSON.stringify({ item_id: itemId })}\n\n`);
      }
    },
    open({ id: userId, householdId }, isStillSignedIn) {
      if (isFull(userId)) return null;
      let stop = (): void => {};
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          const listener: Listener = { userId, householdId, send };
          const heartbeat = setInterval(beat, heartbeatMs);
          stop = () => {
            clearInterval(heartbeat);
            listeners.delete(listener);
          };
          function beat(): void {
            isStillSignedIn().then(
              (isSignedIn) => (isSignedIn ? send(':\n\n') : end()),
              () => end(),
            );
          }
          function send(text: string): void {
            if (!listeners.has(listener)) return;
            if ((controller.desiredSize ?? 0) < -MOST_UNREAD) end();
            else controller.enqueue(encoder.encode(text));
          }
          function end(): void {
            if (!listeners.has(listener)) return;
            stop();
            controller.close();
          }
          listeners.add(listener);
          // Headers alone may be held back on the way: the first byte opens the stream for the browser.
          send(':\n\n');
        },
        cancel: () => stop(),
      });
      return new Response(body, {
        headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
      });
    },
  };
}
