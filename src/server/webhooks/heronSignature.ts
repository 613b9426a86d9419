import { WebhookRefusal } from './webhookRefusal.js';

const HMAC = { name: 'HMAC', hash: 'SHA-256' };
const encoder = new TextEncoder();

/**
 * Verifies the `Heron-Signature` header (base64 of an HMAC-SHA256) against the body with any of the secrets, or
 * throws a refusal. Heron's page signs compact JSON and does not say that the body on the wire is compact too,
 * so the body is tried as it came and then rewritten: what is read is what is signed either way.
 * https://docs.herondata.io/api-reference/webhooks (read 2026-11-21)
 */
export async function verifyHeronSignature(
  header: string | null,
  body: Uint8Array<ArrayBuffer>,
  json: unknown,
  secrets: readonly string[],
): Promise<void> {
  if (header === null || header === '') throw new WebhookRefusal('missing_signature');
  const signature = decodeBase64(header);
  const messages = [body, ...rewrite(json)];
  for (const secret of secrets) {
    const key = await crypto.subtle.importKey('raw', encoder.encode(secret), HMAC, false, ['verify']);
    for (const message of messages) {
      // Web Crypto compares in constant time.
      if (await crypto.subtle.verify(HMAC, key, signature, message)) return;
    }
  }
  throw new WebhookRefusal('wrong_signature');
}

/** Compact JSON as JavaScript writes it, and as Python does, which escapes what is not ASCII. */
function rewrite(json: unknown): Uint8Array<ArrayBuffer>[] {
  const text = json === undefined ? undefined : write(json);
  if (text === undefined) return [];
  const escaped = text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return [encoder.encode(text), encoder.encode(escaped)];
}

/** Undefined for what is nested so deeply that it can be read and not written: nobody has vouched for it yet. */
function write(json: unknown): string | undefined {
  try {
    return JSON.stringify(json);
  } catch {
    return undefined;
  }
}

function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    throw new WebhookRefusal('malformed_signature');
  }
}
