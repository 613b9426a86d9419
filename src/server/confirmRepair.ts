import { confirmExit } from './confirmExit.js';
import { confirmSuccess } from './confirmSuccess.js';
import { withConsentEnd, withoutCheck } from './itemFacts.js';
import { askPlaid, isGone, type PlaidTruth } from './plaidTruth.js';
import { askAgain } from './runningCheck.js';
import type { Services } from './services.js';
import { changeFacts, conclude, findLink, readCheckKey, type Confirmation, type Visit } from './visit.js';

/** An Item of which Plaid names an error. */
type BrokenTruth = Exclude<PlaidTruth, { state: 'healthy' }>;

/**
 * Asks Plaid what is true after a visit, and gives Heron the access token where the Item works again. The only
 * place where a repair is decided: both handlers come here.
 */
export async function confirmRepair<Caller>(services: Services<Caller>, visit: Visit<Caller>): Promise<Confirmation> {
  const truth = await askPlaid(services.plaid, visit.item, services.log);
  if (truth.state === 'lost') return giveUp(services, visit, truth);
  if (visit.outcome !== 'success') {
    return truth.state === 'healthy' ? confirmExit(services, visit, truth) : leaveUnchanged(services, visit, truth);
  }
  // An outage or a missing permission leaves the repair of a login a repair: Heron has to know of it.
  if (truth.state !== 'login_error') return confirmSuccess(services, visit, truth);
  return (await askAgain(services, visit)) ?? giveUp(services, visit, truth);
}

async function leaveUnchanged<Caller>(
  services: Services<Caller>,
  visit: Visit<Caller>,
  { item: plaidItem, error }: BrokenTruth,
): Promise<Confirmation> {
  const link = await findLink(services, visit);
  const item = plaidItem ? await changeFacts(services, visit, (facts) => withConsentEnd(facts, plaidItem)) : visit.item;
  return conclude(services, 'unchanged', link, item, error);
}

async function giveUp<Caller>(
  services: Services<Caller>,
  visit: Visit<Caller>,
  { item: plaidItem, error }: BrokenTruth,
): Promise<Confirmation> {
  const link = await findLink(services, visit);
  const item = await changeFacts(services, visit, (facts) => ({
    ...withConsentEnd(withoutCheck(facts, readCheckKey(visit)), plaidItem),
    error: isGone(error) ? error : facts.error,
  }));
  return conclude(services, 'still_broken', link, item, error);
}
