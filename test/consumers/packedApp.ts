import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** An app of its own that has the packed library installed, beside its peers and nothing else of ours. */
    packedApp: string;
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url));

const INSTALLED = [
  '@tanstack/react-query',
  '@types/react',
  '@types/react-dom',
  '@vitejs/plugin-rsc',
  'jose',
  'plaid',
  'react',
  'react-dom',
  'react-plaid-link',
  'valibot',
];

/** Packs the built library as npm would publish it, and installs it in a folder outside the repository without network. */
export function setup(project: TestProject): () => void {
  if (!existsSync(join(root, 'dist/index.js'))) throw new Error('There is nothing to pack: run `npm run build` first.');
  const app = realpathSync(mkdtempSync(join(tmpdir(), 'packed-app-')));
  const modules = join(app, 'node_modules');
  const library = join(modules, 'react-plaid-update-mode');
  mkdirSync(library, { recursive: true });

  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', app], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [{ filename }] = JSON.parse(packed);
  execFileSync('tar', ['-xzf', join(app, filename), '--strip-components=1', '-C', library]);

  for (const name of INSTALLED) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), join(modules, name), 'junction');
  }
  cpSync(join(root, 'test/consumers/app'), join(app, 'src'), { recursive: true });
  // Bundlers look here for what belongs to the app.
  const dependencies = Object.fromEntries([...INSTALLED, 'react-plaid-update-mode'].map((name) => [name, '*']));
  const manifest = { name: 'packed-app', private: true, type: 'module', dependencies };
  writeFileSync(join(app, 'package.json'), JSON.stringify(manifest));

  project.provide('packedApp', app);
  return () => rmSync(app, { recursive: true, force: true });
}
