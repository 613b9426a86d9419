import { assertHeronWebhookOptions } from './assertWebhookOptions.js';
import { hashBody } from './bodyHash.js';
import { createDeliveries } from './deliveries.js';
import { verifyHeronSignature } from './heronSignature.js';
import { readJsonBody } from './jsonBody.js';
import { parseHeronWebhook, type HeronWebhook } from './parseHeronWebhook.js';
import { readRawBody } from './rawBody.js';
import { takeItemEvent } from './takeItemEvent.js';
import { createWebhookRoute } from './webhookAnswer.js';
import type { WebhookOptions } from './webhookOptions.js';
import { WebhookRefusal } from './webhookRefusal.js';
import { createWebhookServices } from './webhookServices.js';

export interface HeronWebhookHandlerOptions extends WebhookOptions {
  /** The shared secret of Heron's webhooks, which is not the API key; several while it is being changed. */
  secret: string | readonly string[];
}

const TOPIC = 'integration_link.erroring';
/** Heron gives up after some 20 minutes, unless it was asked for more. */
const MOST_AGE_MS = 24 * 60 * 60_000;
const MOST_SKEW_MS = 5 * 60_000;

/**
 * Makes the receiver of Heron's webhook `integration_link.erroring`: verified, checked with Plaid, stored as
 * facts, told to the app. Heron's other topics are acknowledged and change nothing.
 */
export function createHeronWebhookHandler(
  options: HeronWebhookHandlerOptions,
): (request: Request) => Promise<Response> {
  assertHeronWebhookOptions(options);
  const secrets = typeof options.secret === 'string' ? [options.secret] : options.secret;
  const services = createWebhookServices(options, secrets);
  const { ports, clock, log } = services;
  const deliver = createDeliveries(ports, options.answerWithinMs);

  async function take({ topic, itemId, sentAt }: HeronWebhook): Promise<void> {
    if (topic !== null && topic !== TOPIC) return;
    if (topic === null || itemId === null) {
      log({ code: 'invalid_request', operation: 'heronWebhook' });
      return;
    }
    const item = await ports.findItem(itemId);
    if (!item) {
      log({ code: 'item_not_found', operation: 'heronWebhook', itemId });
      return;
    }
    const time = Math.min(sentAt ?? Infinity, clock());
    await takeItemEvent(services, item, { code: TOPIC, itemId, sentAt: new Date(time).toISOString() });
  }

  return createWebhookRoute('heronWebhook', log, async (request) => {
    const body = await readRawBody(request);
    const json = readJsonBody(body);
    await verifyHeronSignature(request.headers.get('heron-signature'), body, json, secrets);
    const webhook = parseHeronWebhook(json);
    assertAge(webhook, clock());
    await deliver(`heron:${await hashBody(body)}`, () => take(webhook));
  });
}

/** The signature does not age: a webhook that somebody has kept would be good for ever. */
function assertAge({ sentAt }: HeronWebhook, now: number): void {
  if (sentAt === null) return;
  if (now - sentAt > MOST_AGE_MS) throw new WebhookRefusal('too_old');
  if (sentAt - now > MOST_SKEW_MS) throw new WebhookRefusal('from_the_future');
}
