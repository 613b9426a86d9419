import { createUuid } from '../randomId.js';
import type { SandboxItem } from './sandboxItem.js';

/** For an existing Item; a new one's would live four hours. */
const LIFE = 30 * 60 * 1000;

interface LinkToken {
  item: SandboxItem;
  clientName: string;
  expiresAt: number;
}

export interface LinkTokenStore {
  create(item: SandboxItem, clientName: string, now: number): { linkToken: string; expiresAt: number };
  /** Nothing for a token that is unknown, expired or used. */
  find(linkToken: string, now: number): LinkToken | undefined;
  use(linkToken: string): void;
  expireAll(): void;
}

export function createLinkTokenStore(): LinkTokenStore {
  const tokens = new Map<string, LinkToken>();

  function dropExpired(now: number): void {
    for (const [name, token] of tokens) if (token.expiresAt <= now) tokens.delete(name);
  }

  return {
    create(item, clientName, now) {
      dropExpired(now);
      const linkToken = `link-sandbox-${createUuid()}`;
      const expiresAt = now + LIFE;
      tokens.set(linkToken, { item, clientName, expiresAt });
      return { linkToken, expiresAt };
    },
    find(linkToken, now) {
      dropExpired(now);
      return tokens.get(linkToken);
    },
    use: (linkToken) => void tokens.delete(linkToken),
    expireAll: () => tokens.clear(),
  };
}
