import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, inject, it } from 'vitest';
import { readCodeBlocks } from './guides/codeBlocks.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** What the code of the guides imports besides, as an app has it that follows them. */
const BESIDES = ['@testing-library/jest-dom', '@testing-library/react', '@testing-library/user-event', 'vitest'];

it('all code in README and the guides compiles as it stands there', () => {
  const app = inject('packedApp');
  for (const name of [...BESIDES, '@hono/node-server', 'hono', '@types/node', 'vite']) {
    const place = join(app, 'node_modules', name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), place, 'junction');
  }
  const folder = join(app, 'guides');
  cpSync(join(root, 'test/consumers/guides/surroundings.ts'), join(folder, 'surroundings.ts'));
  const blocks = readCodeBlocks();
  for (const { fileName, source } of blocks) writeFileSync(join(folder, fileName), source);
  const compilerOptions = {
    module: 'esnext',
    moduleResolution: 'bundler',
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    jsx: 'react-jsx',
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: true,
    types: ['node', 'vite/client'],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts', '*.tsx'] }));

  const { stdout } = spawnSync('node', [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], {
    cwd: folder,
    encoding: 'utf8',
  });

  expect(blocks.length).toBeGreaterThan(40);
  expect(stdout).toBe('');
});
