import type { PlaidLinkOnEventMetadata } from 'react-plaid-link';
import type { EventOrder } from './linkBehaviour.js';

export interface LinkEvent {
  name: string;
  metadata: PlaidLinkOnEventMetadata;
}

type SessionFields = Pick<PlaidLinkOnEventMetadata, 'link_session_id' | 'request_id'>;

/** Makes events whose timestamps never stand still: apps put them in order by these. */
export function createEventFactory(): (
  name: string,
  fields: SessionFields & Partial<PlaidLinkOnEventMetadata>,
) => LinkEvent {
  let lastTime = 0;
  return (name, fields) => {
    lastTime = Math.max(Date.now(), lastTime + 1);
    return {
      name,
      metadata: {
        account_number_mask: null,
        error_type: null,
        error_code: null,
        error_message: null,
        exit_status: null,
        institution_id: null,
        institution_name: null,
        institution_search_query: null,
        is_update_mode: null,
        match_reason: null,
        mfa_type: null,
        routing_number: null,
        view_name: null,
        selection: null,
        timestamp: new Date(lastTime).toISOString(),
        ...fields,
      },
    };
  };
}

/** Parts the events of a visit into those before the callback and those after it. */
export function arrangeEvents(events: LinkEvent[], order: EventOrder): { before: LinkEvent[]; after: LinkEvent[] } {
  const half = Math.ceil(events.length / 2);
  switch (order) {
    case 'before':
      return { before: events, after: [] };
    case 'after':
      return { before: [], after: events };
    case 'around':
      return { before: events.slice(0, half), after: events.slice(half) };
    case 'shuffled': {
      const reversed = events.toReversed();
      return { before: reversed.slice(0, half), after: reversed.slice(half) };
    }
  }
}
