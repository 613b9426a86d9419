import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigurationError } from './configuration.js';

/** What Vite has made of `demo/web`. */
export interface Page {
  folder: string;
  html: string;
}

const FOLDER = fileURLToPath(new URL('../dist', import.meta.url));

export async function readPage(): Promise<Page> {
  try {
    return { folder: FOLDER, html: await readFile(join(FOLDER, 'index.html'), 'utf8') };
  } catch {
    throw new ConfigurationError(
      'The page is not built yet, so there is nothing to show. Start the demo with: npm start',
    );
  }
}
