import * as v from 'valibot';
import { createParser } from './parsed.js';
import type { Purpose, Target } from './target.js';
import { timeSchema } from './time.js';

/** The body of `POST {endpoint}/link-token`. */
export interface LinkTokenRequest {
  target: Target;
  purpose: Purpose;
}

/** Its answer. */
export interface LinkTokenAnswer {
  link_token: string;
  /** ISO 8601; for update mode about 30 minutes ahead. */
  expiration: string;
}

export const parseLinkTokenAnswer = createParser<LinkTokenAnswer>(
  v.object({ link_token: v.pipe(v.string(), v.nonEmpty()), expiration: timeSchema }),
);
