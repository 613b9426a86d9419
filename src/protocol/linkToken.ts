import * as v from 'valibot';
import { purposeSchema, targetSchema, type Purpose, type Target } from './item.js';
import { createParser } from './parsed.js';

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

export const parseLinkTokenRequest = createParser<LinkTokenRequest>(
  v.strictObject({ target: targetSchema, purpose: purposeSchema }),
);

export const parseLinkTokenAnswer = createParser<LinkTokenAnswer>(
  v.object({
    link_token: v.pipe(v.string(), v.nonEmpty()),
    expiration: v.pipe(v.string(), v.check((value) => !Number.isNaN(Date.parse(value)))),
  }),
);
