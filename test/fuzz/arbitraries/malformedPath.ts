import fc from 'fast-check';

/** Makes another path, or another query, of a route's own. */
export type PathMutation = (path: string) => string;

const PIECES = [
  '/',
  '//',
  '/.',
  '/..',
  '/../',
  '/%2e%2e/',
  '%2F',
  '%5c',
  '%00',
  '%',
  '%zz',
  '%c0%80',
  '%ff',
  ';a=b',
  '?',
  '?purpose=',
  '?purpose=repair',
  '?purpose=repair&purpose=select_accounts',
  '?purpose=__proto__',
  '?purpose=%ff',
  '#fragment',
  '\u00e4\u{1f600}',
  '__proto__',
  'constructor',
  '/integration-links',
  '/link-token',
  '/repairs',
  '/api/integration_links/',
];

const piece = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.constantFrom(130, 3000, 20_000).map((length) => 'a'.repeat(length)) },
);

export const pathMutation: fc.Arbitrary<PathMutation> = fc.oneof(
  { weight: 4, arbitrary: fc.constant((path: string) => path) },
  { weight: 1, arbitrary: piece.map((text) => (path: string) => path + text) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.nat({ max: 200 }), piece).map(([at, text]) => (path: string) => {
      const place = at % (path.length + 1);
      return path.slice(0, place) + text + path.slice(place);
    }),
  },
  { weight: 1, arbitrary: fc.nat({ max: 200 }).map((at) => (path: string) => path.slice(0, at % (path.length + 1))) },
  { weight: 1, arbitrary: fc.constant((path: string) => path.toUpperCase()) },
);

export const method = (usual: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constant(usual) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('GET', 'POST', 'PUT', 'HEAD', 'OPTIONS', 'PATCH', 'DELETE', 'PROPFIND', 'constructor'),
    },
  );
