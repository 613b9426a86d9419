import type { User } from './sessions.js';

/** Tells open pages which connection to look at again, by server-sent events. */
export interface LiveUpdates {
  /** To all pages of a household. */
  tell(householdId: string, itemId: string): void;
  /** A stream of the changes of this user's household; it ends with the user's session. */
  open(user: User, isStillSignedIn: () => Promise<boolean>): Response;
}

interface Listener {
  householdId: string;
  send(text: string): void;
}

const HEARTBEAT_MS = 20_000;

export function createLiveUpdates(heartbeatMs = HEARTBEAT_MS): LiveUpdates {
  const listeners = new Set<Listener>();
  const encoder = new TextEncoder();

  return {
    tell(householdId, itemId) {
      for (const listener of listeners) {
        if (listener.householdId !== householdId) continue;
        listener.send(`event: change\ndata: ${JSON.stringify({ item_id: itemId })}\n\n`);
      }
    },
    open({ householdId }, isStillSignedIn) {
      let stop = (): void => {};
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          const listener: Listener = { householdId, send: (text) => controller.enqueue(encoder.encode(text)) };
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
            if (listeners.has(listener)) listener.send(text);
          }
          function end(): void {
            if (!listeners.has(listener)) return;
            stop();
            controller.close();
          }
          listeners.add(listener);
          // Headers alone may be held back on the way: the first byte opens the stream for the browser.
          listener.send(':\n\n');
        },
        cancel: () => stop(),
      });
      return new Response(body, {
        headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
      });
    },
  };
}
