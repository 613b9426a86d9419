import fc from 'fast-check';
import { bytesMutation, delivery, type Delivery } from './malformedBytes.js';
import { jsonMutation } from './mutatedJson.js';

/** An answer as it goes over the wire, or none. */
export type Wire =
  | { status: number; headers: [string, string][]; bytes: Uint8Array<ArrayBuffer>; deliver: Delivery }
  | 'network error'
  | 'silence';

/** What a server makes of what it would answer if nothing were wrong. */
export type Reply = (valid: unknown) => Wire;

const STATUSES = [
  200, 200, 200, 200, 201, 202, 203, 204, 205, 206, 300, 301, 302, 304, 307, 400, 401, 402, 403, 404, 405, 408, 409,
  410, 413, 415, 418, 422, 425, 429, 431, 451, 499, 500, 501, 502, 503, 504, 520, 599,
];

const header = fc.tuple(
  fc.constantFrom('content-type', 'content-length', 'retry-after', 'date', 'x-ratelimit-reset', 'location', 'x-debug'),
  fc.constantFrom(
    '',
    '0',
    '-5',
    '1.5',
    '3',
    '99999',
    `${'9'.repeat(400)}`,
    'NaN',
    'Infinity',
    'tomorrow',
    'Thu, 01 Jan 1970 00:00:00 GMT',
    'Fri, 31 Dec 9999 23:59:59 GMT',
    '1, 2',
    'text/html',
    'application/json; charset=utf-16',
    'https://evil.test/',
    'k'.repeat(5000),
  ),
);

/** What a broken server, a gateway or a proxy says in JSON of its own. */
const OTHER_BODIES: readonly unknown[] = [
  null,
  [],
  'ok',
  7,
  { error: 'internal' },
  { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED', request_id: 'x' },
  { error_type: 'INSTITUTION_ERROR', error_code: 'INSTITUTION_DOWN', request_id: 'x' },
  { error_type: 'INVALID_INPUT', error_code: 'INVALID_ACCESS_TOKEN' },
  { error_type: 'RATE_LIMIT_EXCEEDED', error_code: 'ITEM_GET_LIMIT' },
  { error_type: 'API_ERROR', error_code: 'PLANNED_MAINTENANCE' },
  { error_type: {}, error_code: [] },
  { code: 'item_not_found', title: 'x', status: 404, request_id: 'x' },
  { code: 7, request_id: {} },
];

/** `true` where the body is a refusal or another server's, whatever the route. */
export const malformedAnswer: fc.Arbitrary<Reply> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Reply>(() => 'network error') },
  {
    weight: 30,
    arbitrary: fc
      .record({
        status: fc.oneof(fc.constant(200), fc.constantFrom(...STATUSES)),
        headers: fc.array(header, { maxLength: 2 }),
        other: fc.option(fc.constantFrom(...OTHER_BODIES), { freq: 3, nil: undefined }),
        mutate: fc.option(jsonMutation, { freq: 5 }),
        mutateBytes: bytesMutation,
        deliver: delivery,
      })
      .map(({ status, headers, other, mutate, mutateBytes, deliver }): Reply => (valid) => {
        const body = other === undefined || status === 200 ? valid : other;
        return { status, headers, bytes: mutateBytes(mutate ? mutate(body) : JSON.stringify(body)), deliver };
      }),
  },
);

/** One that says nothing: costs a time limit. */
export const silence: Reply = () => 'silence';

const BODILESS = [204, 205, 304];

export function createWireResponse({ status, headers, bytes, deliver }: Exclude<Wire, string>): Response {
  const body = BODILESS.includes(status) ? null : deliver(bytes);
  const response = new Response(body, { status, headers: { 'content-type': 'application/json' } });
  for (const [name, value] of headers) response.headers.set(name, value);
  return response;
}
