import { readBytes } from '../readBytes.js';
import { WebhookRefusal } from './webhookRefusal.js';

const BODY_LIMIT_BYTES = 256 * 1024;
/** Plaid and Heron send theirs at once, and wait for some ten seconds in all. */
const BODY_LIMIT_MS = 5000;

/** The very bytes of the body: what is signed. */
export async function readRawBody(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const body = await readBytes(request, { bytes: BODY_LIMIT_BYTES, ms: BODY_LIMIT_MS });
  if (!body.ok) throw new WebhookRefusal(body.reason);
  return body.bytes;
}
