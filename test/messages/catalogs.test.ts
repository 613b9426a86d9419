import { en } from 'react-plaid-update-mode/messages/en';
import { describe, expect, it } from 'vitest';
import { isSameLanguage } from '../../src/core/locale.js';
import { loadMessages } from '../../src/messages/index.js';
import { capitalise } from '../../src/react/words/capitalise.js';
import { formatDate } from '../../src/react/words/formatDate.js';
import { formatCount, formatMessage, type MessageValues } from '../../src/react/words/formatMessage.js';
import { findPlaces, LANGUAGES, listSentences, readCatalogs } from './catalogs.js';
import { kindOf, LONGEST, roomFor } from './sentenceKinds.js';

/** https://plaid.com/docs/api/link/#linktokencreate, `language`; read on 2026-11-21. */
const OF_PLAID_LINK = 'da nl en et fr de hi it lv lt no pl pt ro es sv vi'.split(' ');

/** Where a language says the same without naming it. */
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {};

/** The same word in both. */
const SHARED = /^(Code|Copy|Status|Details|Link)$/;

const ENGLISH_WORDS = /\b(the|your|you|please|again|reconnect|accounts|not|with)\b/i;

const COUNTS = [...Array.from({ length: 22 }, (_, count) => count), 100];

const catalogs = await readCatalogs();
const inEnglish = new Map(listSentences(en).map(({ key, message }) => [key, message]));
const graphemes = new Intl.Segmenter();

function lengthOf(text: string): number {
  return Array.from(graphemes.segment(text)).length;
}

function englishOf(key: string): string {
  return inEnglish.get(key) ?? inEnglish.get(key.replace(/\..*/, '.other')) ?? '';
}

function createValues(locale: string, institution: string): MessageValues {
  const day = formatDate('2026-09-23T12:00:00Z', { locale, timeZone: 'UTC' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(6, 'day');
  const two = new Intl.ListFormat(locale).format([institution, 'Platypus Bank']);
  const number = new Intl.NumberFormat(locale).format(2);
  return {
    app: 'Example',
    count: number,
    date: day,
    deadline: relative,
    deadlineDate: day,
    done: number,
    institution,
    institutions: two,
    repaired: number,
    total: number,
    when: relative,
  };
}

it('exist for every language of Plaid Link, and for two that are written from right to left', () => {
  expect(LANGUAGES.toSorted()).toEqual([...OF_PLAID_LINK, 'ar', 'he'].toSorted());
});

describe.each(catalogs)('The words of $name', ({ name, exported, catalog }) => {
  const sentences = listSentences(catalog).filter(({ key }) => key !== 'language');

  it('are exported under the name of their file, and loaded by it', async () => {
    expect(exported).toEqual([name]);
    expect(isSameLanguage(catalog.language, name)).toBe(true);
    expect(await loadMessages(name)).toBe(catalog);
  });

  it('are all there, and no others', () => {
    expect(Object.keys(catalog).toSorted()).toEqual(Object.keys(en).toSorted());
  });

  it('have exactly the plural forms that the language has', () => {
    const forms = new Intl.PluralRules(catalog.language).resolvedOptions().pluralCategories.toSorted();
    const others = Object.entries(catalog).filter(
      ([, message]) => typeof message !== 'string' && Object.keys(message).toSorted().join() !== forms.join(),
    );
    expect(others).toEqual([]);
  });

  it('name what English names, and nothing else', () => {
    const misfits = sentences.flatMap(({ key, message }) => {
      const expected = findPlaces(englishOf(key.replace(/\..*/, '.other')));
      const missing = expected.filter((place) => !findPlaces(message).includes(place));
      const isAllowed = (place: string) =>
        LEFT_OUT[`${name} ${key}`]?.includes(place) || (place === 'count' && standsForOneNumber(key));
      const invented = findPlaces(message).filter((place) => !expected.includes(place));
      const lost = missing.filter((place) => !isAllowed(place));
      return lost.length + invented.length > 0 ? [{ key, lost, invented }] : [];
    });
    expect(misfits).toEqual([]);

    /** "One connection" may do without the number where no other number has this form. */
    function standsForOneNumber(key: string): boolean {
      const rules = new Intl.PluralRules(catalog.language);
      const [, form] = key.split('.');
      return (
        Array.from({ length: 200 }, (_, index) => rules.select(index + 1)).filter((each) => each === form).length < 2
      );
    }
  });

  it('have no sentence over its length', () => {
    const values = createValues(catalog.language, 'Tartan Bank');
    const tooLong = sentences.flatMap(({ key, message }) => {
      const length = lengthOf(formatMessage(message, values).replaceAll(/[\u2068\u2069]/g, ''));
      const room = roomFor(key, catalog.language);
      return length > room ? [{ key, length, room, message }] : [];
    });
    expect(tooLong).toEqual([]);
  });

  it('end a text with a full stop, and nothing else with one', () => {
    const wrong = sentences.filter(({ key, message }) => {
      const end = { text: /[.।]$/, lead: /:$/, busy: /…$/, line: /[^.।:…!?\s]$/ }[kindOf(key).end];
      return !end.test(message);
    });
    expect(wrong).toEqual([]);
  });

  it('are set as the language sets them', () => {
    const wrong = sentences.filter(({ message }) => /['"]|\s\s|^\s|\s$|\.\.\.|\u2026\u2026|[!]| ,| \./.test(message));
    expect(wrong).toEqual([]);
  });

  it.skipIf(name === 'en')('are not English', () => {
    const leftOver = sentences.filter(
      ({ key, message }) =>
        (message === englishOf(key) && /\p{L}/u.test(message.replaceAll(/\{\w+\}/g, '')) && !SHARED.test(message)) ||
        ENGLISH_WORDS.test(message.replaceAll(/\{\w+\}/g, '')),
    );
    expect(leftOver).toEqual([]);
  });

  it('can say of an unnamed bank whatever they say of a named one', () => {
    expect(catalog.unnamedInstitution).toMatch(/^\p{L}.*\p{L}$/u);
    // Only the first letter of a message is made a capital one.
    const isSmall = /^\p{Ll}/u.test(catalog.unnamedInstitution);
    const later = sentences.filter(({ message }) => /[.!?]\s+\{institution\}/u.test(message));
    expect(isSmall ? later : []).toEqual([]);
    for (const institution of ['Tartan Bank', catalog.unnamedInstitution]) {
      const values = createValues(catalog.language, institution);
      for (const { message } of sentences) {
        const said = capitalise(formatMessage(message, values), catalog.language);
        expect(said).not.toMatch(/[{}]|undefined|NaN/);
        expect(said).not.toMatch(/^\p{Ll}/u);
      }
    }
  });

  it('count', () => {
    for (const message of Object.values(catalog)) {
      if (typeof message === 'string') continue;
      for (const count of COUNTS) {
        const said = formatCount(message, count, catalog.language, { institution: 'Tartan Bank' });
        expect(said).not.toMatch(/[{}]|undefined|NaN/);
      }
    }
  });
});

it('leave room that is used: no kind of sentence may be longer than its longest by much', () => {
  const values = createValues('en', 'Tartan Bank');
  for (const [kind, room] of Object.entries(LONGEST)) {
    const lengths = listSentences(en).flatMap(({ key, message }) =>
      key !== 'language' && kindOf(key).room === kind ? [lengthOf(formatMessage(message, values))] : [],
    );
    expect(Math.max(...lengths)).toBeGreaterThan(room * 0.8);
  }
});
