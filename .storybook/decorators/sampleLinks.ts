import type { IntegrationLink } from '../../src/index.js';

export const PLATYPUS = 'item-first-platypus';
export const TATTERSALL = 'item-tattersall';
export const TARTAN = 'item-tartan';

const DAY_MS = 86_400_000;

/** ISO 8601. */
function daysFromNow(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString();
}

/** Broken: its user has to sign in again. */
export function platypusLink(changes: Partial<IntegrationLink> = {}): IntegrationLink {
  return {
    item_id: PLATYPUS,
    institution_name: 'First Platypus Bank',
    status: 'erroring',
    status_message: '[ITEM_LOGIN_REQUIRED] the login details of this item have changed',
    last_successful_sync: daysFromNow(-3),
    ...changes,
  };
}

/** Works, and ends in six days unless its user comes back. */
export function tattersallLink(changes: Partial<IntegrationLink> = {}): IntegrationLink {
  return {
    item_id: TATTERSALL,
    institution_name: 'Tattersall Federal Credit Union',
    status: 'active',
    last_successful_sync: daysFromNow(0),
    pending_disconnect: { reason: 'INSTITUTION_MIGRATION', disconnect_time: daysFromNow(6) },
    ...changes,
  };
}

/** Healthy. */
export function tartanLink(changes: Partial<IntegrationLink> = {}): IntegrationLink {
  return {
    item_id: TARTAN,
    institution_name: 'Tartan Bank',
    status: 'active',
    last_successful_sync: daysFromNow(0),
    ...changes,
  };
}
