import type { IntegrationLink } from '../protocol/integrationLink.js';
import type { AccountsChange, RepairResult } from '../protocol/repair.js';
import { confirmExit } from './confirmExit.js';
import { confirmSuccess } from './confirmSuccess.js';
import { describeLink } from './describeLink.js';
import { hadLoginError, isCatchingUp } from './hadLoginError.js';
import { withoutCheck } from './itemFacts.js';
import type { ItemWithFacts, PlaidUser } from './itemsPort.js';
import type { PlaidItem } from './plaidItem.js';
import { readTruth, type PlaidTruth } from './plaidTruth.js';
import { ServerProblem } from './problemResponse.js';
import type { Reported, ReportOutcome } from './reportRepair.js';
import { askAgain } from './runningCheck.js';
import type { Services } from './services.js';
import { isRepeated, type FinalConfirmation, type Visit } from './visit.js';

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
  const items = await findUserItems(services, reported, user);
  const mended = items.filter((item) => isMended(item, services.clock()));
  const confirmed = await Promise.all(mended.map((item) => confirmMended(services, item)));
  const repaired = confirmed.filter(({ result }) => result === 'repaired');
  const waiting = items.filter(({ truth }) => truth.state === 'login_error');

  if (reported.report.outcome === 'success' && repaired.length === 0) {
    const later = await askAboutAgain(services, reported, items);
    if (later) return later;
  }
  const broken = items.filter((item) => item.truth.error && !mended.includes(item));
  const stale = items.filter((item) => isStale(item, services.clock()) && !mended.includes(item));
  const synced = await Promise.all(stale.map((item) => syncAgain(services, item)));
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
  { caller, report, purpose, idempotencyKey, startedAt, endedAt }: Reported<Caller>,
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
    const visit = { caller, item, purpose, outcome: report.outcome, idempotencyKey, startedAt, endedAt };
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
function isMended<Caller>({ visit, link, truth }: UserItem<Caller>, now: number): boolean {
  const isLoginFine = truth.state === 'other_error' || truth.state === 'access_error';
  const works = truth.state === 'healthy' || (isLoginFine && visit.outcome === 'success');
  return works && (isRepeated(visit) || hadLoginError(link, visit.item, now));
}

/** Whether Heron has stopped syncing an Item that works, for an error that nobody can have asked its user to mend. */
function isStale<Caller>({ visit, link, truth }: UserItem<Caller>, now: number): boolean {
  return truth.state === 'healthy' && link.status === 'erroring' && !isCatchingUp(link, visit.item, now);
}

/** No repair is claimed: what is wrong at Heron alone, the visit has not mended. */
async function syncAgain<Caller>(
  { heron, purposes }: Services<Caller>,
  { visit: { item } }: UserItem<Caller>,
): Promise<IntegrationLink> {
  return describeLink(purposes, await heron.updateLink(item.itemId, item.accessToken), item);
}

async function confirmMended<Caller>(
  services: Services<Caller>,
  { visit, truth }: UserItem<Caller>,
): Promise<FinalConfirmation> {
  const confirm = visit.outcome === 'success' ? confirmSuccess : confirmExit;
  const confirmation = await confirm(services, visit, truth);
  // A repair is so as soon as the login works: there is nothing left to ask about.
  if (!confirmation.isFinal) throw new ServerProblem('internal');
  return confirmation;
}

/** One Item's facts keep the check of them all: of the first that was waiting. */
async function askAboutAgain<Caller>(
  services: Services<Caller>,
  { caller, idempotencyKey }: Reported<Caller>,
  items: UserItem<Caller>[],
): Promise<ReportOutcome | null> {
  const isKeeper = ({ visit }: UserItem<Caller>): boolean =>
    visit.item.facts.checking?.some((check) => check.idempotency_key === idempotencyKey) ?? false;
  const waiting = items.find(({ truth }) => truth.state === 'login_error');
  const keeper = items.find(isKeeper) ?? waiting;
  if (!keeper) return null;
  const later = waiting ? await askAgain(services, keeper.visit) : null;
  if (later && !later.isFinal) return later;
  await services.ports.changeFacts(caller, keeper.visit.item.itemId, (facts) => withoutCheck(facts, idempotencyKey));
  return null;
}

function sumAccounts(confirmed: FinalConfirmation[]): AccountsChange | undefined {
  const changes = confirmed.flatMap(({ accounts }) => accounts ?? []);
  if (changes.length === 0) return undefined;
  return {
    added: changes.reduce((sum, { added }) => sum + added, 0),
    removed: changes.reduce((sum, { removed }) => sum + removed, 0),
  };
}
