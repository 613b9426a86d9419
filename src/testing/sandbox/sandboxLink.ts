import type { FinishedLinkSession, LinkBackend, LinkChoices } from '../linkBackend.js';
import { findLinkError, LINK_ERRORS } from '../linkErrors.js';
import { createUuid } from '../randomId.js';
import { toLinkAccount } from './accounts.js';
import { abandonVisit, changeAccountIds, finishVisit } from './finishVisit.js';
import { planVisit } from './linkPlan.js';
import { describeSession, refuseSession } from './linkSessionAnswer.js';
import type { LinkSession, LinkTarget, LinkToken } from './linkTokenStore.js';
import { listSharedAccounts, type SandboxItem } from './sandboxItem.js';
import { createSandboxOAuth } from './sandboxOAuth.js';
import type { SandboxWorld } from './sandboxWorld.js';

/** Link's server side over the sandbox's Items. */
export function createSandboxLink(world: SandboxWorld): Required<LinkBackend> {
  /** The visit shows its effect when Plaid's profile says so. */
  function change(item: SandboxItem, apply: (at: number) => void): void {
    const { healsAfter } = world.plaid;
    if (healsAfter === 'never') return;
    const { trouble } = item;
    const at = world.now() + healsAfter;
    if (healsAfter === 0) return apply(at);
    // A break that came meanwhile is not what this visit was about.
    item.changes.push({ at, apply: () => void ([trouble, null].includes(item.trouble) && apply(at)) });
  }

  function succeed(token: LinkToken, item: SandboxItem, choices: LinkChoices): string {
    const { request, target } = token;
    const plan = planVisit(item, request, world);
    change(item, (at) => {
      finishVisit(item, { plan, request, choices }, at);
      if (world.plaid.changesAccountIds) changeAccountIds(item);
    });
    const authorization =
      target.kind === 'authorization' ? world.authorizations.get(target.authorizationId) : undefined;
    if (authorization !== undefined) authorization.isUserActionDone = true;
    const publicToken = `public-sandbox-${createUuid()}`;
    world.publicTokens.set(publicToken, item);
    return publicToken;
  }

  return {
    ...createSandboxOAuth(world),
    async openSession(linkToken) {
      const token = world.linkTokens.find(linkToken, world.now());
      if (token === undefined) return refuseSession(LINK_ERRORS.INVALID_LINK_TOKEN);
      const item = findItem(world, token.target);
      if (item === 'healthy') return refuseSession(findLinkError(noError(world)));
      if (item === undefined || item.isRemoved) return refuseSession(LINK_ERRORS.ITEM_NOT_FOUND);
      const { isRepairOnly } = planVisit(item, token.request, world);
      if (isRepairOnly && item.trouble === null && world.plaid.whenHealthy !== 'sign_in') {
        return refuseSession(findLinkError(noError(world)));
      }
      const session = startSession(item, world.now());
      token.sessions.push(session);
      return describeSession(world, token, item, session.linkSessionId);
    },

    async finishSession({ linkToken, linkSessionId, outcome, choices: chosen }: FinishedLinkSession) {
      const token = world.linkTokens.find(linkToken, world.now());
      const session = token?.sessions.find((candidate) => candidate.linkSessionId === linkSessionId);
      world.linkTokens.use(linkToken);
      const item = session === undefined ? undefined : world.items.find(session.itemId);
      if (token === undefined || session === undefined || item === undefined) return { publicToken: null };
      if (session.outcome !== null) return { publicToken: null };
      session.finishedAt = world.now();
      session.outcome = outcome;
      const choices = { ...session.chosenAtBank, ...chosen };
      if (outcome === 'exit') {
        abandonVisit(item, planVisit(item, token.request, world), choices);
        return { publicToken: null };
      }
      const publicToken = succeed(token, item, choices);
      return { publicToken, accounts: listSharedAccounts(item).map(toLinkAccount) };
    },
  };
}

function startSession({ itemId }: SandboxItem, now: number): LinkSession {
  return { linkSessionId: createUuid(), itemId, startedAt: now, finishedAt: null, outcome: null, chosenAtBank: null };
}

function noError({ plaid }: SandboxWorld): string {
  return plaid.whenHealthy === 'item-no-error' ? 'item-no-error' : 'ITEM_NO_ERROR';
}

/** Of a user the most recently broken Item, where the token names none: https://plaid.com/docs/link/update-mode/ (20 November 2026). */
function findItem(world: SandboxWorld, target: LinkTarget): SandboxItem | 'healthy' | undefined {
  if (target.kind !== 'user') return world.items.find(target.itemId);
  const user = world.users.find({ userId: target.userId });
  const named = target.itemIds.length > 0 ? target.itemIds : Array.from(user?.itemIds ?? []);
  const items = world.items.list().filter((item) => named.includes(item.itemId) && !item.isRemoved);
  const broken = items.filter((item) => item.trouble !== null);
  return broken.toSorted((one, other) => (other.trouble?.order ?? 0) - (one.trouble?.order ?? 0))[0] ?? 'healthy';
}
