import type { RateLimit } from './rateLimit.js';

/** Who may ask a handler, and how often. */
export interface AccessOptions<Caller> {
  /**
   * Origins besides the endpoint's own whose pages may ask, such as `https://app.example.com`: for them preflights are
   * answered and CORS headers set, with credentials. Behind a proxy that changes host or scheme, the app's own is
   * needed too, for browsers that send no `Sec-Fetch-Site`.
   */
  allowedOrigins?: readonly string[] | undefined;
  /** Headers that pages of `allowedOrigins` send besides the library's own, such as `authorization`. */
  allowedHeaders?: readonly string[] | undefined;
  /**
   * Asked about each request of somebody who is signed in, before Plaid, Heron or `items` are; `{ retryAfter }`
   * (seconds, one to 3600) answers 429. One that throws ends the request as `internal`.
   */
  rateLimit?: RateLimit<Caller> | undefined;
}
