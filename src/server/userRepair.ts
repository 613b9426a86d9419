import type { IntegrationLink } from '../protocol/integrationLink.js';
import type { AccountsChange, RepairResult } from '../protocol/repair.js';
import { confirmExit } from './confirmExit.js';
import { confirmSuccess } from './confirmSuccess.js';
import { describeLink } from './describeLink.js';
import { confirmExclusively } from './exclusiveVisit.js';
import { hadLoginError, isCatchingUp } from './hadLoginError.js';
import { withoutCheck } from './itemFacts.js';
import type { ItemWithFacts, PlaidUser } from './itemsPort.js';
import type { PlaidItem } from './plaidItem.js';
import { readTruth, type PlaidTruth } from './plaidTruth.js';
import { ServerProblem } from './problemResponse.js';
import { askAgain } from './runningCheck.js';
import type { Services } from './services.js';
import { settleAll } from './settleAll.js';
import type { Reported, ReportOutcome } from './takeReport.js';
import { isToldSince, withToldHeron } from './toldHeron.js';
import { changeFacts, isRepeated, type FinalConfirmation, type Visit } from './visit.js';

/** One of the caller's Items that Plaid, the app and Heron know. */
interface UserItem<Caller> {
  visit: Visit<Caller>;
  link: IntegrationLink;
  truth: PlaidTruth;
}

/**
 * A visit for the whole user is over: Link chose which of the broken Items it was for, so all are looked at. Those
 * that had a login error and have none any more are repaired. https://plaid.com/docs/link/update-mode/#with-a-user-token
 */
export async function confirmUserRepair<Caller>(
  services: Services<Caller>,
  reported: Reported<Caller>,
  user: PlaidUser,
): Promise<ReportOutcome> {
  const found = await findUserItems(services, reported, user);
  const { clock } = services;
  const looked = await settleAll(found.map((item) => lookAt(services, item, user)));
  const items = looked.map(({ item }) => item);
  const confirmed = looked.flatMap(({ confirmation }) => confirmation ?? []);
  const repaired = confirmed.filter(({ result }) => result === 'repaired');
  const waiting = items.filter(({ truth }) => truth.state === 'login_error');

  if (reported.report.outcome !== 'exit' && repaired.length === 0) {
    const later = await askAboutAgain(services, reported, items);
    if (later) return later;
  }
  const left = looked.filter(({ confirmation }) => confirmation === null).map(({ item }) => item);
  const broken = left.filter(({ truth }) => truth.error);
  const stale = left.filter((item) => isStale(item, clock()));
  const synced = await settleAll(stale.map((item) => syncAgain(services, item)));
  return {
    isFinal: true,
    answer: {
      result: readResult(reported, items, confirmed),
      integration_links: [
        ...confirmed.map(({ integrationLink }) => integrationLink),
        ...synced,
        ...broken.map(({ link, visit, truth }) => describeLink(services.purposes, link, visit.item, truth.error)),
      ],
      accounts: sumAccounts(confirmed),
      progress: { repaired: repaired.length, remaining: waiting.length },
    },
  };
}

function readResult<Caller>(
  { report }: Reported<Caller>,
  items: UserItem<Caller>[],
  confirmed: FinalConfirmation[],
): RepairResult {
  if (confirmed.some(({ result }) => result === 'repaired')) return 'repaired';
  if (report.outcome !== 'success') return 'unchanged';
  const isBroken = items.some(({ truth }) => truth.state === 'login_error' || truth.state === 'lost');
  const results = confirmed.map(({ result }) => result);
  if (isBroken || results.includes('still_broken')) return 'still_broken';
  // Where no Item was known to be broken, nobody can tell what the visit has mended.
  return results[0] ?? 'unverifiable';
}

/** The caller's Items under this user at Plaid. Of those that the app does not know, none of its users is to hear. */
async function findUserItems<Caller>(
  services: Services<Caller>,
  { caller, report, purpose, idempotencyKey, arrivedAt, startedAt, endedAt }: Reported<Caller>,
  user: PlaidUser,
): Promise<UserItem<Caller>[]> {
  const { ports, heron } = services;
  const [plaidItems, items, links] = await Promise.all([
    readUserItems(services, user),
    ports.listItems(caller),
    ports.endUserId(caller).then((endUserId) => heron.listLinks(endUserId)),
  ]);
  return items.flatMap((item: ItemWithFacts) => {
    const plaidItem = plaidItems.find(({ item_id }) => item_id === item.itemId);
    const link = links.find(({ item_id }) => item_id === item.itemId);
    if (!plaidItem || !link) return [];
    const { outcome } = report;
    const visit = { caller, item, purpose, outcome, idempotencyKey, arrivedAt, startedAt, endedAt };
    return [{ visit, link, truth: readTruth(plaidItem) }];
  });
}

async function readUserItems<Caller>({ plaid, log }: Services<Caller>, user: PlaidUser): Promise<PlaidItem[]> {
  const answer = await plaid.getUserItems(user);
  if (!answer.isRefused) return answer.data;
  const { httpStatus, errorType, errorCode, requestId } = answer.refusal;
  log({ code: 'target_not_found', operation: 'plaid.userItemsGet', httpStatus, errorType, errorCode, requestId });
  throw new ServerProblem('target_not_found', { errorCode, requestId });
}

/** An outage, too, tells that a login that was asked for is not asked for any more. */
function works<Caller>({ visit, truth }: UserItem<Caller>): boolean {
  const isLoginFine = truth.state === 'other_error' || truth.state === 'access_error';
  return truth.state === 'healthy' || (isLoginFine && visit.outcome === 'success');
}

function isMended<Caller>(item: UserItem<Caller>, now: number): boolean {
  const { visit, link } = item;
  return works(item) && (isRepeated(visit) || hadLoginError(link, visit.item, now));
}

/** Whether Heron has stopped syncing an Item that works, for an error that nobody can have asked its user to mend. */
function isStale<Caller>({ visit, link, truth }: UserItem<Caller>, now: number): boolean {
  return truth.state === 'healthy' && link.status === 'erroring' && !isCatchingUp(link, visit.item, now);
}

/** No repair is claimed: what is wrong at Heron alone, the visit has not mended. */
function syncAgain<Caller>(services: Services<Caller>, { visit, link }: UserItem<Caller>): Promise<IntegrationLink> {
  const { heron, purposes, clock } = services;
  return confirmExclusively(services, visit, async (newest) => {
    const { item } = newest;
    if (isToldSince(item.facts, newest)) return describeLink(purposes, link, item);
    const toldAt = new Date(clock()).toISOString();
    const told = await heron.updateLink(item.itemId, item.accessToken);
    return describeLink(purposes, told, await changeFacts(services, newest, (facts) => withToldHeron(facts, toldAt)));
  });
}

/** What became of one Item; no confirmation where the visit has not mended it. */
interface LookedAt<Caller> {
  item: UserItem<Caller>;
  confirmation: FinalConfirmation | null;
}

async function lookAt<Caller>(
  services: Services<Caller>,
  item: UserItem<Caller>,
  user: PlaidUser,
): Promise<LookedAt<Caller>> {
  if (!isMended(item, services.clock())) return { item, confirmation: null };
  return confirmExclusively(services, item.visit, async (visit) => {
    const newest = { ...item, visit, truth: await readNewestTruth(services, item, visit, user) };
    if (newest.truth !== item.truth && !works(newest)) return { item: newest, confirmation: null };
    const confirm = visit.outcome === 'success' ? confirmSuccess : confirmExit;
    const confirmation = await confirm(services, visit, newest.truth);
    // A repair is so as soon as the login works: there is nothing left to ask about.
    if (!confirmation.isFinal) throw new ServerProblem('internal');
    return { item: newest, confirmation };
  });
}

/** What Plaid has said, unless somebody was at the Item since: they may have heard something newer. */
async function readNewestTruth<Caller>(
  services: Services<Caller>,
  { visit: { item }, truth }: UserItem<Caller>,
  newest: Visit<Caller>,
  user: PlaidUser,
): Promise<PlaidTruth> {
  if (JSON.stringify(newest.item.facts) === JSON.stringify(item.facts)) return truth;
  const plaidItem = (await readUserItems(services, user)).find(({ item_id }) => item_id === item.itemId);
  return plaidItem ? readTruth(plaidItem) : truth;
}

/** One Item's facts keep the check of them all: of the first that was waiting. */
async function askAboutAgain<Caller>(
  services: Services<Caller>,
  { idempotencyKey }: Reported<Caller>,
  items: UserItem<Caller>[],
): Promise<ReportOutcome | null> {
  const isKeeper = ({ visit }: UserItem<Caller>): boolean =>
    visit.item.facts.checking?.some((check) => check.idempotency_key === idempotencyKey) ?? false;
  const waiting = items.find(({ truth }) => truth.state === 'login_error');
  const keeper = items.find(isKeeper) ?? waiting;
  if (!keeper) return null;
  return confirmExclusively(services, keeper.visit, async (visit) => {
    const later = waiting ? await askAgain(services, visit) : null;
    if (later && !later.isFinal) return later;
    await changeFacts(services, visit, (facts) => withoutCheck(facts, idempotencyKey));
    return null;
  });
}

function sumAccounts(confirmed: FinalConfirmation[]): AccountsChange | undefined {
  const changes = confirmed.flatMap(({ accounts }) => accounts ?? []);
  if (changes.length === 0) return undefined;
  return {
    added: changes.reduce((sum, { added }) => sum + added, 0),
    removed: changes.reduce((sum, { removed }) => sum + removed, 0),
  };
}
