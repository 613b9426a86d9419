import { expect, it } from 'vitest';
import { joinSentences } from '../../src/react/words/joinSentences.js';

it.each([
  [['Tartan Bank is reconnected', 'We are waiting.'], 'Tartan Bank is reconnected. We are waiting.'],
  [['Hidden.', 'Tartan Bank is reconnected'], 'Hidden. Tartan Bank is reconnected'],
  [['कुछ नहीं बदला।', 'जारी रखें।'], 'कुछ नहीं बदला। जारी रखें।'],
])('%j is read out with one full stop after each', (sentences, text) => {
  expect(joinSentences(sentences)).toBe(text);
});
