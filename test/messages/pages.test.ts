import { readFileSync } from 'node:fs';
import { en } from 'react-plaid-update-mode/messages/en';
import { expect, it } from 'vitest';
import { LANGUAGES, listSentences } from './catalogs.js';

/** The cells of each row of a page's tables. */
function readRows(page: string): string[][] {
  const text = readFileSync(new URL(`../../docs/${page}`, import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

it('each language stands in the table of who has signed it', () => {
  const files = readRows('words.md').flatMap(([, file = '', status = '']) =>
    /draft|original|signed/.test(status) ? [file.replaceAll('`', '')] : [],
  );
  expect(files.toSorted()).toEqual(LANGUAGES.toSorted());
});

it('each draft says where its reader should look first', () => {
  const rows = readRows('words.md');
  const drafts = rows.flatMap(([language = '', , status]) => (status === 'draft' ? [language] : []));
  const unsure = rows.flatMap(([language = '', doubts, ...rest]) => (doubts && rest.length === 0 ? [language] : []));
  expect(drafts.filter((language) => !unsure.includes(language))).toEqual([]);
});

it('each English sentence is ticked as it stands; one that changed has to be read again', () => {
  const ticked = readRows('words-english.md').flatMap(([key = '', sentence, , read]) =>
    read === '✓' ? [{ key: key.replaceAll('`', ''), message: sentence }] : [],
  );
  expect(ticked).toEqual(listSentences(en).filter(({ key }) => key !== 'language'));
});
