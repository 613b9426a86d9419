import { createRequestKey, type LinkTokenRequest } from '../protocol/linkToken.js';
import { createEndpointError } from './endpointError.js';
import type { UpdateModeEndpoint } from './endpoint.js';
import type { Clock } from './ports.js';
import { withTimeLimit } from './timeLimit.js';

/** Plaid's life of an update-mode token: https://plaid.com/docs/api/link/#linktokencreate, read 2026-11. */
export const LIFETIME_MS = 30 * 60_000;
/** A token must last for a sign-in, so one about to expire is not worth opening Link with. */
const MARGIN_MS = 2 * 60_000;
const REQUEST_LIMIT_MS = 20_000;

export interface LinkToken {
  value: string;
  /** Milliseconds since 1970, by our clock; a margin before Plaid's own moment. */
  expiresAt: number;
  /** When it was made, by our clock; milliseconds since 1970. */
  madeAt: number;
  /** The same visit on a page of Plaid's own, where the server asked for one. */
  hostedLinkUrl: string | null;
}

export interface LinkTokens {
  /** The token at hand, the one under way, or a fresh one. Rejects with `link_token_failed`. */
  get(request: LinkTokenRequest): Promise<LinkToken>;
  /** Link has been opened with it. Only a user's token serves another visit: https://plaid.com/docs/link/update-mode/ */
  use(request: LinkTokenRequest): void;
  /** Plaid refused it. */
  drop(request: LinkTokenRequest): void;
}

/**
 * Link tokens by target and purpose: fetched once however often they are asked for, kept until they are used or old.
 * They live here alone, never in React Query: a persister would write them down.
 */
export function createLinkTokens(endpoint: UpdateModeEndpoint, clock: Clock): LinkTokens {
  const entries = new Map<string, { token: Promise<LinkToken>; expiresAt: number }>();

  async function fetchToken(request: LinkTokenRequest): Promise<LinkToken> {
    try {
      const answer = await withTimeLimit(clock, REQUEST_LIMIT_MS, (signal) =>
        endpoint.createLinkToken(request, { signal }),
      );
      // A device's clock can be hours off: never trust it to call a fresh token over, or longer-lived than Plaid
      // makes them. One that really is over, Plaid refuses on opening.
      const claimed = Date.parse(answer.expiration) - clock.now();
      const lifetime = claimed > MARGIN_MS ? Math.min(claimed, LIFETIME_MS) : LIFETIME_MS;
      return {
        value: answer.link_token,
        expiresAt: clock.now() + lifetime - MARGIN_MS,
        madeAt: clock.now(),
        hostedLinkUrl: answer.hosted_link_url ?? null,
      };
    } catch (cause) {
      throw createEndpointError('link_token_failed', cause);
    }
  }

  return {
    get(request) {
      const key = createRequestKey(request);
      const known = entries.get(key);
      if (known && known.expiresAt > clock.now()) return known.token;
      const entry = { token: fetchToken(request), expiresAt: Number.POSITIVE_INFINITY };
      entries.set(key, entry);
      const forget = () => {
        if (entries.get(key) === entry) entries.delete(key);
      };
      entry.token.then((token) => (entry.expiresAt = token.expiresAt), forget);
      return entry.token;
    },
    use(request) {
      if (!('user' in request.target)) entries.delete(createRequestKey(request));
    },
    drop: (request) => void entries.delete(createRequestKey(request)),
  };
}
