import type {
  LinkTokenAccountFilters,
  LinkTokenCreateIdentity,
  LinkTokenCreateRequestIncomeVerificationBankIncome,
  LinkTokenCreateRequestStatements,
  Products,
} from 'plaid';
import type { PurposeKind } from '../protocol/purpose.js';
import type { Item } from './itemsPort.js';
import type { PlaidLiteral } from './plaidLiteral.js';

/** Restores an Item whose user has to sign in again. */
export interface RepairPurpose {
  kind: 'repair';
}

/** Renews the user's consent before it ends. */
export interface RenewConsentPurpose {
  kind: 'renew_consent';
  /** `update.reauthorization_enabled`. Left out, Plaid decides; it calls the field "not currently used". */
  reauthorization_enabled?: boolean | undefined;
}

/** Lets the user choose which accounts to share. Plaid offers it in the US and Canada. */
export interface SelectAccountsPurpose {
  kind: 'select_accounts';
  /** Of no effect in the window of a bank with OAuth. */
  account_filters?: PlaidLiteral<LinkTokenAccountFilters> | undefined;
  /** @default linkToken.link_customization_name */
  link_customization_name?: string | undefined;
}

/** Days are `YYYY-MM-DD`, and at most two years apart. */
export type StatementsRange = LinkTokenCreateRequestStatements;

export type BankIncome = Pick<LinkTokenCreateRequestIncomeVerificationBankIncome, 'days_requested'>;

export interface AddAssetsPurpose {
  kind: 'add_product';
  products: [`${Products.Assets}`];
  statements?: undefined;
  bank_income?: undefined;
}

export interface AddStatementsPurpose {
  kind: 'add_product';
  products: [`${Products.Statements}`];
  /** A function is asked for every link token: a range that counts from today. */
  statements: StatementsRange | (() => StatementsRange);
  bank_income?: undefined;
}

/**
 * Adds Income, as Plaid's page on Bank Income has it: with the user's `user_token` or `user_id` from
 * `items.findUser`. Unproven: nobody has tried it against Plaid.
 */
export interface AddIncomeVerificationPurpose {
  kind: 'add_product';
  products: [`${Products.IncomeVerification}`];
  bank_income: BankIncome;
  statements?: undefined;
}

/**
 * Adds Income, as Plaid's page on update mode spells it; the page on Bank Income calls that spelling a product of
 * the past. Unproven: nobody has tried it against Plaid.
 */
export interface AddIncomePurpose {
  kind: 'add_product';
  products: [`${Products.Income}`];
  /** With it everything else is asked as for `income_verification`. */
  bank_income?: BankIncome | undefined;
  statements?: undefined;
}

/** Adds one of the products that have a consent flow of their own. */
export type AddProductPurpose =
  | AddAssetsPurpose
  | AddStatementsPurpose
  | AddIncomeVerificationPurpose
  | AddIncomePurpose;

/** Asks the user for what Auth or Identity need (Plaid's beta; without it the visit works, unvalidated). */
export interface ValidateProductsPurpose {
  kind: 'validate_products';
  products: (`${Products.Auth}` | `${Products.Identity}`)[];
}

/** Asks for consent to further products (Data Transparency Messaging). */
export interface AddConsentedProductsPurpose {
  kind: 'add_consented_products';
  /** Any but `balance`, for which Plaid collects the consent by itself. */
  additional_consented_products: Exclude<`${Products}`, `${Products.Balance}`>[];
  /**
   * A customization with Data Transparency Messaging enabled.
   * @default linkToken.link_customization_name
   */
  link_customization_name?: string | undefined;
}

/** Asks for consent to the use cases of a Link customization (Data Transparency Messaging). */
export interface AddUseCasesPurpose {
  kind: 'add_use_cases';
  link_customization_name: string;
}

/** Lets the user grant permissions that they never gave, or have taken back. */
export interface RestorePermissionsPurpose {
  kind: 'restore_permissions';
}

/** Lets the user enter the code of a Same-Day Micro-deposit. */
export interface VerifyMicroDepositsPurpose {
  kind: 'verify_micro_deposits';
}

/** Collects a bank statement for Identity Document Upload. */
export interface CollectDocumentsPurpose<Caller = never> {
  kind: 'collect_documents';
  /**
   * Plaid's `account_id` of the one account that the statement is about; null or undefined where there is none.
   * Plaid is asked whether it is one of the Item's.
   */
  account: (caller: Caller, item: Item) => string | null | undefined | Promise<string | null | undefined>;
  /** `['ocr', 'risk_signals']` for Fraud Risk. */
  parsing_configs?: PlaidLiteral<NonNullable<LinkTokenCreateIdentity['parsing_configs']>> | undefined;
}

export type PurposeDefinition<Caller = never> =
  | RepairPurpose
  | RenewConsentPurpose
  | SelectAccountsPurpose
  | AddProductPurpose
  | ValidateProductsPurpose
  | AddConsentedProductsPurpose
  | AddUseCasesPurpose
  | RestorePermissionsPurpose
  | VerifyMicroDepositsPurpose
  | CollectDocumentsPurpose<Caller>;

/** In one piece: an intersection with `{}` would let anything pass, `false` among it. */
type Flat<Shape> = { [Key in keyof Shape]: Shape[Key] };

type WithOptionalKind<Definition> = Definition extends { kind: infer Kind }
  ? Flat<Omit<Definition, 'kind'> & { kind?: Kind | undefined }>
  : never;

/**
 * What the app's purposes ask of Plaid, by name. A kind's own name needs no `kind`. `repair`, `renew_consent`,
 * `select_accounts` and `restore_permissions` are there without being defined, since banners launch them; `false`
 * takes one away, save `repair`.
 */
export type PurposeOptions<Caller, Name extends string = PurposeKind> = {
  [Each in Name]?:
    | (Each extends PurposeKind
        ? WithOptionalKind<Extract<PurposeDefinition<Caller>, { kind: Each }>>
        : PurposeDefinition<Caller>)
    | (Each extends 'repair' ? never : false)
    | undefined;
};

/** A purpose as the routes use it: the app's name for it, and what it is. */
export type DefinedPurpose<Caller = never> = PurposeDefinition<Caller> & { name: string };
