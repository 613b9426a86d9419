import type { PlaidApi } from 'plaid';
import { createDeliveries } from './deliveries.js';
import { createForwarding, type FailedForward } from './forwarding.js';
import { assertPlaidWebhookOptions } from './assertWebhookOptions.js';
import { readJsonBody } from './jsonBody.js';
import { parsePlaidWebhook, type PlaidWebhook } from './parsePlaidWebhook.js';
import { verifyPlaidSignature } from './plaidSignature.js';
import { readRawBody } from './rawBody.js';
import { takeItemEvent } from './takeItemEvent.js';
import { createVerificationKeys } from './verificationKeys.js';
import { createWebhookRoute } from './webhookAnswer.js';
import type { WebhookOptions } from './webhookOptions.js';
import { WebhookRefusal } from './webhookRefusal.js';
import { createWebhookServices } from './webhookServices.js';

export interface PlaidWebhookHandlerOptions extends WebhookOptions {
  plaid: WebhookOptions['plaid'] & Pick<PlaidApi, 'webhookVerificationKeyGet'>;
  /** Where `plaid` points: a webhook from the other one is refused. */
  environment: 'sandbox' | 'production';
  /** Heron's address for Plaid's webhooks: it gets the very bytes of each that is about an Item of this app or about none. */
  forwardTo?: string | undefined;
  /** Called and awaited with a webhook that could not be forwarded, to do it later. Without it Plaid sends the webhook again. */
  onForwardFailed?: ((failed: FailedForward) => void | Promise<void>) | undefined;
}

/**
 * Makes the receiver of Plaid's webhooks: verified, stored as facts, given to Heron, told to the app. Mount it
 * at an address of its own, before anything that reads the body: the signature is about its very bytes.
 *
 * @example
 * const handler = createPlaidWebhookHandler({
 *   plaid,
 *   heron: { apiKey },
 *   items,
 *   environment: 'production',
 *   forwardTo: heronWebhookUrl,
 *   onItemEvent: ({ endUserId }) => push.tell(endUserId),
 *   dedupe,
 * });
 */
export function createPlaidWebhookHandler(
  options: PlaidWebhookHandlerOptions,
): (request: Request) => Promise<Response> {
  assertPlaidWebhookOptions(options);
  const services = createWebhookServices(options);
  const { ports, clock, log, timeLimitMs } = services;
  const keys = createVerificationKeys({ plaid: options.plaid, timeLimitMs, clock, log });
  const deliver = createDeliveries(ports, options.answerWithinMs);
  const forward = createForwarding({
    forwardTo: options.forwardTo,
    fetch: options.heron.fetch,
    onForwardFailed: options.onForwardFailed,
    timeLimitMs,
    log,
  });

  async function take(webhook: PlaidWebhook, passOn: () => Promise<void>): Promise<void> {
    const { kind, itemId } = webhook;
    if (kind === 'acknowledgement') return;
    const item = itemId === null ? null : await ports.findItem(itemId);
    if (itemId !== null && item === null) {
      // Plaid's keys sign the webhooks of all its customers: what is about a stranger's Item goes nowhere. It is
      // acknowledged, since Plaid stops sending anything where too much is rejected.
      log({ code: 'item_not_found', operation: 'plaidWebhook', itemId });
      return;
    }
    if (kind === 'unreadable') log({ code: 'invalid_request', operation: 'plaidWebhook', itemId: itemId ?? undefined });
    const takeEvent = async () =>
      kind === 'item_event' && item ? takeItemEvent(services, item, webhook.event) : undefined;
    // Side by side, since neither waits for the other and Plaid does not wait for long.
    const results = await Promise.allSettled([takeEvent(), passOn()]);
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  }

  return createWebhookRoute('plaidWebhook', log, async (request) => {
    const body = await readRawBody(request);
    const token = request.headers.get('plaid-verification');
    const { bodyHash, issuedAt, sentAt } = await verifyPlaidSignature(token, body, keys, clock());
    const webhook = parsePlaidWebhook(readJsonBody(body), sentAt);
    if (webhook.environment !== null && webhook.environment !== options.environment) {
      throw new WebhookRefusal('wrong_environment');
    }
    await deliver(`plaid:${bodyHash}:${issuedAt}`, () => take(webhook, () => forward(request, body)));
  });
}
