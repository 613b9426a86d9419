import { createAdaptorServer } from '@hono/node-server';
import type { ServerType } from '@hono/node-server';

export interface Listener {
  /** `http://localhost:` and the port: Plaid takes no other name of this machine for a `redirect_uri`. */
  url: string;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';

/** Serves on loopback; port 0 takes a free one. Rejects where the port is taken. */
export async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  port: number,
): Promise<Listener> {
  const server = createAdaptorServer({ fetch, hostname: LOOPBACK });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => resolve());
  });
  return { url: `http://localhost:${readPort(server)}`, close: () => close(server) };
}

function readPort(server: ServerType): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return address.port;
}

async function close(server: ServerType): Promise<void> {
  const closed = new Promise<void>((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
  });
  // A browser keeps its connections open for as long as the server lets it.
  if ('closeAllConnections' in server) server.closeAllConnections();
  await closed;
}
