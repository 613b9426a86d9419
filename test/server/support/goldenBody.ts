import { readFileSync, readdirSync } from 'node:fs';
import * as v from 'valibot';

const folder = new URL('../golden/', import.meta.url);

const goldenSchema = v.strictObject({
  page: v.pipe(v.string(), v.startsWith('https://plaid.com/docs/')),
  read: v.pipe(v.string(), v.isoDate()),
  rows: v.pipe(v.array(v.pipe(v.string(), v.regex(/^S\d+$/))), v.minLength(1)),
  body: v.record(v.string(), v.unknown()),
});

/** The whole body of a request, written by hand from the page of Plaid's that stands beside it. */
export type GoldenBody = v.InferOutput<typeof goldenSchema>;

export function readGoldenBody(name: string): GoldenBody {
  return v.parse(goldenSchema, JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')));
}

export function listGoldenBodies(): string[] {
  return readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
}
