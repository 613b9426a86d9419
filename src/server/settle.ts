import type { IntegrationLink, ItemError } from '../protocol/integrationLink.js';
import type { Purpose } from '../protocol/purpose.js';
import type { RepairResult } from '../protocol/repair.js';
import { compareAccounts, type AccountsDifference } from './accountsChange.js';
import { countAccounts, hasChanged, readAccountsCount, withAccountsCount } from './accountsCount.js';
import { toFactsAfterVisit } from './factsAfterVisit.js';
import type { ItemFacts, UntoldNews } from './itemFacts.js';
import type { Services } from './services.js';
import type { AccessChange } from './truth/accessChange.js';
import type { Evidence } from './truth/evidence.js';
import { isToldSince, withToldHeron } from './toldHeron.js';
import { changeFacts, conclude, type FinalConfirmation, type Visit } from './visit.js';

/** What has been decided about a visit that left the Item without a login error. */
export interface Ending {
  result: RepairResult;
  /** Heron's link before the visit. */
  link: IntegrationLink;
  /** Whether Heron is given the access token, which makes it sync. */
  tellsHeron: boolean;
  /** The name of the purpose that the app is told of; null for none. */
  achieved: Purpose | null;
  /** Whether the user has signed in anew to the end, so that a disconnect that was announced does not come. */
  averted: boolean;
  access: AccessChange;
  /** What Plaid names besides, as an outage of the institution. */
  error?: ItemError | undefined;
  /** What of it is still to be known at the next list. */
  keptError?: ItemError | undefined;
}

/** Gives Heron the access token, remembers what is so now, and tells the app. */
export async function settle<Caller>(
  services: Services<Caller>,
  visit: Visit<Caller>,
  evidence: Evidence,
  ending: Ending,
): Promise<FinalConfirmation> {
  const { result, error } = ending;
  const { idempotencyKey } = visit;
  const { link, toldAt } = await tellHeron(services, visit, ending);
  const now = new Date(services.clock()).toISOString();
  // Compared with what is stored at that very moment: another process may have found the difference meanwhile.
  const found: { difference: AccountsDifference | null } = { difference: null };
  const item = await changeFacts(services, visit, (facts) => {
    found.difference = compareAccounts(facts.accounts, evidence.accounts);
    const after = withToldHeron(toFactsAfterVisit(facts, visit, evidence, ending, now), toldAt);
    const counted = withAccountsCount(after, idempotencyKey, countAccounts(found.difference));
    return withNews(services, counted, found.difference, ending);
  });
  const accounts = readAccountsCount(item.facts, idempotencyKey) ?? countAccounts(found.difference);
  return conclude(services, visit, { result, link, item, error, accounts });
}

/** Once is enough for two reports of which the second was here before Heron was told because of the first. */
async function tellHeron<Caller>(
  { heron, clock }: Services<Caller>,
  visit: Visit<Caller>,
  { tellsHeron, link }: Ending,
): Promise<{ link: IntegrationLink; toldAt: string | null }> {
  const { itemId, accessToken, facts } = visit.item;
  if (!tellsHeron || isToldSince(facts, visit)) return { link, toldAt: null };
  const toldAt = new Date(clock()).toISOString();
  return { link: await heron.updateLink(itemId, accessToken), toldAt };
}

/** The facts with what the app is to hear of: each purpose once for each time that Heron was told. */
function withNews<Caller>(
  { ports: { listensTo } }: Services<Caller>,
  facts: ItemFacts,
  difference: AccountsDifference | null,
  { achieved, result, tellsHeron }: Ending,
): ItemFacts {
  const { told_purposes = [] } = facts;
  const news: UntoldNews[] = [];
  if (listensTo.accounts && difference && hasChanged(countAccounts(difference))) news.push(difference);
  const isNew = achieved !== null && !(tellsHeron && told_purposes.includes(achieved));
  if (!isNew) return withUntold(facts, news);
  if (listensTo.repairs) news.push({ purpose: achieved, is_verified: result !== 'unverifiable' });
  return withUntold(tellsHeron ? { ...facts, told_purposes: [...told_purposes, achieved] } : facts, news);
}

function withUntold(facts: ItemFacts, news: UntoldNews[]): ItemFacts {
  return news.length === 0 ? facts : { ...facts, untold: [...(facts.untold ?? []), ...news] };
}
