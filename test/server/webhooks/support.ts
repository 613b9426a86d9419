import { createHmac } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import {
  createHeronWebhookHandler,
  createMemoryDedupe,
  createMemoryItems,
  createPlaidWebhookHandler,
  type Dedupe,
  type HeronWebhookHandlerOptions,
  type IntegrationLink,
  type ItemFacts,
  type ItemNews,
  type LogEntry,
  type PlaidWebhookHandlerOptions,
} from 'react-plaid-update-mode/server';
import { afterEach } from 'vitest';
import { ACCESS_TOKEN, expectNoSecret, HERON_KEY, PLAID_SECRET } from '../support/secrets.js';
import { createPlaid, createUpstream, json, plaidItem, type Upstream } from '../support/upstream.js';
import { heronLink, heronList, heronUpdate, ITEM, LIST_LINKS, UPDATE_LINK, USER } from '../support/world.js';

export const GET_KEY = 'POST /webhook_verification_key/get';
export const FORWARD = 'POST /plaid';
export const FORWARD_TO = 'https://heron.test/plaid';
export const HERON_SECRET = 'sec_7d1f';
export const KEY_ID = 'bfbd5111-8e33-4643-8ced-b2e642a72f3c';

const NOW = '2026-05-01T12:00:00.000Z';

export interface SigningKey {
  id: string;
  privateKey: CryptoKey;
  jwk: JWK;
}

export async function createSigningKey(id = KEY_ID): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  return { id, privateKey, jwk: await exportJWK(publicKey) };
}

/** Plaid's own, for every test. */
export const plaidKey = await createSigningKey();

export interface Signing {
  key?: SigningKey | undefined;
  keyId?: string | undefined;
  /** Seconds from now at which it was signed. */
  age?: number | undefined;
  /** The body that the signature is about, if not the one that is sent. */
  signedBody?: string | undefined;
  /** Claims besides Plaid's. */
  claims?: Record<string, unknown> | undefined;
}

/** One app with its webhook handlers, an Item, and Plaid and Heron behind it. */
export interface WebhookWorld {
  upstream: Upstream;
  log: LogEntry[];
  news: ItemNews[];
  taken: Dedupe;
  now(): number;
  advance(ms: number): void;
  /** The handler of Plaid's webhooks itself. */
  handle(request: Request): Promise<Response>;
  sign(body: string, signing?: Signing): Promise<string>;
  /** Signs a webhook as Plaid does and sends it; text goes as it is. */
  send(webhook: unknown, signing?: Signing): Promise<Response>;
  /** Sends a webhook with this header, or without one. */
  post(body: BodyInit, header: string | null, headers?: Record<string, string>): Promise<Response>;
  sendHeron(webhook: unknown, signature?: string | null): Promise<Response>;
  setFacts(facts: ItemFacts): void;
  /** The Item's facts but for when Heron was told, which `toldHeronAt` answers. */
  facts(): ItemFacts;
  toldHeronAt(): string | undefined;
}

const spoken: string[] = [];

afterEach(() => {
  expectNoSecret(spoken.splice(0));
});

export function createWebhookWorld(
  options: Partial<PlaidWebhookHandlerOptions> & Pick<Partial<HeronWebhookHandlerOptions>, 'secret'> = {},
): WebhookWorld {
  const upstream = createUpstream();
  const items = createMemoryItems<string>((user) => user);
  items.add(USER, { itemId: ITEM, accessToken: ACCESS_TOKEN, institutionName: 'First Platypus Bank' });
  const log: LogEntry[] = [];
  const news: ItemNews[] = [];
  const taken = createMemoryDedupe();
  let now = Date.parse(NOW);

  upstream.script(GET_KEY, keyAnswer(plaidKey));
  upstream.script('POST /item/get', plaidItem(ITEM));
  upstream.script(LIST_LINKS, heronList(heronLink()));
  upstream.script(UPDATE_LINK, heronUpdate(heronLink({ status: 'pending', status_message: null })));
  upstream.script(FORWARD, json({}));

  const shared = {
    plaid: createPlaid(upstream, PLAID_SECRET),
    heron: { apiKey: HERON_KEY, fetch: upstream.fetch },
    items,
    onItemEvent: (item: ItemNews) => void news.push(item),
    dedupe: taken,
    clock: () => now,
    pause: async () => {},
    log: (entry: LogEntry) => void log.push(entry),
  };
  const handler = createPlaidWebhookHandler({ ...shared, environment: 'sandbox', ...options });
  const heronHandler = createHeronWebhookHandler({ ...shared, secret: HERON_SECRET, ...options });

  async function sign(body: string, signing: Signing = {}) {
    const { key = plaidKey, keyId = key.id, age = 0, signedBody = body, claims } = signing;
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(signedBody));
    return new SignJWT({ ...claims, request_body_sha256: Buffer.from(digest).toString('hex') })
      .setProtectedHeader({ alg: 'ES256', kid: keyId, typ: 'JWT' })
      .setIssuedAt(Math.floor(now / 1000) - age)
      .sign(key.privateKey);
  }

  async function answer(handle: (request: Request) => Promise<Response>, body: BodyInit, headers: HeadersInit) {
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body, duplex: 'half' };
    const request = new Request('https://app.test/webhooks/plaid', init);
    const response = await handle(request);
    spoken.push(await response.clone().text(), JSON.stringify(log), JSON.stringify(news));
    return response;
  }

  function readFacts(): ItemFacts {
    // Stored facts are JSON: what is undefined is not there.
    return JSON.parse(JSON.stringify(items.findByPlaidId(ITEM)?.facts ?? {}));
  }

  async function post(body: BodyInit, header: string | null, headers: Record<string, string> = {}) {
    const verification = header === null ? {} : { 'Plaid-Verification': header };
    return answer(handler, body, { 'content-type': 'application/json', ...verification, ...headers });
  }

  return {
    upstream,
    log,
    news,
    taken,
    now: () => now,
    advance(ms) {
      now += ms;
    },
    handle: handler,
    sign,
    post,
    async send(webhook, signing) {
      const body = typeof webhook === 'string' ? webhook : JSON.stringify(webhook);
      return post(body, await sign(body, signing));
    },
    async sendHeron(webhook, signature) {
      const body = typeof webhook === 'string' ? webhook : JSON.stringify(webhook);
      const header = signature === undefined ? signHeron(body) : signature;
      return answer(heronHandler, body, header === null ? {} : { 'Heron-Signature': header });
    },
    setFacts: (facts) => void items.saveFacts(ITEM, facts),
    facts: () => {
      const { told_heron_at: _at, ...rest } = readFacts();
      return rest;
    },
    toldHeronAt: () => readFacts().told_heron_at,
  };
}

/** Plaid's answer to `/webhook_verification_key/get`. */
export function keyAnswer({ id, jwk }: SigningKey, changes: Record<string, unknown> = {}) {
  const key = { ...jwk, alg: 'ES256', use: 'sig', kid: id, created_at: 1_560_466_143, expired_at: null, ...changes };
  return json({ key, request_id: 'HNTDNrA8F1shFEW' });
}

/** Heron's documented signature, made with another implementation than ours. */
export function signHeron(body: string, secret = HERON_SECRET): string {
  return createHmac('sha256', secret).update(body).digest('base64');
}

export function itemWebhook(code: string, fields: Record<string, unknown> = {}): Record<string, unknown> {
  return { webhook_type: 'ITEM', webhook_code: code, item_id: ITEM, environment: 'sandbox', ...fields };
}

export function erroring(changes: Record<string, unknown> = {}, link: Partial<IntegrationLink> = {}) {
  return {
    topic: 'integration_link.erroring',
    created: '2026-05-01T11:59:58+00:00',
    data: { ...heronLink(), ...link },
    meta: null,
    ...changes,
  };
}
