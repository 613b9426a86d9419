import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { bundle } from './bundle.js';

const app = inject('packedApp');
const dist = join(app, 'node_modules/react-plaid-update-mode/dist');
const codeOf = async (entry: string) => (await bundle(app, entry)).map(({ code }) => code).join('\n');
const SECRET = /access_?token|x-api-key|api_?key|plaid-secret/i;

function declarationsReachableFrom(entry: string, found = new Set<string>()): Set<string> {
  if (found.has(entry)) return found;
  found.add(entry);
  for (const [, specifier] of readFileSync(entry, 'utf8').matchAll(
    /(?:from|import\(|import) ?["'](\.[^"']+)\.js["']/g,
  )) {
    const next = resolve(dirname(entry), `${specifier}.d.ts`);
    if (existsSync(next)) declarationsReachableFrom(next, found);
  }
  return found;
}

describe('the client entry', () => {
  it('has no type that can carry an access token or a key', () => {
    const reachable = [...declarationsReachableFrom(join(dist, 'index.d.ts'))];
    const carriers = reachable.filter((file) => SECRET.test(readFileSync(file, 'utf8')));

    expect(reachable).toContain(join(dist, 'react/UpdateModeProvider.d.ts'));
    expect(carriers).toEqual([]);
  });

  it('has no word for an access token or a key in what is sent to the browser', async () => {
    const client = await codeOf(
      "export * from 'react-plaid-update-mode'; export * from 'react-plaid-update-mode/messages/en';",
    );

    expect(client).toContain('integration-links');
    // The name of one of Plaid's errors, which the diagnosis knows, carries nothing.
    expect(client.replaceAll('INVALID_ACCESS_TOKEN', '')).not.toMatch(SECRET);
  });

  it('brings no React and no Link to an app that only calls diagnose()', async () => {
    const client = await codeOf("export { diagnose } from 'react-plaid-update-mode';");

    expect(client).toContain('update_mode');
    expect(client).not.toMatch(/from ['"](react|react-plaid-link|@tanstack)/);
  });
});
