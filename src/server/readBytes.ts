import { withinTimeLimit } from './timeLimit.js';

export interface ReadLimits {
  bytes: number;
  /** For all of it, in milliseconds: whoever sends a byte now and then holds no connection for ever. */
  ms: number;
}

/** The whole body, or why there is none: `broken_off` where its sender has gone. */
export type ReadBytes =
  | { ok: true; bytes: Uint8Array<ArrayBuffer> }
  | { ok: false; reason: 'too_large' | 'too_slow' | 'broken_off' };

/** Reads a body up to its limits, whatever length it promises. Rejects where somebody else has read it. */
export async function readBytes({ headers, body }: Request, { bytes, ms }: ReadLimits): Promise<ReadBytes> {
  if (Number(headers.get('content-length')) > bytes) return { ok: false, reason: 'too_large' };
  if (body === null) return { ok: true, bytes: new Uint8Array() };
  const reader = body.getReader();
  let isLate = false;
  try {
    const chunks = await withinTimeLimit(ms, (signal) => {
      signal.addEventListener('abort', () => (isLate = true));
      return readChunks(reader, bytes);
    });
    if (chunks !== null) return { ok: true, bytes: join(chunks) };
  } catch {
    if (!isLate) return { ok: false, reason: 'broken_off' };
  }
  // Not awaited: whoever sends the body decides when this settles.
  reader.cancel().catch(() => {});
  return { ok: false, reason: isLate ? 'too_slow' : 'too_large' };
}

/** Null once it is more than `most` bytes. */
async function readChunks(reader: ReadableStreamDefaultReader<Uint8Array>, most: number): Promise<Uint8Array[] | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return chunks;
    size += value.byteLength;
    if (size > most) return null;
    chunks.push(value);
  }
}

function join(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.byteLength, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
