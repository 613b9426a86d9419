import type { ItemError } from '../protocol/integrationLink.js';
import { toVisitedFacts } from './itemFacts.js';
import type { Services } from './services.js';
import {
  changeFacts,
  conclude,
  findLink,
  isRepeated,
  repair,
  takesToken,
  type Confirmation,
  type Visit,
} from './visit.js';

/** Link succeeded and Plaid names no login error; `error` is what it names besides. */
export async function confirmSuccess<Caller>(
  services: Services<Caller>,
  visit: Visit<Caller>,
  error: ItemError | undefined,
): Promise<Confirmation> {
  const link = await findLink(services, visit);
  if (isRepeated(visit)) return conclude('repaired', link, visit.item, error);
  if (takesToken(link)) return repair(services, visit, error);
  const item = await changeFacts(services, visit, (facts) => toVisitedFacts(facts, visit.endedAt));
  return conclude('unchanged', link, item, error);
}
