import type { LinkBackend } from '../linkBackend.js';
import { LINK_ERRORS } from '../linkErrors.js';
import { createPlaidId, createUuid } from '../randomId.js';
import { toLinkAccount } from './accounts.js';
import { healItem } from './sandboxItem.js';
import type { SandboxWorld } from './sandboxWorld.js';

/** Link's server side over the sandbox's Items. */
export function createSandboxLink(world: SandboxWorld): LinkBackend {
  return {
    async openSession(linkToken) {
      const session = { linkSessionId: createUuid(), requestId: createPlaidId(15) };
      const token = world.linkTokens.find(linkToken, world.now());
      if (token === undefined) return { ok: false, ...session, error: LINK_ERRORS.INVALID_LINK_TOKEN };
      const { item, clientName } = token;
      if (item.isRemoved) return { ok: false, ...session, error: LINK_ERRORS.ITEM_NOT_FOUND };
      return {
        ok: true,
        ...session,
        institution: { institution_id: item.institutionId, name: item.institutionName },
        accounts: item.accounts.map(toLinkAccount),
        clientName,
      };
    },

    async finishSession({ linkToken, outcome }) {
      const token = world.linkTokens.find(linkToken, world.now());
      world.linkTokens.use(linkToken);
      if (token === undefined || outcome === 'exit') return { publicToken: null };
      const { healsAfter } = world.plaid;
      if (healsAfter !== 'never') healItem(token.item, world.now() + healsAfter);
      const publicToken = `public-sandbox-${createUuid()}`;
      world.publicTokens.set(publicToken, token.item);
      return { publicToken };
    },
  };
}
