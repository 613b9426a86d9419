import fc from 'fast-check';
import { leaf, listPlaces, toTree, writeTree, type JsonTree } from './jsonTree.js';

/** Turns valid JSON into text that is close to it. */
export type JsonMutation = (valid: unknown) => string;

/** What nobody expects at a place. Some of it is no JSON. */
const ODD_VALUES = [
  'null',
  'true',
  'false',
  '0',
  '-1',
  '-0',
  '7',
  '1.5',
  '1e400',
  '-1e400',
  '9007199254740993',
  '""',
  '" "',
  '"\\u0000"',
  '"\\ud800"',
  '"\u202eevil"',
  '"__proto__"',
  '"constructor"',
  '"toString"',
  '"../../etc/passwd"',
  '"<script>alert(1)</script>"',
  '"ITEM_LOGIN_REQUIRED"',
  '"+275760-09-13T00:00:00Z"',
  '"-271821-04-20T00:00:00Z"',
  '"2026"',
  '"1970-01-01"',
  '"9999-12-31T23:59:59.999Z"',
  '[]',
  '[null]',
  '[[]]',
  '{}',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"length":1e9}',
  '{"toString":null,"valueOf":null}',
  'undefined',
  'NaN',
  "'single'",
  '',
  '{',
  '"',
];

const ODD_KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'then', '', '0', 'length', '\u0000', 'item_id'];

const oddValue = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...ODD_VALUES) },
  { weight: 1, arbitrary: fc.json({ maxDepth: 2 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }).map((text) => JSON.stringify(text)) },
);

type Change = (tree: JsonTree) => JsonTree;

/** `at` chooses a place, whatever the number of places is. */
function atPlace(at: number, change: (place: ReturnType<typeof listPlaces>[number]) => void): Change {
  return (tree) => {
    const places = listPlaces(tree);
    const place = places[at % places.length];
    if (place) change(place);
    return tree;
  };
}

const at = fc.nat({ max: 10_000 });

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 3, arbitrary: at.map((index) => atPlace(index, (place) => place.drop())) },
  {
    weight: 6,
    arbitrary: fc.tuple(at, oddValue).map(([index, text]) => atPlace(index, (place) => place.replace(leaf(text)))),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(at, oddValue).map(([index, text]) => atPlace(index, (place) => place.double(leaf(text)))),
  },
  { weight: 1, arbitrary: at.map((index) => atPlace(index, (place) => place.double(place.value))) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(at, fc.constantFrom(...ODD_KEYS))
      .map(([index, key]) => atPlace(index, (place) => place.rename(key))),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(at, fc.constantFrom('[', '{"a":'), fc.constantFrom(1, 2, 50, 900, 7000))
      .map(([index, open, depth]) => atPlace(index, (place) => place.replace(deepen(place.value, open, depth)))),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(at, fc.constantFrom(200, 5000, 17_000, 70_000))
      .map(([index, length]) => atPlace(index, (place) => place.replace(leaf(`"${'x'.repeat(length)}"`)))),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...ODD_KEYS), oddValue).map(
      ([key, text]) =>
        (tree: JsonTree) =>
          withEntry(tree, key, text),
    ),
  },
  { weight: 1, arbitrary: oddValue.map((text) => () => leaf(text)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(1, 100, 3000, 7900, 60_000).map((depth) => (tree: JsonTree) => deepen(tree, '[', depth)),
  },
);

/** One to four changes, one after the other; an index past the last place begins anew. */
export const jsonMutation: fc.Arbitrary<JsonMutation> = fc
  .array(change, { minLength: 1, maxLength: 4 })
  .map((changes) => (valid: unknown) => writeTree(changes.reduce((tree, apply) => apply(tree), toTree(valid))));

/** A value that such text reads as, or one that no JSON can be. */
export function mutatedValue(valid: unknown): fc.Arbitrary<unknown> {
  const parsed = jsonMutation.map((mutate) => readJson(mutate(valid)));
  return fc.oneof({ weight: 9, arbitrary: parsed }, { weight: 1, arbitrary: anyValue });
}

const anyValue = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});

/** Undefined for what is no JSON. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function deepen(tree: JsonTree, open: string, depth: number): JsonTree {
  const close = open === '[' ? ']' : '}';
  return leaf(`${open.repeat(depth)}${writeTree(tree)}${close.repeat(depth)}`);
}

function withEntry(tree: JsonTree, key: string, text: string): JsonTree {
  if (tree.kind !== 'object') return tree;
  return { kind: 'object', entries: [...tree.entries, { key, value: leaf(text) }] };
}
