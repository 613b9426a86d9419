import * as v from 'valibot';
import { isDepository, type SandboxAccount } from './accounts.js';
import { viewItem } from './itemView.js';
import { PlaidFailure } from './plaidFailure.js';
import { parsePlaidBody, requireHealthyItem, type PlaidRoute } from './plaidRoute.js';
import { listSharedAccounts, type SandboxItem } from './sandboxItem.js';
import type { SandboxWorld } from './sandboxWorld.js';

const requestSchema = v.strictObject({ access_token: v.string(), options: v.nullish(v.looseObject({})) });

const OWNERS = [{ names: ['Alberta Bobbeth Charleson'], phone_numbers: [], emails: [], addresses: [] }];

/** Auth and Identity need no visit to Link, but permission: their first successful call adds them to the Item. */
export function createProductRoutes(world: SandboxWorld): Record<string, PlaidRoute> {
  function requirePermitted(body: unknown, product: string): SandboxItem {
    const item = requireHealthyItem(world, parsePlaidBody(requestSchema, body).access_token);
    if (item.unsupportedProducts.has(product)) {
      throw new PlaidFailure('ITEM_ERROR', 'PRODUCTS_NOT_SUPPORTED', 'the product is not supported by this Item');
    }
    if (item.withheldProducts.has(product)) {
      throw new PlaidFailure('ITEM_ERROR', 'ACCESS_NOT_GRANTED', 'the user did not grant access to the data');
    }
    return item;
  }

  function addProduct(item: SandboxItem, product: string): void {
    if (!item.products.includes(product)) item.products = [...item.products, product];
  }

  return {
    '/auth/get'(body) {
      const item = requirePermitted(body, 'auth');
      const accounts = listSharedAccounts(item).filter(isDepository);
      if (accounts.length === 0) {
        throw new PlaidFailure('ITEM_ERROR', 'NO_AUTH_ACCOUNTS', 'no checking or savings account was shared');
      }
      addProduct(item, 'auth');
      const ach = accounts.map(({ account_id, mask }) => {
        return { account_id, account: `111122223333${mask}`, routing: '011401533', wire_routing: '021000021' };
      });
      return { accounts, numbers: { ach, eft: [], international: [], bacs: [] }, item: viewItem(item) };
    },

    '/identity/get'(body) {
      const item = requirePermitted(body, 'identity');
      addProduct(item, 'identity');
      return {
        accounts: listSharedAccounts(item).map((account) => ({ ...account, owners: OWNERS })),
        item: viewItem(item),
      };
    },

    '/identity/documents/uploads/get'(body) {
      const item = requirePermitted(body, 'identity');
      const accounts = listSharedAccounts(item).map((account) => {
        return { ...account, owners: OWNERS, documents: listDocuments(item, account) };
      });
      return { accounts, item: viewItem(item) };
    },
  };
}

function listDocuments(item: SandboxItem, account: SandboxAccount): object[] {
  return item.documents
    .filter(({ accountId }) => accountId === account.account_id)
    .map(({ documentId, uploadedAt }) => {
      const time = new Date(uploadedAt).toISOString();
      return {
        document_id: documentId,
        metadata: {
          document_type: 'BANK_STATEMENT',
          is_account_number_match: true,
          page_count: 1,
          last_updated: time,
          uploaded_at: time,
        },
        risk_insights: null,
      };
    });
}
