import type { LinkBackend } from '../linkBackend.js';
import { findAccountIds } from './sandboxItem.js';
import type { SandboxWorld } from './sandboxWorld.js';

export interface HostedLinkControl {
  /**
   * The user goes to the Hosted Link of a link token, and is done there. Accounts are named by id, name or
   * mask; left out, what is shared stays.
   */
  finishHostedLink(linkToken: string, outcome: 'success' | 'exit', accounts?: readonly string[]): Promise<void>;
}

export function createHostedLinkControl(world: SandboxWorld, link: LinkBackend): HostedLinkControl {
  return {
    async finishHostedLink(linkToken, outcome, accounts) {
      const token = world.linkTokens.read(linkToken);
      if (token?.hostedLinkId == null) {
        throw new Error('This link token has no Hosted Link: create it with hosted_link.');
      }
      const opened = await link.openSession(linkToken);
      if (!opened.ok) throw new Error(`Link does not open: ${opened.error.error_code}.`);
      const { linkSessionId } = opened;
      const session = token.sessions.find((candidate) => candidate.linkSessionId === linkSessionId);
      const item = session === undefined ? undefined : world.items.find(session.itemId);
      const ids = item === undefined || accounts === undefined ? undefined : findAccountIds(item, accounts);
      await link.finishSession({
        linkToken,
        linkSessionId,
        outcome,
        choices: ids === undefined ? {} : { accounts: ids },
      });
    },
  };
}
