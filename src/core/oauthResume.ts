import type { Ports } from './ports.js';
import type { ReturnedVisit } from './sessionVisit.js';
import type { WaitingVisit, WaitingVisits } from './waitingVisits.js';

export interface OAuthResumeContext {
  /** Whose page this is. */
  scope: string;
  ports: Pick<Ports, 'clock' | 'oauthReturn' | 'attention'>;
  visits: WaitingVisits;
  /** Goes on with it where its target and purpose have their session. */
  resume(visit: ReturnedVisit): void;
  /**
   * Asks the server about it. Answers whether a later page would find that question; if not, `onAnswered` is called once
   * it is answered.
   */
  askAbout(visit: WaitingVisit, onAnswered: () => void): boolean;
}

/** Their user has not come back for so long that nobody waits for an answer any more. */
const FORGOTTEN_MS = 30 * 24 * 3_600_000;
/** A browser with a process for each tab may tell of another page's visit before that page is known to be with it. */
const SETTLE_MS = 500;

/**
 * Goes on with the visit that a bank has sent the user back for, and asks after those whose page is gone: reloaded,
 * closed, crashed, or left by the browser's back button. An address that belongs to none of ours is left alone: the app
 * may have a Plaid Link of its own. The answer stops waiting for pages to go.
 */
export function resumeVisits({ scope, ports, visits, resume, askAbout }: OAuthResumeContext): () => void {
  const { clock, oauthReturn, attention } = ports;
  const waiting = visits.read();
  const receivedRedirectUri = oauthReturn.take();
  const returned = receivedRedirectUri === null ? null : findReturned(waiting, scope, clock.now());
  if (receivedRedirectUri !== null && !returned) oauthReturn.giveBack();
  const stops = new Map<string, () => void>();

  function ask(visit: WaitingVisit): void {
    stops.delete(visit.id);
    const close = () => {
      // A bank may still send the user back to one whose token is good.
      if (visit.token === null || visit.expiresAt <= clock.now()) visits.remove(visit.id);
      else visits.noteAsked(visit);
    };
    if (visit.isAsked || askAbout(visit, close)) close();
  }

  function look(): void {
    for (const visit of visits.read()) {
      if (visit.id === returned?.id || stops.has(visit.id)) continue;
      // Another user's next visit asks after theirs.
      if (visit.scope === scope) stops.set(visit.id, visits.whenDeserted(visit.id, ask));
      else if (visit.expiresAt + FORGOTTEN_MS <= clock.now()) visits.remove(visit.id);
      else if (visit.isOwn && visit.token !== null) visits.dropToken(visit);
    }
  }

  look();
  if (returned) {
    visits.take(returned.id);
    resume({ ...returned, receivedRedirectUri, settled: oauthReturn.clean, giveBack: oauthReturn.giveBack });
  }
  // Others begin in other tabs; and this page may have been put aside, and been told nothing.
  let cancelLook = () => {};
  const stopListening = visits.onChange(() => {
    cancelLook();
    cancelLook = clock.schedule(look, SETTLE_MS);
  });
  const stopWatching = attention.onReturn(look);
  return () => {
    stopListening();
    cancelLook();
    stopWatching();
    for (const stop of stops.values()) stop();
  };
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
