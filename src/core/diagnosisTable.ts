import type { PurposeKind } from '../protocol/purpose.js';

/** How much it matters to the person reading: nothing stands still below `warning`. */
export type Severity = 'ok' | 'info' | 'warning' | 'critical';

/** What helps. Only `update_mode` is a button that opens Link. */
export type Remedy = 'none' | 'update_mode' | 'new_link' | 'wait' | 'ask_owner' | 'contact_support';

/** What a visit to Link can be for: a kind, or Assets once more after a selection of accounts that was left. */
export type PurposeUse = PurposeKind | 'reauthorize_assets';

/** What follows from a cause, for the person who has made the connection. */
export interface DiagnosisRow {
  severity: Severity;
  remedy: Remedy;
  /** The first that the server offers is taken. */
  purposes?: readonly PurposeUse[];
}

/** One row for each cause: what a person would be told the same about, and would do the same about. */
export const DIAGNOSIS_TABLE = {
  healthy: { severity: 'ok', remedy: 'none' },
  /** Heron syncs, or has not caught up with a repair. */
  syncing: { severity: 'info', remedy: 'wait' },
  unknown: { severity: 'warning', remedy: 'update_mode', purposes: ['repair'] },

  login: { severity: 'critical', remedy: 'update_mode', purposes: ['repair'] },
  /** The bank's own steps come first, on its own site. */
  bank_locked: { severity: 'critical', remedy: 'update_mode', purposes: ['repair'] },
  bank_password: { severity: 'critical', remedy: 'update_mode', purposes: ['repair'] },
  bank_setup: { severity: 'critical', remedy: 'update_mode', purposes: ['repair'] },
  oauth_invalid: { severity: 'critical', remedy: 'update_mode', purposes: ['repair'] },
  oauth_expired: { severity: 'critical', remedy: 'update_mode', purposes: ['repair'] },
  /** Taken back on purpose: offered, and not pressed for. */
  oauth_revoked: { severity: 'warning', remedy: 'update_mode', purposes: ['restore_permissions', 'repair'] },
  /** The way to the bank or back broke off. */
  unfinished: { severity: 'warning', remedy: 'update_mode', purposes: ['repair'] },

  ended: { severity: 'critical', remedy: 'new_link' },
  username_changed: { severity: 'critical', remedy: 'new_link' },

  consent_ends: { severity: 'warning', remedy: 'update_mode', purposes: ['renew_consent', 'repair'] },
  consent_ended: { severity: 'warning', remedy: 'update_mode', purposes: ['renew_consent', 'repair'] },
  disconnect: { severity: 'warning', remedy: 'update_mode', purposes: ['repair'] },
  disconnect_migration: { severity: 'warning', remedy: 'update_mode', purposes: ['repair'] },
  disconnect_overdue: { severity: 'warning', remedy: 'update_mode', purposes: ['repair'] },

  permission_needed: {
    severity: 'warning',
    remedy: 'update_mode',
    purposes: ['validate_products', 'restore_permissions', 'repair'],
  },
  consent_needed: {
    severity: 'warning',
    remedy: 'update_mode',
    purposes: ['add_consented_products', 'restore_permissions', 'repair'],
  },
  permission_revoked: { severity: 'warning', remedy: 'update_mode', purposes: ['restore_permissions', 'repair'] },
  account_revoked: { severity: 'info', remedy: 'update_mode', purposes: ['restore_permissions', 'repair'] },
  /** An account for payments. */
  auth_account_needed: {
    severity: 'warning',
    remedy: 'update_mode',
    purposes: ['validate_products', 'restore_permissions', 'repair'],
  },
  account_needed: {
    severity: 'warning',
    remedy: 'update_mode',
    purposes: ['select_accounts', 'restore_permissions', 'repair'],
  },
  new_accounts: { severity: 'info', remedy: 'update_mode', purposes: ['select_accounts'] },
  /** In update mode with Data Transparency Messaging alone, which the server says by naming the purpose. */
  assets_revoked: { severity: 'warning', remedy: 'update_mode', purposes: ['reauthorize_assets'] },

  outage: { severity: 'info', remedy: 'wait' },
  /** Plaid's affair, and not the bank's. */
  delay: { severity: 'info', remedy: 'wait' },
  preparing: { severity: 'info', remedy: 'wait' },

  unsupported: { severity: 'warning', remedy: 'contact_support' },
  unsupported_sign_in: { severity: 'warning', remedy: 'contact_support' },
  unsupported_bank: { severity: 'critical', remedy: 'contact_support' },
} as const satisfies Record<string, DiagnosisRow>;

/** Why a connection is as it is. */
export type Cause = keyof typeof DIAGNOSIS_TABLE;

/** A cause, before it is known what its reader can do about it. */
export interface Finding {
  code: string;
  cause: Cause;
  /** Where it is not the row's. */
  severity?: Severity | undefined;
  deadline?: string | undefined;
}
