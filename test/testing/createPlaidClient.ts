import { Configuration, PlaidApi } from 'plaid';
import * as v from 'valibot';
import type { Sandbox } from '../../src/testing/index.js';

interface OutgoingRequest {
  url?: string | undefined;
  method?: string | undefined;
  data?: unknown;
  headers: Record<string, string>;
}

/** The real SDK, with the sandbox in the place of the network. */
export function createPlaidClient(
  sandbox: Sandbox,
  credentials = { clientId: 'client-id', secret: 'plaid-secret' },
): PlaidApi {
  async function adapter({ url = '', method = 'get', data, headers }: OutgoingRequest) {
    const body = typeof data === 'string' ? data : null;
    const response = await sandbox.fetch(
      new Request(url, { method: method.toUpperCase(), body, headers: { ...headers } }),
    );
    const answer = {
      status: response.status,
      data: await response.json(),
      headers: Object.fromEntries(response.headers),
    };
    if (!response.ok)
      throw Object.assign(new Error(`status ${response.status}`), { isAxiosError: true, response: answer });
    return answer;
  }

  return new PlaidApi(
    new Configuration({
      basePath: 'https://sandbox.plaid.com',
      baseOptions: {
        adapter,
        headers: { 'PLAID-CLIENT-ID': credentials.clientId, 'PLAID-SECRET': credentials.secret },
      },
    }),
  );
}

const failureSchema = v.object({ response: v.object({ status: v.number(), data: v.record(v.string(), v.unknown()) }) });

/** What Plaid answers a call that has to fail. */
export async function refusal(call: Promise<unknown>): Promise<{ status: number; data: Record<string, unknown> }> {
  const failure: unknown = await call.then(
    () => null,
    (error: unknown) => error,
  );
  return v.parse(failureSchema, failure).response;
}
