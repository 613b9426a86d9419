import type { PlaidLinkError } from 'react-plaid-link';
import type { LinkSessionAnswer } from '../linkBackend.js';
import { createPlaidId, createUuid } from '../randomId.js';
import { toLinkAccount } from './accounts.js';
import { planVisit } from './linkPlan.js';
import type { LinkToken } from './linkTokenStore.js';
import { listSharedAccounts, type SandboxItem } from './sandboxItem.js';
import type { SandboxWorld } from './sandboxWorld.js';

export type OpenedSession = Extract<LinkSessionAnswer, { ok: true }>;

/** Link does not open. */
export function refuseSession(error: PlaidLinkError, linkSessionId = createUuid()): LinkSessionAnswer {
  return { ok: false, linkSessionId, requestId: createPlaidId(15), error };
}

/** What Link shows in a visit. */
export function describeSession(
  world: SandboxWorld,
  { request }: LinkToken,
  item: SandboxItem,
  linkSessionId: string,
): OpenedSession {
  const { steps, choices, asks } = planVisit(item, request, world);
  return {
    ok: true,
    linkSessionId,
    requestId: createPlaidId(15),
    institution: { institution_id: item.institutionId, name: item.institutionName },
    accounts: listSharedAccounts(item).map(toLinkAccount),
    clientName: request.client_name,
    steps,
    choices,
    asks,
    ...(request.redirect_uri == null ? {} : { redirectUri: request.redirect_uri }),
  };
}

/** A visit that was opened before, as Link would show it now. */
export function describeRunningSession(
  world: SandboxWorld,
  token: LinkToken | undefined,
  linkSessionId: string | undefined,
): OpenedSession | null {
  const session = token?.sessions.find((candidate) => candidate.linkSessionId === linkSessionId);
  const item = session === undefined ? undefined : world.items.find(session.itemId);
  if (token === undefined || session === undefined || item === undefined) return null;
  return describeSession(world, token, item, session.linkSessionId);
}
