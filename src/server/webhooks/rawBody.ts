import { WebhookRefusal } from './webhookRefusal.js';

const BODY_LIMIT_BYTES = 256 * 1024;

/** The very bytes of the body: what is signed. Stops at 256 kB, whatever length was promised. */
export async function readRawBody(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length')) > BODY_LIMIT_BYTES) throw new WebhookRefusal('too_large');
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return join(chunks, size);
    size += value.byteLength;
    if (size > BODY_LIMIT_BYTES) {
      // Not awaited: whoever sends the body decides when this settles.
      reader.cancel().catch(() => {});
      throw new WebhookRefusal('too_large');
    }
    chunks.push(value);
  }
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
