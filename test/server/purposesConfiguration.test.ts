// @vitest-environment node
import { CountryCode, DepositoryAccountSubtype, Products } from 'plaid';
import {
  createHeronProxyHandler,
  createMemoryItems,
  createUpdateModeHandler,
  type PurposeOptions,
  type UpdateModeHandlerOptions,
} from 'react-plaid-update-mode/server';
import { describe, expect, it } from 'vitest';
import { createPlaid, createUpstream } from './support/upstream.js';

const options: Omit<UpdateModeHandlerOptions<string>, 'purposes'> = {
  basePath: '/api/update-mode',
  plaid: createPlaid(createUpstream(), 'secret'),
  heron: { apiKey: 'key' },
  authenticate: () => null,
  endUserId: (user) => user,
  items: createMemoryItems<string>((user) => user),
  linkToken: { client_name: 'Acme', language: 'en', country_codes: [CountryCode.Us] },
};

const withUser = { ...options, items: { ...options.items, findUser: () => ({ userToken: 'user-sandbox-1' }) } };

const create = <Name extends string>(purposes: PurposeOptions<string, Name>) =>
  createUpdateModeHandler<string, Name>({ ...withUser, purposes });

const statements = { start_date: '2025-01-31', end_date: '2026-01-31' };
const bank_income = { days_requested: 365 };
const account = () => 'account-1';

describe('S7: what can not go together in a purpose', () => {
  it.each<[string, () => unknown, RegExp]>([
    [
      'product validations with Assets',
      // @ts-expect-error Plaid validates Auth and Identity alone.
      () => create({ x: { kind: 'validate_products', products: ['auth', 'assets'] } }),
      /purposes\.x\.products .* auth and identity\. .* never in the same visit .* add_product\.$/,
    ],
    [
      'product validations with the dates of Statements',
      // @ts-expect-error They belong to a visit of their own.
      () => create({ x: { kind: 'validate_products', products: ['auth'], statements } }),
      /holds "statements", which the kind validate_products does not know\. .* add_product\.$/,
    ],
    [
      'an addition with Auth',
      // @ts-expect-error Auth needs no consent of its own.
      () => create({ x: { kind: 'add_product', products: ['auth'] } }),
      /purposes\.x\.products is not one of assets, statements, income, income_verification\. .* validate_products/,
    ],
    [
      'two additions at once',
      // @ts-expect-error Each has a visit of its own.
      () => create({ x: { kind: 'add_product', products: ['assets', 'statements'] } }),
      /purposes\.x\.products is not one of/,
    ],
  ])('is refused: %s', (_what, run, message) => {
    expect(run).toThrow(message);
  });
});

describe('S16: what has no place in update mode', () => {
  it.each<[string, () => unknown, RegExp]>([
    [
      'products for a repair',
      // @ts-expect-error A repair adds nothing.
      () => create({ repair: { products: ['transactions'] } }),
      /holds "products", which the kind repair does not know\. .* add_product, validate_products\.$/,
    ],
    [
      'a webhook',
      // @ts-expect-error It has no effect in update mode.
      () => create({ repair: { webhook: 'https://app.test/hook' } }),
      /purposes\.repair holds "webhook", .* Take it out\.$/,
    ],
  ])('is refused: %s', (_what, run, message) => {
    expect(run).toThrow(message);
  });
});

describe('S5: an addition', () => {
  it.each<[string, () => unknown, RegExp]>([
    [
      'of nothing',
      // @ts-expect-error One product has to be named.
      () => create({ x: { kind: 'add_product', products: [] } }),
      /purposes\.x\.products is not one of/,
    ],
    [
      'of Statements without dates',
      // @ts-expect-error Plaid wants them.
      () => create({ x: { kind: 'add_product', products: ['statements'] } }),
      /purposes\.x\.statements is not a range of days of at most two years\. .* Give \{ start_date/,
    ],
    [
      'of Assets with dates',
      // @ts-expect-error Only Statements have them.
      () => create({ x: { kind: 'add_product', products: ['assets'], statements } }),
      /purposes\.x holds statements, and adds assets\./,
    ],
    [
      'of Income without its days',
      // @ts-expect-error Plaid's page on Bank Income wants them.
      () => create({ x: { kind: 'add_product', products: ['income_verification'] } }),
      /purposes\.x\.bank_income is missing\./,
    ],
    [
      'of Assets with the days of Income',
      // @ts-expect-error Only Income has them.
      () => create({ x: { kind: 'add_product', products: ['assets'], bank_income } }),
      /purposes\.x holds bank_income, and adds assets\./,
    ],
  ])('is refused: %s', (_what, run, message) => {
    expect(run).toThrow(message);
  });

  it.each([
    ['more than two years', '2024-01-31', '2026-02-01'],
    ['an end before the beginning', '2026-01-31', '2026-01-30'],
    ['a time of day', '2025-01-31T00:00:00Z', '2026-01-31'],
    ['a day that there is not', '2025-02-30', '2026-01-31'],
    ['no day', '', '2026-01-31'],
  ])('of Statements with %s is refused', (_what, start_date, end_date) => {
    const range = { start_date, end_date };
    expect(() => create({ x: { kind: 'add_product', products: ['statements'], statements: range } })).toThrow(
      /purposes\.x\.statements is not a range/,
    );
  });

  it.each([
    ['2024-01-31', '2026-01-31'],
    ['2024-02-29', '2026-03-01'],
    ['2026-01-31', '2026-01-31'],
  ])('of Statements from %s to %s is taken', (start_date, end_date) => {
    const range = { start_date, end_date };
    expect(create({ x: { kind: 'add_product', products: ['statements'], statements: range } })).toBeTypeOf('function');
  });

  it.each([0, -1, 1.5, NaN])('of Income over %s days is refused', (days_requested) => {
    expect(() => create({ x: { kind: 'add_product', products: ['income'], bank_income: { days_requested } } })).toThrow(
      /bank_income is not \{ days_requested \}/,
    );
  });

  it('of Income for users whom the app does not know is refused', () => {
    const purposes: PurposeOptions<string, string> = {
      add_income: { kind: 'add_product', products: ['income_verification'], bank_income },
    };
    expect(() => createUpdateModeHandler<string, string>({ ...options, purposes })).toThrow(
      /purposes\.add_income asks for bank_income, and items\.findUser is missing\. .* Give items\.findUser/,
    );
  });
});

describe('S20: a selection of accounts', () => {
  it.each<[string, () => unknown, RegExp]>([
    [
      'filters of another kind',
      () =>
        // @ts-expect-error Plaid takes them with account selection only.
        create({ x: { kind: 'renew_consent', account_filters: { depository: { account_subtypes: ['checking'] } } } }),
      /holds "account_filters", which the kind renew_consent does not know\. .* use a kind that has it: select_accounts\.$/,
    ],
    ['empty filters', () => create({ select_accounts: { account_filters: {} } }), /account_filters is empty/],
    [
      'filters without a subtype',
      () => create({ select_accounts: { account_filters: { depository: { account_subtypes: [] } } } }),
      /account_filters is empty/,
    ],
    [
      'filters of another type',
      // @ts-expect-error There is no such type of account.
      () => create({ select_accounts: { account_filters: { crypto: { account_subtypes: ['all'] } } } }),
      /account_filters is empty/,
    ],
    [
      'a customization without a name',
      () => create({ select_accounts: { link_customization_name: ' ' } }),
      /link_customization_name is missing or empty/,
    ],
  ])('is refused with %s', (_what, run, message) => {
    expect(run).toThrow(message);
  });
});

describe('a purpose', () => {
  it.each<[string, () => unknown, RegExp]>([
    [
      'S8: without a product to consent to',
      () => create({ x: { kind: 'add_consented_products', additional_consented_products: [] } }),
      /additional_consented_products is empty/,
    ],
    [
      'S8: with balance, to which nobody consents',
      // @ts-expect-error Plaid collects the consent for it by itself.
      () => create({ x: { kind: 'add_consented_products', additional_consented_products: ['balance'] } }),
      /additional_consented_products is empty, or holds/,
    ],
    [
      'S9: of use cases without the customization that holds them',
      // @ts-expect-error They stand in the customization.
      () => create({ x: { kind: 'add_use_cases' } }),
      /link_customization_name is missing or empty\. Use cases stand in a Link customization/,
    ],
    [
      'S10: with a renewal that is neither on nor off',
      // @ts-expect-error It is true, false or left out.
      () => create({ renew_consent: { reauthorization_enabled: 'yes' } }),
      /reauthorization_enabled is neither true nor false/,
    ],
    [
      'S26: of documents without their account',
      // @ts-expect-error Plaid wants the one account.
      () => create({ x: { kind: 'collect_documents' } }),
      /purposes\.x\.account is not a function\. .* no browser may choose it\. Give/,
    ],
    [
      'S26: of documents that are read in a way that there is not',
      // @ts-expect-error There are two.
      () => create({ x: { kind: 'collect_documents', account, parsing_configs: ['magic'] } }),
      /parsing_configs is empty, or holds/,
    ],
    [
      'S6: that validates nothing',
      () => create({ x: { kind: 'validate_products', products: [] } }),
      /products is empty, or holds something else than auth and identity/,
    ],
    [
      'without a kind, by a name of the app',
      // @ts-expect-error A name of the app's tells no kind.
      () => create({ x: { products: ['assets'] } }),
      /purposes\.x names no kind\. .* Give one of the kinds: repair, .*collect_documents\.$/,
    ],
    [
      'of an unknown kind',
      // @ts-expect-error There is no such kind.
      () => create({ x: { kind: 'transfer_money' } }),
      /purposes\.x\.kind is none that there is/,
    ],
    [
      'of another kind than its name says',
      // @ts-expect-error Banners launch it as a repair.
      () => create({ repair: { kind: 'select_accounts' } }),
      /purposes\.repair is of the kind select_accounts\. Banners launch repair/,
    ],
    [
      'that is no object',
      // @ts-expect-error A definition is an object.
      () => create({ x: 'add_product' }),
      /purposes\.x is neither a definition nor false/,
    ],
    [
      'that switches repairs off',
      // @ts-expect-error Every banner needs it.
      () => create({ repair: false }),
      /purposes\.repair is false/,
    ],
    ['with an empty name', () => create({ '': { kind: 'repair' } }), /purposes holds the name ""/],
    ['with capitals', () => create({ addAssets: { kind: 'repair' } }), /"addAssets".* 64 lower-case letters/],
    ['with a long name', () => create({ ['a'.repeat(65)]: { kind: 'repair' } }), /purposes holds the name/],
  ])('%s is refused', (_what, run, message) => {
    expect(run).toThrow(message);
  });

  it('is refused by the Heron-shaped proxy alike', () => {
    const purposes: PurposeOptions<string, string> = { x: { kind: 'validate_products', products: [] } };
    expect(() => createHeronProxyHandler<string, string>({ ...options, purposes })).toThrow(/purposes\.x\.products/);
  });

  it.each<[string, () => unknown]>([
    ['by the names of the kinds', () => create({ repair: {}, select_accounts: {}, verify_micro_deposits: {} })],
    ['by a kind that is said again', () => create({ select_accounts: { kind: 'select_accounts' } })],
    ['by names of the app', () => create({ add_assets: { kind: 'add_product', products: ['assets'] } })],
    ['by both', () => create({ repair: {}, validate_products: { products: ['auth'] }, x: { kind: 'repair' } })],
    ["by the SDK's enums", () => create({ add_product: { products: [Products.Assets] } })],
    [
      "by the SDK's enums in filters",
      () =>
        create({
          select_accounts: {
            account_filters: { depository: { account_subtypes: [DepositoryAccountSubtype.Checking] } },
          },
        }),
    ],
    [
      'with days that count from today',
      () => create({ add_product: { products: ['statements'], statements: () => statements } }),
    ],
    ['with Income in the other spelling', () => create({ add_product: { products: ['income'] } })],
    ['with what is switched off', () => create({ renew_consent: false, select_accounts: false, anything: false })],
    [
      'with functions whose arguments are known',
      () =>
        createUpdateModeHandler({
          basePath: options.basePath,
          plaid: options.plaid,
          heron: options.heron,
          authenticate: () => ({ id: 'user-1', account: 'account-1' }),
          endUserId: (user) => user.id,
          items: createMemoryItems<{ id: string; account: string }>((user) => user.id),
          linkToken: (user) => ({ client_name: user.id, language: 'en', country_codes: [CountryCode.Us] }),
          purposes: {
            collect_documents: { account: (user, item) => (item.itemId === 'a' ? user.account : null) },
            of_the_app: { kind: 'collect_documents', account: (user, item) => `${user.account}${item.itemId}` },
          },
        }),
    ],
  ])('is taken %s', (_what, run) => {
    expect(run()).toBeTypeOf('function');
  });
});
