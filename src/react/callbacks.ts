import type { SessionChange } from '../core/clientEvent.js';
import type { UpdateModeError } from '../core/errors.js';
import { safeCall } from '../core/safeCall.js';
import type { IntegrationLink } from '../protocol/integrationLink.js';
import type { Purpose } from '../protocol/purpose.js';
import type { AccountsChange } from '../protocol/repair.js';
import type { Target } from '../protocol/target.js';

/** What a visit to Link was for. */
export interface VisitEvent {
  target: Target;
  purpose: Purpose;
  /** Of a visit for one Item; null for one of the whole user or of an authorization. */
  itemId: string | null;
}

export interface RepairedEvent extends VisitEvent {
  /** As the server answered. Where its answer lacked this Item: as it was before, or null where that is unknown. */
  integrationLink: IntegrationLink | null;
  by: 'user' | 'elsewhere';
  /**
   * False where the visit counts as done and Plaid has no way to tell, or was not asked, as through a proxy that only passes
   * Heron's API on.
   */
  isVerified: boolean;
  /** What the visit has added and taken away, where the server could compare. */
  accounts: AccountsChange | null;
}

export interface RepairExitEvent extends VisitEvent {
  /** What Plaid showed the user last, if anything. */
  error: UpdateModeError | null;
  /** Plaid's support asks for these two, also where there was no error. */
  linkSessionId?: string | undefined;
  requestId?: string | undefined;
}

export interface RepairErrorEvent extends VisitEvent {
  error: UpdateModeError;
}

/** What an app can hear of. May be new on every render; one that throws harms nothing. */
export interface RepairCallbacks {
  /**
   * What the visit was for is done: by Plaid's own word where `isVerified`. The Item's latest data may still be on its way;
   * recurring transactions of a new account wait for Plaid's next update or for `/transactions/refresh`.
   */
  onRepaired?: ((event: RepairedEvent) => void) | undefined;
  /** The user left Link without finishing. */
  onExit?: ((event: RepairExitEvent) => void) | undefined;
  /** Link could not be opened, the visit did not help, or the server refuses its report. */
  onError?: ((event: RepairErrorEvent) => void) | undefined;
}

/** Tells a session's new state to the callback that it is for. */
export function dispatchSessionChange(change: SessionChange, callbacks: RepairCallbacks): void {
  const { target, purpose, itemId, state, link } = change;
  const visit: VisitEvent = { target, purpose, itemId };
  switch (state.status) {
    case 'repaired': {
      const { by, isVerified, accounts } = state;
      return safeCall(callbacks.onRepaired, { ...visit, integrationLink: link, by, isVerified, accounts });
    }
    case 'exited':
      return safeCall(callbacks.onExit, {
        ...visit,
        error: state.error,
        linkSessionId: state.linkSessionId,
        requestId: state.requestId,
      });
    case 'failed':
      return safeCall(callbacks.onError, { ...visit, error: state.error });
    case 'confirming':
      if (state.report === 'undelivered' && state.error) safeCall(callbacks.onError, { ...visit, error: state.error });
      return;
    default:
      return;
  }
}
