import { createUuid } from '../randomId.js';

/** A key as `/webhook_verification_key/get` shows it; times in seconds since 1970. */
export interface WebhookVerificationKey {
  alg: 'ES256';
  crv: string;
  kid: string;
  kty: string;
  use: 'sig';
  x: string;
  y: string;
  created_at: number;
  expired_at: number | null;
}

/** Signs webhooks as Plaid does: https://plaid.com/docs/api/webhooks/webhook-verification/ (20 November 2026). */
export interface WebhookKeys {
  /** The JWT for the header `Plaid-Verification`. `issuedAt` in milliseconds since 1970. */
  sign(body: string, issuedAt?: number): Promise<string>;
  verify(jwt: string, body: string): Promise<boolean>;
  find(keyId: string): Promise<WebhookVerificationKey | undefined>;
  /** The next webhook is signed with a new key; the old ones expire. */
  rotate(): void;
}

interface SigningKey {
  view: WebhookVerificationKey;
  pair: CryptoKeyPair;
}

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' };
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' };

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}

const encode = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));

async function hash(body: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', encode(body)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function createKey(now: number): Promise<SigningKey> {
  const pair = await crypto.subtle.generateKey(CURVE, true, ['sign', 'verify']);
  const { crv = '', kty = '', x = '', y = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const created_at = Math.floor(now / 1000);
  return { pair, view: { alg: 'ES256', crv, kid: createUuid(), kty, use: 'sig', x, y, created_at, expired_at: null } };
}

export function createWebhookKeys(now: () => number): WebhookKeys {
  const keys: Promise<SigningKey>[] = [];

  /** Made when it is needed: a page without TLS has no Web Crypto, and may never fire a webhook. */
  async function getCurrent(): Promise<SigningKey> {
    const last = await keys.at(-1);
    if (last !== undefined && last.view.expired_at === null) return last;
    const created = createKey(now());
    keys.push(created);
    return created;
  }

  return {
    async sign(body, issuedAt = now()) {
      const { pair, view } = await getCurrent();
      const payload = { iat: Math.floor(issuedAt / 1000), request_body_sha256: await hash(body) };
      const parts = [{ alg: 'ES256', kid: view.kid, typ: 'JWT' }, payload];
      const signed = parts.map((part) => toBase64Url(encode(JSON.stringify(part)))).join('.');
      const signature = await crypto.subtle.sign(SIGNATURE, pair.privateKey, encode(signed));
      return `${signed}.${toBase64Url(new Uint8Array(signature))}`;
    },
    async verify(jwt, body) {
      const [header = '', payload = '', signature = ''] = jwt.split('.');
      const isOfThisBody = new TextDecoder().decode(fromBase64Url(payload)).includes(await hash(body));
      const signed = encode(`${header}.${payload}`);
      const checks = (await Promise.all(keys)).map(({ pair }) =>
        crypto.subtle.verify(SIGNATURE, pair.publicKey, fromBase64Url(signature), signed),
      );
      return isOfThisBody && (await Promise.all(checks)).includes(true);
    },
    async find(keyId) {
      return (await Promise.all(keys)).find(({ view }) => view.kid === keyId)?.view;
    },
    rotate() {
      const expired_at = Math.floor(now() / 1000);
      for (const [index, key] of keys.entries()) {
        keys[index] = key.then(({ pair, view }) => ({
          pair,
          view: { ...view, expired_at: view.expired_at ?? expired_at },
        }));
      }
    },
  };
}
