import { expect, test } from '@playwright/test';
import { createTokenCipher } from '../../demo/server/tokenCipher.js';

const TOKEN = 'access-sandbox-of-this-test';

test('an access token is stored unreadable, and differently each time', () => {
  const cipher = createTokenCipher();
  const sealed = cipher.seal(TOKEN, 'item-1');
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain(TOKEN);
  expect(cipher.seal(TOKEN, 'item-1')).not.toBe(sealed);
  expect(cipher.open(sealed, 'item-1')).toBe(TOKEN);
});

test('a stored access token opens for its own Item and with its own key alone', () => {
  const cipher = createTokenCipher();
  const sealed = cipher.seal(TOKEN, 'item-1');
  expect(() => cipher.open(sealed, 'item-2')).toThrow(/does not open with this key/);
  expect(() => createTokenCipher().open(sealed, 'item-1')).toThrow(/DEMO_ENCRYPTION_KEY/);
});
