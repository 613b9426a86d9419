import { parseIntegrationLinkList } from '../../src/protocol/integrationLink.js';
import { parseLinkTokenAnswer } from '../../src/protocol/linkToken.js';
import { PROBLEM_CODES } from '../../src/protocol/problem.js';
import { parseRepairAnswer } from '../../src/protocol/repair.js';
import { readJson } from './arbitraries/mutatedJson.js';
import type { FuzzedApp, Handler } from './fuzzedApp.js';
import { SECRETS } from './names.js';

const HANG_MS = 20_000;

/** What a handler has answered. */
export interface Answered {
  status: number;
  /** Of a problem. */
  code: string | null;
  body: unknown;
}

/**
 * Lets a handler answer, and throws where it rejects, hangs, or answers something that no handler should: anything but
 * JSON, a problem or nothing at all; an unknown code; a pause that no client could keep; a secret.
 */
export async function answerWell(app: FuzzedApp, handler: Handler, request: Request): Promise<Answered> {
  const response = await withoutHanging(handler(request));
  const text = await response.text();
  assertNoSecret('answer', text + JSON.stringify([...response.headers]));
  assertNoSecret('log', JSON.stringify(app.log));
  assertNoSecret('callback', JSON.stringify(app.told));
  assertNoPollution();
  const retryAfter = response.headers.get('retry-after');
  assert(retryAfter === null || /^[1-9]\d{0,3}$/.test(retryAfter), `Retry-After is ${retryAfter}`);
  const { status } = response;
  // 204 answers a browser's preflight, which has a way of its own to be remembered.
  assert(status === 204 || response.headers.get('cache-control') === 'no-store', 'the answer may be cached');
  const type = response.headers.get('content-type');
  if (text === '') {
    assert(status < 300 && type === null, `${status} without a body`);
    return { status, code: null, body: undefined };
  }
  const body = readJson(text);
  assert(typeof body === 'object' && body !== null, `the body is no JSON: ${text.slice(0, 80)}`);
  if (status < 400) {
    assert(type === 'application/json', `the content type is ${type}`);
    return { status, code: null, body };
  }
  assert(type === 'application/problem+json', `the content type is ${type}`);
  assert('status' in body && body.status === status, 'the problem names another status');
  const code = 'code' in body ? String(body.code) : '';
  assert(
    PROBLEM_CODES.some((known) => known === code),
    `the code is ${code}`,
  );
  return { status, code, body };
}

/** Whether the library's own client understands the answer to that path. */
export function assertUnderstood(pathname: string, { status, body }: Answered): void {
  if (status !== 200) return;
  const parse = PARSERS.get(pathname);
  const parsed = parse?.(body);
  assert(parsed === undefined || parsed.ok, `the client does not understand the answer to ${pathname}`);
}

const PARSERS = new Map<string, (input: unknown) => { ok: boolean }>([
  ['/api/update-mode/integration-links', parseIntegrationLinkList],
  ['/api/update-mode/link-token', parseLinkTokenAnswer],
  ['/api/update-mode/repairs', parseRepairAnswer],
]);

export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

async function withoutHanging<Value>(work: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the handler hangs')), HANG_MS);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

export function assertNoSecret(where: string, text: string): void {
  for (const [name, secret] of Object.entries(SECRETS)) {
    if (text.includes(secret)) throw new Error(`${name} stands in the ${where}`);
  }
}

const BUILT_IN = [Object.prototype, Array.prototype, Function.prototype].map((prototype) => ({
  prototype,
  names: Object.getOwnPropertyNames(prototype).length,
}));

export function assertNoPollution(): void {
  for (const { prototype, names } of BUILT_IN) {
    assert(Object.getOwnPropertyNames(prototype).length === names, 'a built-in prototype has been changed');
  }
}
