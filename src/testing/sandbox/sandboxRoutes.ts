import * as v from 'valibot';
import { createUuid } from '../randomId.js';
import { requireInstitution } from './institutionRoutes.js';
import { breakItem } from './itemTrouble.js';
import { parsePlaidBody, requireUser, type PlaidRoute } from './plaidRoute.js';
import { buildItem } from './sandboxItem.js';
import type { SandboxWorld } from './sandboxWorld.js';

const publicTokenRequestSchema = v.strictObject({
  institution_id: v.string(),
  initial_products: v.pipe(v.array(v.string()), v.minLength(1)),
  options: v.nullish(v.looseObject({})),
});

const userResetSchema = v.strictObject({
  user_token: v.nullish(v.string()),
  user_id: v.nullish(v.string()),
  item_ids: v.nullish(v.array(v.string())),
});

/** The routes that Plaid itself has in its Sandbox only. */
export function createSandboxRoutes(world: SandboxWorld): Record<string, PlaidRoute> {
  return {
    '/sandbox/user/reset_login'(body) {
      const request = parsePlaidBody(userResetSchema, body);
      const user = requireUser(world, request);
      const itemIds = request.item_ids ?? [];
      for (const item of world.items.list()) {
        const isMeant = itemIds.length === 0 || itemIds.includes(item.itemId);
        if (user.itemIds.has(item.itemId) && isMeant) breakItem(item, 'ITEM_LOGIN_REQUIRED', world.now());
      }
      return {};
    },

    '/sandbox/public_token/create'(body) {
      const request = parsePlaidBody(publicTokenRequestSchema, body);
      const { institution_id: institutionId } = requireInstitution(request.institution_id);
      const item = buildItem({ institutionId, products: request.initial_products }, world.now(), world.webhook);
      const publicToken = `public-sandbox-${createUuid()}`;
      world.items.add(item);
      world.publicTokens.set(publicToken, item);
      return { public_token: publicToken };
    },
  };
}
