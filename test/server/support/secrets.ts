import { expect } from 'vitest';

export const ACCESS_TOKEN = 'access-sandbox-de3ce8ef-33f8-452c-a685-8671031fc0f6';
export const FOREIGN_ACCESS_TOKEN = 'access-sandbox-11111111-33f8-452c-a685-8671031fc0f6';
export const USER_TOKEN = 'user-sandbox-b0e2c4ee-a763-4df5-bfe9-46a46bce993d';
export const HERON_KEY = 'heron-key-7f1c2a';
export const PLAID_SECRET = 'plaid-secret-93be41';

const SECRETS = [ACCESS_TOKEN, FOREIGN_ACCESS_TOKEN, USER_TOKEN, HERON_KEY, PLAID_SECRET];

/** Fails if something that left the server holds a secret. */
export function expectNoSecret(spoken: readonly string[]): void {
  for (const text of spoken) {
    for (const secret of SECRETS) expect(text).not.toContain(secret);
  }
}
