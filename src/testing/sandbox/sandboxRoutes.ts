import * as v from 'valibot';
import { createUuid } from '../randomId.js';
import { requireInstitution } from './institutionRoutes.js';
import { parsePlaidBody, requireItem, type PlaidRoute } from './plaidRoute.js';
import { breakItem, buildItem } from './sandboxItem.js';
import type { SandboxWorld } from './sandboxWorld.js';

const publicTokenRequestSchema = v.strictObject({
  institution_id: v.string(),
  initial_products: v.pipe(v.array(v.string()), v.minLength(1)),
  options: v.nullish(v.looseObject({})),
});

/** The routes that Plaid itself has in its Sandbox only. */
export function createSandboxRoutes(world: SandboxWorld): Record<string, PlaidRoute> {
  return {
    '/sandbox/item/reset_login'(body) {
      const item = requireItem(world, parsePlaidBody(v.strictObject({ access_token: v.string() }), body).access_token);
      breakItem(item, 'ITEM_LOGIN_REQUIRED', world.now());
      return { reset_login: true };
    },

    '/sandbox/public_token/create'(body) {
      const request = parsePlaidBody(publicTokenRequestSchema, body);
      const { institution_id: institutionId } = requireInstitution(request.institution_id);
      const item = buildItem({ institutionId }, world.now());
      const publicToken = `public-sandbox-${createUuid()}`;
      world.items.add(item);
      world.publicTokens.set(publicToken, item);
      return { public_token: publicToken };
    },
  };
}
