import type { Schema } from './heronOpenApi.js';

/** Who says it: what is read-only has no place in a request, what is write-only none in an answer. */
export type Direction = 'request' | 'answer';

/** The first place where a value does not fit a schema, or null. A property that the schema does not name is one. */
export function findMisfit(value: unknown, schema: Schema, direction: Direction, place = 'the whole'): string | null {
  if (value === null) return schema.nullable === true ? null : place;
  if (schema.type === 'string') return fitsString(value, schema) ? null : place;
  if (typeof value !== 'object' || Array.isArray(value)) return place;

  const properties = schema.properties ?? {};
  const isHidden = (name: string): boolean =>
    (direction === 'request' ? properties[name]?.readOnly : properties[name]?.writeOnly) === true;
  const missing = schema.required?.find((name) => !isHidden(name) && !Object.hasOwn(value, name));
  if (missing !== undefined) return missing;
  for (const [name, member] of Object.entries(value)) {
    const memberSchema = properties[name];
    if (memberSchema === undefined || isHidden(name)) return name;
    const misfit = findMisfit(member, memberSchema, direction, name);
    if (misfit !== null) return misfit;
  }
  return null;
}

function fitsString(value: unknown, { enum: allowed, format }: Schema): boolean {
  if (typeof value !== 'string') return false;
  if (format === 'date-time' && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value)) return false;
  return allowed === undefined || allowed.includes(value);
}
