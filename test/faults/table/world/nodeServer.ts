import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Spoil } from './spoils.js';

export interface Listener {
  readonly url: string;
  /** New connections are refused, and the ones that are there break. */
  refuse(): Promise<void>;
  accept(): Promise<void>;
  /** All connections of browsers break; new ones are taken. */
  breakConnections(): void;
  /**
   * Whether connections are used again, as they are by default in life: a browser whose request breaks off on such a one
   * may send it again by itself, so that what a row sees would be a matter of chance.
   */
  keepsConnections: boolean;
  close(): Promise<void>;
}

/**
 * What to do with a request. `isGone`: whether whoever asked has hung up. A `Spoil` in the
 * place of a response breaks what a server could not break itself.
 */
export type Serve = (request: Request, isGone: () => boolean) => Promise<Response | Spoil>;

const LOOPBACK = '127.0.0.1';

/** Serves standard requests on a free port of loopback, and breaks connections on demand. */
export async function listen(serve: Serve): Promise<Listener> {
  const browsers = new Set<Socket>();
  let port = 0;
  let server = await start();

  async function start(): Promise<Server> {
    const started = createServer((incoming, outgoing) => void answer(incoming, outgoing));
    started.keepAliveTimeout = 60_000;
    await new Promise<void>((resolve, reject) => {
      started.once('error', reject);
      started.listen(port, LOOPBACK, resolve);
    });
    const address = started.address();
    if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
    port = address.port;
    return started;
  }

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    if (incoming.headers['user-agent']?.startsWith('Mozilla')) {
      browsers.add(incoming.socket);
      incoming.socket.once('close', () => browsers.delete(incoming.socket));
      if (!listener.keepsConnections) outgoing.setHeader('connection', 'close');
    }
    try {
      const outcome = await serve(
        await readRequest(incoming, `http://localhost:${port}`),
        () => incoming.socket.destroyed,
      );
      if (outcome instanceof Response) await send(outcome, outgoing);
      else spoilAnswer(outcome, incoming, outgoing);
    } catch {
      // Whoever asked has gone, or the row has done away with the server.
      incoming.socket.destroy();
    }
  }

  async function stop(): Promise<void> {
    const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await stopped;
  }

  const listener: Listener = {
    url: `http://localhost:${port}`,
    refuse: stop,
    async accept() {
      server = await start();
    },
    breakConnections() {
      for (const socket of browsers) socket.destroy();
    },
    keepsConnections: false,
    close: stop,
  };
  return listener;
}

async function readRequest(incoming: IncomingMessage, origin: string): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const method = incoming.method ?? 'GET';
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, String(value));
  }
  const body = method === 'GET' || method === 'HEAD' ? null : Buffer.concat(chunks);
  return new Request(new URL(incoming.url ?? '/', origin), { method, headers, body });
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  outgoing.writeHead(response.status, [...response.headers].flat());
  outgoing.end(body);
}

function spoilAnswer(spoil: Spoil, { socket }: IncomingMessage, outgoing: ServerResponse): void {
  switch (spoil.kind) {
    case 'answer':
      outgoing.writeHead(spoil.status, spoil.headers ?? {});
      outgoing.end(spoil.body);
      return;
    case 'reset':
      socket.resetAndDestroy();
      return;
    case 'cut':
      outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': '4000' });
      outgoing.write('{"integration_links":[{"item_id":"', () => socket.destroy());
      return;
    case 'silence':
      return;
  }
}
