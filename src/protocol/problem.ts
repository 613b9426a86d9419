import * as v from 'valibot';
import { createParser } from './parsed.js';

/** The stable codes of the endpoint's errors; branch on them, never on `title`. */
export const PROBLEM_CODES = [
  'invalid_request',
  'unauthenticated',
  'cross_origin',
  'item_not_found',
  'target_not_found',
  'purpose_not_defined',
  'not_owner',
  'method_not_allowed',
  'not_found',
  'unsupported_media_type',
  'link_token_refused',
  'rate_limited',
  'plaid_unavailable',
  'heron_unavailable',
  'heron_link_not_found',
  'still_broken',
  'misconfigured',
  'internal',
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** `application/problem+json` (RFC 9457), the shape of each of the endpoint's errors. */
export interface Problem {
  title: string;
  status: number;
  code: ProblemCode;
  /** What is wrong with the request, for developers: the place, never what stood there. */
  detail?: string | undefined;
  /** Plaid's error code, where Plaid refused. */
  error_code?: string | undefined;
  /** Plaid's request id, where Plaid refused: its support asks for it. */
  request_id?: string | undefined;
}

/** An error's body as a client reads it: any server's, so every field may be missing. */
export const parseProblem = createParser<{ code?: string | null | undefined; request_id?: string | null | undefined }>(
  v.object({ code: v.nullish(v.string()), request_id: v.nullish(v.string()) }),
);
