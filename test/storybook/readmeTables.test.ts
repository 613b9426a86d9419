import { readdirSync, readFileSync } from 'node:fs';
import type { UpdateModeProviderProps } from 'react-plaid-update-mode';
import { expect, it } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const README = read('README.md');
const GUIDES = readdirSync(new URL('docs/', ROOT))
  .filter((file) => file.endsWith('.md'))
  .map((file) => read(`docs/${file}`));

/** What the compiler knows of, so that a new one can't be forgotten here. */
const PROVIDER_PROPS = {
  endpoint: true,
  scope: true,
  appName: true,
  locale: true,
  timeZone: true,
  messages: true,
  nonce: true,
  returnFocus: true,
  onRepaired: true,
  onConnected: true,
  onExit: true,
  onError: true,
  onNewLink: true,
  onAccountClosed: true,
  onContactSupport: true,
  onEvent: true,
} satisfies Record<Exclude<keyof UpdateModeProviderProps, 'children'>, true>;

function read(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8');
}

/** What an entry exports besides types. */
function listValues(entry: string): string[] {
  return Array.from(read(entry).matchAll(/^export \{([^}]*)\}/gm), ([, names = '']) => names.split(','))
    .flat()
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '));
}

it.each([
  ['src/index.ts', 'useDismissedBanners'],
  ['src/server/index.ts', 'createUpdateModeHandler'],
  ['src/testing/index.ts', 'LINK_ERRORS'],
])('README or a guide names all that %s exports', (entry, one) => {
  const names = listValues(entry);
  expect(names).toContain(one);
  const unnamed = names.filter((name) => ![README, ...GUIDES].some((page) => new RegExp(`\\b${name}\\b`).test(page)));
  expect(unnamed).toEqual([]);
});

it('README’s table has a row for each component and hook, and the provider’s names each of its props', () => {
  const cells = README.split('\n').filter((line) => line.startsWith('| `'));
  const inTable = (name: string) => cells.some((cell) => cell.startsWith('| `') && cell.includes(name));
  // The parts of a banner and of a list share a row each, which leads to their guide.
  const others = listValues('src/index.ts').filter((name) => !/^Repair(Banner(?!Root)|List)/.test(name));
  expect(others.filter((name) => !inTable(name))).toEqual([]);
  const provider = cells.find((cell) => cell.startsWith('| `<UpdateModeProvider>`')) ?? '';
  expect(Object.keys(PROVIDER_PROPS).filter((prop) => !provider.includes(`\`${prop}\``))).toEqual([]);
});
