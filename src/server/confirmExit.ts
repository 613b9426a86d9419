import type { IntegrationLink } from '../protocol/integrationLink.js';
import { isLoginErrorCode } from '../protocol/loginErrors.js';
import { parseStatusMessageCode } from '../protocol/statusMessage.js';
import { withoutError } from './itemFacts.js';
import type { ItemWithFacts } from './itemsPort.js';
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

/**
 * The user left Link, or was never heard of again, and the Item is healthy: repaired elsewhere if a login error
 * was known, a visit that changed nothing if not. A cancelled renewal is a cancelled renewal.
 */
export async function confirmExit<Caller>(services: Services<Caller>, visit: Visit<Caller>): Promise<Confirmation> {
  const link = await findLink(services, visit);
  if (isRepeated(visit)) return conclude('repaired', link, visit.item);
  if (takesToken(link) && hadLoginError(link, visit.item)) return repair(services, visit);
  const item = visit.item.facts.error ? await changeFacts(services, visit, withoutError) : visit.item;
  if (link.status !== 'erroring') return conclude('unchanged', link, item);
  return conclude('unchanged', await services.heron.updateLink(item.itemId, item.accessToken), item);
}

function hadLoginError({ status, status_message }: IntegrationLink, { facts }: ItemWithFacts): boolean {
  const isErroring = status === 'erroring' && isLoginErrorCode(parseStatusMessageCode(status_message));
  return isErroring || isLoginErrorCode(facts.error?.error_code);
}
