import type { IntegrationLink } from '../protocol/integrationLink.js';
import type { Purpose } from '../protocol/purpose.js';
import type { Target } from '../protocol/target.js';
import type { DismissalEvent } from './dismissals.js';
import type { Launcher } from './repairSession.js';
import type { SessionState } from './session.js';

/** What happens to a visit or to an Item, for whoever wants to hear of it. */
export type ClientEvent =
  | SessionChange
  | { type: 'connected'; itemId: string; link: IntegrationLink | null }
  | DismissalEvent;

export interface SessionChange {
  type: 'session';
  target: Target;
  purpose: Purpose;
  /** The target's Item, where it is one. */
  itemId: string | null;
  link: IntegrationLink | null;
  state: SessionState;
  launcher: Launcher | null;
}
