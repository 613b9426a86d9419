import type { KnownAccount } from 'react-plaid-update-mode/server';
import { json, type Reply } from './upstream.js';

export const CHECKING: KnownAccount = {
  account_id: 'acc-checking',
  mask: '0000',
  name: 'Everyday Checking',
  type: 'depository',
  subtype: 'checking',
};

export const SAVINGS: KnownAccount = {
  account_id: 'acc-savings',
  mask: '1111',
  name: 'Rainy Day Savings',
  type: 'depository',
  subtype: 'savings',
};

export const CARD: KnownAccount = {
  account_id: 'acc-card',
  mask: '3333',
  name: 'Platypus Visa',
  type: 'credit',
  subtype: 'credit card',
};

/** Plaid's answer to `/accounts/get`, with all that nobody is to remember. */
export function plaidAccounts(...accounts: KnownAccount[]): Reply {
  return json({
    accounts: accounts.map((account) => ({
      persistent_account_id: null,
      official_name: null,
      verification_status: null,
      ...account,
      balances: { available: 100, current: 110, limit: null, iso_currency_code: 'USD' },
    })),
    request_id: 'HNTDNrA8F1shFEW',
  });
}
