import { DEFAULT_PURPOSE } from '../protocol/purpose.js';
import { isAccessError, type PlaidTruth } from './plaidTruth.js';
import type { Services } from './services.js';
import { settle } from './settle.js';
import { signsIn } from './signsIn.js';
import { isUseless, readAccessChange, readAccessChangeAfterExit } from './truth/accessChange.js';
import { gatherEvidence } from './truth/gatherEvidence.js';
import { judgePurpose } from './truth/judgePurpose.js';
import { isProvenByComparison } from './truth/provenByComparison.js';
import { DONE } from './truth/purposeTruth.js';
import { findLink, isRepeated, repeat, takesToken, type Confirmation, type Visit } from './visit.js';

/**
 * The user left Link, or was never heard of again, and the Item is healthy: repaired elsewhere if a login error
 * was known, a visit that changed nothing if not. A cancelled renewal is a cancelled renewal, and where a visit was
 * for something else than the login, a login that works again is none of its doing. Where nobody saw the end, what has
 * changed since the visit began tells.
 */
export async function confirmExit<Caller>(
  services: Services<Caller>,
  visit: Visit<Caller>,
  { item }: PlaidTruth,
): Promise<Confirmation> {
  const { purpose } = visit;
  if (isRepeated(visit)) return repeat(services, visit, await findLink(services, visit));
  const { link, evidence } = await gatherEvidence(services, visit, item);
  const access = await readAccessChangeAfterExit(evidence);
  const isHealed = takesToken(link) && evidence.hadLoginError && !isUseless(access);
  const isDone = visit.outcome === 'unknown' && !isUseless(access) && (await isProvenByComparison(purpose, evidence));
  const isRepaired =
    isDone || (isHealed && signsIn(purpose) && (await judgePurpose(purpose, evidence)).state === 'done');
  const healed = isRepaired ? purpose.name : DEFAULT_PURPOSE;
  const known = visit.item.facts.error;
  return settle(services, visit, evidence, {
    result: isRepaired ? 'repaired' : 'unchanged',
    link,
    tellsHeron: takesToken(link) && (isHealed || isDone || link.status === 'erroring'),
    achieved: isHealed || isDone ? healed : null,
    averted: isHealed || (isDone && signsIn(purpose)),
    // Written by the app, say, of a product's own call: a visit that changed nothing has mended nothing.
    keptError: !isHealed && !isDone && known && isAccessError(known) ? known : undefined,
    access: isDone ? await readAccessChange(evidence, purpose, DONE) : access,
  });
}
