import * as v from 'valibot';

/**
 * Plaid's `item_id` in a request. Plaid promises no format, so anything is taken that is one plain path
 * segment: the id becomes part of Heron's URL. `__proto__` is one as well, and a trap for an app that keeps
 * its Items in an object.
 */
export const itemIdSchema = v.pipe(v.string(), v.regex(/^(?!__proto__$)[A-Za-z0-9_-]{1,128}$/));

export const targetSchema = v.strictObject({ item_id: itemIdSchema });

export const purposeSchema = v.literal('repair');
