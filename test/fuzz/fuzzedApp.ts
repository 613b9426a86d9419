import { Configuration, CountryCode, PlaidApi, Products } from 'plaid';
import {
  createHeronProxyHandler,
  createHeronWebhookHandler,
  createMemoryItems,
  createPlaidWebhookHandler,
  createUpdateModeHandler,
  type ItemFacts,
  type ItemNews,
  type LogEntry,
  type PurposeKind,
  type PurposeOptions,
} from 'react-plaid-update-mode/server';
import type { Edge } from './edge.js';
import { FOREIGN_ITEM, FORWARD_TO, ITEM, NOW, SECRETS, USER } from './names.js';

export type Handler = (request: Request) => Promise<Response>;

/** An app with every handler of the server entry, and all that leaves it besides its answers. */
export interface FuzzedApp {
  endpoint: Handler;
  proxy: Handler;
  plaidWebhook: Handler;
  heronWebhook: Handler;
  log: LogEntry[];
  /** What its callbacks were told. */
  told: unknown[];
  /** Lets time pass. */
  advance(ms: number): void;
}

const PURPOSES: PurposeOptions<User, PurposeName> = {
  add_assets: { kind: 'add_product', products: [Products.Assets] },
  validate_products: { products: [Products.Auth, Products.Identity] },
  add_consented_products: { additional_consented_products: [Products.Auth] },
  add_use_cases: { link_customization_name: 'use-cases' },
  verify_micro_deposits: {},
  collect_documents: { account: () => 'acc-checking' },
};

type PurposeName = PurposeKind | 'add_assets';

interface User {
  id: string;
}

export interface FuzzedAppOptions {
  facts?: ItemFacts | undefined;
  /** Milliseconds: small where the edge is to be silent. */
  upstreamTimeLimitMs?: number | undefined;
}

export function createFuzzedApp(edge: Edge, { facts, upstreamTimeLimitMs }: FuzzedAppOptions = {}): FuzzedApp {
  const store = createMemoryItems<User>((user) => user.id);
  store.add(USER, { itemId: ITEM, accessToken: SECRETS.accessToken, institutionName: 'First Platypus Bank', facts });
  store.add('user-2', { itemId: FOREIGN_ITEM, accessToken: SECRETS.foreignAccessToken });
  const items = {
    ...store,
    findUser: () => ({ userToken: SECRETS.userToken }),
    findAuthorization: (_user: User, authorizationId: string) => ({ authorizationId }),
  };
  const log: LogEntry[] = [];
  const told: unknown[] = [];
  let now = NOW;

  const plaid = new PlaidApi(
    new Configuration({
      basePath: 'https://plaid.test',
      baseOptions: {
        adapter: 'fetch',
        env: { fetch: edge.fetch, Request, Response },
        headers: { 'PLAID-CLIENT-ID': 'client-id', 'PLAID-SECRET': SECRETS.plaidSecret },
      },
    }),
  );
  const shared = {
    plaid,
    heron: { apiKey: SECRETS.heronKey, fetch: edge.fetch, integrationId: 'int_1' },
    upstreamTimeLimitMs,
    clock: () => now,
    pause: async (ms: number) => void (now += ms),
    log: (entry: LogEntry) => void log.push(entry),
  };
  const forCallers = {
    ...shared,
    items,
    authenticate: (request: Request): User | null => {
      const id = request.headers.get('x-user');
      return id === USER ? { id } : null;
    },
    endUserId: (user: User) => user.id,
    onRepaired: (repaired: unknown) => void told.push(repaired),
    onAccountsChanged: (changed: unknown) => void told.push(changed),
    onAuthorizationReady: (ready: unknown) => void told.push(ready),
    purposes: PURPOSES,
  };
  const forWebhooks = { ...shared, items, onItemEvent: (news: ItemNews) => void told.push(news) };

  return {
    endpoint: createUpdateModeHandler<User, PurposeName>({
      ...forCallers,
      basePath: '/api/update-mode',
      linkToken: { client_name: 'Acme', language: 'en', country_codes: [CountryCode.Us] },
    }),
    proxy: createHeronProxyHandler<User, PurposeName>({ ...forCallers, basePath: '/heron' }),
    plaidWebhook: createPlaidWebhookHandler({ ...forWebhooks, environment: 'sandbox', forwardTo: FORWARD_TO }),
    heronWebhook: createHeronWebhookHandler({ ...forWebhooks, secret: SECRETS.heronWebhook }),
    log,
    told,
    advance: (ms) => void (now += ms),
  };
}
