import { expect, it } from 'vitest';
import { loadMessages } from '../../src/messages/index.js';

it.each([
  ['de-AT', 'de'],
  ['DE', 'de'],
  ['pt_BR.UTF-8', 'pt'],
  ['nb', 'no'],
  ['nn-NO', 'no'],
  ['iw', 'he'],
  ['mo', 'ro'],
  ['ca', 'en'],
  ['zh-Hant', 'en'],
  ['constructor', 'en'],
  ['', 'en'],
])('whoever asks for %j reads %s', async (locale, language) => {
  expect((await loadMessages(locale)).language).toBe(language);
});
