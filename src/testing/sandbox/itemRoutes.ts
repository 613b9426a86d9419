import * as v from 'valibot';
import { setHeronStatus } from './heronLink.js';
import { viewItem, viewWholeItem } from './itemView.js';
import { PlaidFailure } from './plaidFailure.js';
import { parsePlaidBody, requireHealthyItem, requireItem, requireUser, type PlaidRoute } from './plaidRoute.js';
import { listSharedAccounts, type SandboxItem } from './sandboxItem.js';
import type { SandboxWorld } from './sandboxWorld.js';

const itemRequestSchema = v.strictObject({ access_token: v.string() });
const accountsRequestSchema = v.strictObject({
  access_token: v.string(),
  options: v.nullish(v.strictObject({ account_ids: v.optional(v.array(v.string())) })),
});
const userRequestSchema = v.strictObject({ user_token: v.nullish(v.string()), user_id: v.nullish(v.string()) });

/** As after `/item/remove`. */
export function removeItem(item: SandboxItem, now: number): void {
  item.isRemoved = true;
  if (item.heron !== null) setHeronStatus(item.heron, 'deleted_in_plaid', null, now);
}

export function createItemRoutes(world: SandboxWorld): Record<string, PlaidRoute> {
  return {
    '/item/get'(body) {
      const item = requireItem(world, parsePlaidBody(itemRequestSchema, body).access_token);
      return { item: viewWholeItem(item), status: null };
    },

    '/accounts/get'(body) {
      const request = parsePlaidBody(accountsRequestSchema, body);
      const item = requireHealthyItem(world, request.access_token);
      const wanted = request.options?.account_ids;
      const shared = listSharedAccounts(item);
      return {
        accounts: shared.filter((account) => wanted?.includes(account.account_id) ?? true),
        item: viewItem(item),
      };
    },

    '/item/remove'(body) {
      removeItem(requireItem(world, parsePlaidBody(itemRequestSchema, body).access_token), world.now());
      return {};
    },

    '/item/public_token/exchange'(body) {
      const { public_token: publicToken } = parsePlaidBody(v.strictObject({ public_token: v.string() }), body);
      const item = world.publicTokens.get(publicToken);
      if (item === undefined) {
        throw new PlaidFailure('INVALID_INPUT', 'INVALID_PUBLIC_TOKEN', 'could not find matching public token');
      }
      return { access_token: item.accessToken, item_id: item.itemId };
    },

    '/user/items/get'(body) {
      const { itemIds } = requireUser(world, parsePlaidBody(userRequestSchema, body));
      const items = world.items.list().filter((item) => itemIds.has(item.itemId) && !item.isRemoved);
      return { items: items.map(viewItem) };
    },
  };
}
