import type { IntegrationLink, LinkTokenRequest } from 'react-plaid-update-mode';

export const PLATYPUS = 'item-first-platypus';
export const TATTERSALL = 'item-tattersall';
export const TARTAN = 'item-tartan';

/** A visit that repairs one Item. */
export function repairOf(itemId: string): LinkTokenRequest {
  return { target: { item_id: itemId }, purpose: 'repair' };
}

const COMMON = {
  type: 'plaid_integration',
  created: '2026-01-10T09:00:00Z',
  last_updated: '2026-11-20T08:00:00Z',
  last_successful_sync: '2026-11-18T06:00:00Z',
};

/** Broken: its user has to sign in again. */
export function platypusLink(changes: Partial<IntegrationLink> = {}): IntegrationLink {
  return {
    ...COMMON,
    item_id: PLATYPUS,
    institution_name: 'First Platypus Bank',
    status: 'erroring',
    status_message: '[ITEM_LOGIN_REQUIRED] the login details of this item have changed',
    ...changes,
  };
}

/** Works, and ends in a few days unless its user comes back. */
export function tattersallLink(changes: Partial<IntegrationLink> = {}): IntegrationLink {
  return {
    ...COMMON,
    item_id: TATTERSALL,
    institution_name: 'Tattersall Federal Credit Union',
    status: 'active',
    pending_disconnect: { reason: 'INSTITUTION_MIGRATION', disconnect_time: '2026-11-27T12:00:00Z' },
    ...changes,
  };
}

/** Healthy. */
export function tartanLink(changes: Partial<IntegrationLink> = {}): IntegrationLink {
  return { ...COMMON, item_id: TARTAN, institution_name: 'Tartan Bank', status: 'active', ...changes };
}

/** As many broken connections as asked for, each at a bank of its own name. */
export function brokenLinks(count: number): IntegrationLink[] {
  return Array.from({ length: count }, (_, index) =>
    platypusLink({ item_id: `item-${index}`, institution_name: `Bank ${index}` }),
  );
}
