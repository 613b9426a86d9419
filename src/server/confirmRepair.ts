import { confirmExit } from './confirmExit.js';
import { confirmSuccess } from './confirmSuccess.js';
import { confirmExclusively } from './exclusiveVisit.js';
import { parseStatusMessageCode } from '../protocol/statusMessage.js';
import type { IntegrationLink } from '../protocol/integrationLink.js';
import { withConsentEnd, withoutCheck } from './itemFacts.js';
import { askPlaid, isGone, type PlaidTruth } from './plaidTruth.js';
import { ServerProblem } from './problemResponse.js';
import { askAgain } from './runningCheck.js';
import type { Services } from './services.js';
import { changeFacts, conclude, findLink, readCheckKey, type Confirmation, type Visit } from './visit.js';

/** An Item of which Plaid names an error. */
type BrokenTruth = Exclude<PlaidTruth, { state: 'healthy' }>;

/**
 * Asks Plaid what is true after a visit, and gives Heron the access token where the Item works again. The only
 * place where a repair is decided: both handlers come here. One at a time for each Item: what was read is still so
 * when it is written.
 */
export function confirmRepair<Caller>(services: Services<Caller>, visit: Visit<Caller>): Promise<Confirmation> {
  return confirmExclusively(services, visit, (newest) => confirm(services, newest));
}

async function confirm<Caller>(services: Services<Caller>, visit: Visit<Caller>): Promise<Confirmation> {
  const truth = await askPlaid(services.plaid, visit.item, services.log);
  if (truth.state === 'lost') return giveUp(services, visit, truth);
  if (truth.state === 'login_error' && visit.outcome !== 'exit') {
    // Also where nobody saw the end: it may have been a success a moment ago.
    const later = await askAgain(services, visit);
    if (later) return later;
    return visit.outcome === 'success' ? giveUp(services, visit, truth) : leaveUnchanged(services, visit, truth);
  }
  // An outage or a missing permission leaves the repair of a login a repair: Heron has to know of it.
  if (visit.outcome === 'success') return confirmSuccess(services, visit, truth);
  return truth.state === 'healthy' ? confirmExit(services, visit, truth) : leaveUnchanged(services, visit, truth);
}

async function leaveUnchanged<Caller>(
  services: Services<Caller>,
  visit: Visit<Caller>,
  { item: plaidItem, error }: BrokenTruth,
): Promise<Confirmation> {
  const link = await findLink(services, visit);
  const item = await changeFacts(services, visit, (facts) =>
    withConsentEnd(withoutCheck(facts, readCheckKey(visit)), plaidItem),
  );
  return conclude(services, visit, { result: 'unchanged', link, item, error });
}

async function giveUp<Caller>(
  services: Services<Caller>,
  visit: Visit<Caller>,
  { item: plaidItem, error, isTokenUnknown }: BrokenTruth,
): Promise<Confirmation> {
  const link = await findLink(services, visit);
  if (isTokenUnknown && !isKnownToBeGone(link, visit)) {
    // A server that asks in the wrong environment is to lose no repair, and to call no connection gone: once it is
    // set up right the report comes again.
    services.log({ code: 'misconfigured', operation: 'plaid.itemGet', itemId: visit.item.itemId });
    throw new ServerProblem('misconfigured');
  }
  const item = await changeFacts(services, visit, (facts) => ({
    ...withConsentEnd(withoutCheck(facts, readCheckKey(visit)), plaidItem),
    error: isGone(error) ? error : facts.error,
  }));
  return conclude(services, visit, { result: 'still_broken', link, item, error });
}

/** Whether somebody besides Plaid's answer to this server says that there is no such Item. */
function isKnownToBeGone<Caller>(link: IntegrationLink, { item: { facts } }: Visit<Caller>): boolean {
  if (link.status === 'deleted_in_plaid' || (facts.error && isGone(facts.error))) return true;
  const code = link.status === 'erroring' ? parseStatusMessageCode(link.status_message) : undefined;
  return code === 'ITEM_NOT_FOUND' || code === 'INVALID_ACCESS_TOKEN';
}
