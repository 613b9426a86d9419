import { describe, expect, it } from 'vitest';
import { bankName } from '../../src/react/words/bankName.js';
import { formatMessage } from '../../src/react/words/formatMessage.js';

describe('a bank’s name', () => {
  it.each([
    ['First Platypus Bank', 'First Platypus Bank'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['\u202Eknab\u202C evil', 'knab evil'],
    ['\u2066\u2067Bank\u2069', 'Bank'],
    ['Bank\u0000of\r\n\u2028America', 'Bank of America'],
    ['بانک\u200Cملت', 'بانک\u200Cملت'],
    ['x'.repeat(100), 'x'.repeat(100)],
    ['x'.repeat(10_000), `${'x'.repeat(99)}…`],
    ['🏦'.repeat(101), `${'🏦'.repeat(99)}…`],
  ])('%j is read as %j', (name, read) => {
    expect(bankName(name)).toBe(read);
  });

  it.each([null, undefined, '', '   ', '\u200B\u200B', '\u202E\u202C', '\uFEFF', '\u0000', '.'])(
    '%j is none',
    (name) => {
      expect(bankName(name)).toBeNull();
    },
  );

  it('of a million characters takes no time to speak of', () => {
    expect(bankName('\u202E'.repeat(1_000_000))).toBeNull();
  });
});

describe('a sentence', () => {
  it.each([
    ['Reconnect {institution}', 'Tartan Bank', 'Reconnect Tartan Bank'],
    ['Reconnect {institution}', 'בנק', 'Reconnect \u2068בנק\u2069'],
    ['התחברות אל {institution}', 'Tartan Bank (UK)', 'התחברות אל \u2068Tartan Bank (UK)\u2069'],
    ['Reconnect {institution}', '{institution} $& $1', 'Reconnect {institution} $& $1'],
  ])('%j keeps %j in its place', (message, name, sentence) => {
    expect(formatMessage(message, { institution: name })).toBe(sentence);
  });
});
