import { onTestFinished, vi } from 'vitest';

/** One connection to a server that sends events, in the test's hands. */
export interface Connection {
  readonly url: string;
  readonly withCredentials: boolean;
  readonly isClosed: boolean;
  open(): void;
  /** Sends an event; by default one of the name `change`. */
  send(data: string, name?: string): void;
  /** The server or the network ends it. */
  break(): void;
}

/** Puts an EventSource on the page whose server is the test. Answers all connections that were made, oldest first. */
export function installEventSource(): readonly Connection[] {
  const connections: Connection[] = [];

  class EventSourceByHand extends EventTarget {
    constructor(url: string, { withCredentials = false } = {}) {
      super();
      const connection = { url, withCredentials, isClosed: false };
      this.close = () => void (connection.isClosed = true);
      const tell = (event: Event) => {
        if (!connection.isClosed) this.dispatchEvent(event);
      };
      connections.push(
        Object.assign(connection, {
          open: () => tell(new Event('open')),
          send: (data: string, name = 'change') => tell(new MessageEvent(name, { data })),
          break: () => tell(new Event('error')),
        }),
      );
    }

    close: () => void;
  }

  vi.stubGlobal('EventSource', EventSourceByHand);
  onTestFinished(() => void vi.unstubAllGlobals());
  return connections;
}
