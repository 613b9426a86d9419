import { DEFAULT_PURPOSE, type Purpose } from '../protocol/purpose.js';
import type { AccountsChange } from '../protocol/repair.js';
import type { RepairSession, RepairSessionContext } from './repairSession.js';
import { IDLE, isVisiting, type SessionState } from './session.js';

/** The latest visit of an Item, whatever it is for. */
export interface LatestVisit {
  session: SessionState;
  /** What the latest visit was for, and so what `session` is about. */
  purpose: Purpose;
  /** How many visits in a row have not brought what they were for; a mere change of mind does not count. */
  failedVisits: number;
  /** What the latest visit has added and taken away, however it ended, once the server has compared. */
  accounts: AccountsChange | null;
}

export interface ItemSessionsContext {
  createSession(purpose: Purpose, onChange: RepairSessionContext['onChange']): RepairSession;
  /** Hears each new state of the latest visit's session. */
  onLatest(visit: LatestVisit): void;
  /** Hears each new state of any session, after `onLatest`. */
  onChange(purpose: Purpose, ...change: Parameters<RepairSessionContext['onChange']>): void;
}

export const NO_VISIT: LatestVisit = { session: IDLE, purpose: DEFAULT_PURPOSE, failedVisits: 0, accounts: null };

/** An Item's sessions, one for each purpose, made on first sight. The one that was launched last stands for the Item. */
export function createItemSessions({ createSession, onLatest, onChange }: ItemSessionsContext) {
  const sessions = new Map<Purpose, RepairSession>();
  let latest = NO_VISIT;

  function follow(purpose: Purpose, session: SessionState): void {
    const isOfOther = purpose !== latest.purpose;
    if (isOfOther && !begins(session, latest.session)) return;
    const accounts = isOfOther || session.status === 'launching' ? null : latest.accounts;
    latest = { session, purpose, failedVisits: countFailed(latest.failedVisits, session), accounts };
    onLatest(latest);
  }

  return {
    get(purpose: Purpose): RepairSession {
      const known = sessions.get(purpose);
      if (known) return known;
      const session = createSession(purpose, (state, launcher) => {
        follow(purpose, state);
        onChange(purpose, state, launcher);
      });
      sessions.set(purpose, session);
      return session;
    },
    /** Those that say so, whatever they were for. */
    repaired: () => [...sessions.values()].filter((session) => session.getSnapshot().status === 'repaired'),
    /** The server has compared; the state of the session may stay as it is. Null where that is no news. */
    noteAccounts(purpose: Purpose, accounts: AccountsChange | null): LatestVisit | null {
      if (purpose !== latest.purpose || accounts === latest.accounts) return null;
      latest = { ...latest, accounts };
      return latest;
    },
    /** For an Item that works again: visits that did not help before count no longer. */
    forgetFailures(): LatestVisit {
      latest = { ...latest, failedVisits: 0 };
      return latest;
    },
  };
}

/** A visit begins with its launch; one of an earlier page with its report, where nothing else goes on. */
function begins({ status }: SessionState, latest: SessionState): boolean {
  return status === 'launching' || (status === 'confirming' && !isVisiting(latest) && latest.status !== 'confirming');
}

function countFailed(before: number, session: SessionState): number {
  if (session.status === 'repaired') return 0;
  const isFailed = session.status === 'failed' || (session.status === 'exited' && session.error !== null);
  return isFailed ? before + 1 : before;
}
