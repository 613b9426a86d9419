import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import * as v from 'valibot';
import { hashBody, isSameHash } from './bodyHash.js';
import type { VerificationKeys } from './verificationKeys.js';
import { WebhookRefusal } from './webhookRefusal.js';

/** What Plaid's signature vouches for. */
export interface PlaidSignature {
  /** SHA-256 of the body, in hexadecimal. */
  bodyHash: string;
  /** Seconds since 1970, as it stands in the signature. */
  issuedAt: number;
  /** The same in milliseconds, and not in the future. */
  sentAt: number;
}

const LONGEST_TOKEN = 4096;
/** Plaid's rule. */
const MOST_AGE_MS = 5 * 60_000;
const MOST_SKEW_MS = 30_000;

const headerSchema = v.object({ alg: v.string(), kid: v.pipe(v.string(), v.regex(/^[\w-]{1,128}$/)) });

const claimsSchema = v.object({
  iat: v.pipe(v.number(), v.minValue(0)),
  request_body_sha256: v.pipe(v.string(), v.regex(/^[\da-f]{64}$/)),
});

/**
 * Verifies the `Plaid-Verification` header against the raw body, or throws a refusal. Everything that needs no
 * key comes first, so that a forgery rarely costs a request to Plaid.
 * https://plaid.com/docs/api/webhooks/webhook-verification/ (read 2026-11-21)
 */
export async function verifyPlaidSignature(
  token: string | null,
  body: Uint8Array<ArrayBuffer>,
  keys: VerificationKeys,
  now: number,
): Promise<PlaidSignature> {
  if (token === null || token === '') throw new WebhookRefusal('missing_signature');
  const { header, claims } = decode(token);
  if (header.alg !== 'ES256') throw new WebhookRefusal('wrong_algorithm');
  const sentAt = claims.iat * 1000;
  if (now - sentAt > MOST_AGE_MS) throw new WebhookRefusal('too_old');
  if (sentAt - now > MOST_SKEW_MS) throw new WebhookRefusal('from_the_future');
  const bodyHash = await hashBody(body);
  if (!isSameHash(bodyHash, claims.request_body_sha256)) throw new WebhookRefusal('altered_body');
  const key = await keys.find(header.kid);
  if (key === null) throw new WebhookRefusal('unknown_key');
  try {
    await jwtVerify(token, key, { algorithms: ['ES256'], currentDate: new Date(now) });
  } catch {
    throw new WebhookRefusal('wrong_signature');
  }
  return { bodyHash, issuedAt: claims.iat, sentAt: Math.min(sentAt, now) };
}

interface DecodedToken {
  header: v.InferOutput<typeof headerSchema>;
  claims: v.InferOutput<typeof claimsSchema>;
}

/** What the token says of itself, not believed yet. */
function decode(token: string): DecodedToken {
  try {
    if (token.length > LONGEST_TOKEN) throw new WebhookRefusal('malformed_signature');
    return {
      header: v.parse(headerSchema, decodeProtectedHeader(token)),
      claims: v.parse(claimsSchema, decodeJwt(token)),
    };
  } catch {
    throw new WebhookRefusal('malformed_signature');
  }
}
