import type { ClientEvent } from '../core/clientEvent.js';
import { readId } from '../core/linkMetadata.js';
import type { VisitIds } from '../core/session.js';
import type { UpdateModeEvent } from '../core/telemetry.js';

/** What an app may count of an event: nothing personal, and ids only where they look like ids. */
export function toTelemetry(event: ClientEvent): UpdateModeEvent {
  if (event.type === 'connected') return { type: 'connected', itemId: event.itemId };
  if (event.type === 'dismissed') {
    const { type, itemId, cause, kind } = event;
    return { type, itemId, cause, kind };
  }
  const { target, purpose, itemId, state } = event;
  const error = 'error' in state ? state.error : null;
  const ids: VisitIds = state.status === 'exited' || state.status === 'confirming' ? state : {};
  return {
    type: 'status',
    target,
    purpose,
    itemId,
    status: state.status,
    errorCode: error?.code,
    linkSessionId: readId(error?.linkSessionId ?? ids.linkSessionId),
    requestId: readId(error?.requestId ?? ids.requestId),
  };
}
