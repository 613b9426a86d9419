import type { IntegrationLink } from '../protocol/integrationLink.js';
import type { SupportReference } from './settings.js';

export interface NewLinkEvent {
  itemId: string;
  integrationLink: IntegrationLink;
}

export type AccountClosedEvent = NewLinkEvent;

export interface ContactSupportEvent extends SupportReference {
  itemId: string;
  integrationLink: IntegrationLink | null;
}

export interface ConnectedEvent {
  itemId: string;
  integrationLink: IntegrationLink | null;
}
