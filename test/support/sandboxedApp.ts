import { Configuration, CountryCode, PlaidApi } from 'plaid';
import { createMemoryItems, createUpdateModeHandler, type LinkTokenOptions } from 'react-plaid-update-mode/server';
import { createSandbox, type Sandbox } from 'react-plaid-update-mode/testing';

const USER = 'user-1';

export interface SandboxedApp {
  sandbox: Sandbox;
  itemId: string;
  accessToken: string;
  /** The browser's way to the app's server. */
  fetch: typeof globalThis.fetch;
  /** All that the browser was answered. */
  answers: string[];
}

export interface SandboxedAppOptions {
  /** The bank, of the sandbox's own. @default First Platypus Bank */
  institution?: { institution_id: string; name: string };
  linkToken?: Partial<LinkTokenOptions>;
  /** Heron's id of the integration, for its refresh route. */
  integrationId?: string;
}

/** An app's whole server: the package's own handler and the real SDK, with the sandbox as Plaid and Heron. */
export function createSandboxedApp({ institution, linkToken, integrationId }: SandboxedAppOptions = {}): SandboxedApp {
  const sandbox = createSandbox({ clientId: 'client-id', secret: 'plaid-secret', heronApiKey: 'heron-key' });
  const { itemId, accessToken } = sandbox.createItem({ endUserId: USER, institutionId: institution?.institution_id });
  const items = createMemoryItems<string>((user) => user);
  items.add(USER, { itemId, accessToken, institutionName: institution?.name ?? 'First Platypus Bank' });
  const upstream = (input: RequestInfo | URL, init?: RequestInit) => sandbox.fetch(new Request(input, init));
  const headers = { 'PLAID-CLIENT-ID': 'client-id', 'PLAID-SECRET': 'plaid-secret' };
  const handler = createUpdateModeHandler({
    basePath: '/api/update-mode',
    plaid: new PlaidApi(
      new Configuration({
        basePath: 'https://plaid.test',
        baseOptions: { adapter: 'fetch', env: { fetch: upstream, Request, Response }, headers },
      }),
    ),
    heron: { apiKey: 'heron-key', fetch: upstream, integrationId },
    authenticate: () => USER,
    endUserId: (user) => user,
    items,
    linkToken: { client_name: 'Acme', language: 'en', country_codes: [CountryCode.Us], ...linkToken },
  });
  const answers: string[] = [];
  return {
    sandbox,
    itemId,
    accessToken,
    answers,
    async fetch(input, init) {
      const url = new URL(input instanceof Request ? input.url : input, 'https://app.test');
      const response = await handler(new Request(url, init));
      answers.push(await response.clone().text());
      return response;
    },
  };
}
