import type { Catalog } from '../../src/core/messages.js';

const ACCENTS: Readonly<Record<string, string>> = {
  a: 'á',
  c: 'ç',
  e: 'é',
  i: 'í',
  n: 'ñ',
  o: 'ó',
  s: 'š',
  u: 'ú',
  y: 'ý',
  A: 'Á',
  C: 'Ç',
  E: 'É',
  I: 'Í',
  N: 'Ñ',
  O: 'Ó',
  S: 'Š',
  U: 'Ú',
  Y: 'Ý',
};

/** English as a stranger's language: with accents, in brackets, and as much longer as German is. What stays plain is no message. */
export function createPseudoCatalog(english: Catalog): Catalog {
  const text = JSON.stringify(english, (name, value) =>
    typeof value === 'string' && name !== 'language' ? stretch(value) : value,
  );
  const catalog: Catalog = JSON.parse(text);
  return catalog;
}

function stretch(sentence: string): string {
  const accented = sentence.replaceAll(/\{\w+\}|\w/g, (part) => ACCENTS[part] ?? part);
  return `[${accented}${' ~'.repeat(Math.ceil(sentence.length / 6))}]`;
}
