import * as v from 'valibot';
import { UpdateModeError } from './errors.js';

/** Why the server will not take a report. */
export interface Refusal {
  httpStatus?: number | undefined;
  problemCode?: string | undefined;
}

const codeSchema = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]{0,63}$/));

/** As it stands in the storage. */
export const refusalSchema = v.object({
  http_status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(599))),
  problem_code: v.optional(codeSchema),
});

/** What of an error is to be remembered, as far as it reads like what it should be. */
export function toRefusal({ httpStatus, problemCode }: UpdateModeError): Refusal {
  return { httpStatus, problemCode: v.is(codeSchema, problemCode) ? problemCode : undefined };
}

/** The error of a report that an earlier page was refused. */
export function createRefusalError({ httpStatus, problemCode }: Refusal): UpdateModeError {
  return new UpdateModeError('report_failed', REFUSED, { failure: 'http', httpStatus, problemCode });
}

const REFUSED = 'The endpoint refuses the report of a visit to Link.';
