import type { IntegrationLink, ItemError } from '../protocol/integrationLink.js';
import type { AccountsChange, RepairResult, VisitOutcome } from '../protocol/repair.js';
import { readAccountsCount } from './accountsCount.js';
import { readAnswer } from './answeredReports.js';
import type { StillChecking } from './answerInTime.js';
import { describeLink } from './describeLink.js';
import type { ItemFacts } from './itemFacts.js';
import type { ItemWithFacts } from './itemsPort.js';
import type { DefinedPurpose } from './purposeDefinition.js';
import type { Services } from './services.js';
import type { Arrival } from './toldHeron.js';
import { tellApp } from './untoldNews.js';

/** One visit to Link that is over. */
export interface Visit<Caller> extends Arrival {
  caller: Caller;
  item: ItemWithFacts;
  purpose: DefinedPurpose;
  outcome: VisitOutcome;
  /** The same for each attempt at the same report; null where the sender has none. */
  idempotencyKey: string | null;
  /** Milliseconds since 1970, by the browser's clock; null where the sender does not say. */
  startedAt: number | null;
  /** Milliseconds since 1970, by the browser's clock and never later than `arrivedAt`: see `readVisitEnd`. */
  endedAt: number;
}

/** What is true after a visit. */
export interface FinalConfirmation {
  isFinal: true;
  result: RepairResult;
  integrationLink: IntegrationLink;
  /** Missing where the accounts could not be compared. */
  accounts?: AccountsChange | undefined;
}

/** The same, or that Plaid has to be asked again later. */
export type Confirmation = StillChecking | FinalConfirmation;

/** What a confirmation is made of. */
export interface Conclusion {
  result: RepairResult;
  link: IntegrationLink;
  /** With its facts as they are now. */
  item: ItemWithFacts;
  error?: ItemError | undefined;
  accounts?: AccountsChange | undefined;
}

/** The end of every visit: the app hears what it has to, and then the browser. */
export async function conclude<Caller>(
  services: Services<Caller>,
  { caller }: Visit<Caller>,
  { result, link, item, error, accounts }: Conclusion,
): Promise<FinalConfirmation> {
  const integrationLink = describeLink(services.purposes, link, item, error);
  await tellApp(services, caller, item, integrationLink);
  return { isFinal: true, result, integrationLink, accounts };
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

/** Whether this very report has been answered before, and only its answer was lost. */
export function isRepeated<Caller>({ item, idempotencyKey }: Visit<Caller>): boolean {
  return readAnswer(item.facts, idempotencyKey) !== null;
}

/** The answer that was lost. */
export async function repeat<Caller>(
  services: Services<Caller>,
  visit: Visit<Caller>,
  link: IntegrationLink,
  error?: ItemError,
): Promise<FinalConfirmation> {
  const { item, idempotencyKey } = visit;
  const result = readAnswer(item.facts, idempotencyKey) ?? 'repaired';
  const accounts = readAccountsCount(item.facts, idempotencyKey);
  return conclude(services, visit, { result, link, item, error, accounts });
}

export async function changeFacts<Caller>(
  { ports }: Services<Caller>,
  { caller, item }: Visit<Caller>,
  change: (facts: ItemFacts) => ItemFacts,
): Promise<ItemWithFacts> {
  return ports.changeFacts(caller, item.itemId, change);
}
