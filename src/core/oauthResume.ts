import type { Ports } from './ports.js';
import type { ReturnedVisit } from './sessionVisit.js';
import type { WaitingVisit, WaitingVisits } from './waitingVisits.js';

export interface OAuthResumeContext {
  /** Whose page this is. */
  scope: string;
  ports: Pick<Ports, 'clock' | 'oauthReturn'>;
  visits: WaitingVisits;
  /** Goes on with it where its target and purpose have their session. */
  resume(visit: ReturnedVisit): void;
}

/**
 * Goes on with the visit that a bank has sent the user back for, and asks after one of this tab that a reload has
 * cut off. An address that belongs to none of ours is left alone: the app may have a Plaid Link of its own.
 */
export function resumeVisits({ scope, ports, visits, resume }: OAuthResumeContext): void {
  const { clock, oauthReturn } = ports;
  const waiting = visits.read();
  const receivedRedirectUri = oauthReturn.take();
  const returned = receivedRedirectUri === null ? null : findReturned(waiting, scope, clock.now());
  if (receivedRedirectUri !== null && !returned) oauthReturn.giveBack();

  for (const visit of waiting) {
    if (visit === returned) continue;
    const isForeign = visit.scope !== scope;
    if (visit.expiresAt <= clock.now() || (visit.isOwn && isForeign)) visits.remove(visit.id);
    else if (visit.isOwn && visit.token === null) {
      resume({ ...visit, receivedRedirectUri: null, settled() {}, giveBack() {} });
    }
  }
  if (returned) {
    resume({ ...returned, receivedRedirectUri, settled: oauthReturn.clean, giveBack: oauthReturn.giveBack });
  }
}

/**
 * Whose return it is. A tab has one Link open at a time, so it is the newest of this tab; of another user's nothing
 * follows. A bank's app may open a tab of its own: there it is the one that waits. Of several it could be any, and
 * Plaid takes the id with its own token alone: then the user begins anew.
 */
function findReturned(waiting: readonly WaitingVisit[], scope: string, now: number): WaitingVisit | null {
  const own = waiting.filter(({ isOwn }) => isOwn).sort((one, other) => other.expiresAt - one.expiresAt);
  const newest = own.find(({ token }) => token !== null) ?? own[0];
  if (newest) return newest.scope === scope ? newest : null;
  const [only, ...others] = waiting.filter((visit) => {
    return visit.scope === scope && visit.token !== null && visit.expiresAt > now;
  });
  return only && others.length === 0 ? only : null;
}
