import type { PlaidAccount } from 'react-plaid-link';
import { createPlaidId, createUuid } from '../randomId.js';

/** An account as `/accounts/get` shows it. */
export interface SandboxAccount {
  account_id: string;
  name: string;
  official_name: string | null;
  mask: string;
  type: string;
  subtype: string;
  balances: {
    available: number | null;
    current: number;
    limit: number | null;
    iso_currency_code: string;
    unofficial_currency_code: null;
  };
  /** Stays the same when `account_id` changes. Plaid gives it at Chase, PNC and US Bank alone. */
  persistent_account_id?: string | undefined;
  /** Of micro-deposits. In `pending_manual_verification` Link asks for the code. */
  verification_status?: string | undefined;
}

function account(
  name: string,
  mask: string,
  [type, subtype]: [string, string],
  [available, current, limit]: [number | null, number, number | null],
): SandboxAccount {
  return {
    account_id: createPlaidId(),
    name,
    official_name: null,
    mask,
    type,
    subtype,
    balances: { available, current, limit, iso_currency_code: 'USD', unofficial_currency_code: null },
  };
}

const CHECKING: [string, string] = ['depository', 'checking'];
const SAVINGS: [string, string] = ['depository', 'savings'];
const CREDIT_CARD: [string, string] = ['credit', 'credit card'];

/** Two or three accounts, by bank. */
export function createAccounts(institutionId: string): SandboxAccount[] {
  switch (institutionId) {
    case 'ins_109511':
      return [
        account('Share Draft', '2207', CHECKING, [1_894.16, 1_894.16, null]),
        account('Regular Share', '2214', SAVINGS, [6_320, 6_320, null]),
      ];
    case 'ins_109512':
      return [
        account('Current Account', '4810', CHECKING, [742.55, 768.05, null]),
        account('Holiday Pot', '4828', SAVINGS, [1_250, 1_250, null]),
        account('Tartan Card', '9034', CREDIT_CARD, [3_588.2, 411.8, 4_000]),
      ];
    default: {
      const accounts = [
        account('Everyday Checking', '0000', CHECKING, [3_412.87, 3_527.37, null]),
        account('Rainy Day Savings', '1111', SAVINGS, [18_250.4, 18_250.4, null]),
        account('Platypus Visa', '3333', CREDIT_CARD, [4_109.5, 890.5, 5_000]),
      ];
      return institutionId === 'ins_56' ? accounts.map(withPersistentId) : accounts;
    }
  }
}

function withPersistentId(created: SandboxAccount): SandboxAccount {
  return { ...created, persistent_account_id: createUuid() };
}

/** One that the user has opened at the bank meanwhile; `number` keeps name and mask apart from those before it. */
export function createNewAccount(number: number): SandboxAccount {
  return account(`New Savings ${number}`, String(7_000 + number), SAVINGS, [500, 500, null]);
}

/** Auth works with checking and savings accounts alone. */
export function isDepository({ type }: SandboxAccount): boolean {
  return type === 'depository';
}

/** The same account as Link's `onSuccess` shows it. */
export function toLinkAccount(shown: SandboxAccount): PlaidAccount {
  const { account_id, name, mask, type, subtype, verification_status } = shown;
  return {
    id: account_id,
    name,
    mask,
    type,
    subtype,
    verification_status: verification_status ?? null,
    class_type: null,
  };
}
