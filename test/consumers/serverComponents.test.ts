import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, inject, it } from 'vitest';

const app = inject('packedApp');
const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url));

function runInApp(...args: string[]): string {
  return execFileSync('node', args, {
    cwd: app,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

it('a server component diagnoses a link and renders the banner', () => {
  const source = fileURLToPath(new URL('server-components', import.meta.url));
  cpSync(source, join(app, 'server-components'), { recursive: true });
  runInApp(vite, 'build', '--config', 'server-components/vite.config.ts');

  const script = `const { render } = await import('./dist/rsc/index.js'); console.log(await render());`;
  const html = runInApp('--input-type=module', '-e', script);

  expect(html).toContain('<p>remedy: <!-- -->update_mode</p>');
  expect(html).toContain('First Platypus Bank needs you to sign in again');
  expect(html).toContain('Reconnect First Platypus Bank</button>');
});
