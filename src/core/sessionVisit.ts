import type { LinkTokenRequest } from '../protocol/linkToken.js';
import type { VisitOutcome } from '../protocol/repair.js';
import type { HostedLink } from './hostedLink.js';
import type { LinkVisit } from './linkVisit.js';
import { LIFETIME_MS } from './linkTokens.js';
import type { VisitVoice } from './sessionVoices.js';
import { isAlreadyHealthy, isBrokenReturn } from './visitReport.js';
import type { OpenVisit, WaitingVisits } from './waitingVisits.js';

/** A visit that began on an earlier page. */
export interface ReturnedVisit extends OpenVisit {
  /** Where the bank has sent the user back to. Null where it has not, and all that is left is to ask the server. */
  receivedRedirectUri: string | null;
  /** Link has it now, or never will. */
  settled(): void;
  /** It is still to be seen to, by whoever comes next. */
  giveBack(): void;
}

export interface LinkVisitContext {
  request: LinkTokenRequest;
  id: string;
  returned: ReturnedVisit | undefined;
  voice: VisitVoice;
  visits: WaitingVisits;
  isHealed(): boolean;
  /** Hears, after each failure, whether Plaid's own page is a way. */
  onOffer(hosted: HostedLink | undefined): void;
}

/** One visit to Link, in what it means to its session. */
export function createLinkVisit(context: LinkVisitContext): LinkVisit {
  const { request, id, returned, visits, isHealed, onOffer } = context;
  const { say, report } = context.voice;

  /** From here on the report waits. Where it can't be kept, the note does: a later page will at least ask. */
  function over(outcome: VisitOutcome, linkSessionId?: string): void {
    const isKept = report(outcome, { linkSessionId, onAnswered: () => visits.remove(id) });
    if (isKept) visits.remove(id);
    returned?.settled();
  }

  /** Of a visit that came from the bank nobody here knows how far the user has gone there. */
  function askIfReturned(linkSessionId?: string): void {
    if (returned) return over('unknown', linkSessionId);
    visits.remove(id);
  }

  return {
    opening({ value, madeAt }) {
      visits.write({ ...request, id, token: returned ? null : value, expiresAt: madeAt + LIFETIME_MS });
      returned?.settled();
    },
    opened: () => say({ type: 'linkOpened' }),
    tokenRefused: () => say({ type: 'linkTokenRefused' }),
    superseded() {
      say({ type: 'launchAbandoned' });
      askIfReturned();
    },
    stopped() {
      say({ type: 'launchAbandoned' });
      returned?.giveBack();
    },
    failed(error, hosted) {
      onOffer(hosted);
      say({ type: 'launchFailed', error, hostedLinkUrl: hosted?.url });
      askIfReturned(error.linkSessionId);
    },
    // The report is written before the state says that there is one.
    succeeded(linkSessionId) {
      over('success', linkSessionId);
      say({ type: 'linkSucceeded', ids: { linkSessionId } });
    },
    exited({ error, linkSessionId, requestId }) {
      const ids = { linkSessionId, requestId };
      say({ type: 'linkExited', error: isAlreadyHealthy(error) ? null : error, isHealed: isHealed(), ids });
      over(returned && isBrokenReturn(error) ? 'unknown' : 'exit', linkSessionId);
    },
    lost() {
      say({ type: 'linkExited', error: null, isHealed: isHealed(), isLost: true, ids: {} });
      over('unknown');
    },
  };
}
