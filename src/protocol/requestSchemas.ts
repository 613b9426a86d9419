import * as v from 'valibot';

/**
 * Plaid's `item_id` in a request. Plaid promises no format, so anything is taken that is one plain path
 * segment: the id becomes part of Heron's URL. `__proto__` is one as well, and a trap for an app that keeps
 * its Items in an object.
 */
export const itemIdSchema = v.pipe(v.string(), v.regex(/^(?!__proto__$)[A-Za-z0-9_-]{1,128}$/));

/** Plaid's ids of Transfer authorizations are UUIDs; its documentation promises no format. */
export const targetSchema = v.union([
  v.strictObject({ item_id: itemIdSchema }),
  v.strictObject({ user: v.literal(true) }),
  v.strictObject({ authorization_id: itemIdSchema }),
]);

/** Which names are defined, the server knows. */
export const purposeSchema = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]{0,63}$/));
