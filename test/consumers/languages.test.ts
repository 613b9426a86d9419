import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { bundle } from './bundle.js';

const app = inject('packedApp');
const delivered = readdirSync(join(app, 'node_modules/react-plaid-update-mode/dist/messages'))
  .filter((file) => /^[a-z]{2}(-[A-Z]{2})?\.js$/.test(file))
  .map((file) => file.slice(0, -'.js'.length));

it('an app that loads its words gets a chunk of each language, and begins with English alone', async () => {
  const parts = await bundle(
    app,
    "export { UpdateModeProvider } from 'react-plaid-update-mode'; export { loadMessages } from 'react-plaid-update-mode/messages';",
  );
  const languagesIn = (code: string) => Array.from(code.matchAll(/\blanguage: "(\w\w)"/g), ([, language]) => language);
  const entry = parts.find(({ isEntry }) => isEntry);
  const others = delivered.filter((name) => name !== 'en');

  expect(delivered.length).toBeGreaterThan(18);
  expect(languagesIn(entry?.code ?? '')).toEqual(['en']);
  expect(entry?.later).toHaveLength(others.length);
  const chunks = parts.filter(({ isEntry }) => !isEntry).map(({ code }) => languagesIn(code).join(' and '));
  expect(chunks.toSorted()).toEqual(others.toSorted());
});

it('an app that takes one language gets no other', async () => {
  const parts = await bundle(app, "export { de } from 'react-plaid-update-mode/messages/de';");

  expect(parts).toHaveLength(1);
  expect(parts[0]?.later).toEqual([]);
  expect(parts[0]?.code).toContain('language: "de"');
});
