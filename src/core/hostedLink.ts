import type { LinkTokenRequest } from '../protocol/linkToken.js';
import { LIFETIME_MS, type LinkTokens } from './linkTokens.js';
import type { Clock } from './ports.js';
import { withTimeLimit } from './timeLimit.js';

/** A page of Plaid's own for a visit, and until when it is there; milliseconds since 1970. */
export interface HostedLink {
  url: string;
  expiresAt: number;
}

/** How long a failure waits to be told, for the sake of another way into Link. */
const OTHER_WAY_LIMIT_MS = 3_000;

/** The other way into Link, where its script can't load. That may have failed at once, and the token be on its way. */
export async function findHostedLink(
  request: LinkTokenRequest,
  tokens: LinkTokens,
  clock: Clock,
): Promise<HostedLink | undefined> {
  try {
    const { hostedLinkUrl: url, madeAt } = await withTimeLimit(clock, OTHER_WAY_LIMIT_MS, () => tokens.get(request));
    return url === null ? undefined : { url, expiresAt: madeAt + LIFETIME_MS };
  } catch {
    return undefined;
  }
}
