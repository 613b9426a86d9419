import { createFromReadableStream } from '@vitejs/plugin-rsc/ssr';
import type { ReactNode } from 'react';
import { renderToReadableStream } from 'react-dom/server.edge';

export async function toHtml(page: ReadableStream<Uint8Array>): Promise<string> {
  const html = await renderToReadableStream(await createFromReadableStream<ReactNode>(page));
  return new Response(html).text();
}
