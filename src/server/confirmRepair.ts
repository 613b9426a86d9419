import type { ItemError } from '../protocol/integrationLink.js';
import { confirmExit } from './confirmExit.js';
import { confirmSuccess } from './confirmSuccess.js';
import { withoutCheck } from './itemFacts.js';
import { askPlaid, ITEM_NOT_FOUND } from './plaidTruth.js';
import { readPatience, startCheck } from './runningCheck.js';
import type { Services } from './services.js';
import { changeFacts, conclude, findLink, readCheckKey, type Confirmation, type Visit } from './visit.js';

/**
 * Asks Plaid what is true after a visit, and gives Heron the access token where the Item works again. The only
 * place where a repair is decided: both handlers come here.
 */
export async function confirmRepair<Caller>(services: Services<Caller>, visit: Visit<Caller>): Promise<Confirmation> {
  const truth = await askPlaid(services.plaid, visit.item, services.log);
  if (truth.state === 'lost') return giveUp(services, visit, truth.error);
  if (visit.outcome !== 'success') {
    return truth.state === 'healthy' ? confirmExit(services, visit) : leaveUnchanged(services, visit, truth.error);
  }
  // An error that no login mends, such as an outage, leaves the repair a repair: Heron has to know of it.
  return truth.state === 'login_error'
    ? askAgainLater(services, visit, truth.error)
    : confirmSuccess(services, visit, truth.error);
}

async function leaveUnchanged<Caller>(
  services: Services<Caller>,
  visit: Visit<Caller>,
  error: ItemError,
): Promise<Confirmation> {
  return conclude('unchanged', await findLink(services, visit), visit.item, error);
}

async function askAgainLater<Caller>(
  services: Services<Caller>,
  visit: Visit<Caller>,
  error: ItemError,
): Promise<Confirmation> {
  const key = readCheckKey(visit);
  const now = services.clock();
  const patience = readPatience(visit.item.facts, key, now);
  if (patience.isOver) return giveUp(services, visit, error);
  if (patience.isNew) await changeFacts(services, visit, (facts) => startCheck(facts, key, now));
  return { isFinal: false, retryAfter: patience.retryAfter };
}

async function giveUp<Caller>(
  services: Services<Caller>,
  visit: Visit<Caller>,
  error: ItemError,
): Promise<Confirmation> {
  const link = await findLink(services, visit);
  const isGone = error.error_code === ITEM_NOT_FOUND.error_code;
  const item = await changeFacts(services, visit, (facts) => ({
    ...withoutCheck(facts, readCheckKey(visit)),
    error: isGone ? error : facts.error,
  }));
  return conclude('still_broken', link, item, error);
}
