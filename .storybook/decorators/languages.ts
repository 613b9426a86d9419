import type { Catalog } from '../../src/core/messages.js';
import { en } from '../../src/messages/en.js';
import { createPseudoMessages } from '../../src/testing/index.js';

const PSEUDO = 'en-XA';

const files = import.meta.glob<Record<string, Catalog>>(['../../src/messages/*.ts', '!../../src/messages/en.ts']);

/** The files that are named after a language: `de`, `pt-BR`. */
const FILE = /\/(?<language>[a-z]{2,3}(?:-[A-Z]{2})?)\.ts$/;

const loaders = new Map(
  Object.entries(files).flatMap(([path, load]) => {
    const language = FILE.exec(path)?.groups?.['language'];
    return language === undefined ? [] : [[language, load] as const];
  }),
);

/** BCP 47: every language that the library brings, and one that nobody speaks. */
export const LANGUAGES: readonly string[] = ['en', ...[...loaders.keys()].toSorted(), PSEUDO];

/** "Deutsch (de)". */
export function nameLanguage(language: string): string {
  if (language === PSEUDO) return 'Pseudo locale';
  return `${new Intl.DisplayNames(language, { type: 'language' }).of(language)} (${language})`;
}

/** The words of one language; its file is fetched when it is asked for. */
export async function loadCatalog(language: string): Promise<Catalog> {
  if (language === PSEUDO) return createPseudoMessages(en);
  const module = await loaders.get(language)?.();
  return Object.values(module ?? {})[0] ?? en;
}
