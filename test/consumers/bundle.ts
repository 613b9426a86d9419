import { build } from 'vite';

export interface Part {
  code: string;
  /** The names of the modules that are asked for only when they are needed. */
  later: readonly string[];
  isEntry: boolean;
}

/** What an app's bundler makes of an import, with the peers left out. */
export async function bundle(app: string, code: string): Promise<Part[]> {
  const result = await build({
    root: app,
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'virtual:entry' ? `\0${id}` : undefined),
        load: (id) => (id === '\0virtual:entry' ? code : undefined),
      },
    ],
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: 'virtual:entry',
        external: /^(react|react-dom|@tanstack\/react-query|react-plaid-link)($|\/)/,
        preserveEntrySignatures: 'strict',
        checks: { moduleLevelDirective: false },
      },
    },
  });
  if (!('output' in result)) throw new Error('Vite built something else than one bundle.');
  return result.output.map((part) =>
    part.type === 'chunk'
      ? { code: part.code, later: part.dynamicImports, isEntry: part.isEntry }
      : { code: String(part.source), later: [], isEntry: false },
  );
}
