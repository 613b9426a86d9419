import * as v from 'valibot';

/** A point in time, ISO 8601. */
export const timeSchema = v.pipe(
  v.string(),
  v.check((value) => !Number.isNaN(Date.parse(value))),
);
