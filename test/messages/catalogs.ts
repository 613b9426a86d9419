import { readdirSync } from 'node:fs';
import type { Catalog } from 'react-plaid-update-mode';

const FOLDER = new URL('../../src/messages/', import.meta.url);

/** The names of all files that hold a language: one more is checked by being there. */
export const LANGUAGES = readdirSync(FOLDER)
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((name) => name !== 'index' && name !== 'loadMessages');

export interface DeliveredCatalog {
  name: string;
  /** The names that the file exports. */
  exported: readonly string[];
  catalog: Catalog;
}

export async function readCatalogs(): Promise<DeliveredCatalog[]> {
  return Promise.all(
    LANGUAGES.map(async (name) => {
      const module: Record<string, Catalog> = await import(`../../src/messages/${name}.ts`);
      const [catalog] = Object.values(module);
      if (!catalog) throw new Error(`src/messages/${name}.ts exports no words.`);
      return { name, exported: Object.keys(module), catalog };
    }),
  );
}

/** Each sentence of a catalog, with a name for it: `loginTitle`, `allTitle.one`. */
export function listSentences(catalog: Catalog): { key: string; message: string }[] {
  return Object.entries(catalog).flatMap(([key, message]) =>
    typeof message === 'string'
      ? [{ key, message }]
      : Object.entries(message).map(([form, each]) => ({ key: `${key}.${form}`, message: String(each) })),
  );
}

export function findPlaces(message: string): string[] {
  return Array.from(message.matchAll(/\{(\w+)\}/g), ([, place = '']) => place).toSorted();
}
