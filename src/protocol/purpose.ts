/**
 * The kinds of visit that Plaid documents for update mode: https://plaid.com/docs/link/update-mode/ and, for the
 * last two, https://plaid.com/docs/auth/coverage/same-day/ and https://plaid.com/docs/identity/identity-document-upload/
 */
export const PURPOSE_KINDS = [
  'repair',
  'renew_consent',
  'select_accounts',
  'add_product',
  'validate_products',
  'add_consented_products',
  'add_use_cases',
  'restore_permissions',
  'verify_micro_deposits',
  'collect_documents',
] as const;

export type PurposeKind = (typeof PURPOSE_KINDS)[number];

/** The name of a purpose: a kind's own, or one of the app's. What it asks of Plaid stands on the server alone. */
export type Purpose = PurposeKind | (string & {});

/** What a visit is for where nobody says. */
export const DEFAULT_PURPOSE: PurposeKind = 'repair';
