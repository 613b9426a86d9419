import { Configuration, CountryCode, PlaidApi, PlaidEnvironments } from 'plaid';
import { createHeronProxyHandler, createMemoryItems, createUpdateModeHandler } from 'react-plaid-update-mode/server';

const plaid = new PlaidApi(new Configuration({ basePath: PlaidEnvironments['sandbox'] ?? '' }));
const items = createMemoryItems((caller: { id: string }) => caller.id);

const shared = {
  plaid,
  heron: { apiKey: 'key' },
  items,
  authenticate: (request: Request) => ({ id: request.headers.get('x-user') ?? '' }),
  endUserId: (caller: { id: string }) => caller.id,
};

export const updateMode: (request: Request) => Promise<Response> = createUpdateModeHandler({
  ...shared,
  basePath: '/api/update-mode',
  linkToken: { client_name: 'App', language: 'en', country_codes: [CountryCode.Us] },
});

export const proxy: (request: Request) => Promise<Response> = createHeronProxyHandler({
  ...shared,
  basePath: '/heron',
});
