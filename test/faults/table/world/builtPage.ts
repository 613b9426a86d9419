import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

/** What the server tells the page of the row that it is in. */
export interface PageSettings {
  user: string;
  bankUrl: string;
  script: { outcome: 'load' | 'error' | 'hang'; delay?: number | undefined };
  oauth: 'popup' | 'redirect';
}

export interface BuiltPage {
  assets: ReadonlyMap<string, { body: string; type: string }>;
  render(settings: PageSettings): string;
}

/** Builds the table's page as an app would, and keeps it in memory. */
export async function buildPage(): Promise<BuiltPage> {
  const outcome = await build({
    configFile: false,
    logLevel: 'warn',
    root: fileURLToPath(new URL('../page', import.meta.url)),
    plugins: [react()],
    resolve: { tsconfigPaths: true },
    build: { write: false, target: 'es2022', modulePreload: { polyfill: false } },
  });
  const [bundle] = Array.isArray(outcome) ? outcome : [outcome];
  if (!bundle || !('output' in bundle)) throw new Error('Vite has built no page.');
  const assets = new Map<string, { body: string; type: string }>();
  for (const file of bundle.output) {
    const body = file.type === 'chunk' ? file.code : Buffer.from(file.source).toString();
    assets.set(`/${file.fileName}`, { body, type: findType(file.fileName) });
  }
  const index = assets.get('/index.html')?.body;
  if (index === undefined) throw new Error('Vite has built no index.html.');
  assets.delete('/index.html');
  return {
    assets,
    render: (settings) => index.replace('<head>', `<head><script>faultTable = ${JSON.stringify(settings)}</script>`),
  };
}

function findType(fileName: string): string {
  if (fileName.endsWith('.js')) return 'text/javascript';
  return fileName.endsWith('.css') ? 'text/css' : 'text/html; charset=utf-8';
}
