import type { IntegrationLink } from 'react-plaid-update-mode';
import type { BankConnection } from '../api.js';

/** A visit to the bank that a connection's own menu offers. */
export interface PurposeOffer {
  /** Its name on the server. */
  purpose: string;
  label: string;
  hint: string;
  /** Where it makes sense only for some connections. */
  fits?: (connection: BankConnection, link: IntegrationLink) => boolean;
}

const OFFERS: PurposeOffer[] = [
  { purpose: 'select_accounts', label: 'Choose accounts', hint: 'Pick the accounts that Harbour shows.' },
  {
    purpose: 'renew_consent',
    label: 'Renew permission',
    hint: 'Before it ends, so that nothing stops.',
    fits: (_connection, link) => Boolean(link.consent_expiration_time),
  },
  { purpose: 'restore_permissions', label: 'Review access', hint: 'See what you allow at the bank.' },
  {
    purpose: 'verify_micro_deposits',
    label: 'Enter the deposit’s code',
    hint: 'It stands beside the small deposit at your bank.',
    fits: ({ accounts }) => accounts.some(({ awaitsCode }) => awaitsCode),
  },
  { purpose: 'validate_products', label: 'Set up payments', hint: 'Share an account that can pay and be paid.' },
  { purpose: 'add_product', label: 'Add asset reports', hint: 'For a mortgage or a rental application.' },
  { purpose: 'add_statements', label: 'Add statements', hint: 'The last twelve months, as your bank has them.' },
  { purpose: 'add_income', label: 'Add income', hint: 'Salaries and other regular payments.' },
  { purpose: 'add_consented_products', label: 'Share name and loans', hint: 'Adds identity and liabilities.' },
  { purpose: 'add_use_cases', label: 'Allow planning', hint: 'Lets Harbour use your data for forecasts.' },
  { purpose: 'collect_documents', label: 'Upload a statement', hint: 'To confirm who owns the account.' },
];

/** What the server offers for a connection, as far as it makes sense for it. */
export function listOffers(connection: BankConnection, link: IntegrationLink): PurposeOffer[] {
  return OFFERS.filter(({ purpose, fits }) => link.purposes?.includes(purpose) && (fits?.(connection, link) ?? true));
}

/** In the UK and the EU accounts are chosen when a bank is connected, and not later. */
export function hasFixedAccounts(link: IntegrationLink): boolean {
  return link.purposes !== undefined && link.purposes !== null && !link.purposes.includes('select_accounts');
}
