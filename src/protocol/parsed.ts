import * as v from 'valibot';

/** What a parser makes of something that crossed the wire: a value, or a sentence on what is wrong with it. */
export type Parsed<Value> = { ok: true; value: Value } | { ok: false; problem: string };

type Schema<Value> = v.BaseSchema<unknown, Value, v.BaseIssue<unknown>>;

/**
 * Makes a parser of a schema. The sentence names the place and what was expected there, never what was
 * received: a wrong answer may hold a secret, and sentences end up in logs.
 */
export function createParser<Value>(schema: Schema<Value>): (input: unknown) => Parsed<Value> {
  return (input) => {
    const result = v.safeParse(schema, input, { abortEarly: true });
    if (result.success) return { ok: true, value: result.output };
    const [issue] = result.issues;
    const place = issue.path?.map(({ key }) => String(key)).join('.') ?? 'the whole';
    return { ok: false, problem: `${place}: expected ${issue.expected ?? 'something else'}` };
  };
}
