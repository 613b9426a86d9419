import { en } from 'react-plaid-update-mode/messages/en';
import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../src/react/words/formatMessage.js';
import { listSentences } from './catalogs.js';
import { readText } from './readingGrade.js';

const VALUES = {
  app: 'Harbour',
  count: '2',
  date: 'May 5',
  deadline: 'in 6 days',
  deadlineDate: 'May 5',
  done: '1',
  institution: 'Tartan Bank',
  institutions: 'Tartan Bank and Ink Bank',
  repaired: '1',
  total: '2',
  when: 'in 3 days',
};

/** For the person at the other end of a support request, who asks for them by these names. */
const FOR_SUPPORT = new Set(['linkSession', 'request', 'errorCode']);

/** About several banks, whose names stand below. */
const OF_SEVERAL = /^(all|list)/;

const SENTENCES = listSentences(en)
  .filter(({ key }) => key !== 'language')
  .map(({ key, message }) => ({ key, message, text: formatMessage(message, VALUES) }));

const READER_FACING = SENTENCES.filter(({ key }) => !FOR_SUPPORT.has(key));

function listMatches(pattern: RegExp, sentences = READER_FACING): string[] {
  return sentences.filter(({ text }) => pattern.test(text)).map(({ key, text }) => `${key}: ${text}`);
}

/** The first lines of docs/words.md say why; what no machine can tell is ticked there. */
describe('The English words', () => {
  it('are short, and read at eight years of school or less', () => {
    const hard = SENTENCES.map(({ key, text }) => ({ key, text, ...readText(text) })).filter(
      // Of a few words the formula says nothing: "Reconnect Tartan Bank" would be for the ninth grade.
      ({ grade, words, longest }) => longest > 16 || (words >= 6 && grade > 8),
    );
    expect(hard).toEqual([]);
  });

  it('have no jargon', () => {
    expect(
      listMatches(
        /\b(credentials?|items?|tokens?|api|errors?|fail\w*|invalid|expired?|oauth|mfa|otp|authenticat\w*|authoriz\w*|sync\w*|sessions?|webhooks?|institutions?|endpoints?|servers?|null|re-?link\w*|unlink\w*|update mode|consent)\b/i,
      ),
    ).toEqual([]);
  });

  it('blame nobody, and guess no cause', () => {
    expect(
      listMatches(
        /\byou(’ve| have)? (failed|forgot\w*|changed|revoked|entered|typed|removed|cancell?ed|closed|let)\b|\b(wrong|incorrect|bad) (password|details|code)|\b(because|(?<!was )due to|probably|perhaps|maybe|mistake|fault)\b/i,
      ),
    ).toEqual([]);
  });

  it('hurry and shout at nobody', () => {
    expect(
      listMatches(
        /!|\b(must|immediately|urgent\w*|hurry|asap|act now|at once|last chance|warning|danger|oops|sorry)\b/i,
      ),
    ).toEqual([]);
    expect(listMatches(/\b[A-Z]{2,}\b/)).toEqual([]);
  });

  it('promise nothing that is not ours to keep', () => {
    expect(
      listMatches(
        /\b(guarantee\w*|always|instantly|100|secure\w*|encrypted|in seconds|will be (fixed|back|restored)|data (keeps|will|is on)|is safe|brings)\b/i,
      ),
    ).toEqual([]);
  });

  it('name the bank in each title and in each button that leads to it', () => {
    const own = /Title$|^(connected|reconnect|renew|chooseAccounts|review|connectAgain|openBank)$/;
    const unnamed = SENTENCES.filter(
      ({ key, message }) => own.test(key) && !OF_SEVERAL.test(key) && !message.includes('{institution}'),
    );
    expect(unnamed.map(({ key }) => key)).toEqual([]);
  });

  it('leave it to the reader where sharing is a choice', () => {
    expect(en.newAccountsText).toMatch(/can share|leave everything as it is/);
    expect(en.sharingRevokedText).toMatch(/You can /);
    expect(en.accountRevokedText).toMatch(/You can .* or leave it off/);
  });

  it('say before a visit how long it takes, and who sees the password', () => {
    for (const text of [en.trustText, en.trustUnnamedText]) {
      expect(text).toMatch(/^It usually takes a minute\. You sign in through Plaid; .+ never sees your password\.$/);
    }
  });
});
