import * as v from 'valibot';
import type { ItemWebhookCode } from './itemEvents.js';
import { viewItem } from './itemView.js';
import { PlaidFailure } from './plaidFailure.js';
import { parsePlaidBody, requireItem, type PlaidRoute } from './plaidRoute.js';
import type { SandboxWorld } from './sandboxWorld.js';
import type { SandboxWebhooks } from './webhooks.js';

/** The codes that Plaid's Sandbox fires (plaid-node 47) and that mean something here; PENDING_EXPIRATION is not among them. */
const FIREABLE: readonly ItemWebhookCode[] = [
  'ERROR',
  'LOGIN_REPAIRED',
  'NEW_ACCOUNTS_AVAILABLE',
  'PENDING_DISCONNECT',
  'USER_ACCOUNT_REVOKED',
  'USER_PERMISSION_REVOKED',
];

const fireSchema = v.strictObject({
  access_token: v.string(),
  webhook_type: v.optional(v.string()),
  webhook_code: v.string(),
});
const updateSchema = v.strictObject({ access_token: v.string(), webhook: v.nullish(v.string()) });

export function createWebhookRoutes(world: SandboxWorld, webhooks: SandboxWebhooks): Record<string, PlaidRoute> {
  return {
    '/webhook_verification_key/get'(body) {
      const { key_id: keyId } = parsePlaidBody(v.strictObject({ key_id: v.string() }), body);
      return world.webhookKeys.find(keyId).then((key) => {
        if (key !== undefined) return { key };
        const message = 'invalid key_id provided. note that key_ids are specific to Plaid environments';
        throw new PlaidFailure('INVALID_INPUT', 'INVALID_WEBHOOK_VERIFICATION_KEY_ID', message);
      });
    },

    '/item/webhook/update'(body) {
      const { access_token: accessToken, webhook } = parsePlaidBody(updateSchema, body);
      const item = requireItem(world, accessToken);
      item.webhook = webhook ?? null;
      if (item.webhook !== null) send(webhooks, item.itemId, 'WEBHOOK_UPDATE_ACKNOWLEDGED');
      return { item: viewItem(item) };
    },

    '/sandbox/item/reset_login'(body) {
      const item = requireItem(world, parsePlaidBody(v.strictObject({ access_token: v.string() }), body).access_token);
      send(webhooks, item.itemId, 'ERROR');
      return { reset_login: true };
    },

    '/sandbox/item/fire_webhook'(body) {
      const request = parsePlaidBody(fireSchema, body);
      const item = requireItem(world, request.access_token);
      const code = FIREABLE.find((fireable) => fireable === request.webhook_code);
      if (code === undefined) {
        throw new PlaidFailure('SANDBOX_ERROR', 'SANDBOX_WEBHOOK_INVALID', 'this webhook can not be fired');
      }
      send(webhooks, item.itemId, code);
      return { webhook_fired: true };
    },
  };
}

/** Plaid's answer does not wait for the app's, and a webhook that does not arrive is no one's error. */
function send(webhooks: SandboxWebhooks, itemId: string, code: ItemWebhookCode): void {
  webhooks.fireWebhook(itemId, code).catch(() => undefined);
}
