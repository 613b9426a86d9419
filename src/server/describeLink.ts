import type { IntegrationLink, ItemError } from '../protocol/integrationLink.js';
import type { ItemWithFacts } from './itemsPort.js';

/** Heron's link with what the app's server knows besides; `error` is what Plaid has just said. */
export function describeLink(link: IntegrationLink, item: ItemWithFacts, error?: ItemError): IntegrationLink {
  const { pending_disconnect, error: knownError, repaired_at } = item.facts;
  return {
    item_id: link.item_id,
    status: link.status,
    status_message: link.status_message,
    type: link.type,
    created: link.created,
    last_updated: link.last_updated,
    last_successful_sync: link.last_successful_sync,
    institution_name: item.institutionName,
    institution_logo: item.institutionLogo,
    pending_disconnect: pending_disconnect && {
      reason: pending_disconnect.reason,
      disconnect_time: pending_disconnect.disconnect_time,
    },
    error: pickItemError(error ?? knownError),
    repaired_at,
  };
}

/** An app may have stored Plaid's whole error, whose message is nothing for a browser. */
function pickItemError(error: ItemError | undefined): ItemError | undefined {
  if (!error) return undefined;
  const { error_type, error_code, error_code_reason } = error;
  return { error_type, error_code, error_code_reason };
}
