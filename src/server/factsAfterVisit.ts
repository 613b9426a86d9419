import { withAnswer } from './answeredReports.js';
import { toVisitedFacts, withConsentEnd, withoutCheck, withoutError, type ItemFacts } from './itemFacts.js';
import type { Ending } from './settle.js';
import type { AccessChange } from './truth/accessChange.js';
import type { Evidence } from './truth/evidence.js';
import { readCheckKey, type Visit } from './visit.js';
import { readVisitEnd, withoutLinkTokensAt } from './visitEnd.js';

/** The facts after a visit that left the Item without a login error; `now` is ISO 8601. */
export function toFactsAfterVisit<Caller>(
  facts: ItemFacts,
  visit: Visit<Caller>,
  { plaidItem, accounts }: Evidence,
  { result, achieved, averted, access, keptError }: Ending,
  now: string,
): ItemFacts {
  const { outcome, purpose, idempotencyKey } = visit;
  const endedAt = readVisitEnd(facts, visit);
  let next = averted ? toVisitedFacts(facts, endedAt) : withoutError(facts);
  next = withConsentEnd(withoutCheck(next, readCheckKey(visit)), plaidItem);
  if (keptError) next = { ...next, error: keptError };
  next = withAccess(next, access, endedAt, now);
  if (typeof accounts !== 'string') next = { ...next, accounts };
  if (outcome === 'success' && purpose.kind === 'select_accounts') next = withoutNewAccounts(next, endedAt);
  next = withoutLinkTokensAt(next);
  if (achieved === null) return next;
  return withAnswer({ ...next, repaired_at: now }, idempotencyKey, result);
}

function withAccess(facts: ItemFacts, change: AccessChange, endedAt: number, now: string): ItemFacts {
  if (change.type === 'set') {
    const { code, products } = change;
    return { ...facts, access_error: { code, products, received_at: now } };
  }
  const isOlder = Date.parse(facts.access_error?.received_at ?? '') <= endedAt;
  return change.type === 'clear' && isOlder ? { ...facts, access_error: undefined } : facts;
}

/** Whoever has chosen their accounts has seen the new ones, and may have left them out. */
function withoutNewAccounts(facts: ItemFacts, endedAt: number): ItemFacts {
  const isNewer = Date.parse(facts.new_accounts_available?.received_at ?? '') > endedAt;
  return isNewer ? facts : { ...facts, new_accounts_available: undefined };
}
