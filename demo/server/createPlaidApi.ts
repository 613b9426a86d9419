import { Configuration, PlaidApi } from 'plaid';

export interface PlaidAccess {
  basePath: string;
  clientId: string;
  secret: string;
}

export function createPlaidApi({ basePath, clientId, secret }: PlaidAccess): PlaidApi {
  const headers = { 'PLAID-CLIENT-ID': clientId, 'PLAID-SECRET': secret };
  return new PlaidApi(new Configuration({ basePath, baseOptions: { headers } }));
}
