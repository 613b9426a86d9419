import type { LinkTokenAccountFilters, LinkTokenCreateRequestStatements, Products } from 'plaid';
import type { PurposeKind } from '../protocol/purpose.js';

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

/** Lets the user choose which accounts to share. Not for banks in the UK and the EU. */
export interface SelectAccountsPurpose {
  kind: 'select_accounts';
  account_filters?: LinkTokenAccountFilters | undefined;
  link_customization_name?: string | undefined;
}

/** Adds one of the products that have a consent flow of their own. */
export type AddProductPurpose =
  | { kind: 'add_product'; products: [`${Products.Assets}`]; statements?: undefined; income?: undefined }
  | {
      kind: 'add_product';
      products: [`${Products.Statements}`];
      statements: LinkTokenCreateRequestStatements;
      income?: undefined;
    }
  | {
      kind: 'add_product';
      /** Plaid's page on update mode says `income`, its list of products `income_verification`: nobody has tried which it takes. */
      products: ['income' | `${Products.IncomeVerification}`];
      statements?: undefined;
    };

/** Asks the user for what Auth or Identity need (Plaid's beta; without it the visit works, unvalidated). */
export interface ValidateProductsPurpose {
  kind: 'validate_products';
  products: (`${Products.Auth}` | `${Products.Identity}`)[];
}

/** Asks for consent to further products (Data Transparency Messaging). */
export interface AddConsentedProductsPurpose {
  kind: 'add_consented_products';
  additional_consented_products: `${Products}`[];
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

/** Collects bank statements for Identity Document Upload. */
export interface CollectDocumentsPurpose {
  kind: 'collect_documents';
}

export type PurposeDefinition =
  | RepairPurpose
  | RenewConsentPurpose
  | SelectAccountsPurpose
  | AddProductPurpose
  | ValidateProductsPurpose
  | AddConsentedProductsPurpose
  | AddUseCasesPurpose
  | RestorePermissionsPurpose
  | VerifyMicroDepositsPurpose
  | CollectDocumentsPurpose;

/** A purpose as the routes use it: the app's name for it, and what it is. */
export type DefinedPurpose = PurposeDefinition & { name: string; kind: PurposeKind };
