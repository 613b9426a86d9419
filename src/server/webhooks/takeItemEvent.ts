import { GRACE_MS } from '../../core/diagnosis.js';
import type { IntegrationLink } from '../../protocol/integrationLink.js';
import { ItemBusy } from '../exclusiveItems.js';
import type { ItemFacts } from '../itemFacts.js';
import { askPlaid } from '../plaidTruth.js';
import { ServerProblem } from '../problemResponse.js';
import { withToldHeron, type Arrival } from '../toldHeron.js';
import type { HeronItemEvent } from './heronItemEvent.js';
import { withAnnouncedConsentEnd, withRepair, withTruth, withWarning, type Warning } from './noticedFacts.js';
import type { PlaidItemEvent } from './plaidItemEvent.js';
import { tellHeron } from './tellHeron.js';
import type { KnownItem } from './webhookPorts.js';
import type { WebhookServices } from './webhookServices.js';

type Event<Code extends PlaidItemEvent['code']> = Extract<PlaidItemEvent, { code: Code }>;

/**
 * Finds out whether what a webhook says is so, stores it, and tells the app. A webhook may be late, doubled or
 * overtaken by another: Plaid is asked where it can be, and what is older than what is known changes nothing. Nobody else
 * is at work on the Item meanwhile; where that would mean a long wait, the webhook comes again.
 */
export async function takeItemEvent(
  services: WebhookServices,
  { itemId, facts }: KnownItem,
  event: PlaidItemEvent | HeronItemEvent,
): Promise<void> {
  const { ports, log, clock } = services;
  const arrival: Arrival = { arrivedAt: clock(), toldBefore: facts.told_heron_at };
  try {
    await ports.exclusively(itemId, async () => {
      const newest = await ports.findItem(itemId);
      if (newest) await take(services, newest, event, arrival);
    });
  } catch (error) {
    if (!(error instanceof ItemBusy)) throw error;
    log({ code: 'internal', operation: 'items.exclusively', itemId, errorName: error.name });
    throw new ServerProblem('internal');
  }
}

async function take(
  services: WebhookServices,
  item: KnownItem,
  event: PlaidItemEvent | HeronItemEvent,
  arrival: Arrival,
): Promise<void> {
  switch (event.code) {
    case 'ERROR':
    case 'integration_link.erroring':
      return takeError(services, item, event, arrival);
    case 'LOGIN_REPAIRED':
      return takeRepair(services, item, event, arrival);
    case 'PENDING_EXPIRATION':
      return takeExpiration(services, item, event);
    default:
      return takeWarning(services, item, event);
  }
}

async function takeError(
  services: WebhookServices,
  item: KnownItem,
  event: Event<'ERROR'> | HeronItemEvent,
  arrival: Arrival,
) {
  const truth = await askPlaid(services.plaid, item, services.log);
  if (truth.state === 'healthy') return keepHealthy(services, item, event, arrival);
  const changed = await services.ports.changeFacts(item, (facts) => withTruth(facts, truth, event.sentAt));
  return tell(services, changed, event);
}

/** Plaid says that all is well: an error that was known is over, and Heron needs the token if it has stopped. */
async function keepHealthy(
  services: WebhookServices,
  item: KnownItem,
  { itemId, sentAt }: PlaidItemEvent | HeronItemEvent,
  arrival: Arrival,
) {
  const now = services.clock();
  // A link that is erroring so soon after a repair is still catching up: the token again would only start it anew.
  // Both ways: a clock that is ahead must not keep the token from Heron for hours.
  const isCatchingUp = Math.abs(now - Date.parse(item.facts.repaired_at ?? '')) < GRACE_MS;
  const told = await tellHeron(services, item, arrival, ({ status }) => status === 'erroring' && !isCatchingUp);
  const toldAt = told?.toldAt ?? null;
  const change = (facts: ItemFacts) =>
    facts.error || toldAt !== null ? withToldHeron(withRepair(facts, now), toldAt) : facts;
  await store(services, item, { code: 'LOGIN_REPAIRED', itemId, sentAt }, change, told?.link);
}

async function takeRepair(
  services: WebhookServices,
  item: KnownItem,
  event: Event<'LOGIN_REPAIRED'>,
  arrival: Arrival,
): Promise<void> {
  const { plaid, ports, log, clock } = services;
  const truth = await askPlaid(plaid, item, log);
  if (truth.state === 'login_error' || truth.state === 'lost') {
    log({ code: 'still_broken', operation: 'plaidWebhook', itemId: item.itemId, errorCode: truth.error.error_code });
    if (truth.state === 'lost') await ports.changeFacts(item, (facts) => withTruth(facts, truth, event.sentAt));
    return;
  }
  const told = await tellHeron(services, item, arrival, () => true);
  const changed = await ports.changeFacts(item, (facts) => {
    // The login works, and a permission may still be missing.
    const known = truth.state === 'access_error' ? withTruth(facts, truth, event.sentAt) : facts;
    return withToldHeron(withRepair(known, clock()), told?.toldAt ?? null);
  });
  await tell(services, changed, event, told?.link);
}

async function takeExpiration(services: WebhookServices, item: KnownItem, event: Event<'PENDING_EXPIRATION'>) {
  const truth = await askPlaid(services.plaid, item, services.log);
  const said = truth.item?.consent_expiration_time ?? null;
  const change = (facts: ItemFacts) => withAnnouncedConsentEnd(withTruth(facts, truth, event.sentAt), event, said);
  if (said === null || Date.parse(said) <= Date.parse(event.consentExpirationTime)) {
    return store(services, item, event, change);
  }
  // Renewed since the webhook was sent: worth knowing, and nothing to tell anybody.
  await services.ports.changeFacts(item, change);
}

/**
 * Plaid's API has no word on what these warn of, so an Item that works is no contradiction. What it says is whether the Item
 * is there and how its login is.
 */
async function takeWarning(services: WebhookServices, item: KnownItem, event: Warning): Promise<void> {
  const truth = await askPlaid(services.plaid, item, services.log);
  return store(services, item, event, (facts) => {
    const known = withTruth(facts, truth, event.sentAt);
    // Whoever has revoked everything is told so, also where nothing is left to be mended.
    const isOver = truth.state === 'lost' && !event.code.startsWith('USER_');
    return isOver ? known : withWarning(known, event);
  });
}

/** Tells the app only where the facts took something from the webhook. */
async function store(
  services: WebhookServices,
  item: KnownItem,
  event: PlaidItemEvent,
  change: (facts: ItemFacts) => ItemFacts,
  link?: IntegrationLink,
): Promise<void> {
  let isNews = false;
  const changed = await services.ports.changeFacts(item, (facts) => {
    const next = change(facts);
    isNews = next !== facts;
    return next;
  });
  if (isNews) await tell(services, changed, event, link);
}

async function tell(
  { ports }: WebhookServices,
  item: KnownItem,
  event: PlaidItemEvent | HeronItemEvent,
  link?: IntegrationLink,
): Promise<void> {
  const { itemId, endUserId, facts } = item;
  await ports.tell({ event, itemId, endUserId, facts, integrationLink: link });
}
