import { CountryCode, type LinkTokenCreateRequest } from 'plaid';
import type { Sandbox } from '../../src/testing/index.js';
import { createPlaidClient } from './createPlaidClient.js';

/** A link token of the sandbox, for an Item unless the changes say otherwise. */
export async function createLinkToken(
  sandbox: Sandbox,
  accessToken: string,
  changes: Partial<LinkTokenCreateRequest> = {},
): Promise<string> {
  const { data } = await createPlaidClient(sandbox).linkTokenCreate({
    client_name: 'Fern',
    language: 'en',
    country_codes: [CountryCode.Us],
    user: { client_user_id: 'user-1' },
    access_token: accessToken,
    ...changes,
  });
  return data.link_token;
}
