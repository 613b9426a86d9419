/// <reference types="@vitejs/plugin-rsc/types" />

import { renderToReadableStream } from '@vitejs/plugin-rsc/rsc';
import type * as Ssr from './entry.ssr.js';
import { Page } from './Page.js';

export async function render(): Promise<string> {
  const stream = renderToReadableStream(<Page />);
  const { toHtml } = await import.meta.viteRsc.loadModule<typeof Ssr>('ssr', 'index');
  return toHtml(stream);
}
