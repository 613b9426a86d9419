// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { isLoginErrorCode, LOGIN_ERROR_CODES } from '../../src/protocol/loginErrors.js';
import { parseStatusMessageCode } from '../../src/protocol/statusMessage.js';

describe('parseStatusMessageCode', () => {
  it.each([
    ['[ITEM_LOGIN_REQUIRED] the login details of this item have changed', 'ITEM_LOGIN_REQUIRED'],
    ['[NO_ACCOUNTS]', 'NO_ACCOUNTS'],
    ['sync failed: [INSTITUTION_DOWN] try later [AGAIN]', 'INSTITUTION_DOWN'],
    ['the login details have changed', undefined],
    ['[not a code] ITEM_LOGIN_REQUIRED', undefined],
    [`[${'A'.repeat(65)}]`, undefined],
    ['[]', undefined],
    ['', undefined],
    [null, undefined],
    [undefined, undefined],
  ])('reads %j as %s', (message, code) => {
    expect(parseStatusMessageCode(message)).toBe(code);
  });
});

describe('isLoginErrorCode', () => {
  it.each(LOGIN_ERROR_CODES)('knows %s', (code) => {
    expect(isLoginErrorCode(code)).toBe(true);
  });

  it.each([
    'INVALID_UPDATED_USERNAME',
    'ITEM_NOT_FOUND',
    'INSTITUTION_DOWN',
    'item_login_required',
    '',
    null,
    undefined,
  ])('leaves out %s', (code) => {
    expect(isLoginErrorCode(code)).toBe(false);
  });
});
