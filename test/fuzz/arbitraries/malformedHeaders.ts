import fc from 'fast-check';

/** Adds to a request's headers, or takes some away. */
export type HeadersMutation = (headers: Headers) => void;

const NAMES = [
  'content-type',
  'content-length',
  'content-encoding',
  'transfer-encoding',
  'idempotency-key',
  'origin',
  'referer',
  'sec-fetch-site',
  'host',
  'x-user',
  'cookie',
  'authorization',
  'accept',
  'plaid-verification',
  'heron-signature',
  'x-forwarded-for',
  'x-http-method-override',
  'x-nobody-knows',
];

const VALUES = [
  '',
  ' ',
  'null',
  'application/json',
  'application/json; charset=utf-16',
  'application/json, text/plain',
  'text/plain;application/json',
  'multipart/form-data',
  'APPLICATION/JSON',
  'gzip',
  '-1',
  '0',
  '0x10',
  '1e9',
  '99999999999999999999',
  '16384, 16384',
  'NaN',
  'same-origin',
  'cross-site',
  'https://app.test',
  'https://app.test:443',
  'https://evil.test',
  'https://app.test.evil.test',
  'http://[::1',
  'javascript:alert(1)',
  'PUT',
  '*/*',
  '__proto__',
  '\u00e9\u00ff',
];

const value = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...VALUES) },
  { weight: 2, arbitrary: fc.string({ maxLength: 40 }) },
  { weight: 1, arbitrary: fc.constantFrom(256, 5000, 70_000).map((length) => 'k'.repeat(length)) },
);

const change: fc.Arbitrary<HeadersMutation> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(...NAMES).map((name) => (headers: Headers) => headers.delete(name)),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(fc.constantFrom(...NAMES), value).map(
      ([name, text]) =>
        (headers: Headers) =>
          headers.set(name, text),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom(...NAMES), value).map(
      ([name, text]) =>
        (headers: Headers) =>
          headers.append(name, text),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...NAMES).map((name) => (headers: Headers) => {
      headers.append(name, headers.get(name) ?? '');
    }),
  },
);

/** None in every second request: what its body says would not be read otherwise. */
export const headersMutation: fc.Arbitrary<HeadersMutation> = fc.oneof(
  fc.constant(() => {}),
  fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => (headers: Headers) => {
    for (const apply of changes) apply(headers);
  }),
);
