interface Reader {
  userId: string;
  sessionId: string;
  send(text: string): void;
  end(): void;
}

const HEARTBEAT_MS = 20_000;
const encoder = new TextEncoder();

/** The open pages of all users, and what there is to tell them. */
export function createPageNews() {
  const readers = new Set<Reader>();

  return {
    /** A stream for one page. `isSignedIn` is asked with every heartbeat. */
    open({ userId, sessionId }: { userId: string; sessionId: string }, isSignedIn: () => Promise<boolean>): Response {
      let stop = () => {};
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          const heartbeat = setInterval(() => {
            isSignedIn().then(
              (isStill) => (isStill ? reader.send(':\n\n') : reader.end()),
              () => reader.end(),
            );
          }, HEARTBEAT_MS);
          stop = () => {
            clearInterval(heartbeat);
            readers.delete(reader);
          };
          const reader: Reader = {
            userId,
            sessionId,
            send(text) {
              if (readers.has(reader)) controller.enqueue(encoder.encode(text));
            },
            end() {
              if (!readers.has(reader)) return;
              stop();
              controller.close();
            },
          };
          readers.add(reader);
          // Some proxies hold the headers back until a first byte follows them.
          reader.send(':\n\n');
        },
        cancel: () => stop(),
      });
      return new Response(body, {
        headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
      });
    },

    /** One of this user's connections has changed. */
    tell(userId: string, itemId: string): void {
      for (const reader of readers) {
        if (reader.userId !== userId) continue;
        reader.send(`event: change\ndata: ${JSON.stringify({ item_id: itemId })}\n\n`);
      }
    },

    /** The user signs out: whoever sits at this browser next hears nothing of them. */
    signOut(sessionId: string): void {
      for (const reader of readers) if (reader.sessionId === sessionId) reader.end();
    },
  };
}
