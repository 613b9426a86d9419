import { createReadStream, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export interface ServedFolder {
  /** Ends with a slash. */
  url: string;
  close(): Promise<void>;
}

/** Serves the files of a folder below a path, as the plainest of hosts does: no more than files. */
export async function serveFolder(folder: string, basePath: string): Promise<ServedFolder> {
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    if (!pathname.startsWith(basePath)) return answerNotFound(response);
    const path = normalize(decodeURIComponent(pathname.slice(basePath.length))) || '.';
    if (path.startsWith('..')) return answerNotFound(response);
    const file = join(folder, path === '.' ? 'index.html' : path);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return answerNotFound(response);
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}${basePath}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function answerNotFound(response: ServerResponse): void {
  response.writeHead(404).end();
}
