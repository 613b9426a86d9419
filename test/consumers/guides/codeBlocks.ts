import { readFileSync, readdirSync } from 'node:fs';

export interface CodeBlock {
  /** By its page and line, such as `docs-words-12.tsx`: what the compiler names. */
  fileName: string;
  /** As a module. */
  source: string;
}

const ROOT = new URL('../../../', import.meta.url);

/** The blocks that others import, by the name under which they do. */
const IMPORTED: Readonly<Record<string, string>> = {
  App: 'export function App(',
  pageNews: 'export function createPageNews(',
  reportJob: 'export interface ReportJob ',
};

/** No packages of this repository: `queuesGuide.test.ts` compiles these blocks against stand-ins. */
const NOT_INSTALLED = /'(pg-boss|bullmq|@temporalio\/\w+)'/;

/** Every block of TypeScript in README and the guides, each as a module that an app could have. */
export function readCodeBlocks(): CodeBlock[] {
  const known = readKnownNames();
  const guides = readdirSync(new URL('docs/', ROOT)).filter((file) => file.endsWith('.md'));
  return ['README.md', ...guides.map((file) => `docs/${file}`)].flatMap((page) =>
    Array.from(read(page).matchAll(/^```(tsx?)\n([\s\S]*?)^```/gm), ({ 1: ending, 2: code = '', index, input }) => {
      const [name] = Object.entries(IMPORTED).find(([, start]) => code.includes(start)) ?? [];
      const line = input.slice(0, index).split('\n').length;
      return {
        fileName: `${name ?? `${page.replace('.md', '').replace('/', '-')}-${line}`}.${ending}`,
        source: toModule(code, known),
      };
    }).filter(({ source }) => !NOT_INSTALLED.test(source)),
  );
}

function read(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8');
}

/** A guide shows what is new: it may leave out what is imported, and the function around it. */
function toModule(code: string, known: ReadonlyMap<string, string>): string {
  const whole = code.replaceAll(/<UpdateModeProvider (.*) … \/>/g, '<UpdateModeProvider {...rest} $1 />');
  const importLine = /^import [^;]+;.*\n/gm;
  const imports = whole.match(importLine) ?? [];
  const imported = imports.map((line) => line.slice(0, line.indexOf(' from '))).join();
  const body = whole.replaceAll(importLine, '');
  const isNamed = (name: string, text: string) => new RegExp(`\\b${name}\\b`).test(text);
  const isDeclared = (name: string) => new RegExp(`\\b(const|function|interface|type) ${name}\\b`).test(body);
  const leftOut = [...known].filter(([name]) => isNamed(name, body) && !isDeclared(name) && !isNamed(name, imported));
  const statements = body.startsWith('<') ? `return <>${body.replace(/;\s*$/, '')}</>;` : body;
  return [
    ...imports,
    ...leftOut.map(([name, entry]) => `import { ${name} } from '${entry}';`),
    /^export /m.test(body) ? body : `export async function example() {\n${statements}\n}`,
  ].join('\n');
}

/** What a guide may name without an import, and where it is from. */
function readKnownNames(): Map<string, string> {
  const names = new Map([
    ['loadMessages', 'react-plaid-update-mode/messages'],
    ['CountryCode', 'plaid'],
    ['App', './App.js'],
    ['it', 'vitest'],
    ['render', '@testing-library/react'],
    ['screen', '@testing-library/react'],
    ['userEvent', '@testing-library/user-event'],
  ]);
  const add = (file: string, pattern: RegExp, entry: string) => {
    for (const [, list = ''] of read(file).matchAll(pattern)) {
      for (const name of list.split(',')) names.set(name.trim().replace(/^type /, ''), entry);
    }
  };
  const exported = /^export (?:type )?\{([^}]*[^},\s]),?\s*\}/gm;
  add('test/consumers/guides/surroundings.ts', /^export (?:declare const|interface) (\w+)/gm, './surroundings.js');
  add('src/testing/index.ts', exported, 'react-plaid-update-mode/testing');
  add('src/server/index.ts', exported, 'react-plaid-update-mode/server');
  // The last one wins: what a guide says of a type that two entries export is said of the browser's.
  add('src/index.ts', exported, 'react-plaid-update-mode');
  return names;
}
