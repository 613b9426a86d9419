import type { ItemFacts } from './itemFacts.js';
import type { Visit } from './visit.js';

/** Whether there is something that a visit clears, if it is older than the visit. */
export function waitsForVisit({ pending_disconnect, access_error, new_accounts_available }: ItemFacts): boolean {
  return [pending_disconnect, access_error, new_accounts_available].some((warning) => warning !== undefined);
}

/** The facts with when a link token was made, ISO 8601; the same facts where no visit clears anything. */
export function withLinkTokenAt(facts: ItemFacts, purpose: string, at: string): ItemFacts {
  if (!waitsForVisit(facts)) return facts;
  return { ...facts, link_tokens_at: { ...facts.link_tokens_at, [purpose]: at } };
}

export function withoutLinkTokensAt(facts: ItemFacts): ItemFacts {
  return waitsForVisit(facts) ? facts : { ...facts, link_tokens_at: undefined };
}

/**
 * When a visit ended by the server's clock, as late as is certain, in milliseconds since 1970. A device's clock may be
 * hours behind, as that of a report that is hours late seems to be; how long the visit took it tells all the same, and no
 * visit begins before its link token is made.
 */
export function readVisitEnd<Caller>({ link_tokens_at }: ItemFacts, visit: Visit<Caller>): number {
  const { purpose, arrivedAt, startedAt, endedAt } = visit;
  const madeAt = Date.parse(link_tokens_at?.[purpose.name] ?? '');
  if (Number.isNaN(madeAt)) return endedAt;
  const lastedMs = Math.max(0, endedAt - (startedAt ?? endedAt));
  return Math.max(endedAt, Math.min(arrivedAt, madeAt + lastedMs));
}
