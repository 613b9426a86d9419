import type { Target } from '../protocol/target.js';
import type { ItemWithFacts, PlaidUser, TransferAuthorization } from './itemsPort.js';
import { ServerProblem } from './problemResponse.js';
import type { DefinedPurpose } from './purposeDefinition.js';
import { isOffered } from './purposes.js';
import type { Services } from './services.js';

/** The caller's own target of a link token. */
export type FoundTarget =
  | { item: ItemWithFacts; user?: undefined; authorization?: undefined }
  | { item?: undefined; user: PlaidUser; authorization?: undefined }
  | { item?: undefined; user?: undefined; authorization: TransferAuthorization };

/**
 * Finds what a browser has named, and ends the request where it is not the caller's, or nothing to take to Link for
 * this purpose. Neither Plaid nor Heron is asked.
 */
export async function findTarget<Caller>(
  { ports }: Services<Caller>,
  caller: Caller,
  target: Target,
  purpose: DefinedPurpose<Caller>,
): Promise<FoundTarget> {
  if ('item_id' in target) {
    const item = await ports.findItem(caller, target.item_id);
    if (item.owner === 'other') throw new ServerProblem('not_owner');
    if (!isOffered(purpose, item)) throw new ServerProblem('purpose_not_defined');
    return { item };
  }
  // Plaid repairs users and authorizations; each other purpose is about one Item.
  if (purpose.kind !== 'repair') throw new ServerProblem('purpose_not_defined');
  if ('user' in target) return { user: await ports.findUser(caller) };
  return { authorization: await ports.findAuthorization(caller, target.authorization_id) };
}
