import * as v from 'valibot';

/** A point in time, ISO 8601. */
export const timeSchema = v.pipe(
  v.string(),
  v.check((value) => !Number.isNaN(Date.parse(value))),
);

/** Milliseconds since 1970 that a Date can hold: any other number throws where it is written as a date. */
export const momentSchema = v.pipe(
  v.number(),
  v.check((value) => !Number.isNaN(new Date(value).getTime())),
);
