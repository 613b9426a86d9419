import type { PurposeKind } from '../protocol/purpose.js';
import { assertAddedProduct, REFUSED } from './assertAddedProduct.js';
import { configurationError } from './configurationError.js';

type Fields = ReadonlyMap<string, unknown>;

const ACCOUNT_TYPES = ['depository', 'credit', 'loan', 'investment', 'other'];
const VALIDATED_PRODUCTS = ['auth', 'identity'];
const PARSING_CONFIGS = ['ocr', 'risk_signals'];

/** Throws for a field that is missing, or holds what its kind can't have; which fields there are, is known before. */
export function assertPurposeFields(name: string, kind: PurposeKind, fields: Fields): void {
  const place = `purposes.${name}`;
  assertCustomization(place, kind, fields.get('link_customization_name'));
  const products = fields.get('products');
  switch (kind) {
    case 'renew_consent':
      return assertReauthorization(place, fields.get('reauthorization_enabled'));
    case 'select_accounts':
      return assertAccountFilters(place, fields.get('account_filters'));
    case 'add_product':
      return assertAddedProduct(place, products, fields);
    case 'validate_products':
      return assertValidatedProducts(place, products);
    case 'add_consented_products':
      return assertConsentedProducts(place, fields.get('additional_consented_products'));
    case 'collect_documents':
      return assertDocuments(place, fields);
    case 'repair':
    case 'restore_permissions':
    case 'verify_micro_deposits':
    case 'add_use_cases':
  }
}

function assertCustomization(place: string, kind: PurposeKind, value: unknown): void {
  if (typeof value === 'string' && value.trim() !== '') return;
  if (value === undefined && kind !== 'add_use_cases') return;
  throw configurationError(
    `${place}.link_customization_name is missing or empty.`,
    'Use cases stand in a Link customization: without it the user would be asked for nothing new.',
    "Give the customization's name in Plaid's dashboard.",
  );
}

function assertReauthorization(place: string, value: unknown): void {
  if (value === undefined || typeof value === 'boolean') return;
  throw configurationError(
    `${place}.reauthorization_enabled is neither true nor false.`,
    REFUSED,
    'Give one of the two, or leave it out: then Plaid decides.',
  );
}

/** https://plaid.com/docs/api/link/#link-token-create-request-account-filters */
function assertAccountFilters(place: string, filters: unknown): void {
  if (filters === undefined) return;
  const entries = typeof filters === 'object' && filters !== null ? Object.entries(filters) : [];
  if (
    entries.length > 0 &&
    entries.every(([type, filter]) => ACCOUNT_TYPES.includes(type) && isAccountFilter(filter))
  ) {
    return;
  }
  throw configurationError(
    `${place}.account_filters is empty, or not in Plaid's form.`,
    'Each type of account that a filter does not name is left out, so the user could choose no account.',
    "Leave it out to show all accounts, or give subtypes by type, such as { depository: { account_subtypes: ['checking'] } }.",
  );
}

function isAccountFilter(filter: unknown): boolean {
  if (typeof filter !== 'object' || filter === null || !('account_subtypes' in filter)) return false;
  return isListOf(filter.account_subtypes, (subtype) => typeof subtype === 'string' && subtype !== '');
}

/** https://plaid.com/docs/link/update-mode/#resolving-access_not_granted-or-no_auth_accounts-errors-via-product-validations */
function assertValidatedProducts(place: string, products: unknown): void {
  if (isListOf(products, (product) => VALIDATED_PRODUCTS.includes(String(product)))) return;
  throw configurationError(
    `${place}.products is empty, or holds something else than auth and identity.`,
    'Plaid validates these two alone, and never in the same visit that adds Assets, Statements or Income.',
    "Give ['auth'], ['identity'] or both; what is to be added is a purpose of kind add_product.",
  );
}

/** https://plaid.com/docs/link/update-mode/#requesting-additional-consented-products */
function assertConsentedProducts(place: string, products: unknown): void {
  if (isListOf(products, (product) => typeof product === 'string' && product !== '' && product !== 'balance')) return;
  throw configurationError(
    `${place}.additional_consented_products is empty, or holds something that is not a product to consent to.`,
    REFUSED,
    "Give the new products, such as ['identity']; for 'balance' Plaid collects the consent by itself.",
  );
}

/** https://plaid.com/docs/identity/identity-document-upload/ */
function assertDocuments(place: string, fields: Fields): void {
  if (typeof fields.get('account') !== 'function') {
    throw configurationError(
      `${place}.account is not a function.`,
      'Plaid wants the one account that the statement is about, and no browser may choose it.',
      'Give (caller, item) => accountId.',
    );
  }
  const configs = fields.get('parsing_configs');
  if (configs === undefined || isListOf(configs, (config) => PARSING_CONFIGS.includes(String(config)))) return;
  throw configurationError(
    `${place}.parsing_configs is empty, or holds something else than ocr and risk_signals.`,
    REFUSED,
    "Leave it out, or give ['ocr', 'risk_signals'].",
  );
}

function isListOf(value: unknown, isElement: (element: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((element) => isElement(element));
}
