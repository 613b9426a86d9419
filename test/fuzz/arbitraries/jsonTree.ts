/**
 * JSON as it is written rather than as it is read: a key may stand twice in an object, `__proto__` is a key like any
 * other, and a leaf may be text that is no JSON at all.
 */
export type JsonTree =
  | { kind: 'object'; entries: { key: string; value: JsonTree }[] }
  | { kind: 'array'; items: JsonTree[] }
  | { kind: 'leaf'; text: string };

export function toTree(value: unknown): JsonTree {
  if (Array.isArray(value)) return { kind: 'array', items: value.map(toTree) };
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter((entry) => entry[1] !== undefined);
    return { kind: 'object', entries: entries.map(([key, each]: [string, unknown]) => ({ key, value: toTree(each) })) };
  }
  return leaf(JSON.stringify(value));
}

export function leaf(text: string): JsonTree {
  return { kind: 'leaf', text };
}

export function writeTree(tree: JsonTree): string {
  switch (tree.kind) {
    case 'object':
      return `{${tree.entries.map(({ key, value }) => `${JSON.stringify(key)}:${writeTree(value)}`).join(',')}}`;
    case 'array':
      return `[${tree.items.map(writeTree).join(',')}]`;
    case 'leaf':
      return tree.text;
  }
}

/** A place in a tree whose value can be changed, doubled or taken away. */
export interface Place {
  value: JsonTree;
  replace(value: JsonTree): void;
  drop(): void;
  double(value: JsonTree): void;
  rename(key: string): void;
}

/** All places below the root, the root's own replacement excepted: depth first. */
export function listPlaces(tree: JsonTree): Place[] {
  if (tree.kind === 'leaf') return [];
  if (tree.kind === 'array') {
    const { items } = tree;
    return items.flatMap((value) => {
      const at = () => items.indexOf(value);
      const place: Place = {
        value,
        replace: (next) => void (at() >= 0 && items.splice(at(), 1, next)),
        drop: () => void (at() >= 0 && items.splice(at(), 1)),
        double: (next) => void items.push(next),
        rename: () => {},
      };
      return [place, ...listPlaces(value)];
    });
  }
  const { entries } = tree;
  return entries.flatMap((entry) => {
    const place: Place = {
      value: entry.value,
      replace: (next) => void (entry.value = next),
      drop: () => void (entries.includes(entry) && entries.splice(entries.indexOf(entry), 1)),
      double: (next) => void entries.push({ key: entry.key, value: next }),
      rename: (key) => void (entry.key = key),
    };
    return [place, ...listPlaces(entry.value)];
  });
}
