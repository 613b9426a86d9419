import { createUuid } from '../randomId.js';
import type { LinkChoices } from '../linkBackend.js';
import type { LinkTokenRequest } from './linkTokenRequest.js';

/** For an existing Item; a new one's would live four hours. */
const LIFE = 30 * 60 * 1000;

/** What a link token is for; a user's Item is chosen when Link opens. */
export type LinkTarget =
  | { kind: 'item'; itemId: string }
  | { kind: 'authorization'; authorizationId: string; itemId: string }
  | { kind: 'user'; userId: string; itemIds: readonly string[] };

/** One visit to Link. */
export interface LinkSession {
  linkSessionId: string;
  itemId: string;
  startedAt: number;
  finishedAt: number | null;
  outcome: 'success' | 'exit' | null;
  /** What the user has chosen on the bank's own page. */
  chosenAtBank: LinkChoices | null;
}

export interface LinkToken {
  linkToken: string;
  target: LinkTarget;
  request: LinkTokenRequest;
  createdAt: number;
  expiresAt: number;
  /** Link takes it no more. */
  isSpent: boolean;
  hostedLinkId: string | null;
  sessions: LinkSession[];
}

export interface LinkTokenStore {
  create(target: LinkTarget, request: LinkTokenRequest, now: number): LinkToken;
  /** Also one that Link takes no more. */
  read(linkToken: string): LinkToken | undefined;
  /** Nothing for a token that is unknown, expired or used. */
  find(linkToken: string, now: number): LinkToken | undefined;
  findHosted(hostedLinkId: string): LinkToken | undefined;
  /** After a visit. A user's token is good for one visit for each broken Item. */
  use(linkToken: string): void;
  expireAll(): void;
}

export function createLinkTokenStore(): LinkTokenStore {
  const tokens = new Map<string, LinkToken>();

  return {
    create(target, request, now) {
      const life = request.hosted_link?.url_lifetime_seconds;
      const token: LinkToken = {
        linkToken: `link-sandbox-${createUuid()}`,
        target,
        request,
        createdAt: now,
        expiresAt: now + (life === undefined ? LIFE : life * 1000),
        isSpent: false,
        hostedLinkId: request.hosted_link == null ? null : createUuid(),
        sessions: [],
      };
      tokens.set(token.linkToken, token);
      return token;
    },
    read: (linkToken) => tokens.get(linkToken),
    find(linkToken, now) {
      const token = tokens.get(linkToken);
      return token === undefined || token.isSpent || token.expiresAt <= now ? undefined : token;
    },
    findHosted: (hostedLinkId) => Array.from(tokens.values()).find((token) => token.hostedLinkId === hostedLinkId),
    use(linkToken) {
      const token = tokens.get(linkToken);
      if (token !== undefined && token.target.kind !== 'user') token.isSpent = true;
    },
    expireAll() {
      for (const token of tokens.values()) token.isSpent = true;
    },
  };
}
