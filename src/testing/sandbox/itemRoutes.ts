import * as v from 'valibot';
import { PlaidFailure } from './plaidFailure.js';
import { parsePlaidBody, requireHealthyItem, requireItem, type PlaidRoute } from './plaidRoute.js';
import { findItemError, type SandboxItem } from './sandboxItem.js';
import type { SandboxWorld } from './sandboxWorld.js';

const itemRequestSchema = v.strictObject({ access_token: v.string() });

function viewItem(item: SandboxItem, now: number): object {
  return {
    item_id: item.itemId,
    institution_id: item.institutionId,
    institution_name: item.institutionName,
    webhook: null,
    auth_method: null,
    error: findItemError(item, now),
    available_products: ['balance'],
    billed_products: ['transactions'],
    products: ['transactions'],
    consent_expiration_time: null,
    update_type: 'background',
  };
}

export function createItemRoutes(world: SandboxWorld): Record<string, PlaidRoute> {
  return {
    '/item/get'(body) {
      const item = requireItem(world, parsePlaidBody(itemRequestSchema, body).access_token);
      const createdAt = new Date(item.createdAt).toISOString();
      return { item: { ...viewItem(item, world.now()), created_at: createdAt }, status: null };
    },

    '/accounts/get'(body) {
      const item = requireHealthyItem(world, parsePlaidBody(itemRequestSchema, body).access_token);
      return { accounts: item.accounts, item: viewItem(item, world.now()) };
    },

    '/item/public_token/exchange'(body) {
      const { public_token: publicToken } = parsePlaidBody(v.strictObject({ public_token: v.string() }), body);
      const item = world.publicTokens.get(publicToken);
      if (item === undefined) {
        throw new PlaidFailure('INVALID_INPUT', 'INVALID_PUBLIC_TOKEN', 'could not find matching public token');
      }
      return { access_token: item.accessToken, item_id: item.itemId };
    },
  };
}
