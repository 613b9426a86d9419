import { expect, it } from 'vitest';
import { formatCount } from '../../src/react/words/formatMessage.js';

const FORMS = {
  zero: '{count} in zero',
  one: '{count} in one',
  two: '{count} in two',
  few: '{count} in few',
  many: '{count} in many',
  other: '{count} in other',
};

it.each([
  ['en', 1, '1 in one'],
  ['en', 0, '0 in other'],
  ['fr', 0, '0 in one'],
  ['pl', 22, '22 in few'],
  ['pl', 5, '5 in many'],
  ['lv', 10, '10 in zero'],
  ['ar-TN', 11, '11 in many'],
  ['mr', 11, '११ in other'],
  ['de', 1_200, '1.200 in other'],
])('in %s %d is said as %j', (locale, count, said) => {
  expect(formatCount(FORMS, count, locale)).toBe(said);
});

it('a form that the words do not have gives way to the one that every language has', () => {
  expect(formatCount({ other: '{count} accounts' }, 1, 'en')).toBe('1 accounts');
});

it('a sentence that begins with the bank begins with a capital letter', () => {
  expect(formatCount({ other: '{institution}: {count}' }, 2, 'en', { institution: 'your bank' })).toBe('Your bank: 2');
});
