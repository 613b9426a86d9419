import { createHash, createHmac, generateKeyPairSync, sign as signBytes } from 'node:crypto';
import { KEY_ID, NOW, SECRETS } from './names.js';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** Of the key with which Plaid signs here. */
export const publicJwk: Record<string, unknown> = { ...publicKey.export({ format: 'jwk' }) };

export interface Token {
  header: string;
  claims: string;
}

/** What a right token says about a body. */
export function describeBody(bytes: Uint8Array): { header: Record<string, unknown>; claims: Record<string, unknown> } {
  const digest = createHash('sha256').update(bytes).digest('hex');
  return {
    header: { alg: 'ES256', kid: KEY_ID, typ: 'JWT' },
    claims: { iat: Math.floor(NOW / 1000), request_body_sha256: digest },
  };
}

/** Signs whatever text stands in the token's two parts. */
export function signToken({ header, claims }: Token): string {
  const message = `${encode(header)}.${encode(claims)}`;
  const signature = signBytes('sha256', Buffer.from(message), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${message}.${signature.toString('base64url')}`;
}

export function signForPlaid(bytes: Uint8Array): string {
  const { header, claims } = describeBody(bytes);
  return signToken({ header: JSON.stringify(header), claims: JSON.stringify(claims) });
}

export function signForHeron(bytes: Uint8Array): string {
  return createHmac('sha256', SECRETS.heronWebhook).update(bytes).digest('base64');
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64url');
}
