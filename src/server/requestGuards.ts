import type { Parsed } from '../protocol/parsed.js';
import type { SafeLog } from './log.js';
import { ServerProblem } from './problemResponse.js';

const BODY_LIMIT_BYTES = 16 * 1024;

/**
 * Refuses a request that another site made the user's browser send. No page's script can set `Sec-Fetch-Site`,
 * so the browser's word there goes before `Origin`, which a proxy may have made differ from the request's URL.
 * What sends neither is no browser and carries no cookie that it was not given.
 */
export function assertSameOrigin(request: Request, allowedOrigins: readonly string[], log: SafeLog): void {
  const origin = request.headers.get('origin');
  if (origin !== null && allowedOrigins.includes(origin)) return;
  const site = request.headers.get('sec-fetch-site');
  if (site === 'same-origin' || site === 'none') return;
  if (site === null && (origin === null || origin === new URL(request.url).origin)) return;
  log({ code: 'cross_origin', operation: 'handler', origin: readOriginName(origin) });
  throw new ServerProblem('cross_origin');
}

/** An `Origin` header, if it reads like one: whoever sends the request can write anything into it. */
function readOriginName(origin: string | null): string | undefined {
  return origin !== null && /^(null|[a-z][a-z\d+.-]{0,31}:\/\/[\w.:[\]-]{1,255})$/i.test(origin) ? origin : undefined;
}

/** The body as text: empty, or JSON of at most 16 kB. */
export async function readBody(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length')) > BODY_LIMIT_BYTES) throw tooLarge();
  const text = await readText(request);
  const isJson = /^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '');
  if (text !== '' && !isJson) throw new ServerProblem('unsupported_media_type');
  return text;
}

/** The body in the shape that `parse` expects. */
export async function readJson<Value>(request: Request, parse: (input: unknown) => Parsed<Value>): Promise<Value> {
  const text = await readBody(request);
  if (text === '') throw new ServerProblem('invalid_request', { detail: 'the body is empty' });
  return parseJson(text, parse);
}

export function parseJson<Value>(text: string, parse: (input: unknown) => Parsed<Value>): Value {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ServerProblem('invalid_request', { detail: 'the body is not JSON' });
  }
  const parsed = parse(json);
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

/** Stops reading at the limit: a length that was promised says nothing about what comes. */
async function readText(request: Request): Promise<string> {
  if (request.body === null) return '';
  const reader = request.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > BODY_LIMIT_BYTES) {
      // Not awaited: whoever sends the body decides when this settles.
      reader.cancel().catch(() => {});
      throw tooLarge();
    }
    text += decoder.decode(value, { stream: true });
  }
}

function tooLarge(): ServerProblem {
  return new ServerProblem('invalid_request', { status: 413, detail: 'the body is larger than 16 kB' });
}
