import * as v from 'valibot';
import { createParser } from './parsed.js';
import type { Purpose } from './purpose.js';
import { createTargetKey, type Target } from './target.js';
import { timeSchema } from './time.js';
import { isHostedPage } from './webAddress.js';

/** The body of `POST {endpoint}/link-token`. */
export interface LinkTokenRequest {
  target: Target;
  purpose: Purpose;
}

/** One string for each target and purpose. */
export function createRequestKey({ target, purpose }: LinkTokenRequest): string {
  return `${purpose} ${createTargetKey(target)}`;
}

/** Its answer. */
export interface LinkTokenAnswer {
  link_token: string;
  /** ISO 8601; for update mode about 30 minutes ahead. */
  expiration: string;
  /** The same visit on a page of Plaid's own, for a browser in which Link's script can't load. */
  hosted_link_url?: string | null | undefined;
}

export const parseLinkTokenAnswer = createParser<LinkTokenAnswer>(
  v.object({
    link_token: v.pipe(v.string(), v.nonEmpty()),
    expiration: timeSchema,
    hosted_link_url: v.nullish(v.pipe(v.string(), v.check(isHostedPage))),
  }),
);
