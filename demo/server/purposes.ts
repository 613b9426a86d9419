import type { PurposeOptions } from 'react-plaid-update-mode/server';
import type { Accounts } from './accounts.js';
import type { User } from './sessions.js';

/** The names under which Harbour's page asks for visits, besides those that every app has. */
export type HarbourPurpose =
  | 'repair'
  | 'renew_consent'
  | 'select_accounts'
  | 'restore_permissions'
  | 'validate_products'
  | 'add_product'
  | 'add_statements'
  | 'add_income'
  | 'add_consented_products'
  | 'add_use_cases'
  | 'verify_micro_deposits'
  | 'collect_documents';

/** As it stands in Plaid's dashboard. */
export const USE_CASES_CUSTOMIZATION = 'harbour_planning';

const DAY = 24 * 60 * 60 * 1000;

/** What each of them asks of Plaid: the page knows nothing but the name. */
export function createPurposes(accounts: Accounts): PurposeOptions<User, HarbourPurpose> {
  return {
    repair: {},
    renew_consent: {},
    select_accounts: {},
    restore_permissions: {},
    validate_products: { products: ['auth'] },
    add_product: { products: ['assets'] },
    add_statements: { kind: 'add_product', products: ['statements'], statements: lastYear },
    add_income: { kind: 'add_product', products: ['income_verification'], bank_income: { days_requested: 365 } },
    add_consented_products: { additional_consented_products: ['identity', 'liabilities'] },
    add_use_cases: { link_customization_name: USE_CASES_CUSTOMIZATION },
    verify_micro_deposits: {},
    collect_documents: {
      account: async (_user, { itemId }) => (await accounts.list(itemId)).find(({ kind }) => kind === 'cash')?.id,
    },
  };
}

function lastYear(): { start_date: string; end_date: string } {
  const now = Date.now();
  return { start_date: toDay(now - 365 * DAY), end_date: toDay(now) };
}

function toDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
