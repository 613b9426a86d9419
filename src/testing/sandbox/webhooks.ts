import { signHeronWebhook } from './heronSignature.js';
import { setHeronStatus, viewHeronLink } from './heronLink.js';
import { playItemEvent, type ItemWebhookCode, type WebhookDetails } from './itemEvents.js';
import { requireKnownItem } from './sandboxControls.js';
import type { SandboxWorld } from './sandboxWorld.js';

/** Takes a webhook to the app, in the place of the network. */
export type DeliverWebhook = (request: Request) => Response | Promise<Response>;

export interface WebhookOptions {
  /** Where Plaid's webhooks go for Items that do not say. */
  webhook?: string | undefined;
  /** Takes them there, and for Items without an address, too: the app's webhook handler itself will do. @default fetch */
  deliverWebhook?: DeliverWebhook | undefined;
  /** Where Heron's webhooks go. */
  heronWebhook?: string | undefined;
  /** @default fetch */
  deliverHeronWebhook?: DeliverWebhook | undefined;
  /** The secret that Heron and the app share. @default 'heron-webhook-secret' */
  heronWebhookSecret?: string | undefined;
}

export interface SandboxWebhooks {
  /**
   * Something happens to the Item, and Plaid tells of it: the world changes as with the real event, and the
   * signed webhook is delivered. Resolves with the app's answer; with null where the Item has no address.
   */
  fireWebhook(itemId: string, code: ItemWebhookCode, details?: WebhookDetails): Promise<Response | null>;
  /** Heron tells that the link is `erroring`, which it is from now on, at Heron. */
  fireHeronWebhook(itemId: string): Promise<Response | null>;
  /** Signs any text as a webhook's body: the JWT for the header `Plaid-Verification`. `issuedAt` in milliseconds since 1970. */
  signWebhook(body: string, issuedAt?: number): Promise<string>;
  /** The next webhook is signed with a new key. */
  rotateWebhookKey(): void;
}

const FALLBACK_ADDRESS = 'https://app.test/webhooks';

export function createWebhooks(world: SandboxWorld, options: WebhookOptions): SandboxWebhooks {
  async function deliver(
    address: string | null | undefined,
    through: DeliverWebhook | undefined,
    body: string,
    sign: () => Promise<Record<string, string>>,
  ): Promise<Response | null> {
    const url = address ?? (through === undefined ? null : FALLBACK_ADDRESS);
    if (url === null) return null;
    const headers = { 'content-type': 'application/json', ...(await sign()) };
    const request = new Request(url, { method: 'POST', body, headers });
    return through === undefined ? fetch(request) : through(request);
  }

  return {
    async fireWebhook(itemId, code, details = {}) {
      const item = requireKnownItem(world, itemId);
      const product = code === 'PRODUCT_PERMISSIONS_REQUIRED' ? (details.product ?? 'auth') : null;
      const user = world.users.findByItem(itemId);
      const body = JSON.stringify(
        {
          webhook_type: product?.toUpperCase() ?? 'ITEM',
          webhook_code: code,
          item_id: itemId,
          ...(user === undefined ? {} : { user_id: user.userId }),
          ...playItemEvent(item, code, details, world.now()),
          environment: 'sandbox',
        },
        null,
        2,
      );
      return deliver(item.webhook, options.deliverWebhook, body, async () => ({
        'plaid-verification': await world.webhookKeys.sign(body, details.issuedAt),
      }));
    },

    async fireHeronWebhook(itemId) {
      const { heron } = requireKnownItem(world, itemId);
      if (heron === null) throw new Error(`Heron does not know the Item ${itemId}: make it with an endUserId.`);
      const now = world.now();
      if (viewHeronLink(itemId, heron, now).status !== 'erroring') {
        setHeronStatus(heron, 'erroring', '[ITEM_LOGIN_REQUIRED] the user has to log in again', now);
      }
      const body = JSON.stringify({
        topic: 'integration_link.erroring',
        created: new Date(now).toISOString(),
        data: { ...viewHeronLink(itemId, heron, now), end_user_id: heron.endUserId },
        meta: null,
      });
      const secret = options.heronWebhookSecret ?? 'heron-webhook-secret';
      return deliver(options.heronWebhook, options.deliverHeronWebhook, body, async () => ({
        'heron-signature': await signHeronWebhook(body, secret),
      }));
    },

    signWebhook: (body, issuedAt) => world.webhookKeys.sign(body, issuedAt),
    rotateWebhookKey: () => world.webhookKeys.rotate(),
  };
}
