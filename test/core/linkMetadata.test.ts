import { describe, expect, it } from 'vitest';
import { createLinkEvent, readConstant, readErrorCode, readId, readProblemCode } from '../../src/core/linkMetadata.js';
import { PLATYPUS, repairOf } from '../support/links.js';

const METADATA = {
  view_name: 'SELECT_INSTITUTION',
  error_code: 'ITEM_LOCKED',
  link_session_id: '79e772be-547d-4c9c-8b76-4ac4ed4c441a',
  request_id: 'm8MDnv9okwxFNBV',
  timestamp: '2026-11-20T10:00:00.123Z',
};

const TYPED = ['ada@example.com', 'Ada Lovelace', '021000021', '7162 0110', '<img src=x>', '', 'A'.repeat(200), 7, {}];

describe('an event of Link', () => {
  it('is told with these fields, and with no other', () => {
    const more = { institution_name: 'Bank', routing_number: '021000021', some_new_field: 'CONSTANT' };
    expect(createLinkEvent(repairOf(PLATYPUS), 'TRANSITION_VIEW', { ...METADATA, ...more })).toEqual({
      type: 'link',
      target: { item_id: PLATYPUS },
      purpose: 'repair',
      itemId: PLATYPUS,
      name: 'TRANSITION_VIEW',
      viewName: 'SELECT_INSTITUTION',
      errorCode: 'ITEM_LOCKED',
      linkSessionId: '79e772be-547d-4c9c-8b76-4ac4ed4c441a',
      requestId: 'm8MDnv9okwxFNBV',
      timestamp: '2026-11-20T10:00:00.123Z',
    });
  });

  it.each(TYPED)('tells %j in none of its fields', (typed) => {
    const metadata = Object.fromEntries(Object.keys(METADATA).map((field) => [field, typed]));
    expect(createLinkEvent(repairOf(PLATYPUS), 'OPEN', metadata)).toEqual({
      type: 'link',
      ...repairOf(PLATYPUS),
      itemId: PLATYPUS,
      name: 'OPEN',
    });
  });

  it.each([...TYPED, 'open', null, undefined])('of the name %j is none', (name) => {
    expect(createLinkEvent(repairOf(PLATYPUS), name, METADATA)).toBeNull();
  });

  it.each([undefined, null, 'text', 7])('needs no metadata: %j', (metadata) => {
    expect(createLinkEvent(repairOf(PLATYPUS), 'OPEN', metadata)).toMatchObject({ name: 'OPEN' });
  });
});

describe('a value', () => {
  it.each([
    [
      readConstant,
      ['OPEN', 'SUBMIT_MFA', 'A_NAME_THAT_PLAID_HAS_YET_TO_MAKE_UP'],
      ['open', 'OPEN IT', 'ACCOUNT_7162', '_A'],
    ],
    [
      readErrorCode,
      ['ITEM_LOCKED', 'item-no-error', 'no-depository-accounts'],
      ['ada', 'Ada', 'a-b c', 'a--b', '021000021'],
    ],
    [
      readId,
      ['session-1', 'm8MDnv9okwxFNBV', 'mLinkSession_1'],
      ['021000021', 'a b c d e f', 'ada@example.com', 'ada'],
    ],
    [readProblemCode, ['rate_limited', 'NOT_FOUND', 'user.unknown'], ['The user ada is unknown', 'acct_7162', '429']],
  ])('passes by its form alone', (read, taken, refused) => {
    expect(taken.map(read)).toEqual(taken);
    expect(refused.map(read)).toEqual(refused.map(() => undefined));
  });
});
