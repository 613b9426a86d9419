import * as v from 'valibot';
import { PlaidFailure } from './plaidFailure.js';
import { parsePlaidBody } from './plaidRoute.js';

const LANGUAGES = 'da de en es et fr hi it lt lv nl no pl pt ro sv vi'.split(' ');
const COUNTRIES = 'AT BE CA DE DK EE ES FI FR GB IE IT LT LV NL NO PL PT SE US'.split(' ');

/** All of Plaid's products: https://plaid.com/docs/api/link/#linktokencreate (plaid-node 47, 20 November 2026). */
const PRODUCTS = [
  ...'assets auth balance balance_plus beacon identity identity_match investments investments_auth liabilities'.split(
    ' ',
  ),
  ...'payment_initiation identity_verification transactions credit_details income income_verification'.split(' '),
  ...'standing_orders transfer employment recurring_transactions transactions_refresh signal statements'.split(' '),
  ...'processor_payments processor_identity profile cra_base_report cra_income_insights cra_partner_insights'.split(
    ' ',
  ),
  ...'cra_network_insights cra_cashflow_insights cra_monitoring cra_lend_score cra_plaid_credit_score'.split(' '),
  ...'cra_qualify cra_home_lending layer pay_by_bank protect_linked_bank protect_transactions'.split(' '),
];

/** Fields that Plaid knows and that mean a product or a flow of their own: none belongs into update mode. */
const FIELDS_FOR_NEW_ITEMS = [
  'access_tokens',
  'auth',
  'base_report',
  'card_switch',
  'cashflow_report',
  'consumer_report_permissible_purpose',
  'cra_enabled',
  'cra_options',
  'credit_partner_insights',
  'employment',
  'enable_multi_item_link',
  'eu_config',
  'financekit_supported',
  'identity_verification',
  'institution_data',
  'institution_id',
  'investments',
  'investments_auth',
  'optional_products',
  'payment_configuration',
  'payment_initiation',
  'required_if_supported_products',
  'third_party_user_token',
  'transactions',
];

const text = v.pipe(v.string(), v.minLength(1));
const productsSchema = v.array(v.picklist(PRODUCTS));
const dateSchema = v.pipe(v.string(), v.isoDate());
const filterSchema = v.optional(v.strictObject({ account_subtypes: v.pipe(v.array(text), v.minLength(1)) }));
const THREE_WEEKS = 21 * 24 * 60 * 60;

const entries = {
  client_name: v.pipe(v.string(), v.minLength(1), v.maxLength(30)),
  language: v.picklist(LANGUAGES),
  country_codes: v.pipe(v.array(v.picklist(COUNTRIES)), v.minLength(1)),
  user: v.nullish(v.looseObject({ client_user_id: text })),
  user_id: v.nullish(text),
  user_token: v.nullish(text),
  access_token: v.nullish(v.string()),
  update: v.nullish(
    v.strictObject({
      account_selection_enabled: v.optional(v.boolean()),
      reauthorization_enabled: v.optional(v.boolean()),
      user: v.optional(v.boolean()),
      item_ids: v.nullish(v.array(text)),
    }),
  ),
  transfer: v.nullish(
    v.strictObject({
      authorization_id: v.nullish(text),
      intent_id: v.nullish(text),
      payment_profile_token: v.nullish(text),
    }),
  ),
  products: v.nullish(productsSchema),
  additional_consented_products: v.nullish(productsSchema),
  statements: v.nullish(v.strictObject({ start_date: dateSchema, end_date: dateSchema })),
  income_verification: v.nullish(v.looseObject({})),
  identity: v.nullish(
    v.strictObject({
      is_document_upload: v.optional(v.boolean()),
      account_ids: v.optional(v.array(text)),
      parsing_configs: v.optional(v.array(v.picklist(['ocr', 'risk_signals']))),
    }),
  ),
  account_filters: v.nullish(
    v.strictObject({
      depository: filterSchema,
      credit: filterSchema,
      loan: filterSchema,
      investment: filterSchema,
      other: filterSchema,
    }),
  ),
  link_customization_name: v.nullish(text),
  hosted_link: v.nullish(
    v.strictObject({
      delivery_method: v.optional(v.picklist(['sms', 'email'])),
      completion_redirect_uri: v.optional(text),
      url_lifetime_seconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(THREE_WEEKS))),
      is_mobile_app: v.optional(v.boolean()),
    }),
  ),
  redirect_uri: v.nullish(v.string()),
  webhook: v.nullish(v.string()),
  android_package_name: v.nullish(v.string()),
  appearance_mode: v.nullish(v.picklist(['LIGHT', 'DARK', 'SYSTEM'])),
};

const linkTokenRequestSchema = v.strictObject(entries);

export type LinkTokenRequest = v.InferOutput<typeof linkTokenRequestSchema>;

/** Reads the body of `/link/token/create`, as far as its fields tell by themselves. */
export function parseLinkTokenRequest(body: unknown): LinkTokenRequest {
  const fields = Object.entries(parsePlaidBody(v.record(v.string(), v.unknown()), body));
  const misplaced = fields.find(([name, value]) => FIELDS_FOR_NEW_ITEMS.includes(name) && value != null);
  if (misplaced !== undefined) {
    throw new PlaidFailure('INVALID_REQUEST', 'INVALID_FIELD', `${misplaced[0]} must not be given in update mode`);
  }
  const others = fields.filter(([name]) => !FIELDS_FOR_NEW_ITEMS.includes(name));
  return parsePlaidBody(linkTokenRequestSchema, Object.fromEntries(others));
}
