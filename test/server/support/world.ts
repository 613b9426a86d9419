import { CountryCode } from 'plaid';
import {
  createHeronProxyHandler,
  createMemoryItems,
  createUpdateModeHandler,
  type HandlerOptions,
  type IntegrationLink,
  type ItemFacts,
  type LogEntry,
  type MemoryItems,
  type PurposeKind,
  type RepairedItem,
  type UpdateModeHandlerOptions,
} from 'react-plaid-update-mode/server';
import { afterEach } from 'vitest';
import { ACCESS_TOKEN, expectNoSecret, FOREIGN_ACCESS_TOKEN, HERON_KEY, PLAID_SECRET } from './secrets.js';
import { createPlaid, createUpstream, json, plaidError, plaidItem, type Reply, type Upstream } from './upstream.js';

export const ORIGIN = 'https://app.test';
export const USER = 'user-1';
export const ITEM = 'M5eVJqLnv3tbzdngLDp9FL5OlDNxlNhlE55op';
export const FOREIGN_ITEM = 'ForeignItem';

export const GET_ITEM = 'POST /item/get';
export const GET_ACCOUNTS = 'POST /accounts/get';
export const CREATE_LINK_TOKEN = 'POST /link/token/create';
export const LIST_LINKS = `GET /api/end_users/${USER}/integration_links`;
export const UPDATE_LINK = `PUT /api/integration_links/${ITEM}`;

export interface User {
  id: string;
}

/** A problem or an answer, as a client sees it. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  body: Record<string, unknown>;
}

/** One app with its own handlers, two users with an Item each, and Plaid and Heron behind it. */
export interface World {
  upstream: Upstream;
  items: MemoryItems<User>;
  log: LogEntry[];
  repaired: RepairedItem<User>[];
  /** The pauses between tries, in milliseconds. */
  pauses: number[];
  now(): number;
  advance(ms: number): void;
  /** Sends a request to the endpoint; a path is below its `basePath`. */
  send(path: string, init?: RequestInit): Promise<Answer>;
  /** The same to the Heron-shaped proxy. */
  sendToProxy(path: string, init?: RequestInit): Promise<Answer>;
  /** The Item's facts but for when Heron was told, which `told` answers. */
  facts(): ItemFacts;
  told(): Pick<ItemFacts, 'told_heron_at' | 'told_purposes'>;
}

const spoken: string[] = [];

afterEach(() => {
  expectNoSecret(spoken.splice(0));
});

export function createWorld<Name extends string = PurposeKind>(
  options: Partial<UpdateModeHandlerOptions<User, Name>> = {},
): World {
  const upstream = createUpstream();
  const items = createMemoryItems<User>((user) => user.id);
  items.add(USER, {
    itemId: ITEM,
    accessToken: ACCESS_TOKEN,
    institutionName: 'First Platypus Bank',
    institutionLogo: 'data:,',
  });
  items.add('user-2', { itemId: FOREIGN_ITEM, accessToken: FOREIGN_ACCESS_TOKEN });
  const log: LogEntry[] = [];
  const repaired: RepairedItem<User>[] = [];
  const pauses: number[] = [];
  let now = Date.parse('2026-05-01T12:00:00Z');

  upstream.script(GET_ITEM, plaidItem(ITEM));
  // Most tests are about an Item whose accounts Plaid does not tell.
  upstream.script(GET_ACCOUNTS, json(plaidError('ITEM_ERROR', 'PRODUCTS_NOT_SUPPORTED'), 400));
  upstream.script(LIST_LINKS, heronList(heronLink()));
  upstream.script(UPDATE_LINK, heronUpdate(heronLink({ status: 'pending', status_message: null })));
  upstream.script(
    CREATE_LINK_TOKEN,
    json({ link_token: 'link-sandbox-1', expiration: '2026-05-01T12:30:00Z', request_id: 'HNTDNrA8F1shFEW' }),
  );

  const shared: Omit<HandlerOptions<User>, 'purposes'> = {
    basePath: '/api/update-mode',
    plaid: createPlaid(upstream, PLAID_SECRET),
    heron: { apiKey: HERON_KEY, fetch: upstream.fetch },
    authenticate: (request) => {
      const id = request.headers.get('x-user');
      return id === null ? null : { id };
    },
    endUserId: (user) => user.id,
    items,
    onRepaired: (item) => void repaired.push(item),
    clock: () => now,
    pause: async (ms) => {
      pauses.push(ms);
      now += ms;
    },
    log: (entry) => void log.push(entry),
  };
  const endpoint = createUpdateModeHandler<User, Name>({
    ...shared,
    linkToken: { client_name: 'Acme', language: 'en', country_codes: [CountryCode.Us] },
    ...options,
  });
  const proxy = createHeronProxyHandler<User, Name>({ ...shared, basePath: '/heron', ...options });

  function readFacts(): ItemFacts {
    const item = items.find({ id: USER }, ITEM);
    // Stored facts are JSON: what is undefined is not there.
    return item instanceof Promise ? {} : JSON.parse(JSON.stringify(item?.facts ?? {}));
  }

  async function send(handler: (request: Request) => Promise<Response>, path: string, init: RequestInit = {}) {
    const headers = new Headers({ 'x-user': USER, 'content-type': 'application/json' });
    new Headers(init.headers).forEach((value, name) =>
      value === '' ? headers.delete(name) : headers.set(name, value),
    );
    const response = await handler(new Request(`${ORIGIN}${path}`, { ...init, headers }));
    const text = await response.text();
    spoken.push(text, JSON.stringify([...response.headers]), JSON.stringify(log), JSON.stringify(repaired));
    return { status: response.status, headers: response.headers, text, body: text === '' ? {} : JSON.parse(text) };
  }

  return {
    upstream,
    items,
    log,
    repaired,
    pauses,
    now: () => now,
    advance(ms) {
      now += ms;
    },
    send: (path, init) => send(endpoint, `/api/update-mode${path}`, init),
    sendToProxy: (path, init) => send(proxy, `/heron${path}`, init),
    facts: () => {
      const { told_heron_at: _at, told_purposes: _purposes, ...rest } = readFacts();
      return rest;
    },
    told: () => {
      const { told_heron_at, told_purposes } = readFacts();
      return { told_heron_at, told_purposes };
    },
  };
}

/** What each handler offers without being told. */
export const BANNER_PURPOSES = ['repair', 'renew_consent', 'select_accounts', 'restore_permissions'];

/** Sets what the app remembers of the user's Item. */
export function rememberFacts({ items }: World, facts: ItemFacts): void {
  void items.saveFacts(ITEM, facts);
}

export function heronLink(changes: Partial<IntegrationLink> = {}): IntegrationLink {
  return {
    item_id: ITEM,
    status: 'erroring',
    status_message: '[ITEM_LOGIN_REQUIRED] the login details of this item have changed',
    type: 'plaid_integration',
    created: '2026-01-01T00:00:00Z',
    last_updated: '2026-04-30T00:00:00Z',
    last_successful_sync: '2026-04-29T00:00:00Z',
    ...changes,
  };
}

export function heronList(...links: IntegrationLink[]): Reply {
  return json({ links });
}

export function heronUpdate(link: IntegrationLink): Reply {
  return json({ integration_link: link });
}

/** A report of a visit that ended a moment ago. */
export function report(world: World, changes: Record<string, unknown> = {}, key = 'visit-1'): RequestInit {
  const body = {
    target: { item_id: ITEM },
    purpose: 'repair',
    outcome: 'success',
    link_session_id: 'session-1',
    started_at: new Date(world.now() - 60_000).toISOString(),
    finished_at: new Date(world.now() - 1_000).toISOString(),
    ...changes,
  };
  return { method: 'POST', headers: { 'idempotency-key': key }, body: JSON.stringify(body) };
}
