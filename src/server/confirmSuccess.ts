import type { ItemError } from '../protocol/integrationLink.js';
import { DEFAULT_PURPOSE } from '../protocol/purpose.js';
import { isAccessErrorCode } from './accessErrorCode.js';
import type { PlaidTruth } from './plaidTruth.js';
import { askAgain } from './runningCheck.js';
import type { Services } from './services.js';
import { settle } from './settle.js';
import { signsIn } from './signsIn.js';
import { isUseless, readAccessChange, type AccessChange } from './truth/accessChange.js';
import { gatherEvidence } from './truth/gatherEvidence.js';
import { judgePurpose } from './truth/judgePurpose.js';
import { toResult } from './truth/purposeTruth.js';
import { findLink, isRepeated, repeat, takesToken, type Confirmation, type Visit } from './visit.js';

/**
 * Link succeeded and Plaid names no login error: is what the visit was for so? Heron gets its access token whatever
 * the purpose was: there may be other accounts to sync, and the login is as new as it gets.
 *
 * An outage that Plaid names instead of the login error, or instead of the whole Item, leaves a repair a repair: Link has
 * just logged in. Any other purpose is judged by what it was for, and is `unverifiable` where an outage hides that.
 */
export async function confirmSuccess<Caller>(
  services: Services<Caller>,
  visit: Visit<Caller>,
  plaidTruth: PlaidTruth,
): Promise<Confirmation> {
  const { purpose } = visit;
  const { item, error } = plaidTruth;
  if (isRepeated(visit)) return repeat(services, visit, await findLink(services, visit), error);
  const { link, evidence } = await gatherEvidence(services, visit, item);
  const truth = await judgePurpose(purpose, evidence);
  if (truth.state === 'missing' && truth.mayLag) {
    const later = await askAgain(services, visit);
    if (later) return later;
  }
  const access = withItemAccess(await readAccessChange(evidence, purpose, truth), plaidTruth);
  const result = isUseless(access) ? 'still_broken' : toResult(truth);
  const isAchieved = result === 'repaired' || result === 'unverifiable';
  const averted = signsIn(purpose) && isAchieved;
  const ending = { link, access, error, keptError: readKeptError(plaidTruth, access), averted };

  if (!takesToken(link)) {
    // A repair is for data to flow again, and from this link none will.
    if (purpose.kind === 'repair' && isAchieved) {
      return settle(services, visit, evidence, { ...ending, result: 'unchanged', tellsHeron: false, achieved: null });
    }
    const achieved = isAchieved ? purpose.name : null;
    return settle(services, visit, evidence, { ...ending, result, tellsHeron: false, achieved });
  }
  const besides = evidence.hadLoginError && !isUseless(access) ? DEFAULT_PURPOSE : null;
  const achieved = isAchieved ? purpose.name : besides;
  return settle(services, visit, evidence, { ...ending, result, tellsHeron: true, achieved });
}

/** What the Item itself names goes before what its products' calls say. */
function withItemAccess(access: AccessChange, { state, error }: PlaidTruth): AccessChange {
  const isNamed = state === 'access_error' && access.type !== 'set' && isAccessErrorCode(error.error_code);
  return isNamed ? { type: 'set', code: error.error_code } : access;
}

/** Of an Item that lacks accounts: the login is repaired, and the next diagnosis has to name what is left. */
function readKeptError({ state, error }: PlaidTruth, access: AccessChange): ItemError | undefined {
  return state === 'access_error' && access.type !== 'set' ? error : undefined;
}
