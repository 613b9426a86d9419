import type { ItemEvent } from '../core/client.js';
import type { UpdateModeError } from '../core/errors.js';
import { safeCall } from '../core/safeCall.js';
import type { IntegrationLink } from '../protocol/integrationLink.js';

export interface RepairedEvent {
  itemId: string;
  /** As the server answered. Where its answer lacked this Item: as it was before, or null where that is unknown. */
  integrationLink: IntegrationLink | null;
  by: 'user' | 'elsewhere';
  /** False where nobody could ask Plaid, as through a proxy that only passes Heron's API on. */
  isVerified: boolean;
}

export interface RepairExitEvent {
  itemId: string;
  /** What Plaid showed the user last, if anything. */
  error: UpdateModeError | null;
}

export interface RepairErrorEvent {
  itemId: string;
  error: UpdateModeError;
}

/** What an app can hear of. May be new on every render; one that throws harms nothing. */
export interface RepairCallbacks {
  /** The server has asked Plaid, and the Item works again. Its latest data may still be on its way. */
  onRepaired?: ((event: RepairedEvent) => void) | undefined;
  /** The user left Link without finishing. */
  onExit?: ((event: RepairExitEvent) => void) | undefined;
  /** Link could not be opened, the repair did not help, or the server refuses its report. */
  onError?: ((event: RepairErrorEvent) => void) | undefined;
}

type SessionItemEvent = Extract<ItemEvent, { type: 'session' }>;

/** Tells an Item's event to the callback that it is for. */
export function dispatchItemEvent(event: SessionItemEvent, callbacks: RepairCallbacks): void {
  const { itemId, state, link } = event;
  switch (state.status) {
    case 'repaired':
      return safeCall(callbacks.onRepaired, {
        itemId,
        integrationLink: link,
        by: state.by,
        isVerified: state.isVerified,
      });
    case 'exited':
      return safeCall(callbacks.onExit, { itemId, error: state.error });
    case 'failed':
      return safeCall(callbacks.onError, { itemId, error: state.error });
    case 'confirming':
      if (state.report === 'undelivered' && state.error) safeCall(callbacks.onError, { itemId, error: state.error });
      return;
    default:
      return;
  }
}
