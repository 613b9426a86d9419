import type { IntegrationLink, ItemError } from '../protocol/integrationLink.js';
import type { ItemFacts } from './itemFacts.js';
import type { ItemWithFacts } from './itemsPort.js';
import { namePurposeUses, offeredPurposes, type Purposes } from './purposes.js';

/**
 * Heron's link with what the app's server knows besides; `error` is what Plaid has just said. Field by field: what
 * the facts hold for the server alone stays there.
 */
export function describeLink(
  purposes: Purposes,
  link: IntegrationLink,
  item: ItemWithFacts,
  error?: ItemError,
): IntegrationLink {
  const { facts } = item;
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
    institution_url: item.institutionUrl,
    country_code: item.countryCode,
    owner: item.owner,
    consent_expiration_time: facts.consent_expiration_time,
    pending_disconnect: pickPendingDisconnect(facts),
    new_accounts_available: facts.new_accounts_available && asksForAccounts(purposes) ? true : undefined,
    access_error: facts.access_error && { code: facts.access_error.code },
    purposes: offeredPurposes(purposes, item),
    purpose_names: namePurposeUses(purposes, item),
    error: pickItemError(error ?? facts.error),
    repaired_at: facts.repaired_at,
  };
}

/** Where the bank is in the UK or the EU, the page tells its user to connect it anew. */
function asksForAccounts(purposes: Purposes): boolean {
  return [...purposes.values()].some(({ kind }) => kind === 'select_accounts');
}

function pickPendingDisconnect({ pending_disconnect }: ItemFacts): IntegrationLink['pending_disconnect'] {
  if (!pending_disconnect) return undefined;
  const { reason, disconnect_time } = pending_disconnect;
  return { reason, disconnect_time };
}

/** An app may have stored Plaid's whole error, whose message is nothing for a browser. */
function pickItemError(error: ItemError | undefined): ItemError | undefined {
  if (!error) return undefined;
  const { error_type, error_code, error_code_reason } = error;
  return { error_type, error_code, error_code_reason };
}
