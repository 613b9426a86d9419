import * as v from 'valibot';
import type { Target } from './target.js';

/**
 * Plaid's `item_id` in a request. Plaid promises no format, so anything is taken that is one plain path
 * segment: the id becomes part of Heron's URL. `__proto__` is one as well, and a trap for an app that keeps
 * its Items in an object.
 */
export const itemIdSchema = v.pipe(v.string(), v.regex(/^(?!__proto__$)[A-Za-z0-9_-]{1,128}$/));

const itemTargetSchema = v.strictObject({ item_id: itemIdSchema });
const userTargetSchema = v.strictObject({ user: v.literal(true) });
/** Plaid's ids of Transfer authorizations are UUIDs; its documentation promises no format. */
const authorizationTargetSchema = v.strictObject({ authorization_id: itemIdSchema });

/** Chosen by the key that is there, so that a problem names its place: a union could only name the whole target. */
export const targetSchema = v.lazy((input): v.GenericSchema<unknown, Target> => {
  if (typeof input !== 'object' || input === null || 'item_id' in input) return itemTargetSchema;
  if ('user' in input) return userTargetSchema;
  return 'authorization_id' in input ? authorizationTargetSchema : itemTargetSchema;
});

/** Which names are defined, the server knows. */
export const purposeSchema = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]{0,63}$/));
