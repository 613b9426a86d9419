import type { IntegrationLink, ItemError } from '../protocol/integrationLink.js';
import type { RepairResult, VisitOutcome } from '../protocol/repair.js';
import { describeLink } from './describeLink.js';
import { toVisitedFacts, withoutCheck, type ItemFacts } from './itemFacts.js';
import type { ItemWithFacts } from './itemsPort.js';
import type { Services } from './services.js';

/** One visit to Link that is over. */
export interface Visit<Caller> {
  caller: Caller;
  item: ItemWithFacts;
  outcome: VisitOutcome;
  /** The same for each attempt at the same report; null where the sender has none. */
  idempotencyKey: string | null;
  /** Milliseconds since 1970. */
  endedAt: number;
}

/** What is true after a visit, or that Plaid has to be asked again after `retryAfter` seconds. */
export type Confirmation =
  | { isFinal: false; retryAfter: number }
  | { isFinal: true; result: RepairResult; integrationLink: IntegrationLink };

export function conclude(
  result: RepairResult,
  link: IntegrationLink,
  item: ItemWithFacts,
  error?: ItemError,
): Confirmation {
  return { isFinal: true, result, integrationLink: describeLink(link, item, error) };
}

/** Heron's link of the visited Item, as it is before anything is done. */
export async function findLink<Caller>(
  { ports, heron }: Services<Caller>,
  { caller, item }: Visit<Caller>,
): Promise<IntegrationLink> {
  return heron.findLink(await ports.endUserId(caller), item.itemId);
}

/** Heron takes a token for links that it still serves: a disabled or deleted one is that way on purpose. */
export function takesToken({ status }: IntegrationLink): boolean {
  return status !== 'sync_disabled' && status !== 'deleted_in_plaid';
}

/** What a running check goes by. Without a key of its own, every attempt for the Item counts as the same one. */
export function readCheckKey<Caller>({ item, idempotencyKey }: Visit<Caller>): string {
  return idempotencyKey ?? item.itemId;
}

/** Whether this very report has repaired the Item before, and only its answer was lost. */
export function isRepeated<Caller>({ item, idempotencyKey }: Visit<Caller>): boolean {
  return idempotencyKey !== null && item.facts.repaired_under === idempotencyKey;
}

export async function changeFacts<Caller>(
  { ports }: Services<Caller>,
  { caller, item }: Visit<Caller>,
  change: (facts: ItemFacts) => ItemFacts,
): Promise<ItemWithFacts> {
  return ports.changeFacts(caller, item.itemId, change);
}

/** Gives Heron the access token, remembers the repair and tells the app. */
export async function repair<Caller>(
  services: Services<Caller>,
  visit: Visit<Caller>,
  error?: ItemError,
): Promise<Confirmation> {
  const { caller, item } = visit;
  const { itemId } = item;
  const link = await services.heron.updateLink(itemId, item.accessToken);
  const repairedAt = new Date(services.clock()).toISOString();
  const repaired = await changeFacts(services, visit, (facts) => ({
    ...toVisitedFacts(withoutCheck(facts, readCheckKey(visit)), visit.endedAt),
    repaired_at: repairedAt,
    repaired_under: visit.idempotencyKey ?? undefined,
  }));
  const integrationLink = describeLink(link, repaired, error);
  await services.ports.repaired({ caller, itemId, integrationLink });
  return { isFinal: true, result: 'repaired', integrationLink };
}
