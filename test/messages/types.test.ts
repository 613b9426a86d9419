import { loadMessages } from '../../src/messages/index.js';
import type { Catalog, Messages, MessagesLoader, UpdateModeProviderProps } from 'react-plaid-update-mode';
import { expect, it } from 'vitest';

type Given = UpdateModeProviderProps['messages'];

it('an app’s words are checked by the compiler', () => {
  const right: Given[] = [
    { reconnect: 'Sign in to {institution}' },
    { reconnect: ({ institution }) => institution.toUpperCase() },
    { consentEndsTitle: ({ institution, deadline }) => `${institution} ${deadline}` },
    { allTitle: { other: ({ count }) => `${count} connections` }, language: 'en-GB' },
    loadMessages,
    async (locale) => ({ language: locale }),
  ];
  const wrong: Given[] = [
    // @ts-expect-error: there is no such message
    { reconect: 'Sign in' },
    // @ts-expect-error: a number is no sentence
    { reconnect: 5 },
    // @ts-expect-error: a function gives a text
    { reconnect: () => 5 },
    // @ts-expect-error: this message has no deadline
    { reconnect: ({ deadline }) => deadline },
    // @ts-expect-error: what stands in a place is a text
    { reconnect: ({ institution }) => institution.toFixed() },
    // @ts-expect-error: a message with a number has plural forms
    { allTitle: 'Many' },
    // @ts-expect-error: without the form that every language has
    { allTitle: { one: 'One' } },
    // @ts-expect-error: no language has such a form
    { allTitle: { other: 'Many', lots: 'Lots' } },
    // @ts-expect-error: a label of ours alone is no function
    { dismiss: () => 'Hide' },
    // @ts-expect-error: a loader promises words
    (locale: string) => ({ language: locale }),
  ];
  expect(right).toHaveLength(6);
  expect(wrong).toHaveLength(10);
});

it('a language as it is delivered is complete, and texts alone', () => {
  const asMessages = (catalog: Catalog): Messages => catalog;
  const asWords = (catalog: Catalog): Given => catalog;
  const asLoader: MessagesLoader = loadMessages;
  // @ts-expect-error: one message is not all
  const incomplete: Catalog = { language: 'de' };
  expect([asMessages, asWords, asLoader, incomplete]).toHaveLength(4);
});
