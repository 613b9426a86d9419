import { assertStatementsRange } from './assertStatementsRange.js';
import { configurationError } from './configurationError.js';

export const REFUSED = 'Plaid would refuse its link tokens, so nobody could open Link.';

const INCOME_PRODUCTS = ['income', 'income_verification'];
const ADDED_PRODUCTS = ['assets', 'statements', ...INCOME_PRODUCTS];

/** https://plaid.com/docs/link/update-mode/#adding-assets-statements-or-bank-income */
export function assertAddedProduct(place: string, products: unknown, fields: ReadonlyMap<string, unknown>): void {
  const [product] = Array.isArray(products) && products.length === 1 ? products : [];
  if (!ADDED_PRODUCTS.includes(product)) {
    throw configurationError(
      `${place}.products is not one of ${ADDED_PRODUCTS.join(', ')}.`,
      'Plaid adds only these in a visit of their own, each with its own consent; any other product in update mode is refused or does something else.',
      'Give one of them; auth and identity are of kind validate_products, or need no visit; others are of kind add_consented_products.',
    );
  }
  const statements = fields.get('statements');
  if (product === 'statements') {
    if (typeof statements !== 'function') assertStatementsRange(`${place}.statements`, statements);
  } else if (statements !== undefined) {
    throw configurationError(
      `${place} holds statements, and adds ${product}.`,
      REFUSED,
      "Take it out, or add the product 'statements'.",
    );
  }
  assertBankIncome(place, product, fields.get('bank_income'));
}

/** https://plaid.com/docs/income/bank-income/ */
function assertBankIncome(place: string, product: string, income: unknown): void {
  if (income === undefined) {
    if (product !== 'income_verification') return;
    throw configurationError(
      `${place}.bank_income is missing.`,
      REFUSED,
      'Give the days of data that you want, such as { days_requested: 365 }.',
    );
  }
  if (!INCOME_PRODUCTS.includes(product)) {
    throw configurationError(
      `${place} holds bank_income, and adds ${product}.`,
      REFUSED,
      "Take it out, or add the product 'income_verification'.",
    );
  }
  const days = typeof income === 'object' && income !== null && 'days_requested' in income && income.days_requested;
  if (typeof days === 'number' && Number.isInteger(days) && days > 0 && Object.keys(Object(income)).length === 1)
    return;
  throw configurationError(
    `${place}.bank_income is not { days_requested } with a whole number of days.`,
    REFUSED,
    'Give the days of data that you want, such as { days_requested: 365 }.',
  );
}
