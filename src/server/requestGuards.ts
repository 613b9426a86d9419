import type { Parsed } from '../protocol/parsed.js';
import { ServerProblem } from './problemResponse.js';
import { readBytes } from './readBytes.js';
import { parseStrictJson } from './strictJson.js';

const BODY_LIMIT_BYTES = 16 * 1024;
const BODY_LIMIT_MS = 10_000;

const UNREAD = {
  too_large: { status: 413, detail: 'the body is larger than 16 kB' },
  too_slow: { status: 408, detail: 'the body took longer than ten seconds' },
  broken_off: { detail: 'the body broke off' },
};

/** The body as text: empty, or JSON of at most 16 kB that comes within ten seconds. */
export async function readBody(request: Request): Promise<string> {
  const body = await readBytes(request, { bytes: BODY_LIMIT_BYTES, ms: BODY_LIMIT_MS });
  if (!body.ok) throw new ServerProblem('invalid_request', UNREAD[body.reason]);
  const isJson = /^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '');
  if (body.bytes.length > 0 && !isJson) throw new ServerProblem('unsupported_media_type');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body.bytes);
  } catch {
    throw new ServerProblem('invalid_request', { detail: 'the body is not UTF-8' });
  }
}

/** The body in the shape that `parse` expects. */
export async function readJson<Value>(request: Request, parse: (input: unknown) => Parsed<Value>): Promise<Value> {
  const text = await readBody(request);
  if (text === '') throw new ServerProblem('invalid_request', { detail: 'the body is empty' });
  return parseJson(text, parse);
}

export function parseJson<Value>(text: string, parse: (input: unknown) => Parsed<Value>): Value {
  const json = parseStrictJson(text);
  const parsed = json.ok ? parse(json.value) : json;
  if (!parsed.ok) throw new ServerProblem('invalid_request', { detail: parsed.problem });
  return parsed.value;
}

/** The request's `Idempotency-Key`, or null where it has none. */
export function readIdempotencyKey(request: Request): string | null {
  const key = request.headers.get('idempotency-key');
  if (key === null) return null;
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new ServerProblem('invalid_request', {
      detail: 'Idempotency-Key: expected 1 to 255 visible ASCII characters',
    });
  }
  return key;
}
