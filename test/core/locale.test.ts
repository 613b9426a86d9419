import { describe, expect, it } from 'vitest';
import { findDirection, findFormatLocale, isSameLanguage, readLocale } from '../../src/core/locale.js';

describe('readLocale', () => {
  it.each([
    ['de-AT', 'de-AT'],
    ['de_AT', 'de-AT'],
    [' DE_at ', 'de-AT'],
    ['de_AT.UTF-8', 'de-AT'],
    ['en-US@posix', 'en-US'],
    ['de_DE@euro', 'de-DE'],
    ['zh-Hant', 'zh-Hant'],
    ['zh_hant_TW', 'zh-Hant-TW'],
    ['ar-EG-u-nu-latn', 'ar-EG-u-nu-latn'],
    ['iw', 'he'],
    ['de-AT-!!', 'de-AT'],
    ['de--AT', 'de'],
    ['xx-garbage!!', 'xx'],
    ['zz', 'zz'],
    ['', 'en'],
    ['-', 'en'],
    ['C', 'en'],
    ['*', 'en'],
    ['en-US,en;q=0.9', 'en'],
    ['x-private', 'en'],
    ['Deutsch (Österreich)', 'en'],
    ['de\u0000', 'en'],
    ['a-'.repeat(100_000), 'en'],
  ])('reads %j as %j', (given, tag) => {
    expect(readLocale(given)).toBe(tag);
  });

  it.each([undefined, null, 5, {}, ['de']])('throws nothing for %j, which no type lets in', (given) => {
    expect(() => Reflect.apply(readLocale, null, [given])).not.toThrow();
  });
});

describe('findFormatLocale', () => {
  it.each([
    ['de-AT', 'de', 'de-AT'],
    ['de', 'de-AT', 'de'],
    ['fr-CA', 'de', 'de'],
    ['nb-NO', 'no', 'nb-NO'],
    ['nn-NO', 'no', 'no'],
    ['zh-TW', 'zh-Hans', 'zh-Hans'],
    ['pt-BR', 'pt', 'pt-BR'],
    ['en', 'en-XA', 'en'],
    ['zz', 'zz', 'en'],
    ['de', 'tlh', 'en'],
  ])('formats at %s with words in %s as in %s', (asked, language, locale) => {
    expect(findFormatLocale(asked, language)).toBe(locale);
  });
});

it.each([
  ['ar-EG', 'rtl'],
  ['he', 'rtl'],
  ['ur', 'rtl'],
  ['az-Arab', 'rtl'],
  ['az', 'ltr'],
  ['en', 'ltr'],
  ['zz', 'ltr'],
])('%s is written %s', (tag, direction) => {
  expect(findDirection(tag)).toBe(direction);
});

it('takes for one language what its reader takes for one', () => {
  expect(isSameLanguage('de-CH', 'de')).toBe(true);
  expect(isSameLanguage('sr-Latn', 'sr')).toBe(false);
});
