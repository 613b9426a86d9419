import type { IntegrationLink, ItemError } from '../protocol/integrationLink.js';
import type { Purpose } from '../protocol/purpose.js';
import type { RepairResult } from '../protocol/repair.js';
import { compareAccounts, type AccountsDifference } from './accountsChange.js';
import { countAccounts, hasChanged, readAccountsCount, withAccountsCount } from './accountsCount.js';
import { toFactsAfterVisit } from './factsAfterVisit.js';
import type { Services } from './services.js';
import type { AccessChange } from './truth/accessChange.js';
import type { Evidence } from './truth/evidence.js';
import { changeFacts, conclude, type FinalConfirmation, type Visit } from './visit.js';

/** What has been decided about a visit that left the Item without a login error. */
export interface Ending {
  result: RepairResult;
  /** Heron's link before the visit. */
  link: IntegrationLink;
  /** Whether Heron is given the access token, which makes it sync. */
  tellsHeron: boolean;
  /** The name of the purpose that the app is told of; null for none. */
  achieved: Purpose | null;
  /** Whether the user has signed in anew to the end, so that a disconnect that was announced does not come. */
  averted: boolean;
  access: AccessChange;
  /** What Plaid names besides, as an outage of the institution. */
  error?: ItemError | undefined;
  /** What of it is still to be known at the next list. */
  keptError?: ItemError | undefined;
}

/** Gives Heron the access token, remembers what is so now, and tells the app. */
export async function settle<Caller>(
  services: Services<Caller>,
  visit: Visit<Caller>,
  evidence: Evidence,
  ending: Ending,
): Promise<FinalConfirmation> {
  const { caller, item, idempotencyKey } = visit;
  const { itemId } = item;
  const link = ending.tellsHeron ? await services.heron.updateLink(itemId, item.accessToken) : ending.link;
  const now = new Date(services.clock()).toISOString();
  // Compared with what is stored at that very moment: another report may have found the difference meanwhile.
  const found: { difference: AccountsDifference | null } = { difference: null };
  const settled = await changeFacts(services, visit, (facts) => {
    found.difference = compareAccounts(facts.accounts, evidence.accounts);
    const after = toFactsAfterVisit(facts, visit, evidence, ending, now);
    return withAccountsCount(after, idempotencyKey, countAccounts(found.difference));
  });
  if (found.difference && hasChanged(countAccounts(found.difference))) {
    await services.ports.accountsChanged({ caller, itemId, ...found.difference });
  }
  const confirmation: FinalConfirmation = {
    ...conclude(services, ending.result, link, settled, ending.error),
    accounts: readAccountsCount(settled.facts, idempotencyKey) ?? countAccounts(found.difference),
  };
  if (ending.achieved !== null) {
    const { result, integrationLink } = confirmation;
    const isVerified = result !== 'unverifiable';
    await services.ports.repaired({ caller, itemId, purpose: ending.achieved, isVerified, integrationLink });
  }
  return confirmation;
}
