import { Configuration, CountryCode, PlaidApi } from 'plaid';
import { createUpdateModeHandler } from 'react-plaid-update-mode/server';
import { createBareHandler } from './bareHandler.js';
import { authenticate, createStore, type OwnedItem } from './owners.js';

export type SubjectName = 'ours' | 'bare';
export type Handler = (request: Request) => Promise<Response>;

/** The handler that is measured: the library's, or the same routes by hand. Both have the SDK, the store and Heron's address. */
export function createHandler(name: SubjectName, upstreamUrl: string, owned: readonly OwnedItem[]): Handler {
  const plaid = new PlaidApi(
    new Configuration({
      basePath: upstreamUrl,
      baseOptions: { headers: { 'PLAID-CLIENT-ID': 'client-id', 'PLAID-SECRET': 'plaid-secret' } },
    }),
  );
  const items = createStore(owned);
  const heron = { apiKey: 'heron-key', baseUrl: upstreamUrl };
  if (name === 'bare') return createBareHandler({ plaid, heron, items });
  return createUpdateModeHandler({
    basePath: '/api/update-mode',
    plaid,
    heron,
    authenticate,
    endUserId: (user) => user.id,
    items,
    linkToken: { client_name: 'Acme', language: 'en', country_codes: [CountryCode.Us] },
  });
}
