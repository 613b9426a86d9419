import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const TYPES: Record<string, string> = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8' };

/** The page of a tab, built by Vite from the package's source, as answers by their path. */
export async function buildPage(): Promise<(path: string) => Response | null> {
  const built = await build({
    configFile: false,
    root: fileURLToPath(new URL('./page', import.meta.url)),
    logLevel: 'warn',
    resolve: { tsconfigPaths: true },
    build: {
      write: false,
      modulePreload: false,
      target: 'es2022',
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  });
  if (!('output' in built)) throw new Error('Vite has built something else than one page.');
  const files = new Map<string, string>();
  for (const file of built.output) {
    const text = file.type === 'chunk' ? file.code : file.source;
    if (typeof text === 'string') files.set(`/${file.fileName}`, text);
  }
  return (path) => {
    const name = path === '/' ? '/index.html' : path;
    const text = files.get(name);
    const type = TYPES[name.split('.').at(-1) ?? ''];
    return text === undefined || type === undefined ? null : new Response(text, { headers: { 'content-type': type } });
  };
}
