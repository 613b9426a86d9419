import type { Purpose } from '../protocol/purpose.js';
import type { VisitOutcome } from '../protocol/repair.js';
import type { Target } from '../protocol/target.js';
import type { UpdateModeError } from './errors.js';

/** A finished visit of which the app's server has not yet said what it came to. */
export interface UndeliveredReport {
  /** The idempotency key of its request. */
  id: string;
  target: Target;
  purpose: Purpose;
  outcome: VisitOutcome;
  /** When the visit was over; milliseconds since 1970. */
  writtenAt: number;
  attempts: number;
  /**
   * - `sending`: under way.
   * - `waiting`: for its next attempt, for the network, for a user who is signed in, or for the tab that sees to it.
   * - `refused`: the server will not take it as it is. It is kept until it is sent again or discarded.
   */
  state: 'sending' | 'waiting' | 'refused';
  /** Why the last attempt failed, or the server refuses it. */
  error: UpdateModeError | null;
}

export interface UndeliveredReports {
  /** Oldest first where an earlier page wrote them, then in the order of their visits. */
  reports: readonly UndeliveredReport[];
  /** How many records of another version, or damaged ones, are kept aside. */
  unreadable: number;
  /** False where the browser's storage did not take one of them: it is then kept for as long as the page lives. */
  isDurable: boolean;
}

export const NO_UNDELIVERED: UndeliveredReports = { reports: [], unreadable: 0, isDurable: true };
