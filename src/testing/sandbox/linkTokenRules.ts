import { isInEurope } from './institutions.js';
import type { LinkTokenRequest } from './linkTokenRequest.js';
import { PlaidFailure } from './plaidFailure.js';
import type { SandboxItem } from './sandboxItem.js';

/** Each has a consent flow of its own, for which an existing Item is sent through update mode. */
const ADDABLE = ['assets', 'statements', 'income', 'income_verification'];
/** Update mode with Product Validations (Plaid's beta). */
const VALIDATABLE = ['auth', 'identity'];

const TWO_YEARS = 2 * 366 * 24 * 60 * 60 * 1000;

function refuse(message: string, code = 'INVALID_FIELD'): never {
  throw new PlaidFailure('INVALID_REQUEST', code, message);
}

export function isValidation({ products, identity }: LinkTokenRequest): boolean {
  return identity?.is_document_upload !== true && (products ?? []).some((product) => VALIDATABLE.includes(product));
}

/**
 * What can't go together in a request for update mode, whatever the Item:
 * https://plaid.com/docs/link/update-mode/ and https://plaid.com/docs/api/link/#linktokencreate (20 November 2026).
 * Plaid documents the rules; for most it does not document the code, which is INVALID_FIELD here.
 */
export function checkLinkTokenRequest(request: LinkTokenRequest): void {
  const { update, account_filters: filters, additional_consented_products: consented } = request;
  const products = request.products ?? [];
  if (request.user == null && request.user_id == null) {
    refuse('the following required fields are missing: user', 'MISSING_FIELDS');
  }

  const misplaced = products.find((product) => !ADDABLE.includes(product) && !VALIDATABLE.includes(product));
  if (misplaced !== undefined) refuse(`products must not contain ${misplaced} in update mode`);
  const validated = products.some((product) => VALIDATABLE.includes(product));
  if (validated && products.some((product) => ADDABLE.includes(product))) {
    refuse('auth and identity can not be validated while another product is added');
  }
  if (consented?.includes('balance') === true) refuse('balance is not valid in additional_consented_products');
  if (consented?.some((product) => products.includes(product)) === true) {
    refuse('products and additional_consented_products must not overlap');
  }

  checkStatements(request, products);
  checkDocumentUpload(request, products);
  if (request.income_verification != null && !products.some((product) => product.startsWith('income'))) {
    refuse('income_verification needs the product');
  }
  if (filters != null && update?.account_selection_enabled !== true) {
    refuse('account_filters needs update.account_selection_enabled in update mode');
  }
  if ((update?.item_ids ?? []).length > 0) {
    if (update?.user !== true) refuse('update.item_ids needs update.user');
    if (request.user_token == null) refuse('update.item_ids needs a user_token');
  }
  if (update?.user === true && request.access_token != null) {
    refuse('access_token must not be given together with update.user');
  }
}

function checkStatements({ statements }: LinkTokenRequest, products: readonly string[]): void {
  if (!products.includes('statements')) {
    if (statements != null) refuse('statements needs the product');
    return;
  }
  if (statements == null) refuse('the following required fields are missing: statements', 'MISSING_FIELDS');
  const period = Date.parse(statements.end_date) - Date.parse(statements.start_date);
  if (!(period >= 0 && period <= TWO_YEARS)) refuse('statements must span two years at most');
}

function checkDocumentUpload({ identity, update }: LinkTokenRequest, products: readonly string[]): void {
  if (identity == null) return;
  if (!products.includes('identity')) refuse('identity needs the product');
  if (identity.is_document_upload !== true) return;
  if (products.length > 1) refuse('a document upload takes the product identity alone');
  if (identity.account_ids?.length !== 1) refuse('identity.account_ids must contain one account for a document upload');
  if (update?.account_selection_enabled === true) refuse('a document upload has no account selection');
}

/** What the Item itself does not allow. */
export function checkItem(item: SandboxItem, request: LinkTokenRequest): void {
  if (request.update?.account_selection_enabled === true && isInEurope(item.countryCode)) {
    refuse('account selection in update mode is not available in the UK and the EU');
  }
  const asked = [...(request.products ?? []), ...(request.additional_consented_products ?? [])];
  const unsupported = asked.find((product) => item.unsupportedProducts.has(product));
  if (unsupported !== undefined) {
    const message = `the following products are not supported by this Item: ${unsupported}`;
    throw new PlaidFailure('ITEM_ERROR', 'PRODUCTS_NOT_SUPPORTED', message);
  }
  const accountId = request.identity?.is_document_upload === true ? request.identity.account_ids?.[0] : undefined;
  if (accountId !== undefined && !item.sharedAccountIds.has(accountId)) {
    throw new PlaidFailure('INVALID_INPUT', 'INVALID_ACCOUNT_ID', 'failed to find requested account ID for Item');
  }
}
