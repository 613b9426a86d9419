import type { ItemError } from '../../protocol/integrationLink.js';
import { isAccessErrorCode } from '../accessErrorCode.js';
import type { AccessFact, ItemFacts } from '../itemFacts.js';
import type { PlaidTruth } from '../plaidTruth.js';
import type { PlaidItemEvent } from './plaidItemEvent.js';

/** What comes, or was taken back, on an Item that works. */
export type Warning = Extract<
  PlaidItemEvent,
  {
    code:
      | 'PENDING_DISCONNECT'
      | 'NEW_ACCOUNTS_AVAILABLE'
      | 'USER_PERMISSION_REVOKED'
      | 'USER_ACCOUNT_REVOKED'
      | 'PRODUCT_PERMISSIONS_REQUIRED';
  }
>;

type Expiration = Extract<PlaidItemEvent, { code: 'PENDING_EXPIRATION' }>;

/** The facts with what a webhook warns of; the same facts where something newer is known. */
export function withWarning(facts: ItemFacts, event: Warning): ItemFacts {
  const { code, sentAt } = event;
  switch (code) {
    case 'PENDING_DISCONNECT':
      if (isOutdated(facts, sentAt, facts.pending_disconnect)) return facts;
      return {
        ...facts,
        pending_disconnect: { reason: event.reason, disconnect_time: event.disconnectTime, received_at: sentAt },
      };
    case 'NEW_ACCOUNTS_AVAILABLE':
      // A repair shares no accounts: only newer news counts here.
      if (isNewer(facts.new_accounts_available?.received_at, sentAt)) return facts;
      return { ...facts, new_accounts_available: { received_at: sentAt } };
    case 'USER_ACCOUNT_REVOKED':
      return withAccessError(facts, { code, account_id: event.accountId, received_at: sentAt });
    case 'PRODUCT_PERMISSIONS_REQUIRED': {
      const known = facts.access_error?.code === code ? facts.access_error.products : undefined;
      const products = [...new Set([...(known ?? []), event.product])];
      return withAccessError(facts, { code, products, received_at: sentAt });
    }
    case 'USER_PERMISSION_REVOKED':
      return withAccessError(facts, { code, received_at: sentAt });
  }
}

/** The facts with the end of the user's consent; `said` is Plaid's own answer, which goes before its webhook. */
export function withAnnouncedConsentEnd(
  facts: ItemFacts,
  { consentExpirationTime, sentAt }: Expiration,
  said: string | null,
): ItemFacts {
  if (said === null && isNewer(facts.repaired_at, sentAt)) return facts;
  return { ...facts, consent_expiration_time: said ?? consentExpirationTime };
}

/** The facts with the error that Plaid has just named, if it named one. */
export function withTruth(facts: ItemFacts, { state, error }: PlaidTruth, at: string): ItemFacts {
  if (!error) return facts;
  if (isAccessErrorCode(error.error_code)) return withAccessError(facts, { code: error.error_code, received_at: at });
  // No webhook tells of the end of an outage, so one that was kept would never go away.
  return state === 'other_error' ? facts : withItemError(facts, error);
}

/** The facts after Plaid has said that the Item works again. */
export function withRepair(facts: ItemFacts, now: number): ItemFacts {
  const disconnectsAt = Date.parse(facts.pending_disconnect?.disconnect_time ?? '');
  return {
    ...facts,
    error: undefined,
    // What it warned of has happened, and is over.
    pending_disconnect: disconnectsAt <= now ? undefined : facts.pending_disconnect,
    repaired_at: new Date(now).toISOString(),
  };
}

function withItemError(facts: ItemFacts, { error_type, error_code, error_code_reason }: ItemError): ItemFacts {
  return { ...facts, error: { error_type, error_code, error_code_reason } };
}

function withAccessError(facts: ItemFacts, noticed: AccessFact): ItemFacts {
  return isOutdated(facts, noticed.received_at, facts.access_error) ? facts : { ...facts, access_error: noticed };
}

/** Whether the Item was repaired, or something newer was heard, after a webhook was sent. */
function isOutdated({ repaired_at }: ItemFacts, sentAt: string, known?: { received_at?: string | undefined }): boolean {
  return isNewer(repaired_at, sentAt) || isNewer(known?.received_at, sentAt);
}

function isNewer(time: string | undefined, sentAt: string): boolean {
  return Date.parse(time ?? '') > Date.parse(sentAt);
}
