import type { ItemWithFacts } from './itemsPort.js';
import { createUserFields, type LinkTokenFields } from './linkTokenBody.js';
import type { AddProductPurpose, DefinedPurpose } from './purposeDefinition.js';
import { readDocumentAccount } from './readDocumentAccount.js';
import { readStatementsRange } from './readStatementsRange.js';
import type { Services } from './services.js';

/** A link token that is about to be asked for. */
export interface PurposeContext<Caller> {
  services: Services<Caller>;
  caller: Caller;
  item: ItemWithFacts;
  /** The app's, for purposes that name none of their own. */
  customization: string | undefined;
}

/**
 * What the request holds besides its target: no `products` but those that Plaid's pages name, and never a `webhook`.
 * https://plaid.com/docs/link/update-mode/#sample-code
 */
export async function createPurposeFields<Caller>(
  purpose: DefinedPurpose<Caller>,
  context: PurposeContext<Caller>,
): Promise<LinkTokenFields> {
  switch (purpose.kind) {
    case 'repair':
    case 'restore_permissions':
    case 'verify_micro_deposits':
      return {};
    case 'renew_consent': {
      const { reauthorization_enabled } = purpose;
      return reauthorization_enabled === undefined ? {} : { update: { reauthorization_enabled } };
    }
    case 'select_accounts': {
      const { account_filters } = purpose;
      return {
        update: { account_selection_enabled: true },
        ...(account_filters && { account_filters }),
        ...createCustomizationFields(purpose.link_customization_name ?? context.customization),
      };
    }
    case 'add_product':
      return createProductFields(purpose, context);
    case 'validate_products':
      return { products: purpose.products };
    case 'add_consented_products': {
      const { additional_consented_products } = purpose;
      const customization = purpose.link_customization_name ?? context.customization;
      return { additional_consented_products, ...createCustomizationFields(customization) };
    }
    case 'add_use_cases':
      return createCustomizationFields(purpose.link_customization_name);
    case 'collect_documents': {
      const { parsing_configs } = purpose;
      const account = await readDocumentAccount(purpose, context);
      const identity = {
        is_document_upload: true,
        account_ids: [account],
        ...(parsing_configs && { parsing_configs }),
      };
      return { products: ['identity'], identity };
    }
  }
}

function createCustomizationFields(name: string | undefined): LinkTokenFields {
  return name === undefined ? {} : { link_customization_name: name };
}

async function createProductFields<Caller>(
  purpose: AddProductPurpose,
  { services, caller, item }: PurposeContext<Caller>,
): Promise<LinkTokenFields> {
  const { products, bank_income } = purpose;
  if (purpose.statements !== undefined) {
    return { products, statements: readStatementsRange(purpose.statements, services.log, item.itemId) };
  }
  if (bank_income === undefined) return { products };
  const income: LinkTokenFields = {
    products,
    income_verification: { income_source_types: ['bank'], bank_income },
  };
  return { ...income, ...createUserFields(await services.ports.findUser(caller)) };
}
